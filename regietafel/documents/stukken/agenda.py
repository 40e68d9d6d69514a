"""The agenda of a meeting: for its members, and without what is confidential for everyone else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from regietafel.catalog.overleg import PUNTSOORTEN
from regietafel.documents.blocks import Block, Document, Heading, ListBlock, ListItem, text
from regietafel.documents.stukken.agendadelen import deel_blocks
from regietafel.documents.stukken.agendawijzigingen import wijzigingen
from regietafel.documents.stukken.momentopname import Agendabijlage, Punt
from regietafel.documents.stukken.overleg import Overleggegevens, compose_overleg, of_version, paragraphs, reference
from regietafel.documents.stukken.overlegwoorden import name_moment, name_place
from regietafel.documents.stukken.wording import enumerate_names
from regietafel.domain.agenda import BESLUIT
from regietafel.i18n import _, format_date_long


def make_agenda(gegevens: Overleggegevens) -> Document:
    """The agenda in its version. Raises RegietafelError when the template is not right."""
    opname = gegevens.opname
    document = compose_overleg(
        gegevens,
        "agenda.txt",
        title=_("Agenda {reeks} {dag}").format(
            reeks=gegevens.overleg.reeks, dag=format_date_long(opname.wanneer.datum)
        ),
        wanneer=opname.wanneer,
        values={
            "versie": gegevens.versie,
            "peildatum": opname.peildatum if any(punt.deel for punt in opname.punten) else None,
            "volgende": _volgende(gegevens),
            "weggelaten": "" if gegevens.besloten else _weggelaten(opname.punten),
        },
        blocks={
            "gegevens": [
                reference(
                    gegevens,
                    opname.wanneer,
                    (_("Voorzitter"), opname.voorzitter),
                    (_("Status"), _("vervallen") if gegevens.vervallen else ""),
                )
            ],
            "wijzigingen": _wijzigingen(gegevens),
            "punten": [block for punt in opname.punten for block in _punt(punt)],
        },
    )
    return replace(of_version(document, gegevens), krap=True)


def name_punt(punt: Punt, *, soort: bool) -> str:
    """The heading of a point: number and title, whether it is a besluit and confidential, and which annexes it has."""
    more = [
        PUNTSOORTEN[BESLUIT] if soort and punt.soort == BESLUIT else "",
        name_bijlagen(punt.bijlagen) if punt.bijlagen else "",
        _("vertrouwelijk") if punt.vertrouwelijk else "",
    ]
    named = f"{punt.nummer}{'' if punt.is_sub else '.'} {punt.titel}"
    return f"{named} ({', '.join(filter(None, more))})" if any(more) else named


def name_bijlagen(bijlagen: tuple[Agendabijlage, ...]) -> str:
    """``bijlage 1``, ``bijlagen 1 en 2``, ``bijlagen 1 tot en met 12``."""
    numbers = [each.nummer for each in bijlagen]
    if len(numbers) > 2 and numbers == [*range(numbers[0], numbers[-1] + 1)]:
        return _("bijlagen {eerste} tot en met {laatste}").format(eerste=numbers[0], laatste=numbers[-1])
    sentence = _("bijlage {nummers}") if len(numbers) == 1 else _("bijlagen {nummers}")
    return sentence.format(nummers=enumerate_names(map(str, numbers)))


def _punt(punt: Punt) -> Iterator[Block]:
    yield Heading(content=text(name_punt(punt, soort=True)), level=3 if punt.is_sub else 2)
    yield from paragraphs(punt.toelichting)
    if punt.deel:
        yield from deel_blocks(punt.deel)


def _wijzigingen(gegevens: Overleggegevens) -> list[Block]:
    if gegevens.vorige is None:
        return []
    said = wijzigingen(gegevens.vorige, gegevens.opname)
    return [ListBlock(items=tuple(ListItem(content=text(each)) for each in said))] if said else []


def _volgende(gegevens: Overleggegevens) -> str:
    after = gegevens.opname.volgende
    if after is None:
        return ""
    place = name_place(after.locatie, after.link)
    return ", ".join(filter(None, (name_moment(after.datum, after.begin, after.einde), place)))


def _weggelaten(punten: tuple[Punt, ...]) -> str:
    """Not empty when numbers are missing between those that are left."""
    mains = [int(punt.nummer) for punt in punten if not punt.is_sub]
    subs = [punt.nummer.split(".") for punt in punten if punt.is_sub]
    per_main = {main: [int(sub) for head, sub in subs if head == main] for main, _sub in subs}
    gaps = any(found != [*range(1, len(found) + 1)] for found in (mains, *per_main.values()))
    return _("ja") if gaps else ""
