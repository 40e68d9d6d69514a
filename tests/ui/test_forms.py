"""Forms and the dialog around them."""

from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from regietafel.errors import RuleError
from regietafel.fields import AANTAL, DATUM, JA_NEE, Field
from ui.kit.dialogs import EditDialog
from ui.kit.forms import Form

FIELDS = [
    Field(name="naam", label="Naam", required=True),
    Field(name="aantal", label="Aantal", kind=AANTAL, help="Personen."),
    Field(name="datum", label="Datum", kind=DATUM),
    Field(name="lid", label="Lid", kind=JA_NEE),
    Field(name="soort", label="Soort", choices={"Groot": 1, "Klein": 2}),
    Field(name="tekst", label="Toelichting", multiline=True),
]
RECORD = {
    "naam": "Borne",
    "aantal": 1234,
    "datum": datetime.date(2023, 7, 1),
    "lid": True,
    "soort": 2,
    "tekst": "een\ntwee",
}


def said(widget: QWidget, name: str) -> str:
    label = widget.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return "" if label.isHidden() else label.text()


def write(form: Form, name: str, text: str) -> None:
    editor = form.editor(name)
    assert isinstance(editor, QLineEdit)
    editor.setText(text)


def test_gives_back_what_it_was_given(qtbot: Any) -> None:
    form = Form(FIELDS)
    qtbot.addWidget(form)
    form.load(RECORD)
    assert form.values() == RECORD and not form.is_changed


def test_lines_that_are_pasted_become_one(qtbot: Any) -> None:
    form = Form(FIELDS)
    qtbot.addWidget(form)
    name = form.editor("naam")
    assert isinstance(name, QLineEdit)
    QApplication.clipboard().setText("Brief van\r\nhet COA\n")
    name.paste()
    assert form.values()["naam"] == "Brief van het COA"


def test_chooses_the_input_that_fits(qtbot: Any) -> None:
    form = Form(FIELDS)
    qtbot.addWidget(form)
    kinds = [type(form.editor(field.name)) for field in FIELDS]
    assert all(map(issubclass, kinds, [QLineEdit, QLineEdit, QLineEdit, QCheckBox, QComboBox, QPlainTextEdit]))
    assert all(form.editor(field.name).accessibleName() == field.label for field in FIELDS)


def test_empty_is_none_or_no_text(qtbot: Any) -> None:
    form = Form(FIELDS)
    qtbot.addWidget(form)
    write(form, "naam", "x")
    assert form.values() == dict.fromkeys(["aantal", "datum", "soort"]) | {"naam": "x", "lid": False, "tekst": ""}


def test_says_under_every_input_what_is_wrong(qtbot: Any) -> None:
    form = Form(FIELDS)
    qtbot.addWidget(form)
    form.show()
    write(form, "aantal", "veel")
    done: list[Any] = []
    assert not form.submit(done.append)
    assert said(form, "problem-naam") == "Vul naam in."
    assert "schrijf bijvoorbeeld 1.234" in said(form, "problem-aantal")
    assert said(form, "problem-datum") == "" and said(form, "problem") == "" and not done
    assert form.editor("aantal").property("wrong") is True
    assert form.editor("aantal").accessibleDescription() == said(form, "problem-aantal")
    write(form, "naam", "Borne")
    write(form, "aantal", "12")
    assert form.submit(done.append) and done[0]["aantal"] == 12
    assert said(form, "problem-naam") == "" and form.editor("aantal").accessibleDescription() == "Personen."


def test_a_rule_that_is_broken_is_said_below(qtbot: Any) -> None:
    form = Form(FIELDS[:1])
    qtbot.addWidget(form)
    form.show()
    write(form, "naam", "x")

    def refuse(values: object) -> None:
        raise RuleError("De som verandert.")

    assert not form.submit(refuse) and said(form, "problem") == "De som verandert."


def test_knows_whether_something_was_typed(qtbot: Any) -> None:
    form = Form(FIELDS)
    qtbot.addWidget(form)
    form.load(RECORD)
    with qtbot.waitSignal(form.changed):
        write(form, "naam", "Hengelo")
    assert form.is_changed


def test_long_list_is_searched_by_typing(qtbot: Any) -> None:
    form = Form([Field(name="g", label="Gemeente", choices={f"Plaats {n}": n for n in range(40)})])
    qtbot.addWidget(form)
    box = form.editor("g")
    assert isinstance(box, QComboBox) and box.isEditable()
    box.setCurrentText("Plaats 33")
    assert form.values() == {"g": 33}
    box.setCurrentText("Elders")
    assert not form.submit(lambda values: None) and "Elders" in said(form, "problem-g")


def test_dialog_stays_until_the_action_accepts(qtbot: Any) -> None:
    saved: list[Any] = []

    def save(values: dict[str, Any]) -> None:
        if values["aantal"] < 0:
            raise RuleError("Een taakstelling kan niet negatief zijn.")
        saved.append(values)

    dialog = EditDialog("Taakstelling", FIELDS[1:2], save, record={"aantal": 5})
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    write(dialog.form, "aantal", "-3")
    dialog.verb.click()
    assert dialog.isVisible() and "negatief" in said(dialog.form, "problem")
    write(dialog.form, "aantal", "12")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible() and saved == [{"aantal": 12}]
