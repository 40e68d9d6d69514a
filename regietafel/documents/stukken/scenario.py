"""Scenario's beside each other, to go with the agenda: what each hands over and why, and what it would bring."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from regietafel.documents.blocks import Block, Column, Figure, Heading, Paragraph, Remark, Table, text
from regietafel.documents.middelen import Middelen, middelen
from regietafel.documents.opmaak import FIGUUR_BREEDTE
from regietafel.documents.stuk import OP, SCENARIOS, Stuk, with_facts
from regietafel.domain.scenario import Scenarioregel
from regietafel.errors import RegietafelError
from regietafel.figures.stroom import stroom
from regietafel.files import file_name
from regietafel.i18n import UNKNOWN, _, format_date_long, format_number
from regietafel.ledger import Ledger
from regietafel.planning.scenario import ScenarioUitkomst, Uitkomst, naast_elkaar, samengevat, voorbehoud

_BESIDE = 3  # scenario's that fit beside each other on a page


def make_scenariobijlage(ledger: Ledger, found: Uitkomst, datum: datetime.date, met: Middelen | None = None) -> Stuk:
    """The document, dated ``datum``; made with the wording ``met``, or the file's.

    Raises RegietafelError when the template is not right.
    """
    regio = ledger.regio.find()
    if regio is None:
        raise RegietafelError(_("Dit bestand heeft nog geen regietafel."))
    title = _("Scenario's voor een uitruil {periode}").format(periode=found.periode)
    document = (met or middelen(ledger)).compose(
        "scenario_bijlage.txt",
        title=title,
        author=regio.naam,
        subject=title,
        kenmerk=str(found.periode),
        datum=datum,
        values={
            "regietafel": regio.naam,
            "datum": format_date_long(datum),
            "periode": str(found.periode),
            "halfjaar": found.periode.voluit,
            "kennis": _("Het verwachte saldo is dat van het einde van het halfjaar, zoals op {op} te voorzien.").format(
                op=format_date_long(found.op)
            ),
        },
        blocks={
            "vooraf": _before(found),
            "scenarios": [block for each in _lettered(found) for block in _scenario(*each)],
            "naast": [*_beside(found)],
        },
    )
    chosen = " ".join(str(each.id) for each in found.scenarios)
    name = file_name(str(found.periode), _("Scenarios"), suffix=".pdf")
    return Stuk(
        soort="scenarios",
        naam=_("Scenario's"),
        onderwerp=str(found.periode),
        bestandsnaam=name,
        document=with_facts(document, **{OP: found.op.isoformat(), SCENARIOS: chosen}),
    )


def _lettered(found: Uitkomst) -> Iterator[tuple[str, ScenarioUitkomst]]:
    return zip(naast_elkaar(found).legenda, found.scenarios, strict=True)


def _before(found: Uitkomst) -> list[Block]:
    """What is to be expected without any scenario."""
    sentence = _("Zonder uitruil is aan het einde van het halfjaar samen een achterstand van {n} te verwachten.")
    said: list[Block] = [Paragraph(content=text(sentence.format(n=format_number(found.achterstand))))]
    if found.achterstand is None:
        said = [Paragraph(content=text(_("Er zijn nog geen tellingen; wat scenario's oplossen is daarom onbekend.")))]
    elif reserve := voorbehoud(found):
        said.append(Remark(content=text(reserve)))
    return said


def _scenario(name: str, each: ScenarioUitkomst) -> Iterator[Block]:
    yield Heading(content=text(name), level=2)
    yield Paragraph(content=text(samengevat(each)[0].upper() + samengevat(each)[1:] + "."))
    if each.toelichting:
        yield Paragraph(content=text(each.toelichting))
    if each.delen:
        yield _overdrachten(name, each.delen)
        yield Figure(figuur=stroom(_("Wie draagt over aan wie"), each.delen, breedte=FIGUUR_BREEDTE))
    for sentence in (*each.breuken, *each.let_op):
        yield Remark(content=text(sentence))


def _overdrachten(name: str, delen: Sequence[Scenarioregel]) -> Table:
    """Who hands over to whom, with why when that is known of any."""
    columns: tuple[Column, ...] = (
        Column(header=_("Van")),
        Column(header=_("Aan")),
        Column(header=_("Personen"), numeric=True),
    )
    rows: list[tuple[str, ...]] = [(deel.van, deel.naar, format_number(deel.aantal)) for deel in delen]
    if any(deel.waarom for deel in delen):
        columns = (*columns, Column(header=_("Waarom")))
        rows = [(*row, deel.waarom or UNKNOWN) for row, deel in zip(rows, delen, strict=True)]
    return Table(columns=columns, rows=tuple(rows), summary=_("De overdrachten van {naam}.").format(naam=name))


def _beside(found: Uitkomst) -> Iterator[Block]:
    """One table, or more when there are more scenario's than fit beside each other."""
    whole = naast_elkaar(found)
    numbers = range(len(found.scenarios))
    for first in numbers[::_BESIDE]:
        some = numbers[first : first + _BESIDE]
        others = {f"_{n}" for n in numbers if n not in some}
        fields = [field for field in whole.velden if not field.name.endswith(tuple(others))]
        names = "; ".join(whole.legenda[first : first + _BESIDE])
        yield Paragraph(content=text(names + "."))
        yield Table(
            columns=tuple(Column(header=field.label, numeric=field.kind.numeric) for field in fields),
            rows=tuple(tuple(field.show(row) for field in fields) for row in whole.rijen),
            total=tuple(field.show(whole.totaal) for field in fields),
            summary=_("Per gemeente het verwachte saldo, en wat elk scenario daaraan verandert: {namen}.").format(
                namen=names
            ),
        )
