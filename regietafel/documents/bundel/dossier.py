"""Everything about one agreement or meeting in one PDF: cover, contents, documents and annexes."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import pikepdf

from regietafel.documents.blocks import (
    Block,
    Brongegeven,
    Column,
    Document,
    Heading,
    Paragraph,
    Reference,
    Run,
    Table,
    text,
)
from regietafel.documents.bundel.bijlage import standards_met
from regietafel.documents.bundel.opname import Ernaast, Opname, take_in
from regietafel.documents.bundel.samenvoegen import DOSSIER, NORMEN, Deel, link_to, merge, opened_part, unreadable
from regietafel.documents.keuring.bestand import read_xmp
from regietafel.documents.opmaak import GEWOON, Opmaak
from regietafel.documents.pdf.render import render_pdf
from regietafel.i18n import _, format_date_long, format_number
from regietafel.queries.bijlagen import Meegestuurd

_TURNS = 4  # the contents tell on which pages the rest begins, and so how long they are themselves


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """The file, what the user must know of it, and whether it says of itself that everyone can read it (PDF/UA-1).

    ``naast`` are the annexes that go beside it.
    """

    pdf: bytes
    meldingen: tuple[str, ...]
    toegankelijk: bool
    naast: tuple[Brongegeven, ...] = ()


def make_dossier(
    *,
    titel: str,
    author: str,
    kenmerk: str,
    datum: datetime.date,
    stukken: Sequence[tuple[str, bytes]],
    bijlagen: Sequence[Meegestuurd] = (),
    opmaak: Opmaak = GEWOON,
    bijlagen_insluiten: bool = True,
    nummers: Sequence[int] = (),
    naam: str = DOSSIER,
    ernaast: Ernaast | None = None,
) -> Dossier:
    """The ``stukken``, a title and a PDF of ours each, and then the annexes; equal content gives equal bytes.

    The annexes are numbered from 1, or have these ``nummers``; the whole calls itself ``naam``, a word with “het”.

    With ``bijlagen_insluiten`` an annex that not everyone can read goes along as a file, with a page that names it, and
    the dossier stays fit for the archive. Without, its pages are taken in after a remark, and the dossier no longer
    says that it meets PDF/UA or PDF/A. A picture becomes a page; what is neither always goes along as a file. Such a
    file is inside, so that the whole is PDF/A-3a, or beside it when ``ernaast`` says how it is called there: PDF/A-2a.

    Raises RegietafelError for an annex that cannot be taken in, or a part that cannot be read.
    """
    kader = Document(title=titel, author=author, subject=titel, kenmerk=kenmerk, datum=datum, blocks=(), opmaak=opmaak)
    numbered = [*zip(nummers or range(1, len(bijlagen) + 1), bijlagen, strict=True)]
    take = partial(take_in, kader=kader, insluiten=bijlagen_insluiten, naam=naam, ernaast=ernaast)
    taken = [take(each, nr) for nr, each in numbered]
    own = [Deel(titel=title, inhoud=content) for title, content in stukken]
    whole, naast = _whole(kader, own, taken, naam=naam, ernaast=ernaast)
    lost = frozenset[str]().union(*(each.verliest for each in taken))
    pdf = merge(whole, normen=NORMEN - lost, naam=naam)
    missed = _missed(pdf, taken) if lost < NORMEN else []
    if missed and bijlagen_insluiten:  # pages that are right by themselves need not be so in a whole: other inks, say
        alone = [each.vreemd and bool(_missed(merge([_empty(kader), *each.delen]), [each])) for each in taken]
        taken = [
            take(each, nr, samen=False) if out else was
            for (nr, each), was, out in zip(numbered, taken, alone, strict=True)
        ]
        whole, naast = _whole(kader, own, taken, naam=naam, ernaast=ernaast)
        pdf = merge(whole, naam=naam)
        missed = _missed(pdf, taken)
    meldingen = [each.melding for each in taken if each.melding]
    if missed:
        pdf = merge(whole, normen=frozenset(), naam=naam)
        lost = NORMEN
        said = _("Door een bijlage voldoet het {geheel} niet aan {normen}.")
        meldingen.append(said.format(geheel=naam.lower(), normen=_(" en ").join(missed)))
    return Dossier(pdf=pdf, meldingen=tuple(meldingen), toegankelijk="PDF/UA" not in lost, naast=naast)


def _empty(kader: Document) -> Deel:
    """A part of ours with nothing but its title, before which another is tried."""
    heading = Heading(content=text(kader.title))
    return Deel(titel=kader.title, inhoud=render_pdf(replace(kader, blocks=(heading,))))


def _whole(
    kader: Document, own: Sequence[Deel], taken: Sequence[Opname], *, naam: str, ernaast: Ernaast | None
) -> tuple[list[Deel], tuple[Brongegeven, ...]]:
    """The cover with the contents and all parts, and the annexes that go beside them."""
    delen = [*own, *(deel for each in taken for deel in each.delen)]
    counts, inside = zip(*map(_look_in, delen), strict=True) if delen else ((), ())
    loose = [each.bestand for each in taken if each.bestand]
    files = [file for found in inside for file in found] + (loose if ernaast is None else [])
    naast = () if ernaast is None else tuple(loose)
    named = [deel.titel for deel in own], [each.delen[0].titel for each in taken]
    firsts = [*range(1, len(own) + 1)]
    after = len(own) + 1
    for each in taken:
        firsts.append(after)
        after += len(each.delen)
    cover = _cover(replace(kader, brongegevens=_unique(files)), named, firsts, counts, geheel=naam.lower(), naast=naast)
    return [Deel(titel=_("Voorblad en inhoud"), inhoud=cover), *delen], naast


def _cover(
    kader: Document,
    named: tuple[list[str], list[str]],
    firsts: Sequence[int],
    counts: Sequence[int],
    *,
    geheel: str,
    naast: Sequence[Brongegeven],
) -> bytes:
    """The cover with the contents; ``firsts`` are the numbers of the parts that those name."""
    length = 1
    cover = b""
    for _turn in range(_TURNS):
        starts = [length + sum(counts[: first - 1]) + 1 for first in firsts]
        cover = render_pdf(
            replace(kader, blocks=tuple(_blocks(kader, named, firsts, starts, geheel=geheel, naast=naast)))
        )
        found, _files = _look_in(Deel(titel=kader.title, inhoud=cover))
        if found == length:
            break
        length = found
    return cover


def _blocks(
    kader: Document,
    named: tuple[list[str], list[str]],
    firsts: Sequence[int],
    starts: Sequence[int],
    *,
    geheel: str,
    naast: Sequence[Brongegeven],
) -> Iterator[Block]:
    stukken, bijlagen = named
    yield Heading(content=text(kader.title))
    pairs = [(_("Kenmerk"), kader.kenmerk), (_("Datum"), format_date_long(kader.datum)), (_("Van"), kader.author)]
    said = [_("1 stuk") if len(stukken) == 1 else _("{n} stukken").format(n=format_number(len(stukken)))]
    if bijlagen:
        said.append(_("1 bijlage") if len(bijlagen) == 1 else _("{n} bijlagen").format(n=format_number(len(bijlagen))))
    yield Reference(pairs=(*pairs, (_("Inhoud"), _(" en ").join(said))))
    for files, where in (  # before the table: after a long one it would stand on a page of its own
        (kader.brongegevens, _("Als los bestand in dit {geheel}: {namen}.")),
        (naast, _("Als los bestand naast dit {geheel}: {namen}.")),
    ):
        if files:
            names = ", ".join(f"“{each.bestandsnaam}”" for each in files)
            yield Paragraph(content=text(where.format(geheel=geheel, namen=names)))
    yield Heading(content=text(_("Inhoud")), level=2)
    rows = [
        (str(number), (Run(text=titel, link=link_to(first)),), str(start))
        for number, (titel, first, start) in enumerate(zip([*stukken, *bijlagen], firsts, starts, strict=True), start=1)
    ]
    columns = (
        Column(header=_("Nr."), numeric=True),
        Column(header=_("Stuk")),
        Column(header=_("Bladzijde"), numeric=True),
    )
    summary = _("Wat er in dit {geheel} zit, en op welke bladzijde van het {geheel} het begint.")
    yield Table(columns=columns, rows=tuple(rows), summary=summary.format(geheel=geheel))


def _look_in(deel: Deel) -> tuple[int, list[Brongegeven]]:
    """How many pages a part has, and the files that travel in it."""
    files = []
    with opened_part(deel) as pdf:
        try:
            for name, spec in pdf.attachments.items():
                found = spec.get_file()
                mime = found.mime_type or "application/octet-stream"
                uitleg = spec.description or deel.titel
                files.append(Brongegeven(bestandsnaam=name, mime=mime, inhoud=found.read_bytes(), uitleg=uitleg))
        except pikepdf.PdfError as error:
            raise unreadable(deel) from error
        return len(pdf.pages), files


def _unique(files: Sequence[Brongegeven]) -> tuple[Brongegeven, ...]:
    """Each file once; different files with one name get a number."""
    kept: dict[str, Brongegeven] = {}
    for each in files:
        name, number = each.bestandsnaam, 1
        while name in kept and kept[name].inhoud != each.inhoud:
            number += 1
            stem, dot, ending = each.bestandsnaam.rpartition(".")
            name = f"{stem} ({number}){dot}{ending}"
        kept[name] = replace(each, bestandsnaam=name)
    return tuple(kept.values())


def _missed(pdf: bytes, taken: Sequence[Opname]) -> list[str]:
    """The standards that the file says it meets and does not; without pages of others it does."""
    if not any(each.vreemd for each in taken):
        return []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        claims, _title = read_xmp(opened)
        met = standards_met(opened, pdf)
    return [norm for norm in claims if norm not in met]
