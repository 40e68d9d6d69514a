"""The intekenlijst: what is to be done together, and who signed up for it."""

from __future__ import annotations

from dataclasses import replace

from regietafel.domain.intekenlijst import TREKKER, Intekenactie, Intekening
from regietafel.errors import RuleError
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.reference import spelling_key


def save_intekenactie(ledger: Ledger, actie: Intekenactie) -> Intekenactie:
    """Put an action on the list, or change it."""
    with ledger.operation(_("Op de intekenlijst: {titel}").format(titel=actie.titel)):
        return ledger.intekenacties.save(actie)


def remove_intekenactie(ledger: Ledger, actie: Intekenactie) -> None:
    """Take an action off the list. Raises RuleError when parties signed up for it."""
    if ledger.intekeningen.find(intekenactie_id=actie.id):
        sentence = _(
            "Op “{titel}” is ingetekend. Verwijder eerst die intekeningen, of zet ze op gestopt en laat het zo."
        )
        raise RuleError(sentence.format(titel=actie.titel))
    with ledger.operation(_("Van de intekenlijst: {titel}").format(titel=actie.titel)):
        ledger.intekenacties.delete(actie)


def save_intekening(ledger: Ledger, intekening: Intekening) -> Intekening:
    """Record that a party signs up, or change how. Raises RuleError when it signed up already, or another pulls it."""
    intekening = replace(intekening, organisatie=intekening.organisatie.strip())
    actie = ledger.intekenacties.get(intekening.intekenactie_id)
    others = [each for each in ledger.intekeningen.where(intekenactie_id=actie.id) if each.id != intekening.id]
    if _partij(intekening) in map(_partij, others):
        raise RuleError(_("Deze partij heeft al ingetekend op “{titel}”.").format(titel=actie.titel))
    if intekening.rol == TREKKER and any(each.rol == TREKKER for each in others):
        raise RuleError(_("“{titel}” heeft al een trekker.").format(titel=actie.titel))
    with ledger.operation(_("Intekening opgeslagen: {titel}").format(titel=actie.titel)):
        return ledger.intekeningen.save(intekening)


def remove_intekening(ledger: Ledger, intekening: Intekening) -> None:
    """Take out that a party signed up, with what was reported of it."""
    actie = ledger.intekenacties.get(intekening.intekenactie_id)
    with ledger.operation(_("Intekening verwijderd: {titel}").format(titel=actie.titel)):
        for voortgang in ledger.voortgangen.where(intekening_id=intekening.id):
            ledger.voortgangen.delete(voortgang)
        ledger.intekeningen.delete(intekening)


def _partij(intekening: Intekening) -> tuple[int | None, str]:
    """The same for one party, however its capitals were typed."""
    return intekening.gemeente_id, spelling_key(intekening.organisatie)
