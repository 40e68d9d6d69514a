"""The inhabitants of all gemeenten of the country by which the taakstelling of a half-year is divided.

What was entered or read in overrules what ships with the program; mergers of gemeenten are applied.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from regietafel import reference
from regietafel.domain.inwoners import Herindeling, Inwoners
from regietafel.domain.periode import Periode
from regietafel.domain.verdeelsleutel import herindeel
from regietafel.errors import RuleError
from regietafel.i18n import _, enumerate_some, format_date, format_number, sort_key
from regietafel.ledger import Ledger
from regietafel.reference import BekendeGemeente, gm_code, spelling_key

_WHOLE = 95  # percent of the gemeenten we know that make a day's numbers those of the whole country


@dataclass(frozen=True, kw_only=True)
class InwonersRegel:
    """One gemeente of the country, and the number that counts for it in a half-year.

    ``peildatum`` is the day that number is of. ``bron`` is as it was given with the number; ``ingevuld`` when the
    number is in this file and does not come with the program. ``herindeling`` says with whom it merges, and when.
    """

    gm_code: str
    gemeente: str
    provincie: str
    inwoners: int
    peildatum: datetime.date
    bron: str
    ingevuld: bool
    herindeling: str


@dataclass(frozen=True, kw_only=True)
class LandelijkeInwoners:
    """``inwoners``: per GM-code, after the mergers; ``regels``: per gemeente before them, by name."""

    peildatum: datetime.date
    inwoners: Mapping[str, int]
    namen: Mapping[str, str]  # per GM-code, also of those that merged
    regels: tuple[InwonersRegel, ...]
    opmerkingen: tuple[str, ...]  # sentences: what differs from the numbers of that very day

    def naam(self, code: str) -> str:
        """The name of a gemeente, or its code where nobody knows one."""
        return self.namen.get(code, code)


def gemeente_namen(ledger: Ledger) -> dict[str, str]:
    """The name of every gemeente of the country, by GM-code; as this file calls it, if it does."""
    known = {gemeente.code: gemeente.naam for gemeente in reference.gemeenten()}
    return known | {gemeente.gm_code: gemeente.naam for gemeente in ledger.gemeenten}


def find_gm_code(ledger: Ledger, text: str) -> str:
    """The code of any gemeente of the country, by name or code; RegietafelError proposes the nearest name.

    A code nobody knows yet is taken as it is: a merger can make a new gemeente.
    """
    if code := gm_code(text):
        return code
    own = {spelling_key(gemeente.naam): gemeente.gm_code for gemeente in ledger.gemeenten}
    return own.get(spelling_key(text)) or reference.find_gemeente(text).code


def landelijke_inwoners(ledger: Ledger, periode: Periode) -> LandelijkeInwoners:
    """The inhabitants that count for ``periode``: those of 1 January of the year before.

    Where the country of that day is not known, those of the nearest year count, the later of two, and a remark says so.
    Mergers that contradict each other (this program writes none) do not count, and a remark says so too.
    """
    peildatum, namen = periode.inwoners_peildatum, gemeente_namen(ledger)
    entered: dict[datetime.date, dict[str, Inwoners]] = {}
    for each in ledger.inwoners:
        entered.setdefault(each.peildatum, {})[each.gm_code] = each
    base = min(_whole_days(entered), key=lambda day: (abs((day - peildatum).days), -day.year))
    regels = {regel.gm_code: regel for regel in _shipped(base, namen)}
    for day in dict.fromkeys((base, peildatum)):
        regels |= {code: _entered(each, namen) for code, each in entered.get(day, {}).items()}
    mergers = [each for each in ledger.herindelingen if each.datum <= periode.begin]
    told = _told(ledger.herindelingen, namen)
    inwoners, refusal = {code: regel.inwoners for code, regel in regels.items()}, ""
    try:
        inwoners = herindeel(inwoners, [(each.oud, each.nieuw) for each in mergers])
    except RuleError as error:
        mergers, refusal = [], _("Geen enkele herindeling telt mee: {reden}").format(reden=error)
    return LandelijkeInwoners(
        peildatum=peildatum,
        inwoners=inwoners,
        namen=namen,
        regels=tuple(
            replace(regel, herindeling=told.get(regel.gm_code, ""))
            for regel in sorted(regels.values(), key=lambda regel: sort_key(regel.gemeente))
        ),
        opmerkingen=(
            *_about_days(base, peildatum, entered),
            *_about_gaps({*regels, *(each.oud for each in mergers)}, base, namen),
            *(_about_merger(each, namen) for each in mergers if each.oud in regels),
            *filter(None, [refusal]),
        ),
    )


def _whole_days(entered: Mapping[datetime.date, Mapping[str, Inwoners]]) -> list[datetime.date]:
    """Days of which the inhabitants of (nearly) the whole country are known."""
    return [*_SHIPPED, *(day for day, known in entered.items() if _is_whole(len(known)))]


def _is_whole(known: int) -> bool:
    return 100 * known >= _WHOLE * len(reference.gemeenten())


def _inwoners_2022(gemeente: BekendeGemeente) -> int:
    return gemeente.inwoners_2022


def _inwoners_2024(gemeente: BekendeGemeente) -> int:
    return gemeente.inwoners_2024


_SHIPPED = {datetime.date(2022, 1, 1): _inwoners_2022, datetime.date(2024, 1, 1): _inwoners_2024}


def _shipped(day: datetime.date, namen: Mapping[str, str]) -> list[InwonersRegel]:
    if (inwoners := _SHIPPED.get(day)) is None:
        return []
    return [
        InwonersRegel(
            gm_code=gemeente.code,
            gemeente=namen[gemeente.code],
            provincie=gemeente.provincie,
            inwoners=inwoners(gemeente),
            peildatum=day,
            bron=_("CBS, meegeleverd"),
            ingevuld=False,
            herindeling="",
        )
        for gemeente in reference.gemeenten()
    ]


def _entered(each: Inwoners, namen: Mapping[str, str]) -> InwonersRegel:
    known = reference.known_gemeente(each.gm_code)
    return InwonersRegel(
        gm_code=each.gm_code,
        gemeente=namen.get(each.gm_code, each.gm_code),
        provincie=known.provincie if known else "",
        inwoners=each.aantal,
        peildatum=each.peildatum,
        bron=each.bron,
        ingevuld=True,
        herindeling="",
    )


def _about_days(
    base: datetime.date, peildatum: datetime.date, entered: Mapping[datetime.date, Mapping[str, Inwoners]]
) -> Iterator[str]:
    if base != peildatum:
        sentence = _("De inwoners van heel Nederland op {datum} zijn niet bekend; gerekend is met die van {ander}.")
        yield sentence.format(datum=format_date(peildatum), ander=format_date(base))
    for day in dict.fromkeys((base, peildatum)):
        if (known := len(entered.get(day, ()))) and not _is_whole(known):
            one = _("Van 1 gemeente telt het ingevulde aantal van {datum}.")
            more = _("Van {n} gemeenten telt het ingevulde aantal van {datum}.")
            yield (one if known == 1 else more).format(n=format_number(known), datum=format_date(day))


def _about_gaps(known: set[str], base: datetime.date, namen: Mapping[str, str]) -> list[str]:
    missing = [namen[gemeente.code] for gemeente in reference.gemeenten() if gemeente.code not in known]
    if not missing:
        return []
    sentence = _("Van {namen} zijn de inwoners op {datum} niet ingelezen; zij tellen niet mee.")
    return [sentence.format(namen=enumerate_some(missing), datum=format_date(base))]


def _about_merger(each: Herindeling, namen: Mapping[str, str]) -> str:
    return _("{oud} hoort vanaf {datum} bij {nieuw}; de inwoners zijn opgeteld.").format(
        oud=namen.get(each.oud, each.oud), nieuw=namen.get(each.nieuw, each.nieuw), datum=format_date(each.datum)
    )


def _told(herindelingen: Iterable[Herindeling], namen: Mapping[str, str]) -> dict[str, str]:
    """Per gemeente what happens to it: ``gaat op in Hilversum (01-01-2027)``."""
    said: dict[str, list[str]] = {}
    for each in herindelingen:
        for code, other, sentence in (
            (each.oud, each.nieuw, _("gaat op in {ander} ({datum})")),
            (each.nieuw, each.oud, _("neemt {ander} op ({datum})")),
        ):
            text = sentence.format(ander=namen.get(other, other), datum=format_date(each.datum))
            said.setdefault(code, []).append(text)
    return {code: "; ".join(texts) for code, texts in said.items()}
