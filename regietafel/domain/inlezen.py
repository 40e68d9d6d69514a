"""What is remembered of tables that were read in, so that nobody explains the same thing twice."""

from __future__ import annotations

from regietafel.domain.opvang import check_gebied
from regietafel.domain.record import Record
from regietafel.errors import RuleError
from regietafel.i18n import _


class Kolomindeling(Record):
    """Which column holds what in tables of one layout: ``soort`` of table, ``kenmerk`` of its header, JSON."""

    KEY = ("soort", "kenmerk")

    soort: str
    kenmerk: str
    inhoud: str


class Alias(Record):
    """A name as a sender prints it (“Hatterij”), and the gemeente the user said it is.

    In a table of gebieden it can be a provincie or veiligheidsregio; ``gm_code`` is then the code of that.
    """

    naam: str
    gm_code: str

    def __post_init__(self) -> None:
        super().__post_init__()
        check_gebied(self.gm_code)
        if not self.naam.strip():
            raise RuleError(_("Een lege naam kan geen gemeente betekenen."))
