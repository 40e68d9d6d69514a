"""The kinds of documents a meeting has, without what makes them: the command line names them in --help."""

from __future__ import annotations

from collections.abc import Mapping

from regietafel.i18n import _

AGENDA, DRAAIBOEK, LIJST = "agenda", "draaiboek", "besluitenlijst"
OVERLEGSOORTEN: Mapping[str, str] = {
    AGENDA: _("Agenda"),
    DRAAIBOEK: _("Draaiboek"),
    LIJST: _("Actie- en besluitenlijst"),
}
"""By key, in the order in which they are used."""
PAKKET, UITNODIGING, HERINNERING = "vergaderpakket", "uitnodiging", "herinnering"
"""What goes with those, and the reminder to who still has something to do."""
VAN_OVERLEG = frozenset({*OVERLEGSOORTEN, PAKKET, UITNODIGING})
TER_INFORMATIE, LEDEN = _("ter informatie"), _("leden")
"""For whom: without what is confidential, and (of an e-mail) the members."""


def name_mail(*, agenda: bool) -> str:
    """How the file begins: the e-mail with the list can stand beside the one with the agenda."""
    return _("E-mail") if agenda else _("E-mail verslag")
