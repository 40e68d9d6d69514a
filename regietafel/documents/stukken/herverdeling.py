"""What the documents of one herverdeling share: the facts, and the values and blocks their templates can use."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from regietafel.documents.blocks import (
    AddressBlock,
    Block,
    Document,
    Heading,
    LetterHead,
    ListBlock,
    ListItem,
    Reference,
    Signatory,
    Signatures,
    text,
)
from regietafel.documents.middelen import Middelen, middelen
from regietafel.documents.sjabloon.template import Prepared, Values
from regietafel.documents.stukken.ontvangers import Ontvanger, ontvangers
from regietafel.documents.stukken.prepared import agreement_blocks
from regietafel.documents.stukken.wording import (
    count_personen,
    enumerate_names,
    name_halfjaar,
    name_looptijd,
    place_line,
)
from regietafel.domain.behandeling import Behandeling, Status
from regietafel.domain.herverdeling import Deel
from regietafel.domain.herverdelingsregels import check
from regietafel.domain.regio import Gemeente, Regio
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_date_long
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import HerverdelingBlad, Partijregel, blad
from regietafel.queries.voornemen import voornemen

_ENDED = _("Herverdeling {kenmerk} is {status}; er zijn geen documenten meer. De feiten staan bij Herverdelingen.")


class College(NamedTuple):
    """The college of one party: its gemeente, and what the agreement does to it."""

    gemeente: Gemeente
    regel: Partijregel

    @property
    def behandeling(self) -> Behandeling:
        """What is recorded of its decision and bekendmaking."""
        return self.regel.behandeling

    @property
    def besluit_op(self) -> datetime.date | None:
        """The day on which it agreed; None as long as that is not recorded."""
        return None if self.behandeling.geweigerd else self.behandeling.besluit_op


@dataclass(frozen=True, kw_only=True)
class Gegevens:
    """The facts from which the documents of one herverdeling are made; ``colleges`` in the order of ``view``."""

    view: HerverdelingBlad
    regio: Regio
    colleges: tuple[College, ...]
    ontvangers: tuple[Ontvanger, ...]
    datum: datetime.date
    middelen: Middelen
    uw_kenmerk: str = ""  # under which those who are told know it

    def is_asked(self, college: College) -> bool:
        """Whether its decision is still to come."""
        return college.besluit_op is None and self.view.in_werking_op is None

    @cached_property
    def looptijd(self) -> str:
        """The half-year, or from which to which."""
        return name_looptijd(self.view.periode, self.view.herverdeling.laatste)

    @cached_property
    def values(self) -> Values:
        """The fields and series that every template can use."""
        view = self.view
        provincies = dict.fromkeys(each.naam for each in self.ontvangers if each.aan == "provincie")
        return {
            "kenmerk": view.kenmerk,
            "datum": self.datum,
            "periode": str(view.periode),
            "halfjaar": name_halfjaar(view.periode),
            "looptijd": self.looptijd,
            "begin": view.periode.begin,
            "einde": view.herverdeling.laatste.einde,
            "regietafel": self.regio.naam,
            "gemeenten": enumerate_names(college.gemeente.naam for college in self.colleges),
            "provincie": enumerate_names(provincies),
            "som_oud": view.som_oud,
            "som_nieuw": view.som_nieuw,
            "som_personen": count_personen(view.som_oud),
            "inwerkingtreding": _inwerkingtreding(view.in_werking_op, self.datum),
            "overdrachten": tuple(_overdracht(deel) for deel in view.delen),
            "partijen": tuple(college_values(self, college) for college in self.colleges),
            "ontvangers": tuple(ontvanger_values(each) for each in self.ontvangers),
        }

    @cached_property
    def blocks(self) -> Prepared:
        """The blocks that every template can use."""
        outside = [college.gemeente.naam for college in self.colleges if not college.gemeente.lid]
        return {
            **agreement_blocks(self.view, self.regio.naam, outside),
            "overdrachten": [list_overdrachten(self.view.delen)],
            "briefhoofd": [_letterhead(self.regio)],
            "voorzitter": [_signed_by_voorzitter(self.regio)],
        }


def collect(ledger: Ledger, herverdeling_id: int, datum: datetime.date, uw_kenmerk: str = "") -> Gegevens:
    """The facts of one herverdeling, with the date on its letters.

    Raises RegietafelError when one is missing, and when the agreement came to nothing.
    """
    view = blad(ledger, herverdeling_id)
    if view.in_werking_op is None:
        if view.stand in {Status.GEWEIGERD, Status.INGETROKKEN}:
            raise RegietafelError(_ENDED.format(kenmerk=view.kenmerk, status=view.status))
        # a later version may have broken it
        check(voornemen(ledger, view.periode, view.delen, view.herverdeling.bepalingen))
    regio = next(iter(ledger.regio), None)
    if regio is None:
        raise RegietafelError(_("Dit bestand heeft nog geen regietafel; geef die eerst een naam."))
    gemeenten = {gemeente.naam: gemeente for gemeente in ledger.gemeenten}
    colleges = tuple(College(gemeenten[partij.gemeente], partij) for partij in view.partijen)
    return Gegevens(
        view=view,
        regio=regio,
        colleges=colleges,
        ontvangers=ontvangers(ledger, [college.gemeente for college in colleges], datum),
        datum=datum,
        middelen=middelen(ledger),
        uw_kenmerk=uw_kenmerk.strip(),
    )


def compose(
    gegevens: Gegevens,
    template: str,
    *,
    title: str,
    subject: str,
    values: Values | None = None,
    blocks: Prepared | None = None,
    college: College | None = None,
) -> Document:
    """The document of this template, of one college or of the table. Raises RegietafelError when it is not right."""
    return gegevens.middelen.compose(
        template,
        title=title,
        author=_("Gemeente {naam}").format(naam=college.gemeente.naam) if college else gegevens.regio.naam,
        subject=subject,
        kenmerk=gegevens.view.kenmerk,
        datum=gegevens.datum,
        values={**gegevens.values, **(values or {})},
        blocks={**gegevens.blocks, **(blocks or {})},
        gemeente_id=college.gemeente.id if college else None,
    )


def college_values(gegevens: Gegevens, college: College) -> Values:
    """The fields of a document about one gemeente."""
    regel = college.regel
    others = [each.gemeente.naam for each in gegevens.colleges if each != college]
    colleges = _("het college van {names}") if len(others) == 1 else _("de colleges van {names}")
    return {
        "gemeente": college.gemeente.naam,
        "andere_colleges": colleges.format(names=enumerate_names(others)),
        "oud": regel.oud,
        "nieuw": regel.nieuw,
        "wijziging": regel.wijziging,
        "oud_personen": count_personen(regel.oud),
        "nieuw_personen": count_personen(regel.nieuw),
        "verschil": count_personen(abs(regel.wijziging)),
        "besluit": _besluit(college),
    }


def ontvanger_values(ontvanger: Ontvanger) -> Values:
    """The fields of a document to one who is told."""
    return {"ontvanger": ontvanger.naam, "gemeenten_ontvanger": ontvanger.gemeenten}


def objection(gegevens: Gegevens, gemeente: str) -> tuple[Block, ...]:
    """How to object, to the college of ``gemeente``; nothing unless the agreement says so."""
    if not gegevens.view.herverdeling.bezwaarclausule:
        return ()
    clause = gegevens.middelen.fill("bezwaarclausule.txt", {**gegevens.values, "gemeente": gemeente}, {})
    return (Heading(content=text(_("Bezwaar")), level=2), *clause)


def _overdracht(deel: Deel) -> Values:
    return {"van": deel.van, "naar": deel.naar, "aantal": deel.aantal, "personen": count_personen(deel.aantal)}


def list_overdrachten(delen: Iterable[Deel]) -> ListBlock:
    """A line for each: who hands over how many persons to whom."""
    sentence = _("{van} draagt {personen} over aan {naar}.")
    lines = [sentence.format(van=deel.van, personen=count_personen(deel.aantal), naar=deel.naar) for deel in delen]
    return ListBlock(items=tuple(ListItem(content=text(line)) for line in lines))


def address(*lines: str, postadres: str, postcode: str, plaats: str) -> AddressBlock:
    """An address as it stands in the window; what is not known is left out."""
    place = place_line(postcode, plaats)
    return AddressBlock(lines=tuple(line.strip() for line in (*lines, postadres, place) if line.strip()))


def reference(gegevens: Gegevens, onderwerp: str, bijlagen: str = "", uw_kenmerk: str = "") -> Reference:
    """The lines above a letter."""
    pairs = [
        (_("Uw kenmerk"), uw_kenmerk),
        (_("Ons kenmerk"), gegevens.view.kenmerk),
        (_("Datum"), format_date_long(gegevens.datum)),
        (_("Onderwerp"), onderwerp),
        (_("Bijlage"), bijlagen),
    ]
    return Reference(pairs=tuple((label, value) for label, value in pairs if value))


def letterhead_gemeente(gemeente: Gemeente) -> LetterHead:
    """Of what its own organisation writes."""
    lines = (gemeente.postadres, place_line(gemeente.postcode, gemeente.plaats))
    return LetterHead(sender=_("Gemeente {naam}").format(naam=gemeente.naam), lines=tuple(filter(None, lines)))


def _letterhead(regio: Regio) -> LetterHead:
    lines = (regio.postadres, place_line(regio.postcode, regio.plaats), regio.e_mail, regio.telefoon)
    return LetterHead(sender=regio.naam, lines=tuple(filter(None, lines)))


def _signed_by_voorzitter(regio: Regio) -> Block:
    role = _("de voorzitter van {regietafel}").format(regietafel=regio.naam)
    return Signatures(opening=_("Met vriendelijke groet,"), signatories=(Signatory(role=role, name=regio.voorzitter),))


def _inwerkingtreding(in_werking_op: datetime.date | None, datum: datetime.date) -> str:
    """As who reads a letter of that date sees it."""
    if in_werking_op is None:
        return _("Het besluit treedt in werking op de dag na de laatste bekendmaking.")
    said = _("Het besluit is in werking sinds {dag}.") if in_werking_op <= datum else _(
        "Het besluit treedt in werking op {dag}."
    )  # fmt: skip
    return said.format(dag=format_date_long(in_werking_op))


def _besluit(college: College) -> str:
    """When the college decided, as part of a sentence."""
    if college.besluit_op is None:
        return _("op (datum invullen)")
    number = college.behandeling.besluitnummer.strip()
    said = _("op {datum} (besluitnummer {nummer})") if number else _("op {datum}")
    return said.format(datum=format_date_long(college.besluit_op), nummer=number)
