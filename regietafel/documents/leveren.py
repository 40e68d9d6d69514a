"""Everything asked for of one agreement at once: documents, dossier, zip, e-mails. All is written, or nothing."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from regietafel.documents.blocks import Document
from regietafel.documents.bundel.metadata import Bestand, Kop
from regietafel.documents.maken import Geschreven, Uitkomst, file_name_in, refuse_existing, render, render_stukken
from regietafel.documents.plain import as_text
from regietafel.documents.stuk import UW_KENMERK, Mislukt, Reeks, Stuk, fingerprint, with_facts
from regietafel.documents.stukken.herverdeling import Gegevens
from regietafel.documents.verzenden import Bericht, make_berichten
from regietafel.documents.woo.publicatie import cleaner, without_words
from regietafel.documents.woo.reeks import public_name, publish_reeks
from regietafel.documents.woo.tekst import Persoonsgegeven
from regietafel.documents.woo.vinden import personal_data
from regietafel.domain.document import Bijlage
from regietafel.errors import RegietafelError
from regietafel.files import file_name, write_files
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.bijlagen import Meegestuurd, bijlagen

# To whom, about what, the text, the attachments by name, and the day: ``exchange.eml.eml_bytes``.
Eml = Callable[[Sequence[str], str, str, Sequence[tuple[str, bytes]], datetime.date], bytes]
WEGLATINGEN = "weglatingen"
Meegaand = tuple[Bijlage, bytes]


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What to write: the documents in ``vorm``, and beside them the rest; without ``los`` only the rest.

    ``openbaar`` is what goes and what stays when they are publication versions, see ``personal``; otherwise None.
    """

    vorm: str = "pdf"
    los: bool = True
    openbaar: tuple[Persoonsgegeven, ...] | None = None
    dossier: bool = False
    zip: bool = False
    eml: Eml | None = None

    def clean(self, text: str) -> str:
        """A title or a name beside the documents; in a publication version without what goes."""
        return cleaner(self.openbaar)(text) if self.openbaar else text

    def name(self, stuk: Stuk, vorm: str) -> str:
        """The file name of what is made of the documents."""
        name = file_name_in(stuk, vorm)
        return name if self.openbaar is None else public_name(_plain(self.clean(name)))


def bijlagen_of(ledger: Ledger, herverdeling_id: int, *, openbaar: bool = False) -> tuple[Meegaand, ...]:
    """The annexes of an agreement, with the files; for a publication version only those that may be published."""
    rows = bijlagen(ledger, herverdeling_id)
    return tuple((each, ledger.inhoud.get(each.inhoud)) for each in rows if each.openbaar or not openbaar)


def personal(ledger: Ledger, reeks: Reeks) -> tuple[Persoonsgegeven, ...]:
    """What goes and what stays when all that is made of these documents is published."""
    ids = dict.fromkeys(each.herverdeling_id for each in reeks.stukken)
    documents = [each.document for each in reeks.stukken]
    return tuple(each for id in ids for each in personal_data(ledger, id, documents))


def publish(ledger: Ledger, reeks: Reeks) -> Reeks:
    """The publication version, which knows what the user chose to leave out or in."""
    published = publish_reeks(ledger, reeks)
    stukken = (
        replace(each, document=with_facts(each.document, **{WEGLATINGEN: weglatingen(ledger, each.herverdeling_id)}))
        for each in published.stukken
    )
    return replace(published, stukken=tuple(stukken))


def weglatingen(ledger: Ledger, herverdeling_id: int | None) -> str:
    """What the user chose for the publication version, each with its ground."""
    rows = ledger.weglatingen.where(herverdeling_id=herverdeling_id)
    return "; ".join(sorted(f"{each.tekst} ({each.grond or _('blijft')})" for each in rows))


def deliver(
    gegevens: Gegevens,
    stukken: Sequence[Stuk],
    bijlagen: Sequence[Meegaand],
    folder: Path,
    vraag: Vraag,
    *,
    overwrite: bool = False,
) -> Uitkomst:
    """Write to a folder, which is made when it is missing. What cannot be made is told, and left out.

    Touches no ledger, so it can run on a thread. Raises RegietafelError, and leaves the folder as it was, when
    something is there already and ``overwrite`` is False, or when it cannot be written.
    """
    berichten, failed = make_berichten(gegevens, list(stukken)) if vraag.eml else ((), ())
    refuse_existing(folder, [folder / name for name in names(gegevens, stukken, berichten, vraag)], overwrite=overwrite)
    made = render_stukken(stukken, folder, vraag.vorm)
    work = _Werk(gegevens=gegevens, made=made.geschreven, bijlagen=bijlagen, folder=folder, vraag=vraag)
    extra: list[Geschreven] = []
    lost, told = [*made.mislukt, *failed], list[str]()
    for wanted, label, make in (
        (vraag.dossier, _("Dossier"), work.dossier),
        (vraag.zip, _("Zip"), work.zip),
    ):
        if wanted and made.geschreven:
            try:
                geschreven, meldingen = make()
            except RegietafelError as error:
                lost.append(Mislukt(label, str(error)))
                continue
            extra.append(geschreven)
            told += meldingen
    if vraag.eml:
        extra += work.mails(berichten, vraag.eml)
    written = (*(made.geschreven if vraag.los else ()), *extra)
    write_files([(each.pad, each.bestand) for each in written])
    return Uitkomst(geschreven=written, mislukt=tuple(lost), meldingen=tuple(told))


def names(gegevens: Gegevens, stukken: Sequence[Stuk], berichten: Sequence[Bericht], vraag: Vraag) -> tuple[str, ...]:
    """The files that would be written."""
    loose = [file_name_in(stuk, vraag.vorm) for stuk in stukken] if vraag.los else []
    bundles = [("pdf", vraag.dossier), ("zip", vraag.zip)]
    together = [vraag.name(_bundle(gegevens, (), vorm), vorm) for vorm, wanted in bundles if wanted]
    return (*loose, *together, *(vraag.name(each.stuk, "eml") for each in berichten))


@dataclass(frozen=True, kw_only=True)
class _Werk:
    """What was rendered, and what is made of that."""

    gegevens: Gegevens
    made: Sequence[Geschreven]
    bijlagen: Sequence[Meegaand]
    folder: Path
    vraag: Vraag

    def dossier(self) -> tuple[Geschreven, Sequence[str]]:
        """Everything in one PDF, and what the user must know of it."""
        from regietafel.documents.bundel.dossier import make_dossier

        stuk = self._bundle("pdf")
        opmaak = self.gegevens.middelen.opmaak()
        found = make_dossier(
            titel=stuk.document.title,
            author=stuk.document.author,
            kenmerk=stuk.document.kenmerk,
            datum=stuk.document.datum,
            stukken=[(each.stuk.document.title, self._pdf(each)) for each in self.made],
            bijlagen=[
                Meegestuurd(
                    titel=self.vraag.clean(each.titel),
                    bestandsnaam=self.vraag.clean(each.bestandsnaam),
                    inhoud=inhoud,
                )
                for each, inhoud in self.bijlagen
            ],
            opmaak=opmaak if self.vraag.openbaar is None else without_words(opmaak),
        )
        return Geschreven(stuk, self.folder / stuk.bestandsnaam, found.pdf), found.meldingen

    def zip(self) -> tuple[Geschreven, Sequence[str]]:
        """All files in one zip for the archive."""
        from regietafel.documents.bundel.pakket import make_zip

        view, stuk, clean = self.gegevens.view, self._bundle("zip"), self.vraag.clean
        kop = Kop(
            titel=stuk.document.title,
            kenmerk=clean(view.kenmerk),
            bron=clean(self.gegevens.regio.naam),
            datum=self.gegevens.datum,
            begin=view.periode.begin,
            einde=view.herverdeling.laatste.einde,
            betrokkenen=[
                (_("partij"), clean(_("gemeente {naam}").format(naam=each.gemeente))) for each in view.partijen
            ],
            events=[(what, day, clean(who)) for what, day, who in self._events()],
        )
        content = make_zip([*self._files()], kop)
        return Geschreven(stuk, self.folder / file_name_in(stuk, "zip"), content, "zip"), ()

    def mails(self, berichten: Sequence[Bericht], eml: Eml) -> Iterator[Geschreven]:
        """The e-mails, with what was rendered; without those documents that could not be."""
        rendered = {each.stuk.bestandsnaam: each for each in self.made}
        for each in berichten:
            files = [rendered[stuk.bestandsnaam] for stuk in each.bijlagen if stuk.bestandsnaam in rendered]
            content = eml(
                [each.aan] if each.aan else [],
                self.vraag.clean(each.stuk.document.subject),
                self.vraag.clean(as_text(each.stuk.document.blocks)),
                [(file.pad.name, file.bestand) for file in files],
                self.gegevens.datum,
            )
            stuk = self._named(each.stuk, "eml")
            yield Geschreven(stuk, self.folder / file_name_in(stuk, "eml"), content, "eml")

    def _bundle(self, vorm: str) -> Stuk:
        stuk = self._named(_bundle(self.gegevens, self.made, vorm), vorm)
        said, clean = stuk.document, self.vraag.clean
        document = replace(said, title=clean(said.title), author=clean(said.author), kenmerk=clean(said.kenmerk))
        return replace(stuk, document=replace(document, subject=clean(said.subject)))

    def _named(self, stuk: Stuk, vorm: str) -> Stuk:
        return replace(stuk, bestandsnaam=self.vraag.name(stuk, vorm).removesuffix(vorm) + "pdf")

    def _pdf(self, each: Geschreven) -> bytes:
        return each.bestand if each.vorm == "pdf" else render(each.stuk.document)

    def _files(self) -> Iterator[Bestand]:
        for each in self.made:
            document = each.stuk.document
            yield Bestand(
                naam=_plain(each.pad.name),
                titel=document.title,
                datum=document.datum,
                inhoud=each.bestand,
                soort=self.vraag.clean(each.stuk.naam),
                voor=self.vraag.clean(each.stuk.voor),
            )
        for number, (bijlage, inhoud) in enumerate(self.bijlagen, start=1):
            titel, bestand = map(self.vraag.clean, (bijlage.titel, bijlage.bestandsnaam))
            name = file_name(_("Bijlage"), str(number), PurePath(bestand).stem, suffix=PurePath(bestand).suffix.lower())
            yield Bestand(naam=name, titel=titel, datum=self.gegevens.datum, inhoud=inhoud, soort=_("Bijlage"))

    def _events(self) -> Iterator[tuple[str, datetime.date, str]]:
        for each in self.gegevens.view.partijen:
            college = _("college van {naam}").format(naam=each.gemeente)
            if each.behandeling.besluit_op and not each.behandeling.geweigerd:
                yield _("besluit"), each.behandeling.besluit_op, college
            if each.behandeling.bekendgemaakt_op:
                yield _("bekendmaking"), each.behandeling.bekendgemaakt_op, college


def _bundle(gegevens: Gegevens, made: Sequence[Geschreven], vorm: str) -> Stuk:
    """What the register knows a dossier by: of every document in it, whether it is still the same."""
    view = gegevens.view
    document = Document(
        title=_("Dossier herverdeling {kenmerk}").format(kenmerk=view.kenmerk),
        author=gegevens.regio.naam,
        subject=_("Herverdeling van de taakstelling voor {looptijd}").format(looptijd=gegevens.looptijd),
        kenmerk=view.kenmerk,
        datum=gegevens.datum,
        blocks=(),
    )
    prints = {each.stuk.label: fingerprint(each.stuk.document) for each in made}
    return Stuk(
        soort="zip" if vorm == "zip" else "dossier",
        naam=_("Dossier"),
        onderwerp=view.kenmerk,
        herverdeling_id=view.id,
        bestandsnaam=file_name(view.kenmerk, _("Dossier"), suffix=".pdf"),
        document=with_facts(document, **prints, **{UW_KENMERK: gegevens.uw_kenmerk}),
    )


def _plain(name: str) -> str:
    """A file name that every system takes."""
    path = PurePath(name)
    return file_name(path.stem, suffix=path.suffix.lower())
