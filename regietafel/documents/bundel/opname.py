"""How an annex goes into a dossier: as pages, or as a file inside it or beside it with a page that names it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath

from regietafel.documents.blocks import (
    Block,
    Brongegeven,
    Document,
    Heading,
    Paragraph,
    Picture,
    Reference,
    Remark,
    text,
)
from regietafel.documents.bundel.bijlage import PDF_UA, SOORTEN, Nagekeken, Pdfeigenschappen, read_bijlage, read_pdf
from regietafel.documents.bundel.samenvoegen import DOSSIER, Deel, merge
from regietafel.documents.pdf.render import render_pdf
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_number
from regietafel.queries.bijlagen import Meegestuurd

Ernaast = Callable[[int, str], str]  # how the annex of that number and file name is called beside the whole
_ARCHIVE = frozenset({"PDF/A-2a", "PDF/A-3a"})


@dataclass(frozen=True, kw_only=True)
class Opname:
    """What becomes of it: its pages, the file that travels along, and what the user must know.

    ``verliest`` are the standards that a dossier with it does not meet.
    """

    delen: tuple[Deel, ...]
    bestand: Brongegeven | None = None
    melding: str = ""
    verliest: frozenset[str] = frozenset()
    vreemd: bool = False  # pages that others made and that count on their tags


def take_in(
    bijlage: Meegestuurd,
    nummer: int,
    kader: Document,
    *,
    insluiten: bool,
    naam: str = DOSSIER,
    ernaast: Ernaast | None = None,
    samen: bool = True,
) -> Opname:
    """Decide what becomes of annex ``nummer`` of what is called ``naam``; its own page looks as ``kader`` does.

    With ``insluiten`` whatever would cost the dossier its standards goes along as a file: inside it, or beside it when
    ``ernaast`` says how that is called. Without ``samen`` its pages do not go together with others.

    Raises RegietafelError as :func:`.bijlage.read_bijlage` does.
    """
    titel = _("Bijlage {nummer}: {titel}").format(nummer=nummer, titel=bijlage.titel)
    nagekeken = read_bijlage(bijlage.bestandsnaam, bijlage.inhoud)
    found, geheel = nagekeken.pdf, naam.lower()
    if nagekeken.plaatje:
        return Opname(delen=(_picture(bijlage, titel, nagekeken, kader),))
    if found and samen and _joins(found, bestanden=ernaast is None):
        return Opname(delen=(Deel(titel=titel, inhoud=bijlage.inhoud),), vreemd=True)
    if found is None or insluiten or found.los:
        return _as_file(bijlage, titel, nagekeken, kader, geheel=geheel, nummer=nummer, ernaast=ernaast)
    if PDF_UA in found.voldoet:
        said = _("{titel} maakt dat het {geheel} niet aan PDF/A voldoet.")
        melding = said.format(titel=titel, geheel=geheel)
        deel = Deel(titel=titel, inhoud=bijlage.inhoud)
        return Opname(delen=(deel,), melding=melding, verliest=frozenset({"PDF/A"}), vreemd=True)
    tagged = _keeps_tags(bijlage)
    remark = _("Deze bijlage is niet toegankelijk: een schermlezer kan haar niet of niet goed voorlezen.")
    page = _page(titel, (Remark(content=text(remark)),), kader)
    melding = _("{titel} is niet toegankelijk. Het {geheel} voldoet daardoor niet aan PDF/UA en PDF/A.")
    return Opname(
        delen=(page, Deel(titel=bijlage.titel, inhoud=bijlage.inhoud, getagd=tagged)),
        melding=melding.format(titel=titel, geheel=geheel),
        verliest=frozenset({"PDF/A", "PDF/UA"}),
    )


def goes_beside(bestandsnaam: str, inhoud: bytes) -> bool:
    """Whether this annex goes beside a whole that is PDF/A-2a; of one that cannot be taken in at all it does not."""
    soort = PurePath(bestandsnaam).suffix.lower()
    if soort != ".pdf":
        return soort in {".docx", ".xlsx"}
    try:
        return not _joins(read_pdf(inhoud, bestandsnaam), bestanden=False)
    except RegietafelError:
        return False


def _joins(found: Pdfeigenschappen, *, bestanden: bool) -> bool:
    """Whether its pages fit in a whole for everyone and for the archive; ``bestanden`` when that may have files in it.

    A whole with other files in it is PDF/A-3, and no longer PDF/A-2.
    """
    fit = PDF_UA in found.voldoet and bool(found.voldoet & _ARCHIVE)
    return fit and not found.los and (bestanden or not found.bestanden)


def _keeps_tags(bijlage: Meegestuurd) -> bool:
    """Whether its tags, that do not meet the standard, can still be taken over: they help more than none."""
    try:
        merge([Deel(titel=bijlage.titel, inhoud=bijlage.inhoud)])
    except (RegietafelError, TypeError, ValueError, KeyError, IndexError, AttributeError, OverflowError):
        return False
    return True


def _picture(bijlage: Meegestuurd, titel: str, nagekeken: Nagekeken, kader: Document) -> Deel:
    assert nagekeken.plaatje is not None
    picture = Picture(
        plaatje=nagekeken.plaatje,
        alternatief=_("Afbeelding: {titel}").format(titel=bijlage.titel),
        bijschrift=_("Bestand: {naam}").format(naam=nagekeken.bestandsnaam),
    )
    return _page(titel, (picture,), kader)


def _as_file(
    bijlage: Meegestuurd,
    titel: str,
    nagekeken: Nagekeken,
    kader: Document,
    *,
    geheel: str,
    nummer: int,
    ernaast: Ernaast | None,
) -> Opname:
    waarom = _("Dit soort bestand kan niet als bladzijden mee.")
    if nagekeken.pdf:
        waarom = _("Zo blijft het {geheel} geschikt voor iedereen en voor het archief.").format(geheel=geheel)
    said, how = _INSIDE if ernaast is None else _BESIDE
    # The number keeps files with the same name apart.
    own = f"{titel.partition(':')[0]} {nagekeken.bestandsnaam}"
    bestandsnaam = own if ernaast is None else ernaast(nummer, nagekeken.bestandsnaam)
    size = _("{n} kB").format(n=format_number(max(1, len(bijlage.inhoud) // 1000)))
    pairs = [(_("Bestand"), bestandsnaam), (_("Grootte"), size)]
    if ernaast is not None:
        print_of = hashlib.sha256(bijlage.inhoud).hexdigest()
        pairs.append((_("SHA-256"), " ".join(print_of[at : at + 16] for at in range(0, len(print_of), 16))))
    content = (Paragraph(content=text(said.format(geheel=geheel))), Reference(pairs=tuple(pairs)))
    page = _page(titel, (*content, Paragraph(content=text(how))), kader)
    bestand = Brongegeven(bestandsnaam=bestandsnaam, mime=SOORTEN[nagekeken.soort], inhoud=bijlage.inhoud, uitleg=titel)
    melding = _("{titel} gaat als los bestand mee. {waarom}").format(titel=titel, waarom=waarom)
    return Opname(delen=(page,), bestand=bestand, melding=melding)


def _page(titel: str, content: tuple[Block, ...], kader: Document) -> Deel:
    blocks = (Heading(content=text(titel)), *content)
    return Deel(titel=titel, inhoud=render_pdf(replace(kader, title=titel, blocks=blocks, brongegevens=())))


_INSIDE = (
    _("Deze bijlage zit als los bestand in dit {geheel}."),
    _("U vindt het bestand in uw PDF-programma bij de bijlagen; vaak staat daar een paperclip."),
)
_BESIDE = (
    _("Deze bijlage is een los bestand naast dit {geheel}. Het staat in dezelfde map, of bij dezelfde e-mail."),
    _("Het SHA-256-getal hoort bij precies dit bestand: is het bestand veranderd, dan is ook het getal anders."),
)
