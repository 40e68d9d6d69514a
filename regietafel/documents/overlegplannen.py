"""Which documents there are of a meeting, and for whom."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial

from regietafel.documents.blocks import Document
from regietafel.documents.overlegnamen import overleg_file
from regietafel.documents.overlegsoorten import AGENDA, DRAAIBOEK, LIJST, OVERLEGSOORTEN, TER_INFORMATIE
from regietafel.documents.reeks import Plan
from regietafel.documents.stukken.agenda import make_agenda
from regietafel.documents.stukken.besluitenlijst import make_besluitenlijst
from regietafel.documents.stukken.draaiboek import make_draaiboek
from regietafel.documents.stukken.overleg import Overleggegevens, apart, openly
from regietafel.domain.overleg import BEZIG, GEHOUDEN
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_date

_MAKE: Mapping[str, Callable[[Overleggegevens], Document]] = {
    AGENDA: make_agenda,
    DRAAIBOEK: make_draaiboek,
    LIJST: make_besluitenlijst,
}


def chosen(gegevens: Overleggegevens, soorten: Collection[str], *, openbaar: bool, pakket: bool) -> Collection[str]:
    """The kinds that were asked for, or those that there are. Raises RegietafelError for one that there is not."""
    if unknown := [soort for soort in soorten if soort not in OVERLEGSOORTEN]:
        sentence = _("“{soort}” is geen soort document; kies uit {soorten}.")
        raise RegietafelError(sentence.format(soort=unknown[0], soorten=", ".join(OVERLEGSOORTEN)))
    begun = gegevens.overleg.staat in GEHOUDEN | {BEZIG} or bool(gegevens.lijst)
    if LIJST in soorten and not begun:
        sentence = _("Het overleg van {dag} is nog niet gehouden; er is nog geen actie- en besluitenlijst.")
        raise RegietafelError(sentence.format(dag=format_date(gegevens.overleg.datum)))
    if openbaar and DRAAIBOEK in soorten:
        raise RegietafelError(_("Het draaiboek is alleen voor de voorzitter; het wordt nooit openbaar."))
    if soorten:
        return {*soorten, *([AGENDA] if pakket else [])}
    return {AGENDA, *([LIJST] if begun else []), *([] if openbaar else [DRAAIBOEK])}


def plans(gegevens: Overleggegevens, soorten: Collection[str]) -> Iterator[Plan]:
    """The documents, and those in which something is confidential once more without that."""
    twice = apart(gegevens, ())
    for soort in OVERLEGSOORTEN:
        agenda = soort != LIJST
        naam = gegevens.naam(OVERLEGSOORTEN[soort]) if agenda else OVERLEGSOORTEN[soort]
        for voor in ("", TER_INFORMATIE) if soort in twice else ("",):
            seen = openly(gegevens) if voor else gegevens
            if soort in soorten:
                name = overleg_file(gegevens, naam, voor, agenda=agenda)
                yield Plan(soort, naam, voor, name, partial(_MAKE[soort], seen))
