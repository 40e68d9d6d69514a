"""Files are written whole, and several all or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from regietafel.errors import RegietafelError
from regietafel.files import file_name, read_file, reason, write_files


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_writes_and_replaces_and_leaves_nothing_behind(tmp_path: Path) -> None:
    write_files([(tmp_path / "a" / "x", b"1"), (tmp_path / "a" / "y", b"2")])
    write_files([(tmp_path / "a" / "x", b"3")])
    assert (tmp_path / "a" / "x").read_bytes() == b"3" and names(tmp_path / "a") == ["x", "y"]


def test_one_that_is_refused_puts_all_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").write_bytes(b"oud")
    (tmp_path / "z").write_bytes(b"oud")
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target.name == "z" and path.suffix == ".tmp":
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(RegietafelError, match="z is niet geschreven"):
        write_files([(tmp_path / "x", b"nieuw"), (tmp_path / "y", b"nieuw"), (tmp_path / "z", b"nieuw")])
    assert names(tmp_path) == ["x", "z"]
    assert (tmp_path / "x").read_bytes() == (tmp_path / "z").read_bytes() == b"oud"


def test_a_folder_in_the_way_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"oud")
    (tmp_path / "b" / "kind").mkdir(parents=True)
    with pytest.raises(RegietafelError, match=r"b is niet geschreven in .*: het is een map\. Kies een andere map\.$"):
        write_files([(tmp_path / "a", b"nieuw"), (tmp_path / "b", b"nieuw"), (tmp_path / "c", b"nieuw")])
    assert (tmp_path / "a").read_bytes() == b"oud" and names(tmp_path) == ["a", "b"]
    assert (tmp_path / "b" / "kind").is_dir()


def test_names_that_begin_alike_are_kept_apart(tmp_path: Path) -> None:
    files = [(tmp_path / ("x" * 100 + last), last.encode()) for last in "12"]
    write_files(files)
    assert [(path, path.read_bytes()) for path in sorted(tmp_path.iterdir())] == files


def test_reasons_are_dutch_where_known() -> None:
    assert reason(OSError(28, "No space left on device")) == "de schijf is vol"
    assert reason(OSError(9999, "something")) == "something"


def test_of_what_has_no_end_no_more_is_read_than_is_needed_to_refuse_it(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"12345")
    assert [read_file(tmp_path / "x", most) for most in (3, 4, 5, 6)] == [b"1234", b"12345", b"12345", b"12345"]
    (tmp_path / "zichzelf").symlink_to(tmp_path / "zichzelf")
    for name, said in (("weg", "“weg” bestaat niet"), ("", "het is een map"), ("zichzelf", "verwijst naar zichzelf")):
        with pytest.raises(RegietafelError, match=said):
            read_file(tmp_path / name, 3)


def test_what_no_system_takes_leaves_no_hole_in_a_name() -> None:
    assert file_name("PRT & LRT", "Agenda € ë", "", suffix=".pdf") == "PRT LRT Agenda e.pdf"
    assert file_name("x" * 59 + " en", "Agenda", suffix=".pdf") == "x" * 59 + " Agenda.pdf"
