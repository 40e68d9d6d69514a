"""The windows beside the screen for templates: what differs from the standard, merging, a template as a file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from regietafel.documents.sjabloon.samenvoegen import Samenvoeging, Verschilregel
from regietafel.documents.sjabloon.template import read_file
from regietafel.files import write_files
from regietafel.i18n import _, format_number
from ui.kit import dialogs, style
from ui.kit.dialogs import Dialog
from ui.kit.text_editor import Mark, TextEditor
from ui.kit.text_lists import MarkList

_KIND = _("Sjablonen (*.txt)")
_AROUND = 2  # lines that are the same, before and after what differs
_WIDE, _TALL = 680, 560
_SIGNS = {"erbij": _("+ erbij"), "weg": _("− weg"), "gelijk": ""}


def show_differences(parent: QWidget, titel: str, regels: Sequence[Verschilregel]) -> None:
    """Show which lines the text has more or less than the standard, each said in a sign and a word."""
    shown = QPlainTextEdit("\n".join(tell_differences(regels)))
    shown.setReadOnly(True)
    shown.setTabChangesFocus(True)
    shown.setAccessibleName(_("Regels die anders zijn dan de standaard"))
    more = sum(each.soort == "erbij" for each in regels)
    less = sum(each.soort == "weg" for each in regels)
    said = _("Vergeleken met de standaard. Regels erbij: {n}. Regels weg: {m}.")
    told = said.format(n=format_number(more), m=format_number(less))
    if not (more or less):
        told = _("Deze tekst is gelijk aan de standaard.")
    dialog = Dialog(titel, _below(told, shown), _("Sluiten"), parent)
    dialog.cancel.hide()
    dialog.resize(_WIDE, _TALL)
    dialog.exec()


def tell_differences(regels: Sequence[Verschilregel]) -> list[str]:
    """A line for each; what is the same is only told around what differs."""
    different = [place for place, each in enumerate(regels) if each.soort != "gelijk"]
    near = {each + step for each in different for step in range(-_AROUND, _AROUND + 1)}
    said = []
    for is_near, group in groupby(enumerate(regels), key=lambda each: each[0] in near):
        same = [each for _place, each in group]
        if is_near:
            said += [f"{_SIGNS[each.soort]}\t{each.tekst}".lstrip("\t") if each.tekst or _SIGNS[each.soort] else ""
                     for each in same]  # fmt: skip
        else:
            many = _("… {n} gelijke regels …").format(n=format_number(len(same)))
            said.append(_("… 1 gelijke regel …") if len(same) == 1 else many)
    return said


def offer_merge(parent: QWidget, samenvoeging: Samenvoeging) -> bool:
    """Show the merged text with where there is something to choose; whether the user takes it."""
    editor = TextEditor()
    editor.setDocument(editor.new_document(samenvoeging.tekst))
    editor.setReadOnly(True)
    editor.setAccessibleName(_("Uw tekst met de nieuwe standaard erin"))
    both = _("Hier wijzigden u en de standaard hetzelfde. Uw tekst staat er; de andere staat erboven.")
    marks = [Mark(line, both, wrong=True) for line in samenvoeging.conflicten]
    marks += [Mark(line, _("Hier wijzigde alleen de standaard."), wrong=False) for line in samenvoeging.overgenomen]
    marks.sort()
    editor.show_marks(marks)
    places = MarkList(_("Wat de nieuwe standaard wijzigt"), editor.go_to_line)
    places.show_marks(marks)
    content = _below(_said(len(samenvoeging.conflicten)), editor, places)
    dialog = Dialog(_("Nieuwe standaard samenvoegen"), content, _("Overnemen als concept"), parent)
    dialog.cancel.setText(_("Niet overnemen"))
    dialog.cancel.setAccessibleName(_("Niet overnemen"))
    dialog.resize(_WIDE, _TALL)
    QTimer.singleShot(0, lambda: editor.go_to_line(marks[0].line if marks else 1))  # once it is laid out
    return dialog.exec() == Dialog.DialogCode.Accepted


def read_text(parent: QWidget) -> str | None:
    """The text of a file that the user chooses; None when none was chosen. Raises RegietafelError."""
    path = dialogs.choose_to_open(parent, _("Sjabloon importeren"), _KIND)
    return read_file(path) if path else None


def write_text(parent: QWidget, naam: str, tekst: str) -> Path | None:
    """Write the text where the user wants; where that is. Raises RegietafelError."""
    path = dialogs.choose_to_save(parent, _("Sjabloon exporteren"), naam, _KIND)
    if path:
        write_files([(path, tekst.encode("utf-8", "replace"))])
    return path


def _said(conflicts: int) -> str:
    if not conflicts:
        return _(
            "Wat de nieuwe standaard wijzigde, staat in uw tekst. U en de standaard zaten elkaar nergens in de weg."
        )
    one = _("Wat de nieuwe standaard wijzigde, staat in uw tekst. Op 1 plaats wijzigde u hetzelfde; daar kiest u zelf.")
    more = _(
        "Wat de nieuwe standaard wijzigde, staat in uw tekst. Op {n} plaatsen wijzigde u hetzelfde; daar kiest u zelf."
    )
    return one if conflicts == 1 else more.format(n=format_number(conflicts))


def _below(sentence: str, *widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.GAP)
    told = style.label(sentence)
    told.setWordWrap(True)
    column.addWidget(told)
    for widget in widgets:
        column.addWidget(widget)
    return made
