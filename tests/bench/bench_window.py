"""How much later our window is up than an empty one, from the start of Python to the first paint.

Prints the median of both and their ratio (the aim is at most 2,5). Runs without a screen.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 25

# Both end at the first paint of the window; the clock runs outside, so that starting Python counts too.
BARE = """
import os, sys
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        os.write(1, b"x")
        os._exit(0)

app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
# As the command starts it: what it loads before Qt counts too.
OURS = """
import os, sys
from pathlib import Path
from regietafel.cli import main

file, folder = sys.argv[1:]
from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication

QStandardPaths.setTestModeEnabled(True)
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
run = QApplication.exec

def until_painted(*_app):
    from ui.kit.screen import Screen

    Screen.paintEvent = painted
    return run()

def painted(screen, event):  # the page is painted after all that is around it
    os.write(1, b"x")
    Path(file + ".slot").unlink(missing_ok=True)
    os._exit(0)

QApplication.exec = until_painted
sys.argv[1:] = [file]
main()
"""


def seconds(code: str, *arguments: str) -> float:
    """From the start of Python until the code says it has painted."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # users have compiled modules
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, env=environment, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        said = process.stdout.read(1)
        took = time.perf_counter() - began
    if said != b"x":
        raise SystemExit("Het venster is niet getekend.")
    return took


def main() -> None:
    """Measure both by turns, so that a busy machine is busy for both."""
    sys.path.insert(0, str(ROOT))
    from regietafel.example import make_example

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "twente.regietafel"
        make_example(file)
        pairs = [(seconds(BARE), seconds(OURS, str(file), folder)) for _run in range(RUNS + 1)][1:]
    bare, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"leeg venster {bare * 1000:.0f} ms, venster met bestand {ours * 1000:.0f} ms, verhouding {ours / bare:.2f}")


if __name__ == "__main__":
    main()
