"""The script of the chair: the agenda with times, presenters, papers and what only the chair may read."""

from __future__ import annotations

from collections.abc import Iterator

from regietafel.catalog.overleg import PUNTSOORTEN
from regietafel.documents.blocks import (
    Block,
    Column,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    Table,
    text,
)
from regietafel.documents.stukken.agenda import name_punt
from regietafel.documents.stukken.agendadelen import said_alone
from regietafel.documents.stukken.momentopname import Punt
from regietafel.documents.stukken.overleg import (
    Overleggegevens,
    compose_overleg,
    count_minuten,
    of_version,
    paragraphs,
    reference,
)
from regietafel.i18n import UNKNOWN, _, format_date_long
from regietafel.queries.agenda import PuntRegel


def make_draaiboek(gegevens: Overleggegevens) -> Document:
    """The script, of the agenda as it is now. Raises RegietafelError when the template is not right."""
    wanneer = gegevens.opname.wanneer
    frozen = {punt.id: punt for punt in gegevens.opname.punten}
    document = compose_overleg(
        gegevens,
        "draaiboek.txt",
        title=_("Draaiboek {reeks} {dag}").format(reeks=gegevens.overleg.reeks, dag=format_date_long(wanneer.datum)),
        wanneer=wanneer,
        values={"versie": gegevens.versie, "te_lang": over_time(gegevens)},
        blocks={
            "gegevens": [reference(gegevens, wanneer, (_("Voorzitter"), gegevens.overleg.voorzitter))],
            "tijden": [_tijden(gegevens.punten)] if gegevens.punten else [],
            "punten": [block for each in gegevens.punten for block in _punt(each, frozen.get(each.id))],
        },
    )
    return of_version(document, gegevens)


def over_time(gegevens: Overleggegevens) -> str:
    """A sentence when the points take longer than the meeting; empty when they do not."""
    needed = sum(each.duur or 0 for each in gegevens.punten if each.hoofdpunt_id is None)
    begin, einde = (_minutes(time) for time in (gegevens.overleg.begin, gegevens.overleg.einde))
    there = (einde - begin) % (24 * 60)
    if needed <= there:
        return ""
    return _("De punten duren samen {nodig}; het overleg duurt {er}.").format(
        nodig=count_minuten(needed), er=count_minuten(there)
    )


def _tijden(punten: tuple[PuntRegel, ...]) -> Table:
    return Table(
        columns=(
            Column(header=_("Punt")),
            Column(header=_("Tijd")),
            Column(header=_("Minuten"), numeric=True),
            Column(header=_("Inbrenger")),
        ),
        rows=tuple(
            (
                f"{each.nummer} {each.titel}",
                each.begin or UNKNOWN,
                UNKNOWN if each.duur is None else str(each.duur),
                each.inbrenger,
            )
            for each in punten
        ),
        summary=_("Per agendapunt wanneer het begint, hoe lang het duurt en wie het inbrengt."),
    )


def _punt(regel: PuntRegel, frozen: Punt | None) -> Iterator[Block]:
    """``frozen`` is the point as it is on the agenda, with the numbers of its annexes; None when it was added since."""
    named = name_punt(frozen, soort=False) if frozen else f"{regel.nummer} {regel.titel}"
    yield Heading(content=text(named), level=3 if regel.hoofdpunt_id else 2)
    said = [
        _("{begin} uur").format(begin=regel.begin) if regel.begin else "",
        count_minuten(regel.duur) if regel.duur is not None else "",
        PUNTSOORTEN[regel.soort],
        _("inbrenger: {naam}").format(naam=regel.inbrenger) if regel.inbrenger else "",
    ]
    line = " · ".join(filter(None, said))
    yield Paragraph(content=text(line[0].upper() + line[1:]))
    yield from paragraphs(regel.toelichting)
    if frozen and frozen.deel:
        yield Paragraph(content=text(_("Op de agenda: {zin}").format(zin=said_alone(frozen.deel))))
    if regel.intern.strip():
        label = Run(text=_("Alleen voor u:") + " ", bold=True)
        yield Paragraph(content=(label, Run(text=regel.intern.strip())))
    if frozen and frozen.bijlagen:
        papers = [_("Bijlage {n}: {titel}").format(n=each.nummer, titel=each.titel) for each in frozen.bijlagen]
        yield ListBlock(items=tuple(ListItem(content=text(each)) for each in papers))


def _minutes(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)
