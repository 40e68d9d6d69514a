"""What the documents of a herverdeling leave open because nobody filled it in, and where to do so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from regietafel.documents.stukken.herverdeling import College, Gegevens
from regietafel.documents.stukken.wording import enumerate_names
from regietafel.domain.behandeling import ADRESSATEN, Status
from regietafel.domain.regio import Adressaat, Gemeente, Regio
from regietafel.i18n import _, enumerate_some

_NAMED = 5  # gemeenten; more are counted
_DECISIONS = {"gezamenlijk-besluit", "besluit", "bekendmaking"}


def not_filled(gegevens: Gegevens, soorten: Collection[str]) -> tuple[str, ...]:
    """What these kinds of documents leave open; it keeps nothing from being made."""
    wanted = set(soorten)
    return (*_table(gegevens, wanted), *_ontvangers(gegevens, wanted), *_colleges(gegevens, wanted))


def _table(gegevens: Gegevens, soorten: set[str]) -> Iterator[str]:
    regio, letters = gegevens.regio, soorten & set(ADRESSATEN)
    if letters and not regio.voorzitter.strip():
        yield _("voorzitter van {table} (bij Instellingen)").format(table=regio.naam)
    if letters and not _has_address(regio):
        yield _("postadres van {table} (bij Instellingen)").format(table=regio.naam)
    asked = [college for college in gegevens.colleges if gegevens.is_asked(college)]
    without = [college for college in asked if not _has_address(college.gemeente)]
    if "collegevoorstel" in soorten and without:
        yield _("postadres van {names} (bij Gemeenten)").format(names=_names(gegevens, without))


def _ontvangers(gegevens: Gegevens, soorten: set[str]) -> Iterator[str]:
    told = [(each.naam, each.adressaat) for each in gegevens.ontvangers if each.aan in soorten and each.adressaat]
    if without := [naam for naam, adressaat in told if not _has_address(adressaat)]:
        yield _("postadres van {names} (bij Instellingen)").format(names=enumerate_names(without))
    unsure = [naam for naam, adressaat in told if _has_address(adressaat) and adressaat.gecontroleerd_op is None]
    if unsure:
        yield _("of het adres van {names} nog klopt (bij Instellingen)").format(names=enumerate_names(unsure))


def _colleges(gegevens: Gegevens, soorten: set[str]) -> Iterator[str]:
    if soorten & (_DECISIONS | set(ADRESSATEN)):
        for said, lacks in _GAPS:
            if found := [college for college in gegevens.colleges if lacks(gegevens, college)]:
                yield said.format(names=_names(gegevens, found))
    if gegevens.view.stand is Status.AFGEKEURD and soorten & set(ADRESSATEN):
        yield _("wat het COA afkeurde: {reden}").format(reden=gegevens.view.verwerkingen[-1].reden.strip())
    if gegevens.view.herverdeling.bezwaarclausule and soorten & _DECISIONS:
        yield _("de bezwaarclausule: laat juridisch toetsen of bezwaar openstaat")


def _names(gegevens: Gegevens, colleges: Sequence[College]) -> str:
    """By name, as long as they are few."""
    names = [college.gemeente.naam for college in colleges]
    if len(names) <= _NAMED:
        return enumerate_names(names)
    if len(names) == len(gegevens.colleges):
        return _("alle {n} gemeenten").format(n=len(names))
    return enumerate_some(names, _NAMED)


def _has_address(whose: Regio | Gemeente | Adressaat) -> bool:
    return bool(whose.postadres.strip() and whose.plaats.strip())


def _numberless(_gegevens: Gegevens, college: College) -> bool:
    return bool(college.besluit_op and not college.behandeling.besluitnummer.strip())


def _nowhere(_gegevens: Gegevens, college: College) -> bool:
    return bool(college.behandeling.bekendgemaakt_op and not college.behandeling.vindplaats.strip())


def _undated(gegevens: Gegevens, college: College) -> bool:
    """In force in a file of an older version: what was decided when is not in it, and cannot come in any more."""
    return college.besluit_op is None and not gegevens.is_asked(college)


_GAPS: tuple[tuple[str, Callable[[Gegevens, College], bool]], ...] = (
    (_("datum en nummer van het besluit van {names} (bij Herverdelingen)"), Gegevens.is_asked),
    (_("datum en nummer van het besluit van {names} (met de hand, op papier)"), _undated),
    (_("besluitnummer van {names} (bij Herverdelingen)"), _numberless),
    (_("vindplaats van de bekendmaking van {names} (bij Herverdelingen)"), _nowhere),
)
