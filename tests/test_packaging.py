"""What is pinned, what a wheel and a bundle hold, and whether they work away from the checkout."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SHIPPED = ("resources", "templates")


def pins() -> dict[str, str]:
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    exact = [re.fullmatch(r"([A-Za-z0-9._-]+)==([0-9][^\s;*]*)", line) for line in lines if not line.startswith("#")]
    assert all(exact), "every line is name==version"
    return {canonicalize_name(pin[1]): pin[2] for pin in exact if pin}


def needed(requirements: list[str], seen: set[str] | None = None) -> Iterator[str]:
    """The names of ``requirements`` and of all that those need on this system."""
    seen = set() if seen is None else seen
    for requirement in map(Requirement, requirements):
        name = canonicalize_name(requirement.name)
        if name in seen or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        seen.add(name)
        yield name
        try:
            yield from needed(requires(name) or [], seen)
        except PackageNotFoundError:
            continue  # not installed: the bundle's libraries


def test_every_library_is_pinned() -> None:
    project = PROJECT["project"]
    direct = [*PROJECT["build-system"]["requires"], *project["dependencies"]]
    for extra in project["optional-dependencies"].values():
        direct += extra
    assert not set(needed(direct)) - pins().keys()


def test_pins_satisfy_the_project() -> None:
    pinned = pins()
    requirements = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
    assert not [text for text in requirements if not text.specifier.contains(pinned[canonicalize_name(text.name)])]


def test_qt_is_the_pinned_one() -> None:
    assert version("PySide6-Essentials") == pins()["pyside6-essentials"]


def test_every_package_is_in_the_wheel() -> None:
    packages = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for room in ("regietafel", "ui")
        for path in (ROOT / room).rglob("__init__.py")
    }
    assert packages | {f"regietafel.{name}" for name in SHIPPED} == set(PROJECT["tool"]["setuptools"]["packages"])


def shipped_files() -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for folder in SHIPPED
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def outside(*command: str | Path, folder: Path) -> str:
    """Run ``command`` in ``folder`` as someone without the checkout would."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=3000
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built from a copy so that nothing left over in build/ gets in."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, source)
    for name in ("regietafel", "ui", *SHIPPED):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    options = ["-qq", "--no-deps", "--no-build-isolation", "--wheel-dir"]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, target, source], check=True)
    return next(target.glob("*.whl"))


@pytest.mark.slow
def test_wheel_holds_resources_and_templates(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert not {f"regietafel/{name}" for name in shipped_files()} - names
    assert not {name for name in names if name.endswith(".pyc")}


@pytest.mark.slow
def test_wheel_works_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv"], check=True)
    scripts = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(scripts / "python")]
    subprocess.run([*pip, "install", "-qq", "--no-deps", wheel], check=True)
    # The libraries are those of the development environment; a path line does not bring its editable project along.
    find = "import sysconfig; print(sysconfig.get_path('purelib'))"
    Path(outside(scripts / "python", "-c", find, folder=tmp_path).strip(), "libraries.pth").write_text(
        outside(sys.executable, "-c", find, folder=tmp_path)
    )
    location = outside(scripts / "python", "-c", "import regietafel; print(regietafel.__file__)", folder=tmp_path)
    assert Path(location).is_relative_to(tmp_path)
    outside(scripts / "regietafel", "voorbeeld", "x.regietafel", folder=tmp_path)
    assert "Enschede" in outside(scripts / "regietafel", "stand", "x.regietafel", folder=tmp_path)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in a bundle made now, in a folder of its own."""
    pytest.importorskip("PyInstaller", reason="dev.py bundle installs it")
    folder = tmp_path_factory.mktemp("bundle")
    options = ["--noconfirm", "--log-level=ERROR", f"--distpath={folder / 'dist'}", f"--workpath={folder / 'work'}"]
    spec = ROOT / "packaging" / "regietafel.spec"
    subprocess.run([sys.executable, "-m", "PyInstaller", *options, spec], check=True)
    return folder / "dist" / "regietafel" / ("regietafel-cli" if sys.platform == "win32" else "regietafel")


@pytest.mark.slow
def test_bundle_holds_resources_and_templates(bundle: Path) -> None:
    assert not [name for name in shipped_files() if not (bundle.parent / "_internal" / name).is_file()]


@pytest.mark.slow
def test_bundle_makes_the_dossier_from_any_folder(bundle: Path, tmp_path: Path) -> None:
    outside(bundle, "voorbeeld", "x.regietafel", folder=tmp_path)
    new = ["herverdeling", "nieuw", "x.regietafel", "--periode", "2023-II", "--overdracht", "Enschede>Borne:10"]
    answer = outside(bundle, *new, "--json", folder=tmp_path)
    kenmerk = json.loads(answer)["kenmerk"]
    outside(bundle, "documenten", "x.regietafel", "--herverdeling", kenmerk, "--naar", "dossier", folder=tmp_path)
    assert {path.suffix for path in (tmp_path / "dossier").iterdir()} >= {".pdf"}


@pytest.mark.slow
def test_bundle_has_the_solver_the_holidays_and_the_calendar(bundle: Path, tmp_path: Path) -> None:
    def run(*command: str) -> str:
        return outside(bundle, command[0], "x.regietafel", *command[1:], folder=tmp_path)

    run("voorbeeld")
    counted = ["Gemeente;Realisatie", "Almelo;20", "Borne;60", "Enschede;30", "Hengelo;90", "Losser;70", "Wierden;55"]
    (tmp_path / "coa.csv").write_text("\n".join(counted), encoding="utf-8")
    counting = ["importeer", "realisatie", "x.regietafel", "coa.csv", "--periode", "2023-II"]
    outside(bundle, *counting, "--peildatum", "2023-09-01", folder=tmp_path)
    answer = json.loads(run("voorstel", "--periode", "2023-II", "--op", "2023-09-15", "--json"))
    assert answer["alternatieven"][0]["bewezen"]
    agreement = ["herverdeling", "nieuw", "x.regietafel", "--periode", "2023-II", "--overdracht", "Enschede>Borne:10"]
    outside(bundle, *agreement, folder=tmp_path)
    for step in (["besluit"], ["bekendmaking", "--vindplaats", "GB 2023, 1"]):
        record = ["herverdeling", step[0], "x.regietafel", "HV-2023-II-01", "--datum", "2023-06-20", *step[1:]]
        outside(bundle, *record, "--gemeente", "Borne", "--gemeente", "Enschede", folder=tmp_path)
    run("termijnen", "--op", "2023-06-21", "--ics", "t.ics")
    assert "HV-2023-II-01: Verwerking door het COA" in (tmp_path / "t.ics").read_text(encoding="utf-8")


@pytest.mark.slow
def test_bundle_opens_its_window(bundle: Path, tmp_path: Path) -> None:
    outside(bundle, "voorbeeld", "x.regietafel", folder=tmp_path)
    own = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA")}  # not the developer's settings
    environment = os.environ | own | {"QT_QPA_PLATFORM": "offscreen"}
    command = [str(bundle), "x.regietafel"]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True) as window:
        try:
            window.wait(timeout=5)
        except subprocess.TimeoutExpired:
            window.terminate()
        else:
            pytest.fail(f"the window closed at once: {window.stderr and window.stderr.read()}")
