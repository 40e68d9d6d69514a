"""Which texts may tell who someone is, and what to do with each: proposed by the rules, decided by the user."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from regietafel.documents.blocks import Document
from regietafel.documents.woo.gronden import PERSOON
from regietafel.documents.woo.namen import is_functional, names, names_someone, surname, words
from regietafel.documents.woo.publicatie import texts
from regietafel.documents.woo.tafel import addresses, bestuurders, others
from regietafel.documents.woo.tekst import MAIL, TELEFOON, Persoonsgegeven, same
from regietafel.i18n import _, sort_key
from regietafel.ledger import Ledger


class Algemeen(NamedTuple):
    """What is of an organisation and of no person: the words in names of places, and the numbers of the table."""

    plaatsen: frozenset[str]
    telefoons: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Bekend:
    """What a file tells of persons, before any document is read; ``gekozen`` is what the user decided."""

    gekozen: tuple[Persoonsgegeven, ...]
    gevonden: tuple[Persoonsgegeven, ...]
    algemeen: Algemeen


def read_bekend(ledger: Ledger, herverdeling_id: int | None = None, *, overleg_id: int | None = None) -> Bekend:
    """What is known of officials and bestuurders, and what the user chose for that agreement or that meeting."""
    algemeen = _algemeen(ledger)
    return Bekend(
        gekozen=tuple(_chosen(ledger, herverdeling_id, overleg_id)),
        gevonden=(
            *_bestuurders(ledger, herverdeling_id),
            *_officials(ledger, herverdeling_id, algemeen),
        ),
        algemeen=algemeen,
    )


def personal_data(bekend: Bekend, documenten: Iterable[Document] = ()) -> tuple[Persoonsgegeven, ...]:
    """What is known, and every mail address and phone number in ``documenten``. Touches no ledger.

    What the user chose comes first and wins; then what goes, then what stays.
    """
    found: list[Persoonsgegeven] = []
    for each in chain(bekend.gevonden, _written(documenten, bekend.algemeen)):
        if not any(same(each.tekst, known.tekst) for known in (*bekend.gekozen, *found)):
            found.append(each)
    found.sort(key=lambda each: (not each.grond, sort_key(each.tekst)))
    return (*bekend.gekozen, *found)


def _chosen(ledger: Ledger, herverdeling_id: int | None, overleg_id: int | None) -> Iterator[Persoonsgegeven]:
    about = {"herverdeling_id": herverdeling_id, "overleg_id": overleg_id}
    for each in ledger.weglatingen.where(**about) if herverdeling_id or overleg_id else ():
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
    for name, rol in bestuurders(ledger):
        yield Persoonsgegeven(tekst=name, grond="", waarom=stays.format(rol=rol))


def _officials(ledger: Ledger, herverdeling_id: int | None, algemeen: Algemeen) -> Iterator[Persoonsgegeven]:
    for regio in ledger.regio:
        yield from _of_contact(regio.secretaris, _("de secretaris"), algemeen)
        yield from _addresses(f"{regio.e_mail} {regio.telefoon}", _("de regietafel"), algemeen)
    gemeenten = {each.id: each.naam for each in ledger.gemeenten}
    for behandeling in ledger.behandelingen.where(herverdeling_id=herverdeling_id) if herverdeling_id else ():
        whose = _("het contact van {gemeente}").format(gemeente=gemeenten[behandeling.gemeente_id])
        yield from _of_contact(behandeling.contact, whose, algemeen)
    for text, whose in others(ledger):
        yield from _of_contact(text, whose, algemeen)
    for text, whose in addresses(ledger):
        yield from _addresses(text, whose, algemeen)
    for huisstijl in ledger.huisstijlen:
        for line in huisstijl.afzender.splitlines():
            search = _of_contact if names_someone(line) else _addresses
            yield from search(line, _("het afzenderblok van de huisstijl"), algemeen)


def _of_contact(text: str, whose: str, algemeen: Algemeen) -> Iterator[Persoonsgegeven]:
    """The addresses in what one typed about an official, the names, and the surnames by themselves."""
    yield from _addresses(text, whose, algemeen)
    for name in names(text, algemeen.plaatsen):
        yield Persoonsgegeven(tekst=name, grond=PERSOON, waarom=_("Naam: {bron}.").format(bron=whose), naam=name)
        if (last := surname(name)) and not words(last) <= algemeen.plaatsen:
            why = _("Achternaam uit “{naam}”: {bron}.").format(naam=name, bron=whose)
            yield Persoonsgegeven(tekst=last, grond=PERSOON, waarom=why, naam=name)


def _written(documenten: Iterable[Document], algemeen: Algemeen) -> Iterator[Persoonsgegeven]:
    for document in documenten:
        for text in texts(document):
            yield from _addresses(text, _("staat in {titel}").format(titel=document.title), algemeen)


def _addresses(text: str, whose: str, algemeen: Algemeen) -> Iterator[Persoonsgegeven]:
    """The mail addresses and phone numbers in a text; those of an organisation stay."""
    for match in MAIL.finditer(text):
        mail = match[0].rstrip(".-")
        functional = is_functional(mail, algemeen.plaatsen)
        why = _("Algemeen mailadres: {bron}.") if functional else _("Mailadres van een persoon: {bron}.")
        yield Persoonsgegeven(tekst=mail, grond="" if functional else PERSOON, waarom=why.format(bron=whose))
    for match in TELEFOON.finditer(MAIL.sub(" ", text)):
        mobile = re.match(r"\(?(?:(?:\+|00)\s?31\D*|0)6", match[0])
        general = not mobile and any(same(match[0], telefoon) for telefoon in algemeen.telefoons)
        why = _("Algemeen nummer van de regietafel.") if general else _("Telefoonnummer: {bron}.").format(bron=whose)
        yield Persoonsgegeven(tekst=match[0].strip(), grond="" if general else PERSOON, waarom=why)


def _algemeen(ledger: Ledger) -> Algemeen:
    """Gemeenten and tables are no persons, though some are called after them."""
    said = [each.naam for each in ledger.gemeenten]
    # Of other organisations only what is no name of a person: COA, IND.
    said += [word for each in ledger.contacten for word in each.organisatie.split() if word.isupper() and len(word) > 1]
    for regio in ledger.regio:
        said += [regio.naam, regio.plaats, regio.veiligheidsregio, regio.provincie]
    return Algemeen(words(" ".join(said)), tuple(regio.telefoon for regio in ledger.regio))
