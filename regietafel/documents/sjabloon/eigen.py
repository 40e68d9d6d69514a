"""The user's own wording beside the standard: which there is, how it differs, and how it looks filled in."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from regietafel import paths
from regietafel.actions.sjablonen import restore_sjabloon, set_sjabloon
from regietafel.documents.blocks import Document, Heading, text
from regietafel.documents.middelen import middelen
from regietafel.documents.plain import as_text
from regietafel.documents.sjabloon.aanbod import BEZWAAR, SCENARIOS, STAND, VAN_DE_TAFEL, Aanbod, offered
from regietafel.documents.sjabloon.kop import read_kop
from regietafel.documents.sjabloon.overlegaanbod import OVERLEG
from regietafel.documents.sjabloon.samenvoegen import Samenvoeging, Verschilregel, compare, merge3
from regietafel.documents.sjabloon.template import (
    Problem,
    check,
    decode,
    describe,
    parse_template,
    read_source,
    show,
)
from regietafel.domain.behandeling import Status
from regietafel.domain.document import Sjabloon
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import herverdelingen

_BLOCK = re.compile(r"\[(tabel|figuur|ondertekening): (\w+)\]")  # as the head of a template names it
_ENDED = {Status.GEWEIGERD, Status.INGETROKKEN}  # of which no documents are made


class Sjabloonregel(NamedTuple):
    """A template: for which document it is, in which roles, and whether the user words it otherwise.

    ``standaard_gewijzigd`` when the standard is no longer the one from which the user's wording began.
    """

    naam: str
    titel: str
    document: str
    rollen: tuple[str, ...]
    eigen: bool
    standaard_gewijzigd: bool


class Veld(NamedTuple):
    """What a template can name, as one types it, what it is, and what it says now.

    ``soort`` is ``veld``, ``reeks``, ``tabel``, ``figuur``, ``ondertekening`` or ``blok``.
    """

    naam: str
    soort: str
    waarde: str

    @property
    def schrijfwijze(self) -> str:
        """``$kenmerk``, ``[tabel: taakstellingen]`` or ``[voor elk: partijen]``."""
        if self.soort == "veld":
            return f"${self.naam}"
        return f"[{_('voor elk') if self.soort == 'reeks' else self.soort}: {self.naam}]"


class Blik(NamedTuple):
    """An unsaved text, looked at: what it can name, what is wrong in it and the document, when nothing is."""

    velden: tuple[Veld, ...]
    problemen: tuple[Problem, ...]
    document: Document | None


class Bron(NamedTuple):
    """Of what a document can be shown: an agreement or a half-year, and what it is called."""

    label: str
    herverdeling_id: int | None = None
    periode: Periode | None = None


def bronnen(ledger: Ledger, naam: str) -> tuple[Bron, ...]:
    """Those for this template, newest first; one that names nothing, for the example, when the file has none yet."""
    if naam in {STAND, SCENARIOS}:
        rows = ledger.taakstellingsversies if naam == STAND else ledger.scenarios
        found = [Bron(str(each), periode=each) for each in sorted({row.periode for row in rows}, reverse=True)]
    elif naam in OVERLEG:
        found = [Bron(_("het nieuwste overleg"))] if [*ledger.overleggen] else []
    elif naam in VAN_DE_TAFEL:
        found = [Bron(_("vandaag"))] if [*ledger.opvanglocaties] else []
    else:
        agreed = (each for each in herverdelingen(ledger) if each.stand not in _ENDED)
        found = [Bron(f"{each.kenmerk}: {each.samenvatting}", each.id) for each in agreed]
    return tuple(found) or (Bron(_("een voorbeeld")),)


def list_sjablonen(ledger: Ledger) -> tuple[Sjabloonregel, ...]:
    """All templates, by title."""
    own = {each.naam: each for each in ledger.sjablonen}
    found = []
    for naam in sorted(path.name for path in paths.template().glob("*.txt")):
        source, kept = read_source(naam), own.get(naam)
        kop = read_kop(source)
        changed = kept is not None and kept.basis != hashlib.sha256(source.encode()).hexdigest()
        found.append(Sjabloonregel(naam, kop.titel or naam, kop.document, kop.rollen, kept is not None, changed))
    return tuple(sorted(found, key=lambda regel: regel.titel.casefold()))


def text_of(ledger: Ledger, naam: str) -> str:
    """The wording in use: the user's, or else the standard. Raises RegietafelError when there is no such template."""
    standard = read_source(naam)
    own = _own(ledger, naam)
    return _kept(ledger, own.tekst, naam) if own else standard


def differences(ledger: Ledger, naam: str, tekst: str | None = None) -> tuple[Verschilregel, ...]:
    """The standard wording and ``tekst`` (that in use, when not given), line by line. Raises as :func:`text_of`."""
    return compare(read_source(naam), text_of(ledger, naam) if tekst is None else tekst)


def merge(ledger: Ledger, naam: str, tekst: str | None = None) -> Samenvoeging:
    """The user's wording, or the ``tekst`` made of it, with what has changed in the standard since it began.

    Nothing is stored.

    Raises RegietafelError when there is no wording of the user's.
    """
    standard, own = read_source(naam), _own(ledger, naam)
    if own is None:
        raise RegietafelError(_("Van “{naam}” gebruikt u de standaard; er is niets samen te voegen.").format(naam=naam))
    text = _kept(ledger, own.tekst, naam) if tekst is None else tekst
    return merge3(_kept(ledger, own.basis, naam), text, standard)


def save_sjabloon(ledger: Ledger, naam: str, tekst: str, *, samengevoegd: bool = False) -> tuple[Problem, ...]:
    """Use this wording from now on, and return what in it is only open at present: fields that are not filled in.

    It still began from the same standard as the wording before it, unless the present standard was merged into it. A
    text that is the standard is no wording of its own. Raises RegietafelError, with every line that is wrong, and
    keeps nothing when it cannot be read or names what this document does not know.
    """
    standard, own = read_source(naam), _own(ledger, naam)
    found = problems(ledger, naam, tekst)
    refuse(naam, found)
    if tekst == standard:
        restore_sjabloon(ledger, naam)
    else:
        set_sjabloon(ledger, naam, tekst, _kept(ledger, own.basis, naam) if own and not samengevoegd else standard)
    return found


def refuse(naam: str, found: Sequence[Problem]) -> None:
    """Raises RegietafelError with every line that is wrong; a field that is only empty at present is not wrong."""
    if wrong := [problem for problem in found if not problem.leeg]:
        raise RegietafelError(describe(naam, wrong))


def fields_for(
    ledger: Ledger, naam: str, herverdeling_id: int | None = None, voor: str = "", *, periode: Periode | None = None
) -> tuple[Veld, ...]:
    """What the template can name, with what it says for this document; the arguments are those of ``offered``."""
    return _fields(naam, offered(ledger, naam, herverdeling_id, voor, periode=periode))


def problems(
    ledger: Ledger,
    naam: str,
    tekst: str,
    herverdeling_id: int | None = None,
    voor: str = "",
    *,
    periode: Periode | None = None,
) -> tuple[Problem, ...]:
    """What is wrong with an unsaved text, by line; for one document as in :func:`fields_for`."""
    return _problems(naam, tekst, offered(ledger, naam, herverdeling_id, voor, periode=periode))


def look(
    ledger: Ledger,
    naam: str,
    tekst: str,
    herverdeling_id: int | None = None,
    voor: str = "",
    *,
    periode: Periode | None = None,
) -> Blik:
    """What :func:`fields_for` and :func:`problems` tell, and the document; what it can name is looked up once."""
    offer = offered(ledger, naam, herverdeling_id, voor, periode=periode)
    found = _problems(naam, tekst, offer)
    return Blik(_fields(naam, offer), found, None if found else _document(ledger, naam, tekst, offer))


def _fields(naam: str, offer: Aanbod) -> tuple[Veld, ...]:
    fields = [
        Veld(name, "reeks" if isinstance(value, tuple) else "veld", show(value)) for name, value in offer.values.items()
    ]
    kinds = {name: kind for kind, name in _BLOCK.findall(read_source(naam))}
    blocks = [Veld(name, kinds.get(name, "blok"), as_text(said)) for name, said in offer.blocks.items()]
    return (*fields, *blocks)


def _problems(naam: str, tekst: str, offer: Aanbod) -> tuple[Problem, ...]:
    return tuple(check(parse_template(tekst, naam), offer.values, offer.blocks))


def _document(ledger: Ledger, naam: str, tekst: str, offer: Aanbod) -> Document:
    kept = middelen(ledger)
    trial = replace(kept, eigen={**kept.eigen, naam: tekst})
    document = trial.compose(naam, **offer.rest, values=offer.values, blocks=offer.blocks)
    if naam == BEZWAAR:  # it stands in other documents, under this heading
        return replace(document, blocks=(Heading(content=text(_("Bezwaar"))), *document.blocks))
    return document


def _own(ledger: Ledger, naam: str) -> Sjabloon | None:
    return next(iter(ledger.sjablonen.where(naam=naam)), None)


def _kept(ledger: Ledger, sha: str, naam: str) -> str:
    return decode(ledger.inhoud.get(sha), naam)
