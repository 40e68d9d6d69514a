"""The table model: what it shows, how it filters and sorts, its totals and the table it copies."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from regietafel.fields import Field
from regietafel.i18n import sort_key
from ui.kit import style
from ui.kit.entry_table import EntryModel, EntryTable
from ui.kit.table_view import RecordTable
from ui.kit.tables import RecordTableModel, as_mime, signs, sums

Role = Qt.ItemDataRole


def names(model: RecordTableModel) -> list[str]:
    return [record.naam for record in model.records]


def test_model_keeps_to_the_contract_of_qt(qtmodeltester: Any, fields: list[Field], rows: list[Any]) -> None:
    model = RecordTableModel(fields)
    qtmodeltester.check(model, force_py=True)
    model.set_records(rows)
    qtmodeltester.check(model, force_py=True)


def test_cells_are_dutch_and_numbers_stand_right(fields: list[Field], rows: list[Any]) -> None:
    model = RecordTableModel(fields)
    model.set_records(rows)
    assert [model.index(row, 1).data() for row in range(4)] == ["76", "–", "−4", "1.063"]
    assert model.index(0, 1).data(Role.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.index(0, 0).data(Role.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft
    assert model.index(3, 1).data(Role.AccessibleTextRole) == "Aantal: 1.063"
    assert model.headerData(1, Qt.Orientation.Horizontal, Role.ToolTipRole) == "Personen."


def test_numbers_stand_right_in_a_table_one_types_in(qtbot: Any, fields: list[Field], rows: list[Any]) -> None:
    model = EntryModel(fields[:1], fields[1:2], rows, lambda _record, _field: True)
    table = EntryTable(model, "Aantallen")
    qtbot.addWidget(table)
    table.show()
    for column, side in enumerate((Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)):
        assert model.index(0, column).data(Role.TextAlignmentRole) & side
        assert model.headerData(column, Qt.Orientation.Horizontal, Role.TextAlignmentRole) & side
    table.begin()
    table.edit(table.currentIndex())
    (editor,) = table.findChildren(QLineEdit)
    assert editor.alignment() & Qt.AlignmentFlag.AlignRight


def test_sorts_as_a_dutch_index_and_unknown_comes_last(fields: list[Field], rows: list[Any]) -> None:
    model = RecordTableModel(fields)
    model.set_records(rows)
    model.sort_next(0)
    assert names(model) == ["Almelo", "Borne", "'s-Hertogenbosch", "Súdwest-Fryslân"]
    model.sort_next(1)
    assert names(model) == ["Almelo", "Borne", "Súdwest-Fryslân", "'s-Hertogenbosch"]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Aantal ↓"
    model.sort_next(1)
    assert names(model) == ["Súdwest-Fryslân", "Borne", "Almelo", "'s-Hertogenbosch"]
    model.sort_next(1)
    assert names(model) == [row.naam for row in rows]
    assert sort_key("Súdwest") == "sudwest"


def test_filters_by_every_word_without_accents_and_by_a_rule(fields: list[Field], rows: list[Any]) -> None:
    model = RecordTableModel(fields)
    model.set_records(rows)
    model.set_filter("FRYS sudw")
    assert names(model) == ["Súdwest-Fryslân"]
    model.set_filter("", lambda record: (record.aantal or 0) > 0)
    assert names(model) == ["Borne", "Almelo"]
    model.set_records(rows[1:])
    assert names(model) == ["Almelo"]
    model.set_filter()
    assert len(model.records) == 3


def test_tone_colours_a_cell(fields: list[Field], rows: list[Any]) -> None:
    model = RecordTableModel(fields, {"aantal": lambda record: "behind" if (record.aantal or 0) > 100 else ""})
    model.set_records(rows)
    assert model.index(3, 1).data(Role.ForegroundRole) == style.color("behind")
    assert model.index(0, 1).data(Role.ForegroundRole) is None


def test_what_is_yet_to_be_done_is_behind_and_what_is_done_too_much_ahead(rows: list[Any]) -> None:
    tone = signs("aantal")["aantal"]
    assert [(each.aantal, tone(each)) for each in rows] == [(76, "behind"), (None, ""), (-4, "ahead"), (1063, "behind")]


def test_totals_stay_in_view_and_follow_filter_and_columns(qtbot: Any, fields: list[Field], rows: list[Any]) -> None:
    model = RecordTableModel(fields)
    table = RecordTable(model, "Gemeenten", sums("aantal"))
    qtbot.addWidget(table)
    model.set_records(rows)
    assert table.totals is not None
    total = table.totals.model()
    assert (total.index(0, 0).data(), total.index(0, 1).data()) == ("Totaal", "1.135")
    assert total.index(0, 1).data(Role.ToolTipRole) == "Niet meegeteld: 1 regels waarvan dit onbekend is"
    model.set_filter("borne")
    assert total.index(0, 1).data() == "76"
    table.view.setColumnWidth(1, 222)
    assert table.totals.columnWidth(1) == 222
    table.view.setColumnHidden(1, True)
    assert table.totals.isColumnHidden(1)


def test_totals_of_nothing_known_are_unknown(rows: list[Any]) -> None:
    assert sums("aantal")([rows[1]]) == {"aantal": None}


def test_copies_a_table_for_spreadsheet_and_letter(fields: list[Field], rows: list[Any]) -> None:
    data = as_mime(fields, rows[1:3])
    assert data.text() == "Gemeente\tAantal\n's-Hertogenbosch\t–\nSúdwest-Fryslân\t−4"
    assert '<td align="right">−4</td>' in data.html() and "&#x27;s-Hertogenbosch" in data.html()
