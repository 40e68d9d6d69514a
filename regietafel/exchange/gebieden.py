"""Which gebied a printed name means: the country, a provincie, a veiligheidsregio or a gemeente.

Groningen is three of them. What the row or the heading says of its niveau decides, or else the order of the rows:
a provincie stands with its veiligheidsregio's, in the same order all over the list. What remains is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from regietafel import reference
from regietafel.domain.opvang import GEMEENTE, LAND, PROVINCIE, VEILIGHEIDSREGIO, niveau
from regietafel.exchange.gelezen import Regel
from regietafel.exchange.namen import Kandidaat, Namenlijst, known, namenlijst
from regietafel.exchange.soort import words
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.opvang import gebied_naam
from regietafel.reference import Gebied, spelling_key

_TOTALS = ("Nederland", "Totaal", "Totaal Nederland", "Eindtotaal", "Landelijk", "Landelijk totaal", "Heel Nederland")
_FORMS: Mapping[str, tuple[str, ...]] = {  # how the name is written when the niveau is said with it
    PROVINCIE: ("{}", "provincie {}", "{} provincie", "prov {}", "totaal {}", "totaal provincie {}"),
    VEILIGHEIDSREGIO: ("{}", "veiligheidsregio {}", "{} veiligheidsregio", "vr {}", "regio {}"),
}
_SAID = (
    (VEILIGHEIDSREGIO, ("veiligheidsregio", "veiligheidsregios", "regio", "vr")),
    (PROVINCIE, ("provincie", "provincies", "prov")),
    (GEMEENTE, ("gemeente", "gemeenten")),
    (LAND, ("totaal", "land", "nederland", "landelijk", "rijk")),
)


def niveau_of(text: str) -> str:
    """The one niveau that a cell or a heading names; empty when it names none, or several."""
    spoken = words(text).split()
    found = [each for each, said in _SAID if any(word in said for word in spoken)]
    return found[0] if len(found) == 1 else ""


def gebiedenlijst(ledger: Ledger) -> Namenlijst:
    """Every gebied by code and spelling, and per niveau; a spelling of two of them is in ``by_key`` as None."""
    gemeenten = namenlijst(ledger)
    lijsten = {
        LAND: _lijst([reference.NEDERLAND], {reference.NEDERLAND.code: _TOTALS}),
        PROVINCIE: _of_niveau(reference.provincies(), _FORMS[PROVINCIE]),
        VEILIGHEIDSREGIO: _of_niveau(reference.veiligheidsregios(), _FORMS[VEILIGHEIDSREGIO]),
        GEMEENTE: replace(gemeenten, by_naam={}),
    }
    by_code = {code: each for lijst in lijsten.values() for code, each in lijst.by_code.items()}
    by_key: dict[str, Kandidaat | None] = {}
    for lijst in lijsten.values():
        for key, kandidaat in lijst.by_key.items():
            by_key[key] = None if key in by_key else kandidaat
    by_alias = {spelling_key(each.naam): by_code[each.gm_code] for each in ledger.aliassen if each.gm_code in by_code}
    whole = Namenlijst(by_code, {}, by_key, by_alias, _("bekend gebied"), _("bekende code"))
    return replace(whole, niveaus={naam: _narrowed(whole, lijst) for naam, lijst in lijsten.items()})


def on_niveau(regels: Sequence[Regel], lijst: Namenlijst) -> list[Regel]:
    """The rows with their niveau, as far as it can be told."""
    options = [_options(regel, lijst) for regel in regels]
    levels = list(dict.fromkeys(each[0] for each in options if len(each) == 1))  # in the order of the list
    sure = {_key(regel, lijst, each) for regel, each in zip(regels, options, strict=True) if len(each) == 1}
    meant = [
        each
        if len(each) < 2
        else tuple(level for level in levels if level in each and _key(regel, lijst, (level,)) not in sure)
        for regel, each in zip(regels, options, strict=True)
    ]
    keys = [_key(regel, lijst, each) for regel, each in zip(regels, meant, strict=True)]
    times, seen = Counter(keys), Counter[object]()
    found = []
    for regel, called, each, key in zip(regels, options, meant, keys, strict=True):
        headed = niveau_of(regel.kop)
        if (each and times[key] == len(each)) or len(each) == 1:
            headed = each[seen[key] % len(each)]
        seen[key] += 1
        found.append(replace(regel, niveau=headed if headed in called else ""))
    return found


def _options(regel: Regel, lijst: Namenlijst) -> tuple[str, ...]:
    """What the row can be: as it or its code says, or all that are called so."""
    if regel.gm_code and (found := lijst.by_printed_code(regel.gm_code)):
        return (niveau(found.gm_code),)
    said = regel.niveau or niveau_of(regel.naam)  # also “gemeente Groningen”
    if regel.niveau or (said and known(lijst.of(said), regel.naam)):
        return (said,)
    return tuple(level for level, each in lijst.niveaus.items() if known(each, regel.naam))


def _key(regel: Regel, lijst: Namenlijst, niveaus: Iterable[str]) -> object:
    """What rows that can mean the same have in common; “Friesland” and “Fryslân” are one name."""
    found = (known(lijst.of(each), regel.naam) for each in niveaus)
    return regel.blad, regel.peildatum, tuple(each.gm_code if each else regel.naam for each in found)


def _of_niveau(gebieden: Iterable[Gebied], forms: Sequence[str]) -> Namenlijst:
    known_as = {each.code: [form.format(naam) for naam in each.namen for form in forms] for each in gebieden}
    return _lijst(gebieden, known_as)


def _lijst(gebieden: Iterable[Gebied], known_as: Mapping[str, Iterable[str]]) -> Namenlijst:
    by_code = {each.code: Kandidaat(each.code, gebied_naam(each.code)) for each in gebieden}
    by_key: dict[str, Kandidaat | None] = {
        spelling_key(naam): by_code[code] for code, namen in known_as.items() for naam in namen
    }
    return Namenlijst(by_code, {}, by_key, {})


def _narrowed(whole: Namenlijst, lijst: Namenlijst) -> Namenlijst:
    by_alias = {key: each for key, each in whole.by_alias.items() if each.gm_code in lijst.by_code}
    return replace(whole, by_code=lijst.by_code, by_key=lijst.by_key, by_alias=by_alias)
