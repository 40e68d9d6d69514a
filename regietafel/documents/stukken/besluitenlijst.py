"""The actie- en besluitenlijst of a meeting: who was there, and per point what was decided, sticks or is to be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from regietafel.catalog.verslag import LETTERS
from regietafel.documents.blocks import Block, Column, Document, Heading, Run, Said, Table, text
from regietafel.documents.stukken.momentopname import Wanneer
from regietafel.documents.stukken.overleg import Overleggegevens, compose_overleg, reference
from regietafel.documents.stukken.overlegwoorden import name_due, name_place
from regietafel.domain.verslag import AANWEZIG, ACTIE, AFWEZIG, AFWEZIG_MK, NOTITIE
from regietafel.i18n import UNKNOWN, _, enumerate_some, format_date_long
from regietafel.queries.verslag import AanwezigRegel, LijstRegel

_COLUMNS = ((_("Soort"), 9), (_("Wat"), 55), (_("Wie"), 20), (_("Voor"), 16))
_MOST_PUNTEN = 100  # of which a sentence says that nothing was recorded


def make_besluitenlijst(gegevens: Overleggegevens) -> Document:
    """The list as it is now: a draft as long as it is not adopted. Raises RegietafelError for a wrong template."""
    overleg, adopted = gegevens.overleg, gegevens.vastgesteld_op is not None
    wanneer = Wanneer(
        datum=overleg.datum,
        begin=overleg.begin,
        einde=overleg.einde,
        locatie=name_place(overleg.locatie, overleg.link),
        link="",
    )
    # What is none of the three yet is for the members to decide, and told among what is open.
    unfinished = {NOTITIE} if adopted or not gegevens.besloten else set()
    shown = [each for each in gegevens.lijst if each.soort not in unfinished]
    rows = [*_rows(gegevens, shown)]
    more: list[tuple[str, Said]] = [
        (_("Voorzitter"), overleg.voorzitter),
        (_("Secretaris"), overleg.secretaris),
        (_("Status"), name_status(gegevens)),
        *_aanwezig(gegevens.aanwezig),
    ]
    return compose_overleg(
        gegevens,
        "besluitenlijst.txt",
        title=_("Actie- en besluitenlijst {reeks} {dag}").format(
            reeks=overleg.reeks, dag=format_date_long(overleg.datum)
        ),
        wanneer=wanneer,
        values={
            "vastgesteld_op": gegevens.vastgesteld_op,
            "notities": _("ja") if any(each.soort == NOTITIE for each in shown) else "",
            "zonder_regels": _zonder_regels(gegevens, shown),
            "weggelaten": "" if gegevens.besloten else _("ja"),
        },
        blocks={"gegevens": [reference(gegevens, wanneer, *more)], "regels": rows},
    )


def name_status(gegevens: Overleggegevens) -> str:
    """``concept``, or ``vastgesteld op 9 april 2026``."""
    day = gegevens.vastgesteld_op
    return _("vastgesteld op {dag}").format(dag=format_date_long(day)) if day else _("concept")


def _aanwezig(rows: Sequence[AanwezigRegel]) -> Iterator[tuple[str, Said]]:
    """``Almelo (burgemeester van Almelo (Vz))``, by how they were there."""
    for label, kind in ((_("Aanwezig"), AANWEZIG), (_("Afwezig m.k."), AFWEZIG_MK), (_("Afwezig"), AFWEZIG)):
        found = [each for each in rows if each.aanwezig == kind]
        parties = []
        for partij, same in groupby(found, key=lambda each: each.partij):
            names = ", ".join(filter(None, map(_name, same)))
            parties.append(f"{partij} ({names})" if names else partij)
        if parties:
            yield label, ", ".join(parties)


def _name(regel: AanwezigRegel) -> str:
    if not regel.voorzitter:
        return regel.naam
    return _("{naam} (Vz)").format(naam=regel.naam) if regel.naam else _("Vz")


def _rows(gegevens: Overleggegevens, regels: Sequence[LijstRegel]) -> Iterator[Block]:
    """A table for every point that has rows; what is at no point stands last."""
    asking = gegevens.vastgesteld_op is None and gegevens.besloten  # what is not certain is for the members to say
    for _key, group in groupby(regels, key=lambda each: (each.punt_nummer, each.agendapunt_id)):
        found = [*group]
        first = found[0]
        title = _titled(first)
        yield Heading(content=text(title), level=2)
        yield Table(
            columns=tuple(Column(header=header, parts=parts) for header, parts in _COLUMNS),
            rows=tuple(_row(each, asking=asking) for each in found),
            summary=_("Besluiten (B), knelpunten (K) en acties (A) bij “{titel}”.").format(titel=title),
        )


def _titled(regel: LijstRegel) -> str:
    if not regel.punt_nummer:
        return _("Overig")
    dot = "" if "." in regel.punt_nummer else "."
    said = f"{regel.punt_nummer}{dot} {regel.punt_titel}"
    return _("{titel} (vertrouwelijk)").format(titel=said) if regel.vertrouwelijk else said


def _row(regel: LijstRegel, *, asking: bool) -> tuple[Said, ...]:
    said: Said = regel.tekst
    if asking and regel.vraag:
        said = (
            Run(text=regel.tekst + " "),
            Run(text=_("Nog niet zeker: {vraag}").format(vraag=regel.vraag), italic=True),
        )
    if regel.soort != ACTIE:
        return LETTERS[regel.soort], said, ", ".join(regel.houders), ""
    return LETTERS[ACTIE], said, ", ".join(regel.houders) or UNKNOWN, name_due(regel.voor)


def _zonder_regels(gegevens: Overleggegevens, regels: Sequence[LijstRegel]) -> str:
    """The numbers of the points at which nothing was recorded, as part of a sentence."""
    used = {each.agendapunt_id for each in regels}
    heads = {each.hoofdpunt_id for each in gegevens.punten if each.id in used}
    left = [each.nummer for each in gegevens.punten if each.id not in used | heads and not each.hoofdpunt_id]
    return enumerate_some(left, _MOST_PUNTEN) if left and regels else ""
