"""How the program looks: colour roles, palettes, fonts and sizes on a grid of 4 px."""

from __future__ import annotations

from PySide6.QtCore import QDir, QLibraryInfo, QObject, QSettings, Qt, QTranslator, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from regietafel.i18n import _
from regietafel.paths import resource
from regietafel.value import Value
from ui.kit.style_sheet import style_sheet

GAP, SPACE, PAGE = 8, 16, 24
CONTROL, PRIMARY, ROW, HEADER, NAVIGATION, DETAIL = 32, 36, 32, 36, 200, 344
PICTURE, FIGURE = 320, 400  # heights: among other things on a page, and alone
FONTS = ("OpenSans-Regular.ttf", "OpenSans-Semibold.ttf", "DejaVuSans.ttf")
FAMILIES = ["Open Sans", "DejaVu Sans"]
SYSTEM, LIGHT_MODE, DARK_MODE = "systeem", "licht", "donker"
MODES = {_("Zoals het systeem"): SYSTEM, _("Licht"): LIGHT_MODE, _("Donker"): DARK_MODE}


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
    app.setStyleSheet(style_sheet(vars(theme)))


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
