"""What is being filled in is kept on this computer, per file, until it is finished."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from ui.kit.drafts import KeptDraft


@pytest.fixture
def kept(qapp: QApplication, tmp_path: Path) -> Iterator[KeptDraft]:
    made = KeptDraft("proef", tmp_path / "a.regietafel")
    yield made
    made.remove()


def test_only_the_last_is_written_and_soon(qtbot: Any, kept: KeptDraft) -> None:
    for number in range(3):
        kept.keep(partial(dict, n=number))
    assert kept.read() is None
    qtbot.waitUntil(lambda: kept.read() is not None)
    found = kept.read()
    assert found is not None and found[1] == {"n": 2} and found[0].tzinfo is not None
    kept.keep(lambda: {"n": 3})
    kept.remove()
    qtbot.wait(500)
    assert kept.read() is None


def test_every_file_and_kind_has_its_own(kept: KeptDraft, tmp_path: Path) -> None:
    kept.keep(lambda: {"n": 1})
    kept.write()
    assert KeptDraft("proef", tmp_path / "a.regietafel").read() is not None
    assert KeptDraft("proef", tmp_path / "b.regietafel").read() is None
    assert KeptDraft("anders", tmp_path / "a.regietafel").read() is None
    in_memory = KeptDraft("proef", None)
    in_memory.keep(lambda: {"n": 1})
    in_memory.write()
    assert in_memory.read() is None
    in_memory.remove()


def test_nothing_worth_keeping_leaves_what_was_kept(kept: KeptDraft) -> None:
    kept.keep(lambda: {"n": 1})
    kept.write()
    kept.keep(lambda: None)
    kept.write()
    found = kept.read()
    assert found is not None and found[1] == {"n": 1}


def test_a_disk_that_refuses_does_not_disturb(kept: KeptDraft) -> None:
    assert kept._file is not None
    kept._file.mkdir(parents=True)
    kept.keep(lambda: {"n": 1})
    kept.write()
    assert kept.read() is None
    kept.remove()
    kept._file.rmdir()
