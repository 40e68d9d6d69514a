"""What the documents of a meeting leave open because nobody filled it in, and where to do so."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from regietafel.documents.overlegsoorten import AGENDA, DRAAIBOEK, LIJST
from regietafel.documents.stukken.draaiboek import over_time
from regietafel.documents.stukken.overleg import Overleggegevens, count_minuten
from regietafel.domain.overleg import VERVALLEN
from regietafel.domain.verslag import ACTIE, NOTITIE
from regietafel.i18n import _, enumerate_some, shorten
from regietafel.queries.verslag import LijstRegel

_SHOWN = 80  # characters of a row of a list


def overleg_open(gegevens: Overleggegevens, soorten: Collection[str], *, mail: bool, openbaar: bool) -> tuple[str, ...]:
    """What these kinds leave open; it keeps nothing from being made."""
    return (
        *(_of_agenda(gegevens) if AGENDA in soorten else ()),
        *(_of_draaiboek(gegevens) if DRAAIBOEK in soorten else ()),
        *(_of_lijst(gegevens, openbaar=openbaar) if LIJST in soorten else ()),
        *(_of_mail(gegevens) if mail else ()),
    )


def _of_agenda(gegevens: Overleggegevens) -> Iterator[str]:
    wanneer = gegevens.opname.wanneer
    if not (wanneer.locatie.strip() or wanneer.link):
        yield _("de plaats van het overleg")
    if not gegevens.opname.punten:
        yield _("de agendapunten")
    if gegevens.versie > 1 and gegevens.vorige is None:
        yield _("wat er is gewijzigd: versie {n} is niet te lezen").format(n=gegevens.versie - 1)
    if gegevens.opname.volgende is None and gegevens.overleg.staat != VERVALLEN:
        yield _("de datum van het volgende overleg")


def _of_draaiboek(gegevens: Overleggegevens) -> Iterator[str]:
    if said := over_time(gegevens):
        yield said[0].lower() + said[1:].rstrip(".")
    for head in gegevens.punten:
        below = sum(each.minuten or 0 for each in gegevens.punten if each.hoofdpunt_id == head.id)
        if head.minuten is not None and below > head.minuten:
            yield _("punt {nummer} duurt {er}; zijn subpunten duren samen {nodig}").format(
                nummer=head.nummer, er=count_minuten(head.minuten), nodig=count_minuten(below)
            )
    if unknown := [each.nummer for each in gegevens.punten if each.duur is None and each.hoofdpunt_id is None]:
        yield _("hoe lang deze punten duren: {punten}").format(punten=enumerate_some(unknown))


def _of_lijst(gegevens: Overleggegevens, *, openbaar: bool) -> Iterator[str]:
    if not gegevens.aanwezig:
        yield _("wie er aanwezig waren")
    for each in gegevens.lijst:
        if each.vraag:
            yield _("{vraag} Bij: {regel}").format(vraag=each.vraag, regel=_named(each))
        elif each.soort == NOTITIE:
            yield _("is dit een besluit, een knelpunt of een actie: {regel}").format(regel=_named(each))
        elif each.soort == ACTIE and not each.houders:
            yield _("wie dit doet: {regel}").format(regel=_named(each))
        elif each.soort == ACTIE and each.voor is None:
            yield _("voor welke dag: {regel}").format(regel=_named(each))
    if openbaar and gegevens.vastgesteld_op is None:
        yield _("de actie- en besluitenlijst is nog niet vastgesteld")


def _of_mail(gegevens: Overleggegevens) -> Iterator[str]:
    if not gegevens.ontvangers.leden:
        yield _("de e-mailadressen van de leden (bij Contacten)")
    without = [each.naam or each.partij for each in gegevens.ontvangers.zonder_adres]
    if without:
        yield _("het e-mailadres van {namen} (bij Contacten)").format(namen=enumerate_some(without))


def _named(regel: LijstRegel) -> str:
    said = shorten(" ".join(regel.tekst.split()), _SHOWN)
    return (
        _("“{tekst}” (punt {nummer})").format(tekst=said, nummer=regel.punt_nummer)
        if regel.punt_nummer
        else f"“{said}”"
    )
