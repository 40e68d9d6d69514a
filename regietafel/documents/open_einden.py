"""What the documents of a herverdeling leave open because nobody filled it in, and where to do so."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from regietafel.documents.herverdeling import College, Gegevens
from regietafel.documents.wording import enumerate_names
from regietafel.domain.behandeling import ADRESSATEN, Status
from regietafel.domain.regio import Adressaat, Gemeente, Regio
from regietafel.i18n import _

_DECISIONS = {"gezamenlijk-besluit", "besluit", "bekendmaking"}


def not_filled(gegevens: Gegevens, soorten: Collection[str]) -> tuple[str, ...]:
    """What these kinds of documents leave open; it keeps nothing from being made."""
    wanted = set(soorten)
    return (*_table(gegevens, wanted), *_ontvangers(gegevens, wanted), *_colleges(gegevens, wanted))


def _table(gegevens: Gegevens, soorten: set[str]) -> Iterator[str]:
    regio, letters = gegevens.regio, soorten & {"collegevoorstel", *ADRESSATEN}
    if letters and not regio.voorzitter.strip():
        yield _("voorzitter van {table} (bij Instellingen)").format(table=regio.naam)
    if letters and not _has_address(regio):
        yield _("postadres van {table} (bij Instellingen)").format(table=regio.naam)
    asked = [college.gemeente for college in gegevens.colleges if college.besluit_op is None]
    if "collegevoorstel" in soorten and (without := [each.naam for each in asked if not _has_address(each)]):
        yield _("postadres van {names} (bij Gemeenten)").format(names=enumerate_names(without))


def _ontvangers(gegevens: Gegevens, soorten: set[str]) -> Iterator[str]:
    told = [(each.naam, each.adressaat) for each in gegevens.ontvangers if each.aan in soorten and each.adressaat]
    if without := [naam for naam, adressaat in told if not _has_address(adressaat)]:
        yield _("postadres van {names} (bij Instellingen)").format(names=enumerate_names(without))
    unsure = [naam for naam, adressaat in told if _has_address(adressaat) and adressaat.gecontroleerd_op is None]
    if unsure:
        yield _("of het adres van {names} nog klopt (bij Instellingen)").format(names=enumerate_names(unsure))


def _colleges(gegevens: Gegevens, soorten: set[str]) -> Iterator[str]:
    if soorten & (_DECISIONS | set(ADRESSATEN)):
        decided = [each for each in gegevens.colleges if each.besluit_op]
        undecided = [each for each in gegevens.colleges if not each.besluit_op]
        announced = [each for each in gegevens.colleges if each.behandeling.bekendgemaakt_op]
        yield from _said(_("datum en nummer van het besluit van {names}"), undecided)
        yield from _said(
            _("besluitnummer van {names}"), [e for e in decided if not e.behandeling.besluitnummer.strip()]
        )
        yield from _said(_("vindplaats van de bekendmaking van {names}"), [
            each for each in announced if not each.behandeling.vindplaats.strip()
        ])  # fmt: skip
    if gegevens.view.stand is Status.AFGEKEURD and soorten & set(ADRESSATEN):
        yield _("wat het COA afkeurde: {reden}").format(reden=gegevens.view.verwerkingen[-1].reden.strip())
    if gegevens.view.herverdeling.bezwaarclausule and soorten & _DECISIONS:
        yield _("de bezwaarclausule: laat juridisch toetsen of bezwaar openstaat")


def _said(what: str, colleges: Collection[College]) -> Iterator[str]:
    if colleges:
        names = enumerate_names(college.gemeente.naam for college in colleges)
        yield _("{what} (bij Herverdelingen)").format(what=what.format(names=names))


def _has_address(whose: Regio | Gemeente | Adressaat) -> bool:
    return bool(whose.postadres.strip() and whose.plaats.strip())
