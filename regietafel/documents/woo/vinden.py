"""Which texts may tell who someone is, and what to do with each: proposed by the rules, decided by the user."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from regietafel.documents.blocks import Document
from regietafel.documents.woo.gronden import PERSOON
from regietafel.documents.woo.namen import is_functional, names, names_someone, surname, words
from regietafel.documents.woo.publicatie import texts
from regietafel.documents.woo.tekst import MAIL, TELEFOON, Persoonsgegeven, same
from regietafel.i18n import _, sort_key
from regietafel.ledger import Ledger


def personal_data(
    ledger: Ledger, herverdeling_id: int | None, documenten: Iterable[Document] = ()
) -> tuple[Persoonsgegeven, ...]:
    """What is known of officials and bestuurders, and every mail address and phone number in ``documenten``.

    What the user chose for the agreement comes first and wins; then what goes, then what stays.
    """
    chosen = [*_chosen(ledger, herverdeling_id)]
    found: list[Persoonsgegeven] = []
    rules = (_bestuurders(ledger, herverdeling_id), _officials(ledger, herverdeling_id), _written(ledger, documenten))
    for each in chain(*rules):
        if not any(same(each.tekst, known.tekst) for known in (*chosen, *found)):
            found.append(each)
    found.sort(key=lambda each: (not each.grond, sort_key(each.tekst)))
    return (*chosen, *found)


def _chosen(ledger: Ledger, herverdeling_id: int | None) -> Iterator[Persoonsgegeven]:
    for each in ledger.weglatingen.where(herverdeling_id=herverdeling_id) if herverdeling_id else ():
        said = _("U laat dit weg.") if each.grond else _("U laat dit staan.")
        yield Persoonsgegeven(tekst=each.tekst, grond=each.grond, waarom=said, eigen=True)


def _bestuurders(ledger: Ledger, herverdeling_id: int | None) -> Iterator[Persoonsgegeven]:
    """They act in public, so their names stay."""
    stays = _("{rol}: een bestuurder blijft genoemd.")
    for regio in ledger.regio:
        if name := regio.voorzitter.strip():
            yield Persoonsgegeven(tekst=name, grond="", waarom=stays.format(rol=_("Voorzitter")))
    for each in ledger.behandelingen.where(herverdeling_id=herverdeling_id) if herverdeling_id else ():
        if name := each.ondertekenaar.strip():
            yield Persoonsgegeven(tekst=name, grond="", waarom=stays.format(rol=_("Ondertekenaar")))


def _officials(ledger: Ledger, herverdeling_id: int | None) -> Iterator[Persoonsgegeven]:
    for regio in ledger.regio:
        yield from _of_contact(ledger, regio.secretaris, _("de secretaris"))
        yield from _addresses(ledger, f"{regio.e_mail} {regio.telefoon}", _("de regietafel"))
    gemeenten = {each.id: each.naam for each in ledger.gemeenten}
    for behandeling in ledger.behandelingen.where(herverdeling_id=herverdeling_id) if herverdeling_id else ():
        whose = _("het contact van {gemeente}").format(gemeente=gemeenten[behandeling.gemeente_id])
        yield from _of_contact(ledger, behandeling.contact, whose)
    for huisstijl in ledger.huisstijlen:
        for line in huisstijl.afzender.splitlines():
            search = _of_contact if names_someone(line) else _addresses
            yield from search(ledger, line, _("het afzenderblok van de huisstijl"))


def _of_contact(ledger: Ledger, text: str, whose: str) -> Iterator[Persoonsgegeven]:
    """The addresses in what one typed about an official, the names, and the surnames by themselves."""
    yield from _addresses(ledger, text, whose)
    places = _places(ledger)
    for name in names(text, places):
        yield Persoonsgegeven(tekst=name, grond=PERSOON, waarom=_("Naam: {bron}.").format(bron=whose))
        if (last := surname(name)) and last.casefold() not in places:
            why = _("Achternaam uit “{naam}”: {bron}.").format(naam=name, bron=whose)
            yield Persoonsgegeven(tekst=last, grond=PERSOON, waarom=why)


def _written(ledger: Ledger, documenten: Iterable[Document]) -> Iterator[Persoonsgegeven]:
    for document in documenten:
        for text in texts(document):
            yield from _addresses(ledger, text, _("staat in {titel}").format(titel=document.title))


def _addresses(ledger: Ledger, text: str, whose: str) -> Iterator[Persoonsgegeven]:
    """The mail addresses and phone numbers in a text; those of an organisation stay."""
    for match in MAIL.finditer(text):
        mail = match[0].rstrip(".-")
        functional = is_functional(mail, _places(ledger))
        why = _("Algemeen mailadres: {bron}.") if functional else _("Mailadres van een persoon: {bron}.")
        yield Persoonsgegeven(tekst=mail, grond="" if functional else PERSOON, waarom=why.format(bron=whose))
    for match in TELEFOON.finditer(MAIL.sub(" ", text)):
        mobile = re.match(r"\(?(?:(?:\+|00)\s?31\D*|0)6", match[0])
        general = not mobile and any(same(match[0], regio.telefoon) for regio in ledger.regio)
        why = _("Algemeen nummer van de regietafel.") if general else _("Telefoonnummer: {bron}.").format(bron=whose)
        yield Persoonsgegeven(tekst=match[0].strip(), grond="" if general else PERSOON, waarom=why)


def _places(ledger: Ledger) -> frozenset[str]:
    """The words in the names of gemeenten and of the table: no names of persons, though some are called after them."""
    said = [each.naam for each in ledger.gemeenten]
    for regio in ledger.regio:
        said += [regio.naam, regio.plaats, regio.veiligheidsregio, regio.provincie]
    return words(" ".join(said))
