"""Everything asked for of one meeting at once: documents, package, e-mails. ``leveren.deliver`` writes it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from regietafel.documents.blocks import Document
from regietafel.documents.leveren import along, render_plannen
from regietafel.documents.maken import Geschreven, Uitkomst, day_in, in_form, numbers_in
from regietafel.documents.overlegnamen import mail_name, name_files, overleg_file, uitnodiging_stuk
from regietafel.documents.overlegpakket import GEHEEL, Eml, Erbij, Overlegpakket, unsent
from regietafel.documents.overlegsoorten import (
    AGENDA,
    DRAAIBOEK,
    LEDEN,
    LIJST,
    OVERLEGSOORTEN,
    PAKKET,
    TER_INFORMATIE,
    UITNODIGING,
)
from regietafel.documents.reeks import Plan, compose_plannen
from regietafel.documents.stuk import OP, SOORTEN_IN, VERSIE, VORM, Mislukt, Reeks, Stuk
from regietafel.documents.stukken.agenda import make_agenda
from regietafel.documents.stukken.agendawijzigingen import wijzigingen
from regietafel.documents.stukken.besluitenlijst import make_besluitenlijst
from regietafel.documents.stukken.draaiboek import make_draaiboek
from regietafel.documents.stukken.momentopname import to_keep
from regietafel.documents.stukken.overleg import Overleggegevens, apart, collect_overleg, openly
from regietafel.documents.stukken.overleg_open import overleg_open
from regietafel.documents.verzenden import SOORT
from regietafel.documents.woo.reeks import Voorbereiding, prepare_reeks, publish_reeks
from regietafel.documents.woo.tekst import Persoonsgegeven
from regietafel.documents.woo.vinden import Bekend, personal_data, read_bekend
from regietafel.domain.document import Archiefstuk
from regietafel.domain.overleg import BEZIG, GEHOUDEN
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_date
from regietafel.ledger import Ledger

_MAKE: Mapping[str, Callable[[Overleggegevens], Document]] = {
    AGENDA: make_agenda,
    DRAAIBOEK: make_draaiboek,
    LIJST: make_besluitenlijst,
}


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
            *(self._called(packed, "pdf") if vraag.pakket else ()),
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

        def take(wanted: Callable[[], Erbij], wat: str) -> None:
            try:
                erbij = wanted()
                inhoud, meldingen = erbij.make()
            except RegietafelError as error:
                lost.append(Mislukt(wat, str(error)))
                return
            pad = folder / in_form(erbij.stuk.bestandsnaam, erbij.vorm)
            extra.append(Geschreven(erbij.stuk, pad, inhoud, erbij.vorm))
            told.extend(meldingen)

        for each in pakket.pakketten() if vraag.pakket else ():
            take(each, _("Vergaderpakket"))
        for each in pakket.mails([*extra], vraag.eml, vraag.ics) if vraag.eml and rendered.geschreven else ():
            take(each, _("E-mail"))
        if vraag.ics:
            take(partial(pakket.uitnodiging, vraag.ics), _("Uitnodiging"))
        loose = [*along(plannen, rendered.geschreven)]  # the last walk: who stops before its end finds nothing changed
        return Uitkomst(geschreven=(*(loose if vraag.los else ()), *extra), mislukt=tuple(lost), meldingen=tuple(told))

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
            made += [each().stuk for each in pakket.mails(packages, unsent, b"")]
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

    def _readers(self) -> Sequence[str]:
        return (LEDEN, *([TER_INFORMATIE] if self.gegevens.ontvangers.informatie else []))

    def _called(self, parts: Sequence[tuple[str, str, bool]], vorm: str) -> list[str]:
        weg = personal_data(self.bekend) if self.vraag.openbaar else None
        return [in_form(name, vorm) for name in name_files(self.gegevens, parts, weg)]


def read_overleglevering(ledger: Ledger, overleg_id: int, datum: datetime.date, vraag: OverlegVraag) -> OverlegLevering:
    """Everything that is needed to make it, dated ``datum``. Raises RegietafelError that says what is in the way."""
    if vraag.openbaar and (vraag.eml or vraag.ics):
        raise RegietafelError(_("Een openbare versie gaat niet per e-mail. Maak die apart."))
    gegevens = collect_overleg(ledger, overleg_id, datum, peildatum=vraag.peildatum, versie=vraag.versie)
    soorten = _chosen(vraag, gegevens)
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
        plannen=tuple(_plans(gegevens, soorten)),
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


def _chosen(vraag: OverlegVraag, gegevens: Overleggegevens) -> Collection[str]:
    """The kinds that were asked for, or those that there are. Raises RegietafelError for one that there is not."""
    if unknown := [soort for soort in vraag.soorten if soort not in OVERLEGSOORTEN]:
        sentence = _("“{soort}” is geen soort document; kies uit {soorten}.")
        raise RegietafelError(sentence.format(soort=unknown[0], soorten=", ".join(OVERLEGSOORTEN)))
    begun = gegevens.overleg.staat in GEHOUDEN | {BEZIG} or bool(gegevens.lijst)
    if LIJST in vraag.soorten and not begun:
        sentence = _("Het overleg van {dag} is nog niet gehouden; er is nog geen actie- en besluitenlijst.")
        raise RegietafelError(sentence.format(dag=format_date(gegevens.overleg.datum)))
    if vraag.openbaar and DRAAIBOEK in vraag.soorten:
        raise RegietafelError(_("Het draaiboek is alleen voor de voorzitter; het wordt nooit openbaar."))
    if vraag.soorten:
        return {*vraag.soorten, *([AGENDA] if vraag.pakket else [])}
    return {AGENDA, *([LIJST] if begun else []), *([] if vraag.openbaar else [DRAAIBOEK])}


def _plans(gegevens: Overleggegevens, soorten: Collection[str]) -> Iterator[Plan]:
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


def _files(ledger: Ledger, shas: Sequence[str]) -> Mapping[str, bytes]:
    """What is in these annexes; one that was taken out of the file since is not among them."""
    known = {each.inhoud for each in ledger.bijlagen}
    return {sha: ledger.inhoud.get(sha) for sha in dict.fromkeys(shas) if sha in known}
