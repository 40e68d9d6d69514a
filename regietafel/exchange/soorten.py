"""The kinds of table that can be read in. A new kind is a declaration here; the reader does not change."""

from __future__ import annotations

import re
from dataclasses import replace

from regietafel.catalog.opvang import GETALLEN
from regietafel.catalog.opvang import SOORTEN as SOORTEN_OPVANG
from regietafel.catalog.woonvorm import MATEN as NAMEN_MATEN
from regietafel.domain import opvang
from regietafel.exchange.soort import Kolom, Soort
from regietafel.i18n import _

_PLACE = r"\bcode\b|\bgemeente|(?<!\bper )\bprovincie$"
_AMV = r"\bamv|alleenstaande minderjarige"
_PEOPLE = r"inwoner|bevolking"
_RATIO = r"%|percentage|aandeel|\bper (1 ?000|10 ?000|100 ?000|inwoner|duizend)"
_BEHIND_IS_MINUS = r"voorsprongplus|achterstandmin"
_BEGIN = r"\bbegin|\bstart\b|vorige? (periode|half ?jaar)|meegenomen"
_TO_DO = r"nog te\b|\bte (realiseren|huisvesten)|\brest"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


def _but(without: str, words: str) -> str:
    return rf"^(?!.*({without})).*({words})"


_PEILDATUM = Kolom(veld="peildatum", label=_("Peildatum"), woorden=_any(r"^(peil)?datum$"), datum=True)
_INWONERS = Kolom(veld="inwoners", label=_("Inwoners"), woorden=_any(_PEOPLE), jaarlijks=True)
_INWONERS_OF_YEAR = replace(_INWONERS, woorden=_any(_PEOPLE, r"^(19|20)\d\d$"))
_AS_VOORSPRONG = _("een positief aantal onder “{kop}” is gelezen als voorsprong.")
_AS_ACHTERSTAND = _("een positief aantal onder “{kop}” is gelezen als achterstand, een negatief als voorsprong.")

TAAKSTELLING = Soort(
    naam="taakstelling",
    label=_("Taakstelling"),
    aangeduid=_("de taakstelling"),
    kolommen=(
        Kolom(
            veld="taakstelling",
            label=_("Taakstelling"),
            woorden=_any(r"taakstelling.*\bincl", _but(f"{_AMV}|{_PEOPLE}|{_PLACE}", "taakstelling")),
        ),
        Kolom(veld="amv", label=_("Waarvan amv"), woorden=_any(_AMV), bij="taakstelling"),
        _INWONERS,
    ),
    nodig=("taakstelling",),
    anders=_any(
        _RATIO,
        r"exclusief|\bexcl\b|verschil|wijziging|realis|gehuisvest|achterstand|voorsprong|saldo",
        r"\brest|nog te\b|vorige?\b|herverdel|uitruil",
    ),
)
REALISATIE = Soort(
    naam="realisatie",
    label=_("Realisatie"),
    aangeduid=_("de realisatie"),
    kolommen=(
        Kolom(
            veld="realisatie",
            label=_("Realisatie"),
            woorden=_any(_but(r"\bgemeente", "realis|gehuisvest")),
            negatief=True,
        ),
        _PEILDATUM,
    ),
    nodig=("realisatie",),
    anders=_any(
        _RATIO,
        _AMV,
        _PEOPLE,
        _TO_DO,
        r"exclusief|\bexcl\b",
        r"verschil|wijziging|saldo|achterstand|voorsprong|vorige?\b|prognose|verwacht|\bopgave|herverdel|uitruil",
        r"correctie|waarvan",
    ),
    zwak=_any(r"^(aantal|aantallen|personen|aantal personen|stand)$"),
    heeft_peildatum=True,
)
BEGINSTAND = Soort(
    naam="beginstand",
    label=_("Beginstand"),
    aangeduid=_("de beginstand"),
    kolommen=(
        Kolom(
            veld="voorsprong",
            label=_("Voorsprong"),
            woorden=_any(_BEHIND_IS_MINUS, _but("achterstand", "voorsprong")),
            naar="beginstand",
            teken=-1,
            negatief=True,
            uitleg=_AS_VOORSPRONG,
        ),
        Kolom(
            veld="achterstand",
            label=_("Achterstand"),
            woorden=_any(_but("voor", "achterstand")),
            naar="beginstand",
            negatief=True,
        ),
        Kolom(
            veld="beginstand",
            label=_("Beginstand"),
            woorden=_any(r"achterstand|begin ?(stand|saldo)|(stand|saldo)\b.*\bbegin"),
            negatief=True,
            uitleg=_AS_ACHTERSTAND,
        ),
    ),
    nodig=("beginstand",),
    anders=_any(
        _RATIO, _AMV, _PEOPLE, r"\beind|nog te\b|realis|gehuisvest|taakstelling|opgave|mutatie|wijziging|verschil"
    ),
    zwak=_any(r"^(aantal|stand|saldo)$"),
)
INWONERS = Soort(
    naam="inwoners",
    label=_("Inwoners"),
    aangeduid=_("het aantal inwoners"),
    kolommen=(_INWONERS_OF_YEAR, _PEILDATUM),
    nodig=("inwoners",),
    anders=_any(_AMV, "%|percentage|aandeel|verschil|groei|toename|mannen|vrouwen|dichtheid|taakstelling|km"),
    zwak=_any("^(aantal|totaal)$"),
    heeft_periode=False,
    heeft_peildatum=True,
    hele_land=True,
)
OVERZICHT = Soort(
    naam="overzicht",
    label=_("COA-overzicht van voor- en achterstanden"),
    aangeduid=_("het overzicht"),
    kolommen=(
        Kolom(
            veld="opgave",
            label=_("Opgave"),
            woorden=_any(
                r"\bopgave\b|taakstelling.*\bincl.*(achterstand|voorsprong)",
                "gecorrigeerde taakstelling|totaal te huisvesten",
            ),
            negatief=True,
        ),
        Kolom(
            veld="taakstelling",
            label=_("Taakstelling"),
            woorden=_any(_but(f"realis|gehuisvest|achterstand|voorsprong|{_TO_DO}|{_PLACE}", "taakstelling")),
        ),
        Kolom(
            veld="realisatie",
            label=_("Realisatie"),
            woorden=_any(_but(rf"achterstand|voorsprong|\bgemeente|{_TO_DO}", "realis|gehuisvest")),
            negatief=True,
        ),
        Kolom(
            veld="beginvoorsprong",
            label=_("Voorsprong bij het begin"),
            woorden=_any(rf"^(?=.*({_BEGIN}))(?!.*achterstand).*voorsprong"),
            naar="beginstand",
            teken=-1,
            negatief=True,
            uitleg=_AS_VOORSPRONG,
        ),
        Kolom(
            veld="beginstand",
            label=_("Beginstand"),
            woorden=_any(rf"^(?=.*({_BEGIN})).*(stand|saldo|achterstand)"),
            negatief=True,
        ),
        Kolom(
            veld="voorsprong",
            label=_("Voorsprong"),
            woorden=_any(_BEHIND_IS_MINUS, _but("achterstand", "voorsprong")),
            naar="saldo",
            teken=-1,
            negatief=True,
            begin="beginvoorsprong",
            uitleg=_AS_VOORSPRONG,
        ),
        Kolom(
            veld="achterstand",
            label=_("Achterstand"),
            woorden=_any(_but("voor", "achterstand")),
            naar="saldo",
            negatief=True,
            begin="beginstand",
        ),
        Kolom(
            veld="saldo",
            label=_("Saldo"),
            woorden=_any(rf"achterstand|saldo|eind ?stand|\bstand\b.*\beind|{_TO_DO}"),
            negatief=True,
            begin="beginstand",
        ),
        _PEILDATUM,
    ),
    nodig=("realisatie", "saldo"),
    anders=_any(_RATIO, _AMV, _PEOPLE, "verschil|wijziging|prognose|verwacht|waarvan"),
    gemeld=_any("herverdel|uitruil|correctie"),
    heeft_peildatum=True,
)
_OPVANG = {  # what its heading says, and what it does not say
    opvang.OEKRAINE: (r"oekra[iï]n|\bontheemden", "amv"),
    opvang.COA_REGULIER: (r"\bregulier|\bazc", "nood|amv|nidos"),
    opvang.COA_NOODOPVANG: (r"nood ?opvang", r"crisis|\bcno\b|amv"),
    opvang.CRISISNOODOPVANG: (r"crisis ?nood ?opvang|\bcno\b", "amv"),
    opvang.AMV_COA: (r"\bamv.*\bcoa\b|\bcoa\b.*\bamv", "nidos"),
    opvang.AMV_NIDOS: (r"\bnidos\b", ""),
}
_GETALLEN = {
    "opgave": (r"\bopgave", "verschil|realis"),
    "realisatie": (r"realis|\bbezet", f"verschil|{_TO_DO}"),
    "verschil": (rf"verschil|\btekort|{_TO_DO}", ""),
}


def _opvang(soort: str, getal: str) -> Kolom:
    """The column of one number of one kind: its heading names both."""
    (kind, no_kind), (number, no_number) = _OPVANG[soort], _GETALLEN[getal]
    without = "|".join(filter(None, (no_kind, no_number)))
    return Kolom(
        veld=f"{soort}_{getal}",
        label=f"{SOORTEN_OPVANG[soort]} {GETALLEN[getal].lower()}",
        woorden=re.compile((rf"^(?!.*({without}))" if without else "^") + rf"(?=.*({kind})).*({number})"),
        negatief=getal == "verschil",
    )


OPVANG = Soort(
    naam="opvang",
    label=_("Opvang"),
    aangeduid=_("de opvang"),
    kolommen=(*(_opvang(soort, getal) for soort in _OPVANG for getal in _GETALLEN), _PEILDATUM),
    nodig=tuple(f"{soort}_{getal}" for soort in _OPVANG for getal in _GETALLEN),
    anders=_any(_RATIO, _PEOPLE, "prognose|verwacht|waarvan|capaciteit"),
    gemeld=_any(
        r"taakstelling|huisvest|vergunninghouder|status ?houder", r"^(opgave|realisatie|verschil) (19|20)\d\d\b"
    ),
    heeft_periode=False,
    heeft_peildatum=True,
    hele_land=True,
    wie="gebied",
    groep=_any(*(words for words, _without in _OPVANG.values())),
    onder=_any(*(words for words, _without in _GETALLEN.values())),
)
_MATEN = {  # what a heading says of a kind of household, without what else stands in it
    "alleen": r"\balleen(staand\w*|gaand\w*)?\b(?! minderj)|\b1 person|\b1 persoon|eenpersoon",
    "duo": r"\bduo|\b2 person|tweepersoon",
    "3-5": r"\b3 (t m |tot en met |tot )?5\b",
    "6": r"(?<!\d )(?<!m )(?<!tot )\b6\b(?! (of|en) meer)",
    "7+": r"(?<!\d )(?<!m )(?<!tot )\b7\b|groter dan 6",
    "amv": r"\bamv\b",
    "medisch": r"medisch",
}
_VRIJ = r"\bvrij|woning|beschikbaar"


def _koppeling(maat: str, *, vrij: bool) -> Kolom:
    """The column of the households of one kind that wait, or of the homes that are free for them."""
    words = f"(?=.*({_VRIJ}))" if vrij else f"(?!.*({_VRIJ}))"
    return Kolom(
        veld=f"{maat}_{'woningen' if vrij else 'huishoudens'}",
        label=(_("Vrij: {maat}") if vrij else _("Wachtend: {maat}")).format(maat=NAMEN_MATEN[maat]),
        woorden=re.compile(f"^{words}.*({_MATEN[maat]})"),
    )


KOPPELINGEN = Soort(
    naam="koppelingen",
    label=_("Koppelingen en vrije woningen"),
    aangeduid=_("de koppelingen"),
    kolommen=(*(_koppeling(maat, vrij=vrij) for vrij in (False, True) for maat in _MATEN), _PEILDATUM),
    nodig=tuple(f"{maat}_{what}" for what in ("huishoudens", "woningen") for maat in _MATEN),
    anders=_any(_RATIO, _PEOPLE, r"taakstelling|realis|opgave|opvang|waarvan|prognose|\btotaal"),
    heeft_periode=False,
    heeft_peildatum=True,
    groep=_any(_VRIJ, "wachtend|huishoudens|koppeling"),
    onder=_any(*_MATEN.values()),
)
DOORLOOPTIJD = Soort(
    naam="doorlooptijd",
    label=_("Doorlooptijd"),
    aangeduid=_("de doorlooptijd"),
    kolommen=(
        Kolom(veld="dagen", label=_("Dagen"), woorden=_any(r"doorlooptijd|\bdagen\b")),
        Kolom(veld="regioplaatsingen", label=_("Waarvan uit de regio"), woorden=_any("regioplaats|uit de regio")),
        Kolom(veld="huisvestingen", label=_("Huisvestingen"), woorden=_any("^huisvesting")),
        replace(_PEILDATUM, label=_("Maand"), woorden=_any(r"^(maand|(peil)?datum)$")),
    ),
    nodig=("dagen",),
    anders=_any(_RATIO, _PEOPLE, r"\bnorm|taakstelling|\bopgave|verschil"),
    heeft_periode=False,
    heeft_peildatum=True,
)
SOORTEN = {
    soort.naam: soort
    for soort in (TAAKSTELLING, REALISATIE, BEGINSTAND, INWONERS, OVERZICHT, OPVANG, KOPPELINGEN, DOORLOOPTIJD)
}
