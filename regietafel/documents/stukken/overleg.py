"""What the documents of one meeting share: the facts, and the values and blocks their templates can use."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from regietafel.documents.blocks import Block, Document, Paragraph, Reference, Run, Said, is_allowed_link, text
from regietafel.documents.middelen import Middelen, middelen
from regietafel.documents.overlegsoorten import AGENDA, LIJST, PAKKET
from regietafel.documents.sjabloon.template import Prepared, Values
from regietafel.documents.stuk import OP, VERSIE, with_facts
from regietafel.documents.stukken.momentopname import (
    Momentopname,
    Wanneer,
    read_momentopname,
    take,
    zonder_vertrouwelijk,
)
from regietafel.documents.stukken.overlegwoorden import name_day, name_moment, name_place, name_times
from regietafel.domain.agenda import Agendaversie
from regietafel.domain.overleg import BEZIG, GEHOUDEN, VASTGESTELD, VERVALLEN
from regietafel.domain.regio import Regio
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_date, format_number
from regietafel.ledger import Ledger
from regietafel.queries.agenda import PuntRegel, agenda
from regietafel.queries.contacten import Ontvangers, ontvangers
from regietafel.queries.overleggen import OverlegRegel, overleg_regel
from regietafel.queries.verslag import AanwezigRegel, LijstRegel, aanwezigheid, lijst


@dataclass(frozen=True, kw_only=True)
class Overleggegevens:
    """The facts of one meeting. ``opname`` is its agenda in this ``versie``, ``vorige`` in the version before.

    ``besloten`` when confidential points are among them; ``verzonden`` when ``opname`` is as it was sent.
    """

    middelen: Middelen
    regio: Regio
    overleg: OverlegRegel
    datum: datetime.date  # on the documents
    versie: int
    verzonden: bool
    opname: Momentopname
    vorige: Momentopname | None
    punten: tuple[PuntRegel, ...]  # as they are now, with what only the chair may see
    aanwezig: tuple[AanwezigRegel, ...]
    lijst: tuple[LijstRegel, ...]
    vastgesteld_op: datetime.date | None
    ontvangers: Ontvangers
    besloten: bool = True

    def dag(self, *, agenda: bool) -> datetime.date:
        """Of the meeting: as it was planned in this version of the ``agenda``, or now."""
        return self.opname.wanneer.datum if agenda else self.overleg.datum

    def onderwerp(self, *, agenda: bool) -> str:
        """How the register calls the meeting, on the day as in :meth:`dag`."""
        return _about(self, self.dag(agenda=agenda))

    @property
    def vervallen(self) -> bool:
        """Whether the meeting does not take place; an agenda that was sent stays as it was sent."""
        return self.overleg.staat == VERVALLEN and not self.verzonden

    def naam(self, naam: str) -> str:
        """That of a document with the agenda: with its version when a later one was sent."""
        return _("{naam} versie {n}").format(naam=naam, n=self.versie) if self.versie < self.overleg.versie else naam


def collect_overleg(
    ledger: Ledger,
    overleg_id: int,
    datum: datetime.date,
    *,
    peildatum: datetime.date | None = None,
    versie: int | None = None,
    met: Middelen | None = None,
) -> Overleggegevens:
    """The facts of this meeting, for documents dated ``datum``, made with the wording ``met`` or the file's.

    A ``versie`` that was sent is as it was sent; the next one is the agenda as it is now with the figures of the
    ``peildatum``, which is usually ``datum``. Without any it is the next one, and of a meeting that was begun the last
    that was sent. Raises RegietafelError when there is no such version.
    """
    regio = ledger.regio.find()
    if regio is None:
        raise RegietafelError(_("In dit bestand is nog geen regietafel. Vul eerst de naam in bij Instellingen."))
    regel = overleg_regel(ledger, overleg_id)
    sent = {each.nummer: each for each in ledger.agendaversies.where(overleg_id=overleg_id)}
    begun = regel.staat in GEHOUDEN | {BEZIG}
    nummer = versie if versie is not None else (regel.versie if begun and regel.versie else regel.versie + 1)
    if nummer not in sent and nummer != regel.versie + 1:
        said = (
            _("De agenda van {dag} heeft geen versie {n}; de laatste die is verzonden, is versie {laatste}.")
            if sent
            else _("De agenda van {dag} is nog niet verzonden; er is nog geen versie {n}.")
        )
        raise RegietafelError(said.format(dag=format_date(regel.datum), n=nummer, laatste=regel.versie))
    peildatum = peildatum or regel.peildatum(datum)
    opname = _sent(ledger, sent[nummer]) if nummer in sent else take(ledger, overleg_id, peildatum)
    return Overleggegevens(
        middelen=met or middelen(ledger),
        regio=regio,
        overleg=regel,
        datum=datum,
        versie=nummer,
        verzonden=nummer in sent,
        opname=opname,
        vorige=_before(ledger, sent.get(nummer - 1)),
        punten=agenda(ledger, overleg_id),
        aanwezig=aanwezigheid(ledger, overleg_id),
        lijst=lijst(ledger, overleg_id),
        vastgesteld_op=_vastgesteld(ledger, regel),
        ontvangers=ontvangers(ledger, regel.reeks_id),
    )


def openly(gegevens: Overleggegevens) -> Overleggegevens:
    """The same for who is no member: what is confidential is left out whole."""
    return replace(
        gegevens,
        opname=zonder_vertrouwelijk(gegevens.opname),
        vorige=zonder_vertrouwelijk(gegevens.vorige) if gegevens.vorige else None,
        punten=tuple(each for each in gegevens.punten if not each.vertrouwelijk),
        lijst=tuple(each for each in gegevens.lijst if not each.vertrouwelijk),
        besloten=False,
    )


def apart(gegevens: Overleggegevens, verslagen: Sequence[Overleggegevens]) -> frozenset[str]:
    """The kinds of which who is no member gets one apart, as something in it is confidential.

    So is on an agenda what was so in the version before, as it tells what changed. ``verslagen`` are the meetings of
    which the list is in the package.
    """
    punten = gegevens.opname.punten
    before = gegevens.vorige.punten if gegevens.vorige else ()
    said = [punt.vertrouwelijk for punt in (*punten, *before)]
    said += [rij.vertrouwelijk for punt in punten if punt.deel for rij in punt.deel.rijen]
    lists = any(regel.vertrouwelijk for each in verslagen for regel in each.lijst)
    found = {
        AGENDA: any(said),
        LIJST: any(regel.vertrouwelijk for regel in gegevens.lijst),
        PAKKET: any(said) or lists,
    }
    return frozenset(soort for soort, hidden in found.items() if hidden and gegevens.besloten)


def compose_overleg(
    gegevens: Overleggegevens,
    template: str,
    *,
    title: str,
    subject: str = "",
    values: Values | None = None,
    blocks: Prepared | None = None,
    wanneer: Wanneer | None = None,
) -> Document:
    """The document of this template, about the meeting as it was planned ``wanneer``, or is now.

    Raises RegietafelError when the template is not right.
    """
    wanneer = wanneer or _now(gegevens)
    return gegevens.middelen.compose(
        template,
        title=title,
        author=gegevens.regio.naam,
        subject=subject or title,
        kenmerk=_about(gegevens, wanneer.datum),
        datum=gegevens.datum,
        values={**_values(gegevens, wanneer), **(values or {})},
        blocks=blocks or {},
    )


def of_version(document: Document, gegevens: Overleggegevens) -> Document:
    """With which version of the agenda it is, and of which day its figures are."""
    return with_facts(document, **{OP: gegevens.opname.peildatum.isoformat(), VERSIE: str(gegevens.versie)})


def paragraphs(said: str) -> Iterator[Block]:
    """What one typed, a paragraph for each part between blank lines."""
    for part in said.strip().split("\n\n"):
        if part.strip():
            yield Paragraph(content=text(part.strip()))


def reference(gegevens: Overleggegevens, wanneer: Wanneer, *more: tuple[str, Said]) -> Reference:
    """The lines above a document of a meeting; what is not known is left out."""
    naam = gegevens.regio.naam
    pairs: tuple[tuple[str, Said], ...] = (
        (_("Regietafel"), "" if naam in gegevens.overleg.reeks else naam),
        (_("Datum"), name_day(wanneer.datum)),
        (_("Tijd"), name_times(wanneer.begin, wanneer.einde)),
        (_("Plaats"), wanneer.locatie.strip()),
        (_("Online"), link(wanneer.link)),
        *more,
    )
    return Reference(pairs=tuple((label, said) for label, said in pairs if said))


def link(address: str) -> Said:
    """The address of the meeting, to follow when that is safe."""
    return (Run(text=address, link=address),) if is_allowed_link(address) else address


def count_minuten(minuten: int) -> str:
    """``1 minuut``, ``15 minuten``."""
    return (_("{n}\u00a0minuut") if minuten == 1 else _("{n}\u00a0minuten")).format(n=format_number(minuten))


def _values(gegevens: Overleggegevens, wanneer: Wanneer) -> Values:
    """The fields of every document about the meeting."""
    return {
        "regietafel": gegevens.regio.naam,
        "reeks": gegevens.overleg.reeks,
        "datum": gegevens.datum,
        "overlegdatum": wanneer.datum,
        "begin": wanneer.begin,
        "einde": wanneer.einde,
        "plaats": name_place(wanneer.locatie, wanneer.link),
        "moment": name_moment(wanneer.datum, wanneer.begin, wanneer.einde),
        "voorzitter": gegevens.overleg.voorzitter,
        "secretaris": gegevens.overleg.secretaris,
    }


def _about(gegevens: Overleggegevens, dag: datetime.date) -> str:
    return f"{gegevens.overleg.reeks} {format_date(dag)}"


def _now(gegevens: Overleggegevens) -> Wanneer:
    known = gegevens.overleg
    return Wanneer(datum=known.datum, begin=known.begin, einde=known.einde, locatie=known.locatie, link=known.link)


def _sent(ledger: Ledger, versie: Agendaversie) -> Momentopname:
    return read_momentopname(ledger.inhoud.get(versie.inhoud))


def _before(ledger: Ledger, versie: Agendaversie | None) -> Momentopname | None:
    """To compare with; one that is damaged keeps nothing from being made."""
    if versie is not None:
        with suppress(RegietafelError):
            return _sent(ledger, versie)
    return None


def _vastgesteld(ledger: Ledger, regel: OverlegRegel) -> datetime.date | None:
    if regel.staat != VASTGESTELD:
        return None
    last = max(ledger.overlegstappen.where(overleg_id=regel.id), key=lambda each: each.id or 0)
    return datetime.datetime.fromisoformat(last.tijd).date()
