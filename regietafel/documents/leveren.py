"""Everything asked for of one agreement at once: documents, dossier, zip, e-mails. All is written, or nothing."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from regietafel.documents.blocks import Brongegeven
from regietafel.documents.maken import Geschreven, Uitkomst, in_form, refuse_existing, render_stukken
from regietafel.documents.pakken import BUNDELS, DOSSIER, ZIP, Eml, Meegaand, Pakket, bundle_name
from regietafel.documents.reeks import Plan, chosen, compose_reeks, plans
from regietafel.documents.stuk import Mislukt, Reeks, Stuk
from regietafel.documents.stukken.herverdeling import Gegevens, collect
from regietafel.documents.verzenden import mail_names, make_berichten, not_enclosed
from regietafel.documents.woo.reeks import public_names, publish_reeks
from regietafel.documents.woo.tekst import Persoonsgegeven
from regietafel.documents.woo.vinden import Bekend, personal_data, read_bekend
from regietafel.errors import RegietafelError
from regietafel.files import file_name, write_files
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.bijlagen import bijlagen
from regietafel.queries.herverdelingen import HerverdelingBlad

T = TypeVar("T", Stuk, Geschreven)

# The numbers of an agreement as a workbook: ``exchange.brondata.brondata``.
Bron = Callable[[HerverdelingBlad], bytes]
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Leverbaar(Protocol):
    """Documents that were asked for, of which everything was read: no ledger is touched from here on.

    ``names`` are the files that would be written when everything can be made; ``make`` renders, see ``Levering``.
    """

    def names(self) -> tuple[str, ...]: ...

    def make(self, plannen: Sequence[Plan], folder: Path) -> Uitkomst: ...


class Gerenderd(NamedTuple):
    """The documents by themselves, and what went from them when they are publication versions, otherwise None."""

    uitkomst: Uitkomst
    weg: Sequence[Persoonsgegeven] | None


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What to make: documents of these kinds (all when none is named) in ``vorm``, and beside them the rest.

    Without ``los`` only the rest. ``openbaar`` makes publication versions; ``brondata`` does not travel in those.
    """

    soorten: Collection[str] = ()
    vorm: str = "pdf"
    los: bool = True
    openbaar: bool = False
    dossier: bool = False
    zip: bool = False
    eml: Eml | None = None
    brondata: Bron | None = None
    uw_kenmerk: str = ""

    @property
    def bundels(self) -> tuple[str, ...]:
        """Which packages."""
        wanted = {DOSSIER: self.dossier, ZIP: self.zip}
        return tuple(soort for soort in BUNDELS if wanted[soort])


@dataclass(frozen=True, kw_only=True)
class Levering:
    """What was read to make it. From here on no ledger is touched, so the rest can run on a thread."""

    vraag: Vraag
    gegevens: Gegevens
    plannen: tuple[Plan, ...]
    bijlagen: tuple[Meegaand, ...]
    bekend: Bekend

    def names(self) -> tuple[str, ...]:
        """The files that would be written, when everything can be made."""
        vraag, gegevens = self.vraag, self.gegevens
        documents = [((each.naam, each.voor), each.bestandsnaam) for each in self.plannen if vraag.los]
        readers = mail_names(gegevens, {each.voor for each in self.plannen}) if vraag.eml else {}
        mails = [((_("E-mail"), voor), name) for voor, name in readers.items()]
        bundle = [((_("Dossier"), ""), bundle_name(gegevens))]
        return (
            *self._called(documents, vraag.vorm),
            *(name for soort in vraag.bundels for name in self._called(bundle, BUNDELS[soort])),
            *self._called(mails, "eml"),
        )

    def make(self, plannen: Sequence[Plan], folder: Path) -> Uitkomst:
        """Render these of the documents, and what goes with them, as they are to be written to that folder.

        What cannot be made is told, and left out. The work walks over ``plannen`` several times: a sequence that
        raises stops it.
        """
        vraag = self.vraag
        rendered, weg = render_plannen(
            plannen,
            partial(compose_reeks, self.gegevens, brongegevens=self._bron()),
            self.bekend if vraag.openbaar else None,
            folder,
            vraag.vorm,
        )
        made = partial(along, plannen, rendered.geschreven)
        soorten = tuple(dict.fromkeys(plan.soort for plan in self.plannen))
        pakket = Pakket(
            gegevens=self.gegevens,
            made=made,
            bijlagen=self.bijlagen,
            soorten=soorten,
            vorm=vraag.vorm,
            weg=weg,
            folder=folder,
        )
        extra: list[Geschreven] = []
        lost, told = [*rendered.mislukt], list[str]()
        for soort in vraag.bundels if rendered.geschreven else ():
            try:
                geschreven, meldingen = pakket.dossier() if soort == DOSSIER else pakket.zip()
            except RegietafelError as error:
                lost.append(Mislukt(_("Dossier") if soort == DOSSIER else _("Zip"), str(error)))
                continue
            extra.append(geschreven)
            told += meldingen
        if vraag.eml:
            berichten, failed = make_berichten(self.gegevens, [each.stuk for each in rendered.geschreven])
            lost += failed
            told += not_enclosed(berichten)
            extra += pakket.mails(berichten, vraag.eml)
        loose = [*made()]  # the last walk: who stops before its end finds the folder as it was
        return Uitkomst(geschreven=(*(loose if vraag.los else ()), *extra), mislukt=tuple(lost), meldingen=tuple(told))

    def _called(self, known: Sequence[tuple[tuple[str, str], str]], vorm: str) -> list[str]:
        """The file names of what is this, for whom, with its name when it is not public."""
        found = [name for _parts, name in known]
        if self.vraag.openbaar:
            kenmerk = self.gegevens.view.kenmerk
            found = public_names([(kenmerk, *parts) for parts, _name in known], personal_data(self.bekend))
        return [in_form(name, vorm) for name in found]

    def _bron(self) -> tuple[Brongegeven, ...]:
        if self.vraag.brondata is None:
            return ()
        found = Brongegeven(
            bestandsnaam=file_name(self.gegevens.view.kenmerk, _("getallen"), suffix=".xlsx"),
            mime=_XLSX,
            inhoud=self.vraag.brondata(self.gegevens.view),
            uitleg=_("De getallen van dit besluit: de taakstellingen en de overdrachten."),
        )
        return (found,)


def read_levering(ledger: Ledger, herverdeling_id: int, datum: datetime.date, vraag: Vraag) -> Levering:
    """Everything that is needed to make it, dated ``datum``. Raises RegietafelError as ``make_reeks`` does."""
    gegevens = collect(ledger, herverdeling_id, datum, vraag.uw_kenmerk)
    annexes = [each for each in bijlagen(ledger, herverdeling_id) if each.openbaar or not vraag.openbaar]
    planned = tuple(plans(gegevens, chosen(vraag.soorten)))
    if not planned:
        raise RegietafelError(_("Alle colleges hebben besloten; er zijn geen collegevoorstellen meer."))
    return Levering(
        vraag=vraag,
        gegevens=gegevens,
        plannen=planned,
        bijlagen=tuple((each, ledger.inhoud.get(each.inhoud)) for each in annexes) if vraag.bundels else (),
        bekend=read_bekend(ledger, herverdeling_id),
    )


def render_plannen(
    plannen: Sequence[Plan],
    compose: Callable[[Iterable[Plan]], Reeks],
    bekend: Bekend | None,
    folder: Path,
    vorm: str,
) -> Gerenderd:
    """These documents as they are to be written; publication versions when ``bekend`` says what may have to go."""
    reeks, weg = compose(plannen), None
    if bekend is not None:
        weg = personal_data(bekend, [stuk.document for stuk in reeks.stukken])
        reeks = publish_reeks(reeks, weg)
    made = render_stukken(_along(plannen, reeks.stukken, _same), folder, vorm)
    return Gerenderd(Uitkomst(geschreven=made.geschreven, mislukt=(*reeks.mislukt, *made.mislukt)), weg)


def deliver(levering: Leverbaar, plannen: Sequence[Plan], folder: Path, *, overwrite: bool = False) -> Uitkomst:
    """Write to a folder, which is made when it is missing. What cannot be made is told, and left out.

    Raises RegietafelError, and leaves the folder as it was, when something is there already and ``overwrite`` is
    False, or when it cannot be written; for ``plannen`` see ``Levering.make``.
    """
    refuse_existing(folder, [folder / name for name in levering.names()], overwrite=overwrite)
    made = levering.make(plannen, folder)
    refuse_existing(folder, made.paden, overwrite=overwrite)  # once all has been read, a name may be another one
    write_files(made.bestanden)
    return made


def along(plannen: Iterable[Plan], made: Sequence[Geschreven]) -> Iterator[Geschreven]:
    """What was rendered, in step with a walk over the plans."""
    return _along(plannen, made, _stuk)


def _along(plannen: Iterable[Plan], things: Sequence[T], stuk: Callable[[T], Stuk]) -> Iterator[T]:
    """What was made, in step with a walk over the plans."""
    known = {(stuk(each).soort, stuk(each).voor): each for each in things}
    for plan in plannen:
        if (plan.soort, plan.voor) in known:
            yield known[plan.soort, plan.voor]


def _same(stuk: Stuk) -> Stuk:
    return stuk


def _stuk(each: Geschreven) -> Stuk:
    return each.stuk
