"""Every test here runs without screen and with settings of its own."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from regietafel.fields import AANTAL, Field
from regietafel.ledger import Ledger
from tests.ui.importing import P, make_twente
from ui.kit import style
from ui.kit.session import Session

PATIENCE = 60_000
"""Milliseconds to wait for what should come. A computer may be slow and busy; only a test that fails waits so long."""


class PatientBot(QtBot):
    """Waits for anything as long as it takes on a slow computer."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:  # noqa: N802
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **how: Any) -> Any:  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitActive(self, widget: QWidget, *, timeout: int = PATIENCE) -> Any:  # noqa: N802
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENCE) -> Any:  # noqa: N802
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """In place of that of pytest-qt."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def settings_of_its_own(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Never read or write what the user of this computer chose; a home that cannot be written in does no harm."""
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("thuis")))
    QStandardPaths.setTestModeEnabled(True)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path / "instellingen"))
    yield
    # Without a loop Qt deletes nothing by itself: the windows of this test would be there, timers and all, in the next.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QSettings().sync()


@pytest.fixture(autouse=True)
def appearance(qapp: QApplication, settings_of_its_own: None) -> style.Appearance:
    qapp.setOrganizationName("Regietafel")
    qapp.setApplicationName("Regietafel")
    return qapp.findChild(style.Appearance) or style.Appearance(qapp)


@dataclasses.dataclass(frozen=True)
class Row:
    """What lists show in these tests."""

    id: int
    naam: str
    aantal: int | None


@pytest.fixture
def fields() -> list[Field]:
    """The fields of :class:`Row`."""
    return [
        Field(name="naam", label="Gemeente"),
        Field(name="aantal", label="Aantal", kind=AANTAL, help="Personen."),
    ]


@pytest.fixture
def rows() -> list[Row]:
    return [
        Row(1, "Borne", 76),
        Row(2, "'s-Hertogenbosch", None),
        Row(3, "Súdwest-Fryslân", -4),
        Row(4, "Almelo", 1063),
    ]


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    made = Session(Ledger.in_memory(), "2023-II")
    yield made
    made.close()


@pytest.fixture
def sessie(qapp: QApplication) -> Iterator[Session]:
    """Twente, without figures."""
    made = Session(Ledger.in_memory(), P)
    make_twente(made.ledger)
    yield made
    made.close()


@pytest.fixture
def voorbeeldsessie(qapp: QApplication, voorbeeld: Path) -> Iterator[Session]:
    """The example."""
    made = Session(Ledger.open(voorbeeld), P)
    yield made
    made.close()


@pytest.fixture
def host(qtbot: Any) -> QWidget:
    """The window below a wizard."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made
