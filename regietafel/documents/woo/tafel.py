"""Who sits at the table: a bestuurder stays named; what was typed about anyone else is looked through for names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regietafel.documents.woo.tekst import same
from regietafel.domain.contact import BESTUURDER, WETHOUDER
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.contacten import contacten

_BESTUURDERS = frozenset({BESTUURDER, WETHOUDER})


def bestuurders(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Their names, and as what: from the contacts, and whoever leads a meeting."""
    for each in ledger.contacten:
        if each.rol in _BESTUURDERS and len(each.naam.strip()) > 1:
            yield each.naam.strip(), each.functie or _("Bestuurder")
    leads = [each.voorzitter for each in (*ledger.overlegreeksen, *ledger.overleggen)]
    leads += [each.naam for each in ledger.aanwezigheden if each.voorzitter]
    for naam in _once(leads):
        yield naam, _("Voorzitter")


def others(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """What was typed about who is no bestuurder, and whose it is."""
    known = [naam for naam, _rol in bestuurders(ledger)]
    for each in contacten(ledger):
        if each.rol not in _BESTUURDERS:
            yield each.naam, _("contact van {partij}").format(partij=each.partij)
    for naam in _once(each.secretaris for each in (*ledger.overlegreeksen, *ledger.overleggen)):
        yield naam, _("de secretaris van het overleg")
    for naam in _once(each.naam for each in ledger.aanwezigheden):
        if not any(same(naam, each) for each in known):
            yield naam, _("was bij een overleg, en staat niet als bestuurder bij de contacten")


def addresses(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """The addresses and numbers of all contacts, and whose they are."""
    for each in contacten(ledger):
        yield f"{each.e_mail} {each.telefoon}", _("contact van {partij}").format(partij=each.partij)


def _once(texts: Iterable[str]) -> list[str]:
    """Each once; one sign alone would be found everywhere."""
    return [*dict.fromkeys(text.strip() for text in texts if len(text.strip()) > 1)]
