"""The officials and bestuurders that are written to, and who of them gets the agenda of a series."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from regietafel.domain.contact import CONTACTROLLEN, INFORMATIE, LID
from regietafel.i18n import sort_key
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import gemeente_names

TABLES = frozenset({"contact", "verzending", "gemeente"})


@dataclass(frozen=True, kw_only=True)
class ContactRegel:
    """One contact. ``partij`` is the gemeente or the organisation."""

    id: int
    gemeente_id: int | None
    partij: str
    naam: str
    functie: str
    rol: str
    e_mail: str
    telefoon: str


@dataclass(frozen=True, kw_only=True)
class Ontvangers:
    """Who is written to about a series: each address once, a member only as a member.

    ``zonder_adres`` should get it and have no e-mail address.
    """

    leden: tuple[ContactRegel, ...]
    informatie: tuple[ContactRegel, ...]
    zonder_adres: tuple[ContactRegel, ...]


def contacten(ledger: Ledger) -> tuple[ContactRegel, ...]:
    """All of them: gemeenten by name, then organisations; within those by role and name."""
    names = gemeente_names(ledger)
    rows = [
        ContactRegel(
            id=each.id or 0,
            gemeente_id=each.gemeente_id,
            partij=each.organisatie if each.gemeente_id is None else names[each.gemeente_id],
            naam=each.naam,
            functie=each.functie,
            rol=each.rol,
            e_mail=each.e_mail,
            telefoon=each.telefoon,
        )
        for each in ledger.contacten
    ]
    rows.sort(key=lambda each: (each.gemeente_id is None, sort_key(each.partij), *_within(each)))
    return tuple(rows)


def ontvangers(ledger: Ledger, reeks_id: int) -> Ontvangers:
    """By the roles that the series is sent to."""
    wijzen = {each.rol: each.wijze for each in ledger.verzendingen.where(reeks_id=reeks_id)}
    every = [each for each in contacten(ledger) if each.rol in wijzen]
    reached: set[str] = set()
    leden = _once((each for each in every if wijzen[each.rol] == LID), reached)
    return Ontvangers(
        leden=leden,
        informatie=_once((each for each in every if wijzen[each.rol] == INFORMATIE), reached),
        zonder_adres=tuple(each for each in every if not each.e_mail),
    )


def _once(rows: Iterable[ContactRegel], reached: set[str]) -> tuple[ContactRegel, ...]:
    found = []
    for each in rows:
        if each.e_mail and each.e_mail.casefold() not in reached:
            reached.add(each.e_mail.casefold())
            found.append(each)
    return tuple(found)


def _within(regel: ContactRegel) -> tuple[object, ...]:
    return CONTACTROLLEN.index(regel.rol), sort_key(regel.naam), regel.id
