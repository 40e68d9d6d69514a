"""Set up, run, test, check and bundle Regietafel: ``python3 packaging/dev.py setup|run|test|lint|bench|bundle``.

Needs only Python 3.11 or newer, on Windows, macOS or Linux. Every command brings ``.venv`` up to date first;
the versions are those of ``packaging/constraints.txt``.
"""

# ruff: noqa: S603 - the commands are made here, nothing comes from outside
from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

# What the Qt libraries of PySide6 expect from a Debian-like system: to draw without a screen, and in a window.
DEBIAN_PACKAGES = """
    libegl1 libgl1 libglx0 libfontconfig1 libfreetype6 libxkbcommon0 libglib2.0-0 libdbus-1-3
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-randr0 libxcb-shape0
    libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxcb-util1 libx11-xcb1 libxkbcommon-x11-0
""".split()  # noqa: SIM905 - twenty-two quoted names are harder to read
if importlib.util.find_spec("ensurepip") is None:  # Debian leaves it out of python3
    DEBIAN_PACKAGES.append("python3-venv")


def say(text: str) -> None:
    print(text, flush=True)


def succeeds(*command: str | Path) -> bool:
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def python(*arguments: str | Path) -> None:
    """Run the Python of ``.venv`` in the project folder; a failure ends the program."""
    subprocess.run([PYTHON, *arguments], cwd=ROOT, check=True)


def pip_install(*arguments: str) -> None:
    """Install at the versions of constraints.txt."""
    python("-m", "pip", "install", "-qq", "--disable-pip-version-check", "-c", CONSTRAINTS, *arguments)


def missing_debian_packages() -> list[str]:
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n"]
    lines = subprocess.run(query, capture_output=True, text=True, check=True).stdout.splitlines()
    installed = {line.split()[0] for line in lines if line.endswith(" installed")}
    # Newer releases call some …t64 and still answer to the old name.
    return [name for name in DEBIAN_PACKAGES if not {name, name + "t64"} & installed]


def sudo_works_silently() -> bool:
    sudo = shutil.which("sudo")
    return sudo is not None and subprocess.run([sudo, "-n", "true"], check=False, capture_output=True).returncode == 0


def install_debian_packages() -> None:
    """Install what is missing where that is allowed, otherwise say what to type."""
    if sys.platform == "win32" or not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return
    missing = missing_debian_packages()
    if not missing:
        return
    root = os.geteuid() == 0
    if root or sudo_works_silently():
        say(f"Systeempakketten installeren: {' '.join(missing)}")
        apt_get = [*([] if root else ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        succeeds(*apt_get, "update")
        if succeeds(*apt_get, "install", "--yes", "--no-install-recommends", *missing):
            return
    say("Deze systeempakketten ontbreken; zonder werkt misschien niet alles. Installeer ze met:")
    say(f"  sudo apt-get install {' '.join(missing)}")


def make_venv() -> None:
    say(f"Python-omgeving maken in {VENV.name}")
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except subprocess.CalledProcessError:
        shutil.rmtree(VENV, ignore_errors=True)
        raise SystemExit("Python kan hier geen omgeving maken: de modules venv en ensurepip ontbreken.") from None


def setup(extra: str = "dev") -> None:
    """Bring ``.venv`` up to date with pyproject.toml's ``extra``; does nothing when that was done before."""
    install_debian_packages()
    if not PYTHON.exists():
        make_venv()
    inputs = [ROOT / "pyproject.toml", CONSTRAINTS, VENV / "pyvenv.cfg"]
    state = hashlib.sha256(b"\0".join([bytes(ROOT), *(path.read_bytes() for path in inputs)])).hexdigest()
    stamp = VENV / f"regietafel-{extra}.stamp"
    if stamp.exists() and stamp.read_text() == state:
        return
    say("Bibliotheken installeren (de eerste keer duurt dit een paar minuten)")
    pip_install("setuptools")
    pip_install("--no-build-isolation", "--editable", f".[{extra}]")
    stamp.write_text(state)


# The other commands.


def regietafel(*arguments: str | Path) -> None:
    python("-m", "regietafel", *arguments)


def run() -> None:
    """Open the window on the example, or without a display make the example's dossier."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        file = ROOT / "build" / "voorbeeld" / "twente.regietafel"
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            regietafel("voorbeeld", file)
        regietafel(file)
    else:
        make_dossier()


def make_dossier() -> None:
    """An example file, a herverdeling in it and its documents, in a new folder each time."""
    (ROOT / "build").mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="dossier-voorbeeld-", dir=ROOT / "build"))
    file = folder / "twente.regietafel"
    regietafel("voorbeeld", file)
    command: list[str | Path] = [
        "herverdeling",
        "nieuw",
        file,
        "--periode",
        "2023-II",
        "--overdracht",
        "Enschede>Borne:10",
        "--json",
    ]
    answer = subprocess.run([PYTHON, "-m", "regietafel", *command], cwd=ROOT, check=True, stdout=subprocess.PIPE)
    regietafel("documenten", file, "--herverdeling", json.loads(answer.stdout)["kenmerk"], "--naar", folder / "dossier")
    say(f"Geen beeldscherm gevonden, daarom is het voorbeelddossier gemaakt in {folder}:")
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        say(f"  {path.relative_to(folder)}  ({max(1, path.stat().st_size // 1000)} kB)")


def test(arguments: Sequence[str], slow: bool) -> None:
    """Run pytest with ``arguments``; without ``slow`` the tests that build wheels and bundles are left out.

    The whole suite runs on all cores, each file on one; a choice from it runs as pytest does.
    """
    spread = [] if arguments else ["-n", "logical", "--maxprocesses", "4", "--dist", "loadfile"]
    if slow:
        setup("bundle")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    python("-m", "pytest", *([] if slow else ["-m", "not slow"]), *spread, *arguments)


def lint() -> None:
    """Run every checker, also after one has found something."""
    checks: list[list[str | Path]] = [
        [PYTHON, "-m", "ruff", "check"],
        [PYTHON, "-m", "ruff", "format", "--check"],
        [PYTHON, "-m", "mypy"],
        [PYTHON.with_name("lint-imports")],
    ]
    outcomes = [succeeds(*check) for check in checks]
    if not all(outcomes):
        raise SystemExit("Niet alles is in orde: zie hierboven.")


def bench() -> None:
    """Run each benchmark; they print what they measured and never fail on time."""
    for script in sorted((ROOT / "tests" / "bench").glob("bench_*.py")):
        python(script)


def bundle() -> None:
    """Make the folder that runs without Python, for the system this runs on."""
    setup("bundle")
    work = ROOT / "build" / "pyinstaller"
    options: list[str | Path] = ["--noconfirm", "--log-level", "ERROR", "--distpath", ROOT / "dist", "--workpath", work]
    python("-m", "PyInstaller", *options, ROOT / "packaging" / "regietafel.spec")
    folder = ROOT / "dist" / "regietafel"
    size = sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())
    say(f"{folder}: {size / 1_000_000:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Regietafel inrichten, draaien, testen en bundelen.", allow_abbrev=False
    )
    parser.add_argument("command", choices=["setup", "run", "test", "lint", "bench", "bundle"])
    parser.add_argument("--slow", action="store_true", help="ook de trage tests; test geeft de rest door aan pytest")
    options, rest = parser.parse_known_args()
    if rest and options.command != "test":
        parser.error(f"onbekend: {' '.join(rest)}")
    if sys.version_info < (3, 11):  # noqa: UP036 - this file must explain itself on an older Python
        raise SystemExit("Regietafel heeft Python 3.11 of nieuwer nodig.")
    try:
        setup()
        if options.command == "test":
            test(rest, slow=options.slow)
        elif options.command != "setup":
            {"run": run, "lint": lint, "bench": bench, "bundle": bundle}[options.command]()
    except subprocess.CalledProcessError as error:
        raise SystemExit(max(1, error.returncode)) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
