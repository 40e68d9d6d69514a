"""Everything asked for of one meeting at once: documents, package, e-mails. ``leveren.deliver`` writes it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from regietafel.documents.blocks import Brongegeven
from regietafel.documents.leveren import along, render_plannen
from regietafel.documents.maken import Geschreven, Uitkomst, day_in, in_form, numbers_in
from regietafel.documents.overlegerbij import Eml, Erbij, unsent
from regietafel.documents.overlegnamen import beside, mail_name, name_files, uitnodiging_stuk
from regietafel.documents.overlegpakket import GEHEEL, Overlegpakket
from regietafel.documents.overlegplannen import chosen, plans
from regietafel.documents.overlegsoorten import (
    AGENDA,
    LEDEN,
    LIJST,
    PAKKET,
    TER_INFORMATIE,
    UITNODIGING,
)
from regietafel.documents.reeks import Plan, compose_plannen
from regietafel.documents.stuk import OP, SOORTEN_IN, VERSIE, VORM, Mislukt, Reeks, Stuk
from regietafel.documents.stukken.agendawijzigingen import wijzigingen
from regietafel.documents.stukken.momentopname import to_keep
from regietafel.documents.stukken.overleg import Overleggegevens, apart, collect_overleg, openly
from regietafel.documents.stukken.overleg_open import overleg_open
from regietafel.documents.verzenden import SOORT
from regietafel.documents.woo.reeks import Voorbereiding, prepare_reeks, publish_reeks
from regietafel.documents.woo.tekst import Persoonsgegeven
from regietafel.documents.woo.vinden import Bekend, personal_data, read_bekend
from regietafel.domain.document import Archiefstuk
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger


@dataclass(frozen=True, kw_only=True)
class OverlegVraag:
    """What to make: documents of these kinds (all that there are, when none is named) in ``vorm``, and the rest.

    Without ``los`` only the rest: the ``pakket``, the e-mails, and ``ics``, the invitation as
    ``exchange.uitnodiging`` makes it. ``openbaar`` makes publication versions. ``versie`` and ``peildatum`` are of
    the agenda, see ``collect_overleg``.
    """

    soorten: Collection[str] = ()
    vorm: str = "pdf"
    los: bool = True
    openbaar: bool = False
    pakket: bool = False
    eml: Eml | None = None
    ics: bytes = b""
    versie: int | None = None
    peildatum: datetime.date | None = None


@dataclass(frozen=True, kw_only=True)
class OverlegLevering:
    """What was read to make it. From here on no ledger is touched, so the rest can run on a thread.

    ``gegevens`` are those of the members, or of everyone when these are publication versions.
    """

    vraag: OverlegVraag
    gegevens: Overleggegevens
    plannen: tuple[Plan, ...]
    verslagen: tuple[Overleggegevens, ...]  # whose list is to be adopted
    bestanden: Mapping[str, bytes]  # of the annexes, by sha-256
    bekend: Bekend

    @property
    def momentopname(self) -> bytes:
        """The agenda in this version, to be kept when it is sent (``actions.agenda.record_verzending``).

        Raises RegietafelError when it is too large for that.
        """
        return to_keep(self.gegevens.opname)

    @cached_property
    def wijzigingen(self) -> tuple[str, ...]:
        """What is otherwise than in the version before; nothing of a first version."""
        return wijzigingen(self.gegevens.vorige, self.gegevens.opname) if self.gegevens.vorige else ()

    @property
    def nog_open(self) -> tuple[str, ...]:
        """What the documents leave open because nobody filled it in; it keeps nothing from being made."""
        vraag = self.vraag
        return overleg_open(self.gegevens, self._soorten, mail=vraag.eml is not None, openbaar=vraag.openbaar)

    def names(self) -> tuple[str, ...]:
        """The files that would be written, when everything can be made."""
        vraag, gegevens = self.vraag, self.gegevens
        loose = [(each.naam, each.voor, each.soort != LIJST) for each in self.plannen if vraag.los]
        package, agenda = gegevens.naam(_("Vergaderpakket")), AGENDA in self._soorten
        packed = [(package, voor, True) for voor in self.voor if agenda and (not voor or PAKKET in self.apart)]
        mail = mail_name(gegevens, agenda=agenda)
        mailed = [(mail, voor, agenda) for voor in self._readers()] if vraag.eml else []
        return (
            *self._called(loose, vraag.vorm),
            *([*self._called(packed, "pdf"), *self._beside()] if vraag.pakket and agenda else ()),
            *self._called(mailed, "eml"),
            *([in_form(uitnodiging_stuk(gegevens).bestandsnaam, "ics")] if vraag.ics else []),
        )

    def make(self, plannen: Sequence[Plan], folder: Path) -> Uitkomst:
        """As ``leveren.Levering.make``."""
        vraag = self.vraag
        bekend = self.bekend if vraag.openbaar else None
        rendered, weg = render_plannen(plannen, self.compose, bekend, folder, vraag.vorm)
        pakket = self._pakket(rendered.geschreven, weg)
        lost, told, extra = [*rendered.mislukt], list[str](), list[Geschreven]()
        naast: dict[str, Sequence[Brongegeven]] = {}

        def take(wanted: Callable[[], Erbij], wat: str) -> None:
            try:
                erbij = wanted()
                inhoud = erbij.make()
            except RegietafelError as error:
                lost.append(Mislukt(wat, str(error)))
                return
            pad = folder / in_form(erbij.stuk.bestandsnaam, erbij.vorm)
            extra.append(Geschreven(erbij.stuk, pad, inhoud.bestand, erbij.vorm))
            told.extend(inhoud.meldingen)
            if inhoud.naast:
                naast[erbij.stuk.voor] = inhoud.naast

        for each in pakket.pakketten() if vraag.pakket else ():
            take(each, _("Vergaderpakket"))
        for each in pakket.mails([*extra], naast, vraag.eml, vraag.ics) if vraag.eml and rendered.geschreven else ():
            take(each, _("E-mail"))
        if vraag.ics:
            take(partial(pakket.uitnodiging, vraag.ics), _("Uitnodiging"))
        loose = [*along(plannen, rendered.geschreven)]  # the last walk: who stops before its end finds nothing changed
        return Uitkomst(
            geschreven=(*(loose if vraag.los else ()), *extra),
            mislukt=tuple(lost),
            meldingen=tuple(dict.fromkeys(told)),  # of an annex in two packages once
            naast=tuple(
                {folder / each.bestandsnaam: each.inhoud for files in naast.values() for each in files}.items()
            ),
        )

    def compose(self, plannen: Iterable[Plan]) -> Reeks:
        """These documents; what cannot be made is told."""
        return compose_plannen(plannen, self._stuk)

    def prepare(self) -> Voorbereiding:
        """What there is to decide about the publication versions, when these were asked for."""
        return prepare_reeks(self.compose(self.plannen), self.bekend)

    def again(self, soort: str, voor: str) -> Stuk:
        """What would be made of this kind for this reader now. Raises RegietafelError that says why it cannot."""
        if soort == UITNODIGING:
            return uitnodiging_stuk(self.gegevens)
        wanted = [plan for plan in self.plannen if (plan.soort, plan.voor) == (soort, voor)]
        reeks, weg = self.compose(wanted or self.plannen), None
        if self.vraag.openbaar:
            weg = personal_data(self.bekend, [stuk.document for stuk in reeks.stukken])
            reeks = publish_reeks(reeks, weg)
        unwritten = [Geschreven(stuk, Path(stuk.bestandsnaam), b"") for stuk in reeks.stukken]
        pakket = self._pakket(unwritten, weg)
        packed = [each().stuk for each in pakket.pakketten()] if self.vraag.pakket and not wanted else []
        made = [*reeks.complete(), *packed]
        if soort == SOORT:
            packages = [Geschreven(stuk, Path(stuk.bestandsnaam), b"") for stuk in packed]
            made += [each().stuk for each in pakket.mails(packages, {}, unsent, b"")]
        for stuk in made:
            if (stuk.soort, stuk.voor) == (soort, voor):
                return stuk
        raise RegietafelError(_("Dit document is er bij dit overleg niet meer."))

    @cached_property
    def apart(self) -> Collection[str]:
        """The kinds of which who is no member gets one apart."""
        return apart(self.gegevens, self.verslagen)

    @cached_property
    def voor(self) -> Mapping[str, Overleggegevens]:
        """The facts as each reader may see them: the members under an empty name."""
        return {"": self.gegevens, **({TER_INFORMATIE: openly(self.gegevens)} if self.apart else {})}

    @cached_property
    def _soorten(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(plan.soort for plan in self.plannen))

    def _stuk(self, plan: Plan) -> Stuk:
        return Stuk(
            soort=plan.soort,
            naam=plan.naam,
            voor=plan.voor,
            onderwerp=self.gegevens.onderwerp(agenda=plan.soort != LIJST),
            overleg_id=self.gegevens.overleg.id,
            bestandsnaam=plan.bestandsnaam,
            document=plan.make(),
        )

    def _pakket(self, gerenderd: Sequence[Geschreven], weg: Sequence[Persoonsgegeven] | None) -> Overlegpakket:
        return Overlegpakket(
            voor=self.voor,
            apart=self.apart,
            gerenderd=gerenderd,
            verslagen=self.verslagen,
            bestanden=self.bestanden,
            soorten=self._soorten,
            vorm=self.vraag.vorm,
            bekend=self.bekend,
            weg=weg,
        )

    def _beside(self) -> Iterator[str]:
        """The files of the annexes beside the package."""
        from regietafel.documents.bundel.opname import goes_beside

        for each in self.gegevens.opname.bijlagen:
            inhoud = self.bestanden.get(each.inhoud)
            if inhoud and (each.openbaar or not self.vraag.openbaar) and goes_beside(each.bestandsnaam, inhoud):
                yield beside(self.gegevens, each.nummer, each.bestandsnaam, self._weg)

    def _readers(self) -> Sequence[str]:
        return (LEDEN, *([TER_INFORMATIE] if self.gegevens.ontvangers.informatie else []))

    def _called(self, parts: Sequence[tuple[str, str, bool]], vorm: str) -> list[str]:
        return [in_form(name, vorm) for name in name_files(self.gegevens, parts, self._weg)]

    @cached_property
    def _weg(self) -> Sequence[Persoonsgegeven] | None:
        """What goes from the names of publication versions."""
        return personal_data(self.bekend) if self.vraag.openbaar else None


def read_overleglevering(ledger: Ledger, overleg_id: int, datum: datetime.date, vraag: OverlegVraag) -> OverlegLevering:
    """Everything that is needed to make it, dated ``datum``. Raises RegietafelError that says what is in the way."""
    if vraag.openbaar and (vraag.eml or vraag.ics):
        raise RegietafelError(_("Een openbare versie gaat niet per e-mail. Maak die apart."))
    gegevens = collect_overleg(ledger, overleg_id, datum, peildatum=vraag.peildatum, versie=vraag.versie)
    soorten = chosen(gegevens, vraag.soorten, openbaar=vraag.openbaar, pakket=vraag.pakket)
    if vraag.openbaar:
        gegevens = openly(gegevens)
    wanted = {punt.verslag_van_id for punt in gegevens.opname.punten} if vraag.pakket else set()
    there = [id for id in sorted(filter(None, wanted)) if ledger.overleggen.find(id=id)]
    verslagen = tuple(collect_overleg(ledger, id, datum) for id in there)
    if vraag.openbaar:  # a concept is for the members
        verslagen = tuple(each for each in verslagen if each.vastgesteld_op)
    needed = [each for each in gegevens.opname.bijlagen if vraag.pakket or vraag.eml]
    return OverlegLevering(
        vraag=vraag,
        gegevens=gegevens,
        plannen=tuple(plans(gegevens, soorten)),
        verslagen=verslagen,
        bestanden=_files(ledger, [each.inhoud for each in needed]),
        bekend=read_bekend(ledger, overleg_id=overleg_id),
    )


def asked_for(ledger: Ledger, was: Archiefstuk, asked: Mapping[str, str], eml: Eml | None = None) -> OverlegLevering:
    """What it takes to make this document of the register again, as it was asked for. Raises RegietafelError."""
    if was.overleg_id is None or ledger.overleggen.find(id=was.overleg_id) is None:
        raise RegietafelError(_("Het overleg {onderwerp} is verwijderd.").format(onderwerp=was.onderwerp))
    together = was.soort in {PAKKET, SOORT}
    vraag = OverlegVraag(
        soorten=asked.get(SOORTEN_IN, "").split() if together else (),
        vorm=asked.get(VORM, "pdf") if together else was.vorm,
        los=not together,
        openbaar=was.openbaar,
        pakket=was.soort == PAKKET or GEHEEL in asked,
        eml=eml if was.soort == SOORT else None,
        versie=next(iter(numbers_in(asked, VERSIE)), None) if VERSIE in asked else None,
        peildatum=day_in(asked, OP) if OP in asked else None,
    )
    return read_overleglevering(ledger, was.overleg_id, was.datum, vraag)


def _files(ledger: Ledger, shas: Sequence[str]) -> Mapping[str, bytes]:
    """What is in these annexes; one that was taken out of the file since is not among them."""
    known = {each.inhoud for each in ledger.bijlagen}
    return {sha: ledger.inhoud.get(sha) for sha in dict.fromkeys(shas) if sha in known}
