"""The blocks about an agreement that every template of its documents can use, by the name a template knows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regietafel.documents.blocks import (
    Block,
    Column,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Remark,
    Table,
    text,
)
from regietafel.documents.opmaak import FIGUUR_BREEDTE
from regietafel.documents.stukken.wording import count_personen, enumerate_names, name_halfjaar, name_looptijd
from regietafel.domain.behandeling import Behandeling
from regietafel.domain.herverdeling import Herverdeling
from regietafel.figures.stroom import stroom
from regietafel.i18n import UNKNOWN, _, format_change, format_date, format_date_long, format_number
from regietafel.queries.herverdelingen import HerverdelingBlad

_CONCEPT = _("Concept. Verstuur deze brief pas na de laatste bekendmaking, en dan binnen één week.")
_ENOUGH_FOR_A_PICTURE = 3  # overdrachten: fewer are clear from the sentences


def agreement_blocks(view: HerverdelingBlad, regietafel: str, outside: Sequence[str]) -> dict[str, list[Block]]:
    """By name; ``outside`` are the parties that are no member of the table."""
    toelichting = _paragraphs(view.toelichting)
    besluiten = _besluiten(view)
    return {
        "taakstellingen": [_taakstellingen(view)],
        "wijzigingen": [_wijzigingen(view)],
        "toelichting": toelichting,
        "toelichting_met_kop": _headed(_("Toelichting"), toelichting),
        "periode": list(_periode(view)),
        "overwegingen": _overwegingen(view, regietafel, outside),
        "bijzonderheden": list(_bijzonderheden(view, regietafel, outside)),
        "besluiten_met_kop": _headed(_("Bijlage: besluiten en bekendmakingen"), besluiten),
        "stroom": _stroom(view),
        "concept": [] if view.in_werking_op else [Remark(content=text(_CONCEPT))],
    }


def _headed(kop: str, blocks: list[Block]) -> list[Block]:
    """The blocks under a heading; without blocks there is no heading."""
    return [Heading(content=text(kop), level=2), *blocks] if blocks else []


def _paragraphs(written: str) -> list[Block]:
    """What a user wrote, a paragraph for each line."""
    lines = [line.strip() for line in written.splitlines()]
    return [Paragraph(content=text(line)) for line in lines if line]


def _taakstellingen(view: HerverdelingBlad) -> Table:
    return Table(
        columns=(
            Column(header=_("Gemeente")),
            Column(header=_("Taakstelling"), numeric=True),
            Column(header=_("Wijziging"), numeric=True),
            Column(header=_("Nieuwe taakstelling"), numeric=True),
        ),
        rows=tuple(
            (partij.gemeente, format_number(partij.oud), format_change(partij.wijziging), format_number(partij.nieuw))
            for partij in view.partijen
        ),
        total=(
            _("Totaal"),
            format_number(view.som_oud),
            format_change(view.som_nieuw - view.som_oud),
            format_number(view.som_nieuw),
        ),
        summary=_(
            "Per gemeente de taakstelling, de wijziging en de nieuwe taakstelling in {halfjaar}, in personen."
        ).format(halfjaar=name_halfjaar(view.periode).removeprefix(_("het "))),
    )


def _wijzigingen(view: HerverdelingBlad) -> ListBlock:
    """The same numbers in sentences, to paste where a table cannot stand."""
    lines = []
    for partij in view.partijen:
        said = _("{gemeente}: van {oud} naar {nieuw}.") if partij.wijziging else _("{gemeente}: blijft {nieuw}.")
        numbers = {"oud": format_number(partij.oud), "nieuw": count_personen(partij.nieuw)}
        lines.append(said.format(gemeente=partij.gemeente, **numbers))
    said = _("Samen: {oud} voor de herverdeling en {nieuw} erna.")
    lines.append(said.format(oud=count_personen(view.som_oud), nieuw=format_number(view.som_nieuw)))
    return ListBlock(items=tuple(ListItem(content=text(line)) for line in lines))


def _periode(view: HerverdelingBlad) -> Iterator[Block]:
    """For how long it holds; longer than one half-year wants a reason and consultation."""
    agreed = view.herverdeling
    halves = len(agreed.periode.through(agreed.laatste))
    days = {"begin": format_date_long(agreed.periode.begin), "einde": format_date_long(agreed.laatste.einde)}
    if halves == 1:
        said = _("Dit besluit geldt voor één kalenderhalfjaar: van {begin} tot en met {einde}.")
        yield Paragraph(content=text(said.format(**days)))
        return
    said = _(
        "Dit besluit geldt voor {n} kalenderhalfjaren: van {begin} tot en met {einde}. In elk van deze halfjaren worden"
        " dezelfde aantallen overgedragen. De tabel in artikel 1 noemt de taakstellingen in {halfjaar}."
    )
    yield Paragraph(content=text(said.format(n=halves, halfjaar=name_halfjaar(agreed.periode), **days)))
    yield from _langer(agreed)


def _langer(agreed: Herverdeling) -> list[Block]:
    reden = _("De reden om langer dan één halfjaar af te spreken: {reden}").format(reden=agreed.reden_langer.strip())
    overleg = _("Overleg over de langere termijn: {overleg}").format(overleg=agreed.overleg.strip())
    return [*_paragraphs(reden), *_paragraphs(overleg)]


def _overwegingen(view: HerverdelingBlad, regietafel: str, outside: Sequence[str]) -> list[Block]:
    """What not every agreement has to consider; it goes on with the list above it."""
    lines = []
    if outside:
        said = _("{names} van buiten {regietafel} aan deze herverdeling meedoet;") if len(outside) == 1 else _(
            "{names} van buiten {regietafel} aan deze herverdeling meedoen;"
        )  # fmt: skip
        lines.append(said.format(names=enumerate_names(outside), regietafel=regietafel))
    if view.herverdeling.laatste != view.periode:
        lines.append(_("de herverdeling langer dan één halfjaar geldt, om de reden en na het overleg in artikel 2;"))
    if view.vervolg_op:
        lines.append(_("dit besluit volgt op herverdeling {kenmerk};").format(kenmerk=view.vervolg_op))
    return [ListBlock(items=tuple(ListItem(content=text(line)) for line in lines))] if lines else []


def _bijzonderheden(view: HerverdelingBlad, regietafel: str, outside: Sequence[str]) -> Iterator[Block]:
    """The same in sentences, for who did not make the agreement."""
    agreed = view.herverdeling
    if outside:
        said = _("Deelnemers van buiten {regietafel}: {names}.")
        yield Paragraph(content=text(said.format(regietafel=regietafel, names=enumerate_names(outside))))
    if agreed.laatste != agreed.periode:
        said = _("De herverdeling geldt langer dan één halfjaar: {looptijd}. De aantallen gelden per halfjaar.")
        looptijd = name_looptijd(agreed.periode, agreed.laatste)
        yield Paragraph(content=text(said.format(looptijd=looptijd)))
        yield from _langer(agreed)
    if view.vervolg_op:
        said = _("Deze herverdeling volgt op herverdeling {kenmerk}.")
        yield Paragraph(content=text(said.format(kenmerk=view.vervolg_op)))


def _besluiten(view: HerverdelingBlad) -> list[Block]:
    """What is recorded of every college; nothing as long as none has decided."""
    if not any(_besloten(each) for each in view.behandelingen):
        return []
    headers = (_("Gemeente"), _("Besluit"), _("Nummer"), _("Bekendmaking"), _("Vindplaats"))
    rows = [(partij.gemeente, *_handled(partij.behandeling)) for partij in view.partijen]
    summary = _("Per gemeente het besluit van het college en de bekendmaking, met nummer en vindplaats.")
    return [Table(columns=tuple(Column(header=header) for header in headers), rows=tuple(rows), summary=summary)]


def _handled(each: Behandeling) -> tuple[str, ...]:
    if not _besloten(each):
        return (UNKNOWN,) * 4
    number, found = each.besluitnummer.strip() or UNKNOWN, each.vindplaats.strip() or UNKNOWN
    return format_date(each.besluit_op), number, format_date(each.bekendgemaakt_op), found


def _besloten(each: Behandeling) -> bool:
    return each.besluit_op is not None and not each.geweigerd


def _stroom(view: HerverdelingBlad) -> list[Block]:
    if len(view.delen) < _ENOUGH_FOR_A_PICTURE:
        return []
    title = _("Bijlage: wie aan wie overdraagt, in personen")
    return [Figure(figuur=stroom(title, view.delen, breedte=FIGUUR_BREEDTE))]
