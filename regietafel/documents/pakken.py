"""What goes along with the documents of an agreement: the dossier in one PDF, the zip for the archive, the e-mails."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePath

from regietafel.documents.blocks import Document
from regietafel.documents.bundel.metadata import Bestand, Kop
from regietafel.documents.maken import Geschreven, as_pdf, file_name_in
from regietafel.documents.plain import as_text
from regietafel.documents.stuk import (
    BIJLAGEN_IN,
    BRONDATA,
    SOORTEN_IN,
    UW_KENMERK,
    VORM,
    WEGLATINGEN,
    Stuk,
    fingerprint,
    with_facts,
)
from regietafel.documents.stukken.herverdeling import Gegevens
from regietafel.documents.verzenden import Bericht
from regietafel.documents.woo.publicatie import cleaner, without_words
from regietafel.documents.woo.reeks import public_names, weglatingen
from regietafel.documents.woo.tekst import Persoonsgegeven
from regietafel.domain.document import Bijlage
from regietafel.files import file_name
from regietafel.i18n import _
from regietafel.queries.bijlagen import Meegestuurd

# To whom, about what, the text, the attachments by name, and the day: ``exchange.eml.eml_bytes``.
Eml = Callable[[Sequence[str], str, str, Sequence[tuple[str, bytes]], datetime.date], bytes]
Meegaand = tuple[Bijlage, bytes]

DOSSIER, ZIP = "dossier", "zip"
BUNDELS = {DOSSIER: "pdf", ZIP: "zip"}  # by kind, in which form


@dataclass(frozen=True, kw_only=True)
class Pakket:
    """What was rendered, and what is made of that.

    ``made`` walks over the documents, of these ``soorten`` and in this ``vorm``; each walk can be stopped. ``weg`` is
    what goes when they are publication versions, and otherwise None.
    """

    gegevens: Gegevens
    made: Callable[[], Iterator[Geschreven]]
    bijlagen: Sequence[Meegaand]
    soorten: Collection[str]
    vorm: str
    weg: Sequence[Persoonsgegeven] | None
    folder: Path

    def dossier(self) -> tuple[Geschreven, Sequence[str]]:
        """Everything in one PDF, and what the user must know of it."""
        from regietafel.documents.bundel.dossier import make_dossier

        stuk = self._bundle(DOSSIER)
        opmaak = self.gegevens.middelen.opmaak()
        found = make_dossier(
            titel=stuk.document.title,
            author=stuk.document.author,
            kenmerk=stuk.document.kenmerk,
            datum=stuk.document.datum,
            stukken=[(each.stuk.document.title, as_pdf(each)) for each in self.made()],
            bijlagen=[
                Meegestuurd(titel=titel, bestandsnaam=naam, inhoud=inhoud) for titel, naam, inhoud in self._annexes
            ],
            opmaak=opmaak if self.weg is None else without_words(opmaak, self._clean),
        )
        return Geschreven(stuk, self.folder / stuk.bestandsnaam, found.pdf), found.meldingen

    def zip(self) -> tuple[Geschreven, Sequence[str]]:
        """All files in one zip for the archive."""
        from regietafel.documents.bundel.pakket import make_zip

        view, stuk, clean = self.gegevens.view, self._bundle(ZIP), self._clean
        parties = [_("gemeente {naam}").format(naam=each.gemeente) for each in view.partijen]
        kop = Kop(
            titel=stuk.document.title,
            kenmerk=stuk.document.kenmerk,
            bron=stuk.document.author,
            datum=self.gegevens.datum,
            begin=view.periode.begin,
            einde=view.herverdeling.laatste.einde,
            betrokkenen=[(_("partij"), clean(party)) for party in parties],
            events=[(what, day, clean(who)) for what, day, who in self._events()],
        )
        content = make_zip([*self._files()], kop)
        return Geschreven(stuk, self.folder / file_name_in(stuk, "zip"), content, "zip"), ()

    def mails(self, berichten: Sequence[Bericht], eml: Eml) -> Iterator[Geschreven]:
        """The e-mails, with what was rendered; without those documents that could not be.

        A publication version is addressed by hand: an address in the contact of a college may be that of an official.
        """
        rendered = {(each.stuk.soort, each.stuk.voor): each for each in self.made()}
        names = self._names([each.stuk for each in berichten])
        for each, name in zip(berichten, names, strict=True):
            keys = [(stuk.soort, stuk.voor) for stuk in each.bijlagen]
            files = [rendered[key] for key in keys if key in rendered]
            content = eml(
                [each.aan] if each.aan and self.weg is None else [],
                self._clean(each.stuk.document.subject),
                self._clean(as_text(each.stuk.document.blocks)),
                [(file.pad.name, file.bestand) for file in files],
                self.gegevens.datum,
            )
            stuk = replace(each.stuk, bestandsnaam=name, document=self._with_facts(each.stuk.document, files))
            yield Geschreven(stuk, self.folder / file_name_in(stuk, "eml"), content, "eml")

    @cached_property
    def _clean(self) -> Callable[[str], str]:
        """A title or a name beside the documents; in a publication version without what goes."""
        return cleaner(self.weg) if self.weg else str

    @cached_property
    def _annexes(self) -> Sequence[tuple[str, str, bytes]]:
        """Their titles, their file names, and the files."""
        made = []
        for bijlage, inhoud in self.bijlagen:
            path = PurePath(self._clean(bijlage.bestandsnaam))
            naam = bijlage.bestandsnaam if self.weg is None else file_name(path.stem, suffix=path.suffix.lower())
            made.append((self._clean(bijlage.titel), naam, inhoud))
        return made

    def _names(self, stukken: Sequence[Stuk]) -> list[str]:
        if self.weg is None:
            return [stuk.bestandsnaam for stuk in stukken]
        return public_names([(stuk.onderwerp, stuk.naam, stuk.voor) for stuk in stukken], self.weg)

    def _bundle(self, soort: str) -> Stuk:
        """What the register knows it by."""
        view, clean = self.gegevens.view, self._clean
        about = _("Herverdeling van de taakstelling voor {looptijd}").format(looptijd=self.gegevens.looptijd)
        document = Document(
            title=clean(_("Dossier herverdeling {kenmerk}").format(kenmerk=view.kenmerk)),
            author=clean(self.gegevens.regio.naam),
            subject=clean(about),
            kenmerk=clean(view.kenmerk),
            datum=self.gegevens.datum,
            blocks=(),
        )
        annexes = {BIJLAGEN_IN: describe_annexes(each for each, _inhoud in self.bijlagen)}
        stuk = Stuk(
            soort=soort,
            naam=_("Dossier"),
            onderwerp=view.kenmerk,
            herverdeling_id=view.id,
            bestandsnaam=bundle_name(self.gegevens),
            document=with_facts(self._with_facts(document, self.made()), **annexes),
        )
        (name,) = self._names([stuk])
        return replace(stuk, bestandsnaam=name)

    def _with_facts(self, document: Document, inside: Iterable[Geschreven]) -> Document:
        """With how it was asked for, and of what is in it whether that is still the same."""
        facts = {
            BRONDATA: next(filter(None, (dict(each.stuk.document.feiten).get(BRONDATA) for each in self.made())), ""),
            UW_KENMERK: self.gegevens.uw_kenmerk,
            VORM: self.vorm,
            SOORTEN_IN: " ".join(self.soorten),
            WEGLATINGEN: weglatingen(self.weg or ()),
        }
        return with_facts(document, **facts, **{each.stuk.label: fingerprint(each.stuk.document) for each in inside})

    def _files(self) -> Iterator[Bestand]:
        for each in self.made():
            document = each.stuk.document
            path = PurePath(each.pad.name)
            yield Bestand(
                naam=file_name(*path.stem.split(), suffix=path.suffix),  # as every system takes it, and whole
                titel=document.title,
                datum=document.datum,
                inhoud=each.bestand,
                soort=self._clean(each.stuk.naam),
                voor=self._clean(each.stuk.voor),
            )
        for number, (titel, bestandsnaam, inhoud) in enumerate(self._annexes, start=1):
            path = PurePath(bestandsnaam)
            name = file_name(_("Bijlage"), str(number), path.stem, suffix=path.suffix.lower())
            yield Bestand(naam=name, titel=titel, inhoud=inhoud, soort=_("Bijlage"))

    def _events(self) -> Iterator[tuple[str, datetime.date, str]]:
        for each in self.gegevens.view.partijen:
            college = _("college van {naam}").format(naam=each.gemeente)
            if each.behandeling.besluit_op and not each.behandeling.geweigerd:
                yield _("besluit"), each.behandeling.besluit_op, college
            if each.behandeling.bekendgemaakt_op:
                yield _("bekendmaking"), each.behandeling.bekendgemaakt_op, college


def bundle_name(gegevens: Gegevens) -> str:
    """The file name of a dossier; a zip has the same with its own ending."""
    return file_name(gegevens.view.kenmerk, _("Dossier"), suffix=".pdf")


def describe_annexes(bijlagen: Iterable[Bijlage]) -> str:
    """The annexes in a package, as a fact it was made from."""
    return "\n".join(f"{each.titel} ({each.inhoud[:8]})" for each in bijlagen)
