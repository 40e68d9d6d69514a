"""How an annex goes into a dossier: page by page, or as a file with a page that names it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from regietafel.documents.blocks import Block, Brongegeven, Document, Heading, Paragraph, Remark, text
from regietafel.documents.bundel.bijlage import PDF_UA, SOORTEN, Nagekeken, read_bijlage
from regietafel.documents.bundel.samenvoegen import DOSSIER, Deel, merge
from regietafel.documents.pdf.render import render_pdf
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_number
from regietafel.queries.bijlagen import Meegestuurd

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


def take_in(bijlage: Meegestuurd, nummer: int, kader: Document, *, insluiten: bool, naam: str = DOSSIER) -> Opname:
    """Decide what becomes of annex ``nummer`` of what is called ``naam``; its own page looks as ``kader`` does.

    With ``insluiten`` whatever would cost the dossier its standards goes along as a file. Raises RegietafelError as
    :func:`.bijlage.read_bijlage` does.
    """
    titel = _("Bijlage {nummer}: {titel}").format(nummer=nummer, titel=bijlage.titel)
    nagekeken = read_bijlage(bijlage.bestandsnaam, bijlage.inhoud)
    found, geheel = nagekeken.pdf, naam.lower()
    if found is None:
        waarom = _("Dit soort bestand kan niet als bladzijden mee.")
        return _as_file(bijlage, titel, nagekeken, kader, waarom=waarom, geheel=geheel)
    tagged = PDF_UA in found.voldoet and not found.los
    if tagged and (found.voldoet & _ARCHIVE or not insluiten):
        lost = frozenset() if found.voldoet & _ARCHIVE else frozenset({"PDF/A"})
        said = _("{titel} maakt dat het {geheel} niet aan PDF/A voldoet.")
        melding = said.format(titel=titel, geheel=geheel) if lost else ""
        deel = Deel(titel=titel, inhoud=bijlage.inhoud)
        return Opname(delen=(deel,), melding=melding, verliest=lost, vreemd=True)
    if insluiten or found.los:
        waarom = _("Zo blijft het {geheel} geschikt voor iedereen en voor het archief.").format(geheel=geheel)
        return _as_file(bijlage, titel, nagekeken, kader, waarom=waarom, geheel=geheel)
    tagged = _keeps_tags(bijlage)
    remark = _("Deze bijlage is niet toegankelijk: een schermlezer kan haar niet of niet goed voorlezen.")
    page = _page(titel, (Remark(content=text(remark)),), kader)
    melding = _("{titel} is niet toegankelijk. Het {geheel} voldoet daardoor niet aan PDF/UA en PDF/A.")
    return Opname(
        delen=(page, Deel(titel=bijlage.titel, inhoud=bijlage.inhoud, getagd=tagged)),
        melding=melding.format(titel=titel, geheel=geheel),
        verliest=frozenset({"PDF/A", "PDF/UA"}),
    )


def _keeps_tags(bijlage: Meegestuurd) -> bool:
    """Whether its tags, that do not meet the standard, can still be taken over: they help more than none."""
    try:
        merge([Deel(titel=bijlage.titel, inhoud=bijlage.inhoud)])
    except (RegietafelError, TypeError, ValueError, KeyError, IndexError, AttributeError, OverflowError):
        return False
    return True


def _as_file(
    bijlage: Meegestuurd, titel: str, nagekeken: Nagekeken, kader: Document, *, waarom: str, geheel: str
) -> Opname:
    # The number keeps files with the same name apart.
    bestandsnaam = f"{titel.partition(':')[0]} {nagekeken.bestandsnaam}"
    size = format_number(max(1, len(bijlage.inhoud) // 1000))
    said = _("Deze bijlage zit als los bestand in dit {geheel}: “{naam}” ({size} kB).").format(
        geheel=geheel, naam=bestandsnaam, size=size
    )
    how = _("U vindt het bestand in uw PDF-programma bij de bijlagen; vaak staat daar een paperclip.")
    page = _page(titel, (Paragraph(content=text(said)), Paragraph(content=text(how))), kader)
    bestand = Brongegeven(bestandsnaam=bestandsnaam, mime=SOORTEN[nagekeken.soort], inhoud=bijlage.inhoud, uitleg=titel)
    melding = _("{titel} gaat als los bestand mee. {waarom}").format(titel=titel, waarom=waarom)
    return Opname(delen=(page,), bestand=bestand, melding=melding)


def _page(titel: str, content: tuple[Block, ...], kader: Document) -> Deel:
    blocks = (Heading(content=text(titel)), *content)
    return Deel(titel=titel, inhoud=render_pdf(replace(kader, title=titel, blocks=blocks, brongegevens=())))
