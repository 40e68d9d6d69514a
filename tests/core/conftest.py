"""A small region of three, and Twente's real names where a rule wants them."""

from __future__ import annotations

import datetime
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.regio import make_regio
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.cli import main
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Adressaat, Gemeente, Regio
from regietafel.ledger import Ledger
from tests.core.strange_files import fill_all, make_nasty

P = Periode(2023, 2)


@pytest.fixture
def ledger() -> Ledger:
    return Ledger.in_memory()


@pytest.fixture
def twente(ledger: Ledger) -> Ledger:
    """Almelo 113, Borne 38 and Enschede 248 in 2023-II (bijlage A)."""
    make_regio(
        ledger,
        Regio(naam="Regietafel Twente"),
        (
            Gemeente(gm_code="GM0141", naam="Almelo", provincie="Overijssel"),
            Gemeente(gm_code="GM0147", naam="Borne", provincie="Overijssel"),
            Gemeente(gm_code="GM0153", naam="Enschede", provincie="Overijssel"),
        ),
        (Adressaat(sleutel="coa", organisatie="COA"),),
    )
    import_taakstelling(
        ledger,
        periode=P,
        datum=datetime.date(2023, 5, 2),
        landelijk=27_300,
        bron="circulaire",
        regels=[(1, 113, 9, 73_155), (2, 38, 0, 24_007), (3, 248, 20, 160_640)],
    )
    return ledger


@pytest.fixture(scope="module")
def filled() -> dict[str, bytes]:
    """The file with one of everything, made once by the first test that asks for it."""
    return {}


@pytest.fixture
def filled_file(filled: dict[str, bytes], request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file with one of everything."""
    target = tmp_path / "x.regietafel"
    if not filled:
        ledger: Ledger = request.getfixturevalue("twente")
        fill_all(ledger)
        ledger.save_copy(target)
        filled["bytes"] = target.read_bytes()
    target.write_bytes(filled["bytes"])
    return target


@pytest.fixture
def nasty_file(filled_file: Path) -> Path:
    """The same, with all in it that is allowed and unwelcome."""
    make_nasty(filled_file)
    return filled_file


class Answer:
    """What the command gave: exit code, what it printed, what it said to stderr."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command as someone types it; gives its :class:`Answer`."""

    def call(*arguments: object) -> Answer:
        monkeypatch.setattr(sys, "argv", ["regietafel", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Answer(ended.value.code, said.out, said.err)

    return call


@pytest.fixture
def done(run: Any) -> Any:
    """As ``run``, of a command that does not fail."""

    def call(*arguments: object) -> Answer:
        answer: Answer = run(*arguments)
        assert answer.code == 0, answer.err
        return answer

    return call


@pytest.fixture
def refused(run: Any) -> Any:
    """The one sentence on stderr of a command that is refused: with 1, or with 2 when it is wrong usage."""

    def call(*arguments: object, code: int = 1) -> str:
        answer: Answer = run(*arguments)
        assert (answer.code, answer.out) == (code, "")
        return answer.err

    return call


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What the next command reads from stdin."""

    def say(text: str | bytes) -> None:
        data = text.encode() if isinstance(text, str) else text
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))

    return say


@pytest.fixture
def hv(twente: Ledger) -> int:
    """Enschede → Borne 10 and Enschede → Almelo 5, a concept."""
    return make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10), Deel("Enschede", "Almelo", 5)])
