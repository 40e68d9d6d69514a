"""What every document of a file is made with: the templates in the user's wording, and the house styles."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from regietafel.documents.blocks import Block, Document
from regietafel.documents.opmaak import GEWOON, Opmaak
from regietafel.documents.plain import as_text
from regietafel.documents.sjabloon.template import (
    Prepared,
    Template,
    Value,
    Values,
    decode,
    fill,
    parse_template,
    read_source,
    show,
    used,
)
from regietafel.documents.stijlbestand import judged
from regietafel.domain.huisstijl import Huisstijl
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger


@dataclass(frozen=True, kw_only=True)
class Middelen:
    """``eigen`` holds the user's wording by the name of its template; ``opmaken`` the house style by gemeente.

    The house style of the table itself is that of None.
    """

    eigen: Mapping[str, str]
    opmaken: Mapping[int | None, Opmaak]

    def source(self, naam: str) -> str:
        """The wording of a template: the user's, or else the standard one. Raises RegietafelError."""
        return self.eigen[naam] if naam in self.eigen else read_source(naam)

    def template(self, naam: str) -> Template:
        """That wording, read."""
        return _parsed(self.source(naam), naam)

    def opmaak(self, gemeente_id: int | None = None) -> Opmaak:
        """The house style of a gemeente or of the table, or the plain one.

        A gemeente without one has the colour, font and margins of the table, and nothing that says who sends it.
        """
        table = self.opmaken.get(None, GEWOON)
        return self.opmaken.get(gemeente_id) or anonymous(table)

    def fill(self, naam: str, values: Values, blocks: Prepared) -> tuple[Block, ...]:
        """The blocks of a filled template. Raises RegietafelError that lists what is wrong with it."""
        return fill(self.template(naam), values, blocks)

    def compose(
        self,
        naam: str,
        *,
        title: str,
        author: str,
        subject: str,
        kenmerk: str,
        datum: datetime.date,
        values: Values,
        blocks: Prepared,
        gemeente_id: int | None = None,
    ) -> Document:
        """The document of this template, in the house style of that gemeente. Raises as :meth:`fill` does."""
        return Document(
            title=title,
            author=author,
            subject=subject,
            kenmerk=kenmerk,
            datum=datum,
            blocks=self.fill(naam, values, blocks),
            opmaak=self.opmaak(gemeente_id),
            feiten=_feiten(self.template(naam), values, blocks),
            sjabloon=naam,
            sjabloon_sha=hashlib.sha256(self.source(naam).encode()).hexdigest(),
        )


def anonymous(opmaak: Opmaak) -> Opmaak:
    """Without the logo, sender and footer, which are of one organisation."""
    return replace(opmaak, logo=b"", logo_tekst="", afzender=(), voettekst="", word=b"")


def middelen(ledger: Ledger) -> Middelen:
    """Those of this file. Raises RegietafelError when a text in it is no template."""
    return Middelen(
        eigen={own.naam: decode(ledger.inhoud.get(own.tekst), own.naam) for own in ledger.sjablonen},
        opmaken={each.gemeente_id: read_opmaak(ledger, each) for each in ledger.huisstijlen},
    )


def read_opmaak(ledger: Ledger, huisstijl: Huisstijl) -> Opmaak:
    """The house style with its files. Raises RegietafelError when one of them cannot be used."""

    def content(name: str) -> bytes:
        sha = getattr(huisstijl, name)
        try:
            return judged(name, ledger.inhoud.get(sha)) if sha else b""
        except RegietafelError as error:
            gemeente_id = huisstijl.gemeente_id
            wie = ledger.gemeenten.get(gemeente_id).naam if gemeente_id else _("de tafel")
            raise RegietafelError(_("Huisstijl van {wie}: {reden}").format(wie=wie, reden=error)) from None

    return Opmaak(
        logo=content("logo"),
        logo_tekst=huisstijl.logo_tekst,
        logo_breedte=huisstijl.logo_breedte,
        kleur=huisstijl.kleur,
        gewoon=content("gewoon"),
        vet=content("vet"),
        cursief=content("cursief"),
        afzender=tuple(line.strip() for line in huisstijl.afzender.splitlines() if line.strip()),
        voettekst=huisstijl.voettekst.strip(),
        venster=huisstijl.venster,
        bindmarge=huisstijl.bindmarge,
        word=content("word"),
    )


@lru_cache(maxsize=64)
def _parsed(source: str, naam: str) -> Template:
    """Read once: sixty documents have ten wordings."""
    return parse_template(source, naam)


def _feiten(template: Template, values: Values, blocks: Prepared) -> tuple[tuple[str, str], ...]:
    """What the template mentions, by name: the fields as they are shown, the blocks as text."""
    fields, names = used(template)
    said = {name: show(_mentioned(values[name], fields)) for name in fields if name in values}
    said |= {name: as_text(blocks[name]) for name in names if name in blocks}
    return tuple(sorted(said.items()))


def _mentioned(value: Value, fields: Collection[str]) -> Value:
    """Of a series only the fields that the template mentions."""
    if not isinstance(value, tuple):
        return value
    return tuple({name: each for name, each in item.items() if name in fields} for item in value)
