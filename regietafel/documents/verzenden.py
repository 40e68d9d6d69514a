"""Who is sent what: an e-mail for every college and for everyone who is told, with the documents meant for them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from regietafel.documents.blocks import Document
from regietafel.documents.reeks import Plan
from regietafel.documents.soorten import SOORTEN
from regietafel.documents.stuk import Mislukt, Stuk
from regietafel.documents.stukken.bericht import make_bericht_college, make_bericht_kennisgeving
from regietafel.documents.stukken.herverdeling import Gegevens
from regietafel.domain.behandeling import ADRESSATEN
from regietafel.domain.contact import is_mail
from regietafel.errors import RegietafelError
from regietafel.files import file_name
from regietafel.i18n import _, enumerate_some

SOORT = "e-mail"
T = TypeVar("T", bound=Stuk | Plan)

_WITH_ALL = frozenset({"gezamenlijk-besluit"})
_WITH_KENNISGEVING = _WITH_ALL | {"bekendmaking"}  # as the letter itself says
_LIKE_ADDRESS = re.compile(r"(?!\.)[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


@dataclass(frozen=True, kw_only=True)
class Bericht:
    """An e-mail: its words, to which address (empty when none is known), and what goes with it."""

    stuk: Stuk
    aan: str
    bijlagen: tuple[Stuk, ...]


def make_berichten(gegevens: Gegevens, stukken: Sequence[Stuk]) -> tuple[tuple[Bericht, ...], tuple[Mislukt, ...]]:
    """One for everyone who gets a document of their own among ``stukken``; and what could not be made."""
    made, failed = [], []
    for voor, aan in _readers(gegevens):
        bijlagen = enclosed(stukken, voor)
        if not bijlagen:
            continue
        try:
            document = make_bericht(gegevens, voor, [stuk.label for stuk in bijlagen])
        except RegietafelError as error:
            failed.append(Mislukt(f"{_('E-mail')} {voor}", str(error)))
            continue
        stuk = Stuk(
            soort=SOORT,
            naam=_("E-mail"),
            voor=voor,
            onderwerp=gegevens.view.kenmerk,
            herverdeling_id=gegevens.view.id,
            bestandsnaam=_file_name(gegevens, voor),
            document=document,
        )
        made.append(Bericht(stuk=stuk, aan=aan, bijlagen=bijlagen))
    return tuple(made), tuple(failed)


def enclosed(stukken: Sequence[T], voor: str) -> tuple[T, ...]:
    """What goes to this reader: all of its own, and then what goes with that; nothing without any of its own."""
    own = tuple(each for each in stukken if each.voor == voor)
    along = _WITH_KENNISGEVING if any(each.soort in ADRESSATEN for each in own) else _WITH_ALL
    return (*own, *(each for each in stukken if own and each.voor != voor and each.soort in along))


def not_enclosed(berichten: Sequence[Bericht]) -> tuple[str, ...]:
    """A sentence when a kennisgeving says that something goes with it that does not, because nobody asked for it."""
    for each in berichten:
        kinds = {stuk.soort for stuk in each.bijlagen}
        if kinds & ADRESSATEN.keys() and (
            missing := [soort for soort in SOORTEN if soort in _WITH_KENNISGEVING - kinds]
        ):
            said = _(
                "De kennisgeving noemt bijlagen die niet bij de e-mail zitten: {soorten}. Kies ook die documenten."
            )
            return (said.format(soorten=enumerate_some([SOORTEN[soort].lower() for soort in missing])),)
    return ()


def mail_names(gegevens: Gegevens, voor: Collection[str]) -> dict[str, str]:
    """The file names of the e-mails by reader, when these have documents of their own."""
    return {naam: _file_name(gegevens, naam) for naam, _aan in _readers(gegevens) if naam in voor}


def make_bericht(gegevens: Gegevens, voor: str, bijlagen: Sequence[str]) -> Document:
    """The words of the e-mail to a gemeente or to one who is told. Raises RegietafelError when nobody is called so."""
    for college in gegevens.colleges:
        if college.gemeente.naam == voor:
            return make_bericht_college(gegevens, college, bijlagen)
    for ontvanger in gegevens.ontvangers:
        if ontvanger.kort == voor:
            return make_bericht_kennisgeving(gegevens, ontvanger, bijlagen)
    raise RegietafelError(_("{voor} is geen partij of ontvanger meer.").format(voor=voor))


def mail_address(text: str) -> str:
    """The first e-mail address in a text, say “Griffie, griffie@borne.nl, 140 74”; empty when there is none."""
    found = _LIKE_ADDRESS.search(text)
    return found[0] if found and is_mail(found[0]) else ""


def _readers(gegevens: Gegevens) -> Iterator[tuple[str, str]]:
    """Everyone, with the address as far as it is known."""
    for college in gegevens.colleges:
        yield college.gemeente.naam, mail_address(college.behandeling.contact)
    for ontvanger in gegevens.ontvangers:
        yield ontvanger.kort, ""


def _file_name(gegevens: Gegevens, voor: str) -> str:
    return file_name(gegevens.view.kenmerk, _("E-mail"), voor, suffix=".pdf")
