"""How every test runs, and the two files most begin with: each made once and copied for every test that asks for it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples each time, however slow the computer; `--hypothesis-profile=default` looks for others.
settings.register_profile(
    "regietafel",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("regietafel")


@pytest.fixture(scope="session")
def made_by_commands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what ``voorbeeld`` and ``nieuw`` write."""
    from click.testing import CliRunner

    from regietafel.cli.opdrachten import regietafel

    folder = tmp_path_factory.mktemp("gemaakt")
    for command in (["voorbeeld"], ["nieuw", "--veiligheidsregio", "Twente"]):
        path = folder / f"{command[0]}.regietafel"
        assert CliRunner().invoke(regietafel, [*command, str(path)]).exit_code == 0
    return folder


@pytest.fixture
def voorbeeld(made_by_commands: Path, tmp_path: Path) -> Path:
    """The example: Twente with its taakstelling and meetings, in a file to write in."""
    return Path(shutil.copyfile(made_by_commands / "voorbeeld.regietafel", tmp_path / "twente.regietafel"))


@pytest.fixture
def nieuw(made_by_commands: Path, tmp_path: Path) -> Path:
    """The fourteen of Twente without any figure, in a file to write in."""
    return Path(shutil.copyfile(made_by_commands / "nieuw.regietafel", tmp_path / "twente.regietafel"))
