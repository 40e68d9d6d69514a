"""What a list of projects with homes shows, and the groups in a HAR with their clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from regietafel.catalog.delen import choices_of
from regietafel.catalog.opvang import STAAT
from regietafel.catalog.woonvorm import HARINSTROOM, PROJECT
from regietafel.domain.woonproject import HAR, WOONVORMEN
from regietafel.fields import AANTAL, DATUM, Field, Kind
from regietafel.i18n import _, format_number


def _pairs(pairs: Iterable[tuple[str, int]]) -> str:
    """``Borne 25, Hengelo 20``."""
    return ", ".join(f"{naam} {format_number(number)}" for naam, number in pairs)


_SHORT = {**WOONVORMEN, HAR: _("HAR")}  # in a list there is no room for what it stands for
PROJECT_REGEL = (
    Field(name="gemeente", label=_("Gemeente")),
    PROJECT[0],
    replace(PROJECT[1], choices=choices_of(_SHORT)),
    STAAT,
    Field(name="staat_vanaf", label=_("Sinds"), kind=DATUM),
    Field(name="zekerheid", label=_("Zekerheid in %"), kind=AANTAL, help=_("Hoe zeker het is dat het opengaat.")),
    *PROJECT[2:5],
    Field(
        name="telgemeenten",
        label=_("Telt voor"),
        kind=Kind(format=_pairs, parse=str),
        help=_("Gemeente en personen; leeg: voor de gemeente waar het staat."),
    ),
    *PROJECT[5:8],
    PROJECT[10],
    Field(name="partner", label=_("Partner")),
    Field(name="regeling", label=_("Regeling")),
    PROJECT[9],
    Field(name="opmerkingen", label=_("Let op"), kind=Kind(format=" ".join, parse=str)),
)
HAR_REGEL = (
    Field(name="gemeente", label=_("Telt voor")),
    *HARINSTROOM[:1],
    Field(name="over", label=_("Nog er"), kind=AANTAL, help=_("Personen die er nog zijn.")),
    Field(name="einde", label=_("Tot en met"), kind=DATUM),
    Field(name="dagen_over", label=_("Dagen over"), kind=AANTAL),
)
