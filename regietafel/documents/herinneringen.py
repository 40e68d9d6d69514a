"""Reminders: to every gemeente and organisation that still has something to do, an e-mail with what."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from regietafel.documents.leveren import along
from regietafel.documents.maken import Geschreven, Uitkomst, in_form
from regietafel.documents.middelen import middelen
from regietafel.documents.overlegerbij import Eml
from regietafel.documents.overlegsoorten import HERINNERING
from regietafel.documents.plain import as_text
from regietafel.documents.reeks import Plan, compose_plannen
from regietafel.documents.stuk import Stuk
from regietafel.documents.stukken.overlegbericht import make_herinnering, name_houder, per_houder
from regietafel.domain.contact import AMBTENAAR, SECRETARIAAT
from regietafel.domain.regio import Regio
from regietafel.errors import RegietafelError
from regietafel.files import file_name
from regietafel.i18n import _, format_date
from regietafel.ledger import Ledger
from regietafel.queries.contacten import ContactRegel, contacten
from regietafel.queries.partijen import as_called

_NAAM = _("Herinnering")


@dataclass(frozen=True, kw_only=True)
class Herinneringen:
    """What was read to make them; no ledger is touched from here on. To be written by ``leveren.deliver``."""

    plannen: tuple[Plan, ...]
    adressen: Mapping[str, Sequence[str]]  # by who it is for
    op: datetime.date
    datum: datetime.date
    eml: Eml

    @property
    def nog_open(self) -> tuple[str, ...]:
        """For whom no address is known."""
        return tuple(
            _("het e-mailadres van {naam} (bij Contacten)").format(naam=plan.voor)
            for plan in self.plannen
            if not self.adressen.get(plan.voor)
        )

    def names(self) -> tuple[str, ...]:
        """The files that would be written."""
        return tuple(in_form(plan.bestandsnaam, "eml") for plan in self.plannen)

    def make(self, plannen: Sequence[Plan], folder: Path) -> Uitkomst:
        """As ``leveren.Levering.make``."""
        reeks = compose_plannen(plannen, self.stuk)
        made = [
            Geschreven(stuk, folder / in_form(stuk.bestandsnaam, "eml"), self._mail(stuk), "eml")
            for stuk in reeks.stukken
        ]
        return Uitkomst(geschreven=tuple(along(plannen, made)), mislukt=reeks.mislukt)

    def stuk(self, plan: Plan) -> Stuk:
        """One of them. Raises RegietafelError when the template is not right."""
        return Stuk(
            soort=plan.soort,
            naam=plan.naam,
            voor=plan.voor,
            onderwerp=_("Acties op {dag}").format(dag=format_date(self.op)),
            bestandsnaam=plan.bestandsnaam,
            document=plan.make(),
        )

    def _mail(self, stuk: Stuk) -> bytes:
        document = stuk.document
        return self.eml(self.adressen.get(stuk.voor, ()), document.subject, as_text(document.blocks), (), self.datum)


def read_herinneringen(
    ledger: Ledger, op: datetime.date, datum: datetime.date, eml: Eml, *, houders: Collection[str] = ()
) -> Herinneringen:
    """Those to these gemeenten and organisations, or to all that had an action open on ``op``.

    Raises RegietafelError when nothing is open, or nothing of one that is named.
    """
    found, called = per_houder(ledger, op), as_called(ledger)
    houders = [*map(called, houders)]
    if missing := [houder for houder in houders if houder not in found]:
        raise RegietafelError(_("{houder} heeft geen openstaande acties.").format(houder=missing[0]))
    if not found:
        raise RegietafelError(_("Op {dag} staan er geen acties open.").format(dag=format_date(op)))
    regio, met = _regio(ledger), middelen(ledger)
    bekend = [replace(each, partij=called(each.partij)) for each in contacten(ledger)]
    return Herinneringen(
        plannen=tuple(
            Plan(
                soort=HERINNERING,
                naam=_NAAM,
                voor=houder,
                bestandsnaam=file_name(op.isoformat(), _NAAM, houder, suffix=".pdf"),
                make=partial(
                    make_herinnering,
                    met,
                    regio,
                    houder,
                    acties,
                    voluit=name_houder(ledger, houder),
                    op=op,
                    datum=datum,
                ),
            )
            for houder, acties in found.items()
            if not houders or houder in houders
        ),
        adressen={houder: _addresses(bekend, houder) for houder in found},
        op=op,
        datum=datum,
        eml=eml,
    )


def _addresses(bekend: Sequence[ContactRegel], houder: str) -> Sequence[str]:
    """Of the officials there; of anyone there when no official is known."""
    known = [each for each in bekend if each.partij == houder and each.e_mail]
    officials = [each for each in known if each.rol in {AMBTENAAR, SECRETARIAAT}]
    return [*dict.fromkeys(each.e_mail for each in officials or known)]


def _regio(ledger: Ledger) -> Regio:
    regio = ledger.regio.find()
    if regio is None:
        raise RegietafelError(_("In dit bestand is nog geen regietafel. Vul eerst de naam in bij Instellingen."))
    return regio
