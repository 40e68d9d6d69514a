"""The little that palette and Fusion leave to be said, in Qt's style sheet language."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template


def style_sheet(colors: Mapping[str, str]) -> str:
    """The style sheet in these colours, by role: ``text``, ``surface``, ``accent`` and so on."""
    return Template(_SHEET).substitute(colors)


_SHEET = """
QLabel[role="title"] { font-size: 20px; font-weight: 600; }
QLabel[role="section"] { font-size: 14px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="quiet"] { color: $secondary; }
QLabel[role="secondary"] { font-size: 12px; color: $secondary; }
QLabel[role="figure"] { font-size: 28px; font-weight: 600; }
QLabel[role="problem"] { font-size: 12px; color: $error; }
QLabel[role="behind"] { font-size: 12px; font-weight: 600; color: $behind; }
QLabel[role="level"] { font-size: 12px; font-weight: 600; color: $level; }
QLabel[role="ahead"] { font-size: 12px; font-weight: 600; color: $ahead; }
QLabel[role="behind-large"] { font-size: 14px; font-weight: 600; color: $behind; }
QLabel[role="level-large"] { font-size: 14px; font-weight: 600; color: $level; }
QLabel[role="ahead-large"] { font-size: 14px; font-weight: 600; color: $ahead; }
QLabel[role="step"] { font-size: 12px; color: $secondary; }
QLabel[role="step-now"] { font-size: 12px; font-weight: 600; }
QFrame#step { background: $border; border: none; border-radius: 2px; }
QFrame#step[stage="done"], QFrame#step[stage="now"] { background: $accent; }
QFrame#step[stage="ended"] { background: $behind; }

QFrame[panel="true"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame#rail { background: $surface; border: none; border-right: 1px solid $border; }
QFrame#statusline { background: $surface; border: none; border-top: 1px solid $border; }
QFrame#notice { background: $surface; border: 1px solid $border; border-left: 4px solid $accent; }
QFrame#notice[kind="error"] { border-left-color: $error; }
QFrame#notice[kind="remark"] { border-left-color: $input; }

QPushButton, QToolButton, QComboBox { background: $surface; border: 1px solid $input; border-radius: 6px;
    padding: 0 12px; min-height: 30px; }
QPushButton:hover, QToolButton:hover, QComboBox:hover { background: $hover; }
QPushButton:focus, QToolButton:focus, QComboBox:focus { border: 2px solid $accent; padding: 0 11px;
    min-height: 28px; }
QPushButton:disabled, QToolButton:disabled, QComboBox:disabled { color: $input; border-color: $border; }
QPushButton:checked { background: $selection; border-color: $accent; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600;
    min-height: 34px; padding: 0 16px; }
QPushButton[kind="primary"]:hover { background: $ahead; border-color: $ahead; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; padding: 0 15px; min-height: 32px; }
QPushButton[kind="primary"]:disabled { background: $hover; color: $input; border-color: $border; }
QPushButton[kind="chip"] { border-radius: 12px; min-height: 22px; padding: 0 10px; font-size: 12px; }
QPushButton[kind="chip"]:focus { min-height: 20px; padding: 0 9px; }
QPushButton[kind="link"] { background: transparent; border: 2px solid transparent; color: $accent; padding: 0 4px;
    min-height: 24px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border-color: $accent; }
QToolButton { padding: 0; min-width: 30px; }
QToolButton:focus { padding: 0; min-width: 28px; }
QToolButton[kind="quiet"] { background: transparent; border: 2px solid transparent; min-width: 28px;
    min-height: 28px; }
QToolButton[kind="quiet"]:hover { background: $hover; }
QToolButton[kind="quiet"]:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }
QPushButton[kind="place"] { background: transparent; border: 2px solid transparent; text-align: left;
    padding: 0 8px; min-height: 32px; }
QPushButton[kind="place"]:hover { background: $hover; }
QPushButton[kind="place"]:checked { background: $selection; color: $accent; font-weight: 600; }
QPushButton[kind="place"]:focus { border-color: $accent; }

QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $secondary; border: none; border-bottom: 2px solid transparent;
    padding: 4px 0 6px 0; margin: 0 24px 12px 0; }
QTabBar::tab:first { margin-left: 24px; }
QTabBar::tab:hover { color: $text; border-bottom-color: $border; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QTabBar::scroller { width: 56px; }
QTabBar QToolButton { background: $background; border: none; min-width: 24px; max-width: 24px; min-height: 24px;
    max-height: 24px; margin-bottom: 12px; }

QComboBox { padding: 0 4px 0 10px; }
QComboBox:focus { padding: 0 3px 0 9px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $input; outline: none; padding: 4px;
    selection-background-color: $selection; selection-color: $text; }
QLineEdit, QPlainTextEdit { background: $surface; border: 1px solid $input; border-radius: 6px; padding: 0 9px;
    min-height: 30px; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit { padding: 4px 5px; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 8px; min-height: 28px; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px 4px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border-color: $error; }
QLineEdit:disabled, QLineEdit[readOnly="true"] { background: $background; }
QLineEdit QToolButton { background: transparent; border: none; padding: 0; min-width: 0; min-height: 0; }
QComboBox QLineEdit { border: none; padding: 0; min-height: 0; }

QTableView { background: $surface; border: none; outline: none; gridline-color: transparent;
    selection-background-color: $selection; selection-color: $text; }
QTableView::item { border-bottom: 1px solid $border; padding: 0 9px; }
QTableView::item:selected { background: $selection; color: $text; }
QTableView::item:focus { border: 2px solid $accent; padding: 0 7px; }
QTableView[totals="true"] { background: $background; font-weight: 600; border-top: 1px solid $input; }
QTableView[totals="true"]::item { border: none; }
QTableView[entries="true"] { border: 1px solid $border; }
QTableView[entries="true"]::item:enabled { border: 1px solid $input; border-radius: 4px; margin: 2px 3px;
    padding: 0 5px; }
QTableView[entries="true"]::item:selected { background: $surface; border-color: $accent; }
QTableView[entries="true"]::item:focus { border: 2px solid $accent; padding: 0 4px; }
QTableView[entries="true"] QLineEdit { background: $surface; border: none; padding: 0; min-height: 0; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $secondary; font-size: 12px; font-weight: 600; border: none;
    border-bottom: 1px solid $input; padding: 0 12px; }
QHeaderView::section:hover { color: $text; background: $hover; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 0; height: 0; }
QTableCornerButton::section { background: $surface; border: none; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; }
QCheckBox::indicator, QListView::indicator, QTableView::indicator { width: 14px; height: 14px; background: $surface;
    border: 1px solid $input; border-radius: 4px; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked { background: $tick;
    border-color: $accent; image: url(icons:check.svg); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; width: 12px; height: 12px; }
QRadioButton::indicator { width: 14px; height: 14px; background: $surface; border: 1px solid $input;
    border-radius: 8px; }
QRadioButton::indicator:checked { width: 6px; height: 6px; background: $surface; border: 5px solid $accent; }
QListView { background: $surface; border: 1px solid $input; border-radius: 6px; outline: none; padding: 4px; }
QListView:focus { border: 2px solid $accent; padding: 3px; }
QListView::item { padding: 0 4px; border-radius: 4px; color: $text; }
QListView::item:hover { background: $hover; }
QListView::item:selected { background: $selection; color: $text; }

QMenuBar { background: $surface; border-bottom: 1px solid $border; padding: 2px 4px; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $input; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QToolTip { background: $text; color: $surface; border: none; padding: 4px 8px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $input; border-radius: 3px; margin: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; width: 16px; }
QTextBrowser { background: $surface; border: none; }
"""
