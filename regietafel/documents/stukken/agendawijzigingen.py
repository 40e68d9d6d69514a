"""What is otherwise on an agenda than in the version before, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from regietafel.catalog.overleg import PUNTSOORTEN
from regietafel.documents.stukken.momentopname import (
    Agendabijlage,
    Momentopname,
    Punt,
    Wanneer,
    read_momentopname,
    take,
)
from regietafel.documents.stukken.overlegwoorden import name_moment, name_place
from regietafel.errors import RegietafelError
from regietafel.i18n import _, shorten
from regietafel.ledger import Ledger

_TITEL = 150  # characters of a title in a sentence


def wijzigingen(before: Momentopname, after: Momentopname) -> tuple[str, ...]:
    """When and where it is, who leads it, and then point by point; figures that were counted again are no change."""
    return (
        *_wanneer(before.wanneer, after.wanneer),
        *_voorzitter(before.voorzitter.strip(), after.voorzitter.strip()),
        *_punten(before.punten, after.punten),
    )


def since_sent(ledger: Ledger, overleg_id: int) -> tuple[str, ...]:
    """The same of the agenda as it is now against the version sent last; nothing when that is not to be read."""
    versie = max(ledger.agendaversies.where(overleg_id=overleg_id), key=lambda each: each.nummer, default=None)
    if versie is None:
        return ()
    try:
        before = read_momentopname(ledger.inhoud.get(versie.inhoud))
    except RegietafelError:
        return ()
    return wijzigingen(before, take(ledger, overleg_id, versie.peildatum))


def _wanneer(before: Wanneer, after: Wanneer) -> Iterator[str]:
    moments = [name_moment(each.datum, each.begin, each.einde) for each in (before, after)]
    if moments[0] != moments[1]:
        yield _("Het overleg is op {nu}; het was op {toen}.").format(nu=moments[1], toen=moments[0])
    if (was := name_place(before.locatie, before.link)) != (now := name_place(after.locatie, after.link)):
        yield _("De plaats is {nu}; het was {toen}.").format(
            nu=now or _("nog niet bekend"), toen=was or _("niet bekend")
        )


def _voorzitter(was: str, now: str) -> Iterator[str]:
    if was != now:
        yield _("De voorzitter is {nu}; het was {toen}.").format(
            nu=now or _("nog niet bekend"), toen=was or _("niet bekend")
        )


def _punten(before: Sequence[Punt], after: Sequence[Punt]) -> Iterator[str]:
    known = {punt.id: punt for punt in before}
    moved = _moved(before, after)
    for punt in after:
        if (was := known.get(punt.id)) is None:
            yield _("Punt {punt} is toegevoegd.").format(punt=_named(punt))
        else:
            yield from _punt(was, punt, moved=punt.id in moved)
    left = {punt.id for punt in after}
    for punt in before:
        if punt.id not in left:
            yield _("“{titel}” is vervallen; het was punt {nummer}.").format(
                titel=shorten(punt.titel, _TITEL), nummer=punt.nummer
            )


def _punt(was: Punt, now: Punt, *, moved: bool) -> Iterator[str]:
    if moved:
        yield _("Punt {punt} is verplaatst; het was punt {nummer}.").format(punt=_named(now), nummer=was.nummer)
    if was.titel != now.titel:
        yield _("Punt {punt} heette “{titel}”.").format(punt=_named(now), titel=shorten(was.titel, _TITEL))
    if was.soort != now.soort:
        yield _("Punt {punt} is nu {soort}.").format(punt=_named(now), soort=PUNTSOORTEN[now.soort])
    if was.vertrouwelijk != now.vertrouwelijk:
        said = (
            _("Punt {punt} is nu vertrouwelijk.") if now.vertrouwelijk else _("Punt {punt} is niet meer vertrouwelijk.")
        )
        yield said.format(punt=_named(now))
    if was.toelichting != now.toelichting:
        yield _("Punt {punt} heeft een andere toelichting.").format(punt=_named(now))
    if (was.deel and was.deel.titel) != (now.deel and now.deel.titel):
        part = now.deel or was.deel
        assert part is not None
        said = _("Bij punt {punt} staat nu: {deel}.") if now.deel else _("Bij punt {punt} is vervallen: {deel}.")
        yield said.format(punt=_named(now), deel=part.titel)
    yield from _bijlagen(was, now)


def _bijlagen(was: Punt, now: Punt) -> Iterator[str]:
    """By title; one with other contents was replaced. Several may have the same title."""
    left, new = [*was.bijlagen], list[Agendabijlage]()
    for each in now.bijlagen:  # what stayed as it was is nobody's predecessor
        if not _take_out(left, each, "titel", "inhoud"):
            new.append(each)
    for each in new:
        said = _("Bij punt {punt} is bijlage {nummer} vervangen: {titel}.")
        if not _take_out(left, each, "titel"):
            said = _("Bij punt {punt} is bijlage {nummer} toegevoegd: {titel}.")
        yield said.format(punt=_named(now), nummer=each.nummer, titel=each.titel)
    for each in left:
        yield _("Bij punt {punt} is een bijlage vervallen: {titel}.").format(punt=_named(now), titel=each.titel)


def _take_out(left: list[Agendabijlage], like: Agendabijlage, *names: str) -> bool:
    """Take out the first that is the same in this; whether there was one."""
    for each in left:
        if all(getattr(each, name) == getattr(like, name) for name in names):
            left.remove(each)
            return True
    return False


def _moved(before: Sequence[Punt], after: Sequence[Punt]) -> set[int]:
    """Points that stand elsewhere among those that were there already, or under another point."""
    first = [punt.id for punt in before]
    second = [punt.id for punt in after]
    same = [id for id in first if id in set(second)]
    stayed = [id for id in second if id in set(first)]
    kept = {
        id
        for block in SequenceMatcher(a=same, b=stayed, autojunk=False).get_matching_blocks()
        for id in same[block.a : block.a + block.size]
    }
    above, under = _heads(before), _heads(after)
    return {id for id in stayed if id not in kept or above[id] != under[id]}


def _heads(punten: Sequence[Punt]) -> dict[int, int | None]:
    """By point the one it is under."""
    found: dict[int, int | None] = {}
    head: int | None = None
    for punt in punten:
        head = head if punt.is_sub else punt.id
        found[punt.id] = head if punt.is_sub else None
    return found


def _named(punt: Punt) -> str:
    return f"{punt.nummer} ({shorten(punt.titel, _TITEL)})"
