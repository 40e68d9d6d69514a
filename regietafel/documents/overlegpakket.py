"""What goes along with the documents of a meeting: the package with the annexes, the e-mails, the invitation."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath

from regietafel.documents.blocks import Brongegeven, Document
from regietafel.documents.maken import Geschreven, as_pdf, render
from regietafel.documents.overlegerbij import Eml, Erbij, Inhoud
from regietafel.documents.overlegnamen import beside, empty_document, mail_name, overleg_file, uitnodiging_stuk
from regietafel.documents.overlegsoorten import (
    AGENDA,
    LEDEN,
    LIJST,
    PAKKET,
    TER_INFORMATIE,
)
from regietafel.documents.plain import as_text
from regietafel.documents.stuk import (
    BIJLAGEN_IN,
    SOORTEN_IN,
    VORM,
    WEGLATINGEN,
    Reeks,
    Stuk,
    fingerprint,
    with_facts,
)
from regietafel.documents.stukken.besluitenlijst import make_besluitenlijst
from regietafel.documents.stukken.momentopname import Agendabijlage
from regietafel.documents.stukken.overleg import Overleggegevens, of_version, openly
from regietafel.documents.stukken.overlegbericht import make_bericht_overleg
from regietafel.documents.verzenden import SOORT
from regietafel.documents.woo.publicatie import cleaner, publish, without_words
from regietafel.documents.woo.reeks import publish_reeks, weglatingen
from regietafel.documents.woo.tekst import Persoonsgegeven
from regietafel.documents.woo.vinden import Bekend, personal_data
from regietafel.domain.overleg import VERVALLEN
from regietafel.errors import RegietafelError
from regietafel.files import file_name
from regietafel.i18n import _, format_date_long
from regietafel.queries.bijlagen import Meegestuurd

GEHEEL = "pakket"  # among the facts of an e-mail: the package goes with it instead of the agenda and its annexes
_MOST_MAILED = 20_000_000  # bytes: what most mail servers take, once it is written as text


@dataclass(frozen=True, kw_only=True)
class Overlegpakket:
    """What was rendered for the meeting, and what is made of that.

    ``voor`` has the facts as each reader may see them: members under an empty name. Who is no member reads what they
    do, but for the kinds that are ``apart``. ``weg`` is what goes from publication versions, and otherwise None.
    """

    voor: Mapping[str, Overleggegevens]
    apart: Collection[str]
    gerenderd: Sequence[Geschreven]
    verslagen: Sequence[Overleggegevens]
    bestanden: Mapping[str, bytes]  # of the annexes, by sha-256
    soorten: Sequence[str]
    vorm: str
    bekend: Bekend
    weg: Sequence[Persoonsgegeven] | None

    def pakketten(self) -> Iterator[Callable[[], Erbij]]:
        """For the members and, when it is another one, for everyone else."""
        for voor in dict.fromkeys(["", self._reads(PAKKET, TER_INFORMATIE)]):
            if self._found(AGENDA, voor, self.gerenderd):
                yield lambda voor=voor: self._pakket(voor)  # type: ignore[misc]

    def mails(
        self, pakketten: Sequence[Geschreven], naast: Mapping[str, Sequence[Brongegeven]], eml: Eml, ics: bytes
    ) -> Iterator[Callable[[], Erbij]]:
        """To the members, and apart to those informed, when there are any.

        ``naast`` are the annexes beside the packages, by for whom these are.
        """
        yield lambda: self._mail("", pakketten, naast, eml, ics)
        if self.voor[""].ontvangers.informatie:
            yield lambda: self._mail(TER_INFORMATIE, pakketten, naast, eml, b"")

    def uitnodiging(self, ics: bytes) -> Erbij:
        """The invitation as a file for the calendar."""
        return Erbij(uitnodiging_stuk(self.voor[""]), "ics", lambda: Inhoud(ics))

    def _pakket(self, voor: str) -> Erbij:
        gegevens = self.voor[voor]
        (agenda,) = self._found(AGENDA, voor, self.gerenderd)
        lists = [*map(self._verslag, self._verslagen(gegevens))]
        annexes = self._annexes(gegevens)
        named = _("Vergaderpakket {reeks} {dag}").format(
            reeks=gegevens.overleg.reeks, dag=format_date_long(gegevens.opname.wanneer.datum)
        )
        inside = [("agenda", agenda.stuk.document), *((each.title, each) for each in lists)]
        stuk = self._public(
            Stuk(
                soort=PAKKET,
                naam=gegevens.naam(_("Vergaderpakket")),
                voor=voor,
                onderwerp=gegevens.onderwerp(agenda=True),
                overleg_id=gegevens.overleg.id,
                bestandsnaam=overleg_file(gegevens, gegevens.naam(_("Vergaderpakket")), voor, agenda=True),
                document=self._with_facts(empty_document(gegevens, named, agenda=True), gegevens, inside, annexes),
            )
        )

        def make() -> Inhoud:
            from regietafel.documents.bundel.dossier import make_dossier

            present = [each for each in annexes if each.inhoud in self.bestanden]
            opmaak = gegevens.middelen.opmaak()
            made = make_dossier(
                titel=stuk.document.title,
                author=stuk.document.author,
                kenmerk=stuk.document.kenmerk,
                datum=stuk.document.datum,
                stukken=[(agenda.stuk.document.title, as_pdf(agenda)), *((each.title, render(each)) for each in lists)],
                bijlagen=[self._sent(each) for each in present],
                nummers=[each.nummer for each in present],
                naam=_("Vergaderpakket"),
                opmaak=opmaak if self.weg is None else without_words(opmaak, self._clean),
                ernaast=lambda nummer, naam: beside(gegevens, nummer, naam, self.weg),
            )
            gone = _("Bijlage {n} is uit het bestand verwijderd en zit niet in het vergaderpakket: {titel}.")
            lost = [gone.format(n=each.nummer, titel=each.titel) for each in annexes if each not in present]
            return Inhoud(made.pdf, (*made.meldingen, *lost), made.naast)

        return Erbij(stuk, "pdf", make)

    def _mail(
        self,
        voor: str,
        pakketten: Sequence[Geschreven],
        naast: Mapping[str, Sequence[Brongegeven]],
        eml: Eml,
        ics: bytes,
    ) -> Erbij:
        gegevens = self.voor.get(voor, self.voor[""])
        papers, annexes = self._enclosed(voor, pakketten)
        if not papers:
            raise RegietafelError(_("Er is niets te mailen: kies de agenda of de actie- en besluitenlijst."))
        agenda = any(each.stuk.soort in {AGENDA, PAKKET} for each in papers)
        if gegevens.overleg.staat == VERVALLEN:  # nobody has to read up for it
            papers, annexes = (), ()
        label, names = _("Bijlage {n}: {titel}"), [each.stuk.naam for each in papers]
        numbered = [(label.format(n=each.nummer, titel=each.titel), each) for each in annexes]
        inside = [(each.stuk.naam, each.stuk.document) for each in papers]
        compose = partial(make_bericht_overleg, gegevens, leden=not voor, agenda=agenda)
        document = compose([*names, *(each for each, _annex in numbered)])
        to = gegevens.ontvangers.informatie if voor else gegevens.ontvangers.leden
        stuk = Stuk(
            soort=SOORT,
            naam=_("E-mail"),
            voor=voor or LEDEN,
            onderwerp=gegevens.onderwerp(agenda=agenda),
            overleg_id=gegevens.overleg.id,
            bestandsnaam=overleg_file(gegevens, mail_name(gegevens, agenda=agenda), voor or LEDEN, agenda=agenda),
            document=with_facts(
                self._with_facts(document, gegevens, inside, annexes),
                **{GEHEEL: _("ja") if pakketten else ""},
            ),
        )
        loose = [
            (named, _annex_file(each), self.bestanden[each.inhoud])
            for named, each in numbered
            if each.inhoud in self.bestanden
        ]
        for paper in papers:
            if paper.stuk.soort == PAKKET:
                there = naast.get(paper.stuk.voor, ())
                loose += [(each.uitleg, each.bestandsnaam, each.inhoud) for each in there]

        def make() -> Inhoud:
            files = [(each.pad.name, each.bestand) for each in papers]
            size = sum(len(content) for _name, content in files)
            said, told = [*names], [_LARGE.format(voor=stuk.voor)] if size > _MOST_MAILED else []
            for named, name, content in loose:
                if size + len(content) > _MOST_MAILED:
                    told.append(_TOO_LARGE.format(wat=named))
                    continue
                size += len(content)
                said.append(named)
                files.append((name, content))
            text, addresses = as_text(compose(said).blocks), [each.e_mail for each in to]
            return Inhoud(eml(addresses, document.subject, text, files, gegevens.datum, kalender=ics or None), told)

        return Erbij(stuk, "eml", make)

    def _enclosed(
        self, voor: str, pakketten: Sequence[Geschreven]
    ) -> tuple[Sequence[Geschreven], Sequence[Agendabijlage]]:
        """What this reader gets: the package, or the agenda with its annexes; and the list. Never the draaiboek."""
        found: list[Geschreven] = []
        for soort in (PAKKET, AGENDA, LIJST):
            if soort == AGENDA and found:
                continue
            found += self._found(soort, voor, (*pakketten, *self.gerenderd))
        loose = any(each.stuk.soort == AGENDA for each in found)
        return found, self._annexes(self.voor.get(voor, self.voor[""])) if loose else ()

    def _verslagen(self, gegevens: Overleggegevens) -> Iterator[Overleggegevens]:
        """The meetings whose list is on this agenda to be adopted."""
        wanted = {punt.verslag_van_id for punt in gegevens.opname.punten}
        for each in self.verslagen:
            if each.overleg.id in wanted:
                yield each if gegevens.besloten else openly(each)

    def _verslag(self, gegevens: Overleggegevens) -> Document:
        document = make_besluitenlijst(gegevens)
        return document if self.weg is None else publish(document, personal_data(self.bekend, [document]))

    def _annexes(self, gegevens: Overleggegevens) -> Sequence[Agendabijlage]:
        return [each for each in gegevens.opname.bijlagen if each.openbaar or self.weg is None]

    def _sent(self, bijlage: Agendabijlage) -> Meegestuurd:
        name = bijlage.bestandsnaam
        if self.weg is not None:
            path = PurePath(self._clean(name))
            name = file_name(path.stem, suffix=path.suffix.lower())
        return Meegestuurd(titel=self._clean(bijlage.titel), bestandsnaam=name, inhoud=self.bestanden[bijlage.inhoud])

    def _public(self, stuk: Stuk) -> Stuk:
        return stuk if self.weg is None else publish_reeks(Reeks(stukken=(stuk,)), self.weg).stukken[0]

    def _clean(self, text: str) -> str:
        return cleaner(self.weg)(text) if self.weg else text

    def _with_facts(
        self,
        document: Document,
        gegevens: Overleggegevens,
        inside: Sequence[tuple[str, Document]],
        annexes: Sequence[Agendabijlage],
    ) -> Document:
        """With how it was asked for, and of what is in it whether that is still the same."""
        facts = {
            VORM: self.vorm,
            SOORTEN_IN: " ".join(self.soorten),
            WEGLATINGEN: weglatingen(self.weg or ()),
            BIJLAGEN_IN: "\n".join(f"{each.nummer}. {each.titel} ({each.inhoud[:8]})" for each in annexes),
        }
        prints = {label: fingerprint(each) for label, each in inside}
        return of_version(with_facts(document, **facts, **prints), gegevens)

    def _reads(self, soort: str, voor: str) -> str:
        """For whom that is of which this reader gets a copy."""
        return voor if soort in self.apart else ""

    def _found(self, soort: str, voor: str, made: Sequence[Geschreven]) -> Sequence[Geschreven]:
        """What this reader gets of this kind; nothing when it could not be made, as that of another is not meant."""
        wanted = (soort, self._reads(soort, voor))
        return [each for each in made if (each.stuk.soort, each.stuk.voor) == wanted][:1]


_LARGE = _("De e-mail ({voor}) is groter dan 20 MB; veel postvakken weigeren hem. Stuur de bestanden apart.")
_TOO_LARGE = _("{wat} zit niet bij de e-mail: samen met de rest is dat meer dan 20 MB. Stuur dit bestand apart.")


def _annex_file(bijlage: Agendabijlage) -> str:
    path = PurePath(bijlage.bestandsnaam)
    return file_name(_("Bijlage"), str(bijlage.nummer), path.stem, suffix=path.suffix.lower())
