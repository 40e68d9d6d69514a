"""How the program looks: colour roles, palettes, the short style sheet, fonts and sizes on a grid of 4 px."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QDir, QLibraryInfo, QObject, QSettings, Qt, QTranslator, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from regietafel.paths import resource
from regietafel.value import Value

GAP, SPACE, PAGE = 8, 16, 24
CONTROL, PRIMARY, ROW, HEADER, NAVIGATION, DETAIL = 32, 36, 32, 36, 200, 344
PICTURE, FIGURE = 320, 400  # heights: among other things on a page, and alone
FONTS = ("OpenSans-Regular.ttf", "OpenSans-Semibold.ttf", "DejaVuSans.ttf")
FAMILIES = ["Open Sans", "DejaVu Sans"]
SYSTEM, LIGHT_MODE, DARK_MODE = "systeem", "licht", "donker"


class Theme(Value, kw_only=False):
    """The colour roles. ``behind``, ``level`` and ``ahead`` are states; never shown without shape and word."""

    background: str
    surface: str
    border: str
    input: str  # the edge of a field or button: a shape, so 3:1
    text: str
    secondary: str
    accent: str
    on_accent: str
    selection: str
    hover: str
    tick: str  # behind the black mark of a ticked box
    behind: str
    level: str
    ahead: str
    error: str
    done: str


LIGHT = Theme(
    background="#F6F7F9",
    surface="#FFFFFF",
    border="#D5DAE1",
    input="#868F9C",
    text="#12181F",
    secondary="#4A5565",
    accent="#1D4ED8",
    on_accent="#FFFFFF",
    selection="#DFE8FC",
    hover="#ECEFF4",
    tick="#DFE8FC",
    behind="#B3450A",
    level="#4A5565",
    ahead="#00609C",
    error="#B4232A",
    done="#18733C",
)
DARK = Theme(
    background="#12161C",
    surface="#1B212A",
    border="#323C4A",
    input="#717D8E",
    text="#EAEEF3",
    secondary="#A9B4C3",
    accent="#8AB0FF",
    on_accent="#12161C",
    selection="#2A3B5E",
    hover="#252D38",
    tick="#8AB0FF",
    behind="#F09A5B",
    level="#A9B4C3",
    ahead="#5DB7F0",
    error="#FF8A8A",
    done="#67D08B",
)


def theme() -> Theme:
    """The theme the application shows now."""
    return LIGHT if QGuiApplication.palette().window().color().lightness() > 127 else DARK


def color(role: str) -> QColor:
    """The colour of one role of the current theme."""
    return QColor(getattr(theme(), role))


def label(text: str, role: str = "body", parent: QWidget | None = None) -> QLabel:
    """A label in one of the sizes of the type scale: title, section, body, secondary, figure, problem."""
    widget = QLabel(text, parent)
    widget.setProperty("role", role)
    widget.setTextFormat(Qt.TextFormat.PlainText)
    return widget


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another look at run time."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Appearance(QObject):
    """Keeps the application in the theme the user chose, or in that of the system."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        _load_fonts(app)
        QDir.addSearchPath("icons", str(resource("icons")))  # for the style sheet
        _speak_dutch(app)
        app.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    @property
    def mode(self) -> str:
        """One of ``systeem``, ``licht`` and ``donker``."""
        return str(QSettings().value("uiterlijk", SYSTEM))

    def choose(self, mode: str) -> None:
        """Remember the choice on this computer and show it."""
        QSettings().setValue("uiterlijk", mode)
        self.apply()

    def apply(self) -> None:
        """Give every widget the colours of the theme."""
        system_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = self.mode == DARK_MODE or (self.mode == SYSTEM and system_dark)
        show(DARK if dark else LIGHT)
        self.changed.emit()


def appearance() -> Appearance:
    """The one of this application."""
    app = QApplication.instance()
    assert app is not None
    found = app.findChild(Appearance)
    assert isinstance(found, Appearance)
    return found


def show(theme: Theme) -> None:
    """Show the whole application in ``theme``."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def palette(theme: Theme) -> QPalette:
    """Fusion draws with these colours."""
    role, made = QPalette.ColorRole, QPalette()
    colors = {
        role.Window: theme.background,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.background,
        role.Text: theme.text,
        role.PlaceholderText: theme.secondary,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.error,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.text,
        role.ToolTipText: theme.surface,
        role.Light: theme.surface,
        role.Midlight: theme.hover,
        role.Mid: theme.border,
        role.Dark: theme.input,
        role.Shadow: theme.border,
    }
    for which, name in colors.items():
        made.setColor(which, QColor(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.input))
    return made


def style_sheet(theme: Theme) -> str:
    """The little that palette and Fusion leave to be said."""
    return Template(_SHEET).substitute(vars(theme))


def _load_fonts(app: QApplication) -> None:
    for name in FONTS:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    font = QFont(FAMILIES)
    font.setPixelSize(13)
    app.setFont(font)


def _speak_dutch(app: QApplication) -> None:
    """The words Qt itself shows (in a menu of a text field, in a file chooser)."""
    translator = QTranslator(app)
    if translator.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


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
