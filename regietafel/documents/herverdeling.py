"""What the documents of one herverdeling share: the facts, and the values and blocks their templates can use."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regietafel.documents.blocks import (
    AddressBlock,
    Block,
    Column,
    Heading,
    LetterHead,
    ListBlock,
    ListItem,
    Paragraph,
    Reference,
    Remark,
    Signatory,
    Signatures,
    Table,
    text,
)
from regietafel.documents.template import Prepared, Values
from regietafel.domain.herverdeling import Deel
from regietafel.domain.herverdelingsregels import check
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Adressaat, Gemeente, Regio
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_change, format_date_long, format_number
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import HerverdelingBlad, blad
from regietafel.queries.voornemen import voornemen

_CONCEPT = _("Concept. Verstuur deze brief pas na de laatste bekendmaking, en dan binnen één week.")


def collect(ledger: Ledger, herverdeling_id: int, datum: datetime.date) -> Gegevens:
    """The facts of one herverdeling, with the date on its letters. Raises RegietafelError when one is missing."""
    view = blad(ledger, herverdeling_id)
    if view.in_werking_op is None:  # a later version may have broken it
        check(voornemen(ledger, view.periode, view.delen, view.herverdeling.bepalingen))
    regio = next(iter(ledger.regio), None)
    if regio is None:
        raise RegietafelError(_("Dit bestand heeft nog geen regietafel; geef die eerst een naam."))
    gemeenten = {gemeente.naam: gemeente for gemeente in ledger.gemeenten}
    return Gegevens(
        view=view,
        regio=regio,
        partijen=tuple(gemeenten[partij.gemeente] for partij in view.partijen),
        coa=_valid_adressaat(ledger, "coa", datum),
        datum=datum,
    )


def not_filled(gegevens: Gegevens) -> tuple[str, ...]:
    """What the letters leave open because nobody filled it in, and where to do so; it keeps nothing from being made."""
    regio, coa = gegevens.regio, gegevens.coa
    said = []
    if not regio.voorzitter.strip():
        said.append(_("voorzitter van {table} (bij Instellingen)").format(table=regio.naam))
    if not _has_address(regio):
        said.append(_("postadres van {table} (bij Instellingen)").format(table=regio.naam))
    without = [gemeente.naam for gemeente in gegevens.partijen if not _has_address(gemeente)]
    if without and gegevens.view.in_werking_op is None:
        said.append(_("postadres van {names} (bij Gemeenten)").format(names=enumerate_names(without)))
    if not _has_address(coa):
        said.append(_("postadres van het COA (bij Instellingen)"))
    elif coa.gecontroleerd_op is None:
        said.append(_("of het adres van het COA nog klopt (bij Instellingen)"))
    return tuple(said)


def _has_address(whose: Regio | Gemeente | Adressaat) -> bool:
    return bool(whose.postadres.strip() and whose.plaats.strip())


def common_values(gegevens: Gegevens) -> Values:
    """The fields that every template can use."""
    view = gegevens.view
    return {
        "kenmerk": view.kenmerk,
        "datum": gegevens.datum,
        "periode": str(view.periode),
        "halfjaar": name_halfjaar(view.periode),
        "begin": view.periode.begin,
        "einde": view.periode.einde,
        "regietafel": gegevens.regio.naam,
        "gemeenten": enumerate_names(gemeente.naam for gemeente in gegevens.partijen),
        "provincie": _name_provincie(gegevens.partijen),
        "som_oud": view.som_oud,
        "som_nieuw": view.som_nieuw,
        "som_personen": count_personen(view.som_oud),
        "inwerkingtreding": _inwerkingtreding(view.in_werking_op),
    }


def common_blocks(gegevens: Gegevens) -> Prepared:
    """The blocks that every template can use."""
    lines = [line.strip() for line in gegevens.view.toelichting.splitlines()]
    toelichting: list[Block] = [Paragraph(content=text(line)) for line in lines if line]
    kop = Heading(content=text(_("Toelichting")), level=2)
    return {
        "taakstellingen": [_taakstellingen(gegevens.view)],
        "overdrachten": [list_overdrachten(gegevens.view.delen)],
        "toelichting": toelichting,
        "toelichting_met_kop": [kop, *toelichting] if toelichting else [],
        "briefhoofd": [_letterhead(gegevens.regio)],
        "concept": [] if gegevens.view.in_werking_op else [Remark(content=text(_CONCEPT))],
        "voorzitter": [_signed_by_voorzitter(gegevens.regio)],
    }


def list_overdrachten(delen: Iterable[Deel]) -> ListBlock:
    """A line for each: who hands over how many persons to whom."""
    sentence = _("{van} draagt {personen} over aan {naar}.")
    lines = [sentence.format(van=deel.van, personen=count_personen(deel.aantal), naar=deel.naar) for deel in delen]
    return ListBlock(items=tuple(ListItem(content=text(line)) for line in lines))


def address(*lines: str, postadres: str, postcode: str, plaats: str) -> AddressBlock:
    """An address as it stands in the window; what is not known is left out."""
    place = "  ".join(filter(None, (postcode.strip(), plaats.strip())))
    return AddressBlock(lines=tuple(line.strip() for line in (*lines, postadres, place) if line.strip()))


def reference(gegevens: Gegevens, onderwerp: str, bijlagen: str) -> Reference:
    """The lines above a letter."""
    return Reference(
        pairs=(
            (_("Ons kenmerk"), gegevens.view.kenmerk),
            (_("Datum"), format_date_long(gegevens.datum)),
            (_("Onderwerp"), onderwerp),
            (_("Bijlage"), bijlagen),
        )
    )


def name_halfjaar(periode: Periode) -> str:
    """``het tweede halfjaar van 2023``."""
    half = _("eerste") if periode.helft == 1 else _("tweede")
    return _("het {half} halfjaar van\u00a0{jaar}").format(half=half, jaar=periode.jaar)


def count_personen(aantal: int) -> str:
    """``1 persoon``, ``1.234 personen``."""
    return (_("{aantal}\u00a0persoon") if aantal == 1 else _("{aantal}\u00a0personen")).format(
        aantal=format_number(aantal)
    )


def enumerate_names(names: Iterable[str]) -> str:
    """``Almelo, Borne en Enschede``."""
    *first, last = names
    return _("{first} en {last}").format(first=", ".join(first), last=last) if first else last


def _taakstellingen(view: HerverdelingBlad) -> Table:
    return Table(
        columns=(
            Column(header=_("Gemeente")),
            Column(header=_("Taakstelling"), numeric=True),
            Column(header=_("Wijziging"), numeric=True),
            Column(header=_("Nieuwe taakstelling"), numeric=True),
        ),
        rows=tuple(
            (partij.gemeente, format_number(partij.oud), format_change(partij.wijziging), format_number(partij.nieuw))
            for partij in view.partijen
        ),
        total=(
            _("Totaal"),
            format_number(view.som_oud),
            format_change(view.som_nieuw - view.som_oud),
            format_number(view.som_nieuw),
        ),
        summary=_(
            "Per gemeente de taakstelling, de wijziging en de nieuwe taakstelling in {halfjaar}, in personen."
        ).format(halfjaar=name_halfjaar(view.periode).removeprefix(_("het "))),
    )


def _letterhead(regio: Regio) -> LetterHead:
    place = "  ".join(filter(None, (regio.postcode, regio.plaats)))
    return LetterHead(
        sender=regio.naam, lines=tuple(filter(None, (regio.postadres, place, regio.e_mail, regio.telefoon)))
    )


def _signed_by_voorzitter(regio: Regio) -> Block:
    role = _("de voorzitter van {regietafel}").format(regietafel=regio.naam)
    return Signatures(opening=_("Met vriendelijke groet,"), signatories=(Signatory(role=role, name=regio.voorzitter),))


def _name_provincie(gemeenten: Sequence[Gemeente]) -> str:
    """Who supervises these gemeenten."""
    names = sorted({gemeente.provincie for gemeente in gemeenten if gemeente.provincie})
    if not names:
        return _("gedeputeerde staten van de provincie")
    return _("gedeputeerde staten van {provincies}").format(provincies=enumerate_names(names))


def _inwerkingtreding(in_werking_op: datetime.date | None) -> str:
    if in_werking_op is None:
        return _("Het besluit treedt in werking op de dag na de laatste bekendmaking.")
    return _("Het besluit is in werking sinds {datum}.").format(datum=format_date_long(in_werking_op))


def _valid_adressaat(ledger: Ledger, sleutel: str, datum: datetime.date) -> Adressaat:
    for adressaat in ledger.adressaten.where(sleutel=sleutel):
        if adressaat.holds_on(datum):
            return adressaat
    raise RegietafelError(
        _("Er is op {datum} geen adres van “{sleutel}” bekend; vul dat eerst in.").format(
            datum=format_date_long(datum), sleutel=sleutel.upper()
        )
    )


@dataclass(frozen=True, kw_only=True)
class Gegevens:
    """The facts from which the documents of one herverdeling are made; ``partijen`` as in ``view``."""

    view: HerverdelingBlad
    regio: Regio
    partijen: tuple[Gemeente, ...]
    coa: Adressaat
    datum: datetime.date
