"""The rules of the design that a machine can check."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = {"README.md", "packaging", "pyproject.toml", "regietafel", "resources", "templates", "tests", "ui"}
HEAVY = {"PIL", "highspy", "holidays", "icalendar", "numpy", "olefile", "openpyxl", "pikepdf", "pypdfium2"}
HEAVY |= {"python_calamine", "rapidfuzz", "reportlab"}
LONGEST = 330


def sources(*rooms: str) -> Iterator[Path]:
    for room in rooms:
        yield from sorted((ROOT / room).rglob("*.py"))


def tracked_files() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("no git checkout")
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [Path(name) for name in names.split("\0") if name]


def loaded_by(code: str) -> set[str]:
    """The top-level names of the modules that are loaded after ``code`` in a new Python."""
    code += "\nimport sys; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def test_import_contracts() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_core_runs_without_qt() -> None:
    loaded = loaded_by(
        "import importlib, pkgutil, regietafel\n"
        "for module in pkgutil.walk_packages(regietafel.__path__, 'regietafel.'):\n"
        "    if not module.name.endswith('__main__'): importlib.import_module(module.name)"
    )
    assert not loaded & {"PySide6", "shiboken6", "ui"}


@pytest.mark.parametrize("module", ["regietafel.ledger", "regietafel.cli"])
def test_heavy_libraries_are_loaded_when_needed(module: str) -> None:
    assert not loaded_by(f"import {module}") & HEAVY


def test_only_actions_open_an_operation() -> None:
    allowed = {ROOT / "regietafel" / "ledger.py", *sources("regietafel/actions")}
    offenders = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sources("regietafel", "ui")
        if path not in allowed
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "operation"
    ]
    assert not offenders


def test_files_stay_short() -> None:
    lengths = {path.relative_to(ROOT): len(path.read_bytes().splitlines()) for path in sources("regietafel", "ui")}
    assert not {path: length for path, length in lengths.items() if length > LONGEST}


def test_no_test_borrows_from_another() -> None:
    """What tests share stands in a module beside them, or a fixture of one is another in the next."""
    offenders = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sources("tests")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.ImportFrom) and (node.module or "").rpartition(".")[2].startswith("test_")
    ]
    assert not offenders


def test_top_level_is_the_agreed_one() -> None:
    names = {path.parts[0] for path in tracked_files()}
    assert not {name for name in names if not name.startswith(".")} - TOP_LEVEL


def test_files_name_no_machine_and_no_registry() -> None:
    # Put together here, so that this file does not find itself.
    forbidden = [f"/{folder}/".encode() for folder in ("work", "home", "Users")]
    forbidden += [b"python" + b"hosted", b"pypi" + b".org", b"npmjs" + b".org"]
    offenders = [
        (str(path), text.decode())
        for path in tracked_files()
        if (ROOT / path).is_file()
        for text in forbidden
        if text in (ROOT / path).read_bytes()
    ]
    assert not offenders


# PySide6 6.12.0 on Python 3.11 drops a reference to None or True at such calls and Python aborts after some thousands
# of them. In its own process, because what is lost stays lost. Later Pythons do not count these references at all.
COUNT_REFERENCES = """
import os, sys
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QEvent, QObject, Signal

class Numbers(QAbstractListModel):
    def rowCount(self, parent=None):
        return 3

    def data(self, index, role=0):
        return (None, True, False)[index.row()]

class Source(QObject):
    fired = Signal()
    fired_with = Signal(object)

    def eventFilter(self, watched, event):
        return False

app, source, watched, model = QCoreApplication([]), Source(), QObject(), Numbers()
source.fired.connect(lambda: None)
source.fired_with.connect(lambda value: value)
watched.installEventFilter(source)
singletons = (None, True, False)

def count():
    return [sys.getrefcount(value) for value in singletons]

before = count()
for _ in range(100):
    source.fired.emit()
    app.sendEvent(watched, QEvent(QEvent.Type.User))
    for row, value in enumerate(singletons):
        source.fired_with.emit(value)
        watched.setProperty("value", value)
        watched.property("value")
        model.index(row, 0).data()
print(*(new - old for old, new in zip(before, count())), flush=True)
os._exit(0)
"""


def test_qt_keeps_references_to_none_true_and_false() -> None:
    done = subprocess.run([sys.executable, "-c", COUNT_REFERENCES], check=True, capture_output=True, text=True)
    assert all(abs(int(change)) < 20 for change in done.stdout.split()), done.stdout
