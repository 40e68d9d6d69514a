"""The publication version of a document: what has to go is taken out of its blocks, so it never reaches the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from regietafel.documents import blocks
from regietafel.documents.blocks import Document, Inline, Run, Said
from regietafel.documents.opmaak import Opmaak
from regietafel.documents.woo.legenda import legend, mark
from regietafel.documents.woo.tekst import Persoonsgegeven, Plek, find, occurs
from regietafel.figures.shapes import Figuur
from regietafel.i18n import _

_WORDS = ("words", "tip", "key")  # of the shapes in a picture, what is text
_OBJECT = "\ufffc"  # what is no text and parts what is


def publish(document: Document, gegevens: Sequence[Persoonsgegeven]) -> Document:
    """The document without the texts that have a ground, and with the legend of those grounds at its end.

    Files inside it and the Word example of the house style do not go along: nobody has read what is in them. ``feiten``
    stay, for the register: they are in no file.
    """
    out = _Redactor(gegevens)
    body = tuple(out.clean(block) for block in document.blocks)
    published = replace(
        document,
        title=out.plain(document.title),
        author=out.plain(document.author),
        subject=out.plain(document.subject),
        kenmerk=out.plain(document.kenmerk),
        opmaak=_clean_opmaak(document.opmaak, out.plain),
        brongegevens=(),
    )
    gronden = tuple(sorted(out.gronden))
    said = legend(gronden, files_left_out=bool(document.brongegevens))
    return replace(published, blocks=(*body, *said), weggelaten=gronden)


def cleaner(gegevens: Sequence[Persoonsgegeven]) -> Callable[[str], str]:
    """What takes the texts that have a ground out of a plain text, such as a title, and puts the ground there."""
    return _Redactor(gegevens).plain


def without_words(opmaak: Opmaak, clean: Callable[[str], str]) -> Opmaak:
    """A house style that only draws, for the cover of a public dossier; what is said for the logo is clean."""
    return replace(_clean_opmaak(opmaak, clean), afzender=(), voettekst="")


def texts(value: Any) -> Iterator[str]:
    """Every text and every link of a document or a block, in reading order; a text of several runs is one."""
    if isinstance(value, str):
        yield value
    elif _is_inline(value):
        yield "".join(run.text for run in value)
        for run in value:
            yield run.link
            yield from texts(run.note)
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif isinstance(value, Figuur):
        yield from _figure_texts(value)
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts(getattr(value, each.name))


def _figure_texts(figuur: Figuur) -> Iterator[str]:
    yield from (figuur.titel, figuur.zin)
    for vorm in figuur.vormen:
        yield from (getattr(vorm, name) for name in _WORDS if hasattr(vorm, name))


class _Redactor:
    """Takes texts out; ``gronden`` are those on which something went."""

    def __init__(self, gegevens: Sequence[Persoonsgegeven]) -> None:
        self.gronden: set[str] = set()
        self._gegevens = gegevens

    def clean(self, value: Any) -> Any:
        """A block, or a part of one, in which every text is clean; what is no text stays as it is."""
        if isinstance(value, str):
            return self.said(value)
        if _is_inline(value):
            return self.inline(value)
        if isinstance(value, tuple):
            return tuple(map(self.clean, value))
        if isinstance(value, Figuur):
            return self.figure(value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        cleaned = {each.name: self.clean(getattr(value, each.name)) for each in fields(value)}
        if isinstance(value, blocks.Column):  # these hold no more than text
            cleaned |= {"header": self.plain(value.header), "group": self.plain(value.group)}
        elif isinstance(value, blocks.Table):
            cleaned["summary"] = self.plain(value.summary)
        elif isinstance(value, blocks.Reference):
            cleaned["pairs"] = tuple((self.plain(label), self.said(said)) for label, said in value.pairs)
        return type(value)(**cleaned)

    def plain(self, text: str) -> str:
        """A text that can hold no more than text: the ground stands in it between brackets."""
        for plek in reversed(self._find(text)):
            text = text[: plek.begin] + mark(plek.grond) + text[plek.einde :]
        return text

    def said(self, said: Said) -> Said:
        """A short piece; it becomes inline content when something goes."""
        if not isinstance(said, str):
            return self.inline(said)
        return self.inline((Run(text=said),)) if self._find(said) else said

    def inline(self, content: Inline) -> Inline:
        """What is found may run over several runs. A link goes when it, or what it stands under, gives someone away."""
        whole = "".join(_OBJECT if run.grond else run.text for run in content)
        found = self._find(whole)
        links = {run.link for run in content if run.link and occurs(run.link, self._gegevens)}
        begin = 0
        for run in content:
            einde = begin + len(run.text or (_OBJECT if run.grond else ""))
            if run.link and any(plek.begin < einde and begin < plek.einde for plek in found):
                links.add(run.link)
            begin = einde
        return tuple(self._pieces(content, found, links))

    def figure(self, figuur: Figuur) -> Figuur:
        """A picture; the sentence under it says that something was left out. The table behind it is not printed."""
        gronden = sorted({plek.grond for said in _figure_texts(figuur) for plek in self._find(said)})
        zin = self.plain(figuur.zin)
        if hidden := [mark(grond) for grond in gronden if mark(grond) not in zin]:
            zin += " " + _("Weggelaten: {gronden}.").format(gronden=" ".join(hidden))
        vormen = tuple(map(self._shape, figuur.vormen))
        return replace(figuur, titel=self.plain(figuur.titel), zin=zin, rijen=(), vormen=vormen)

    def _shape(self, vorm: Any) -> Any:
        return replace(vorm, **{name: self.plain(getattr(vorm, name)) for name in _WORDS if hasattr(vorm, name)})

    def _pieces(self, content: Inline, found: Sequence[Plek], links: set[str]) -> Iterator[Run]:
        begin = 0
        for run in content:
            if run.grond:
                self.gronden.add(run.grond)
                yield run
                begin += 1
                continue
            einde = begin + len(run.text)
            link = "" if run.link in links else run.link
            pieces = list(_cut(run.text, begin, found))
            note = self.inline(run.note)
            for text, grond in pieces:
                if text or grond:
                    yield Run(text="", grond=grond) if grond else replace(run, text=text, link=link, note=())
            if note:
                yield replace(run, text="", link="", note=note)
            begin = einde

    def _find(self, text: str) -> list[Plek]:
        found = find(text, self._gegevens)
        self.gronden.update(plek.grond for plek in found)
        return found


def _cut(text: str, begin: int, found: Sequence[Plek]) -> Iterator[tuple[str, str]]:
    """The pieces of a run that starts at ``begin``: text that stays, or the ground of what begins here and goes."""
    done = begin
    for plek in found:
        if plek.einde <= begin or plek.begin >= begin + len(text):
            continue
        yield text[done - begin : max(plek.begin, begin) - begin], ""
        if plek.begin >= begin:
            yield "", plek.grond
        done = min(plek.einde, begin + len(text))
    yield text[done - begin :], ""


def _clean_opmaak(opmaak: Opmaak, clean: Callable[[str], str]) -> Opmaak:
    return replace(
        opmaak,
        afzender=tuple(map(clean, opmaak.afzender)),
        voettekst=clean(opmaak.voettekst),
        logo_tekst=clean(opmaak.logo_tekst),
        word=b"",
    )


def _is_inline(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(each, Run) for each in value)
