"""The help of a command is its contract: what it answers as JSON stands in it, by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from regietafel.cli import regietafel

HV = ("--herverdeling", "HV-2023-II-01")
ANSWERS = (
    ("sjabloon lijst", ()),
    ("sjabloon toon", ("bekendmaking",)),
    ("sjabloon toon", ("bekendmaking", "--velden")),
    ("sjabloon controleer", ("bekendmaking", "fout.txt")),
    ("sjabloon verschil", ("bekendmaking",)),
    ("sjabloon samenvoegen", ("bekendmaking",)),
    ("huisstijl toon", ()),
    ("bijlage toevoegen", ("brief.pdf", *HV)),
    ("bijlage lijst", HV),
    ("bijlage wijzig", ("1", *HV, "--titel", "Brief van het COA")),
    ("register lijst", ()),
    ("documenten", (*HV, "--naar", "weer", "--soort", "besluit")),
    ("woo lijst", HV),
)


def commands(group: click.Group, *path: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)
        else:
            yield " ".join((*path, name)), command


def test_what_answers_in_json_says_so_and_nothing_else_does() -> None:
    for name, command in commands(regietafel):
        answers = any("--json" in param.opts for param in command.params)
        assert answers is ("JSON" in (command.help or "")), name


def keys(answer: Any) -> set[str]:
    if isinstance(answer, list):
        return set().union(*map(keys, answer))
    return set(answer).union(*map(keys, answer.values())) if isinstance(answer, dict) else set()


def test_the_keys_are_those_in_the_help(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("voorbeeld", "x.regietafel").code == 0
    assert run("herverdeling", "nieuw", "x.regietafel", "--periode", "2023-II", "--overdracht", "Enschede>Borne:10")
    assert run("documenten", "x.regietafel", *HV, "--naar", "uit", "--soort", "besluit").code == 0
    Path("eigen.txt").write_text("# Bekendmaking $gemeente", encoding="utf-8")
    Path("fout.txt").write_text("$onbekend", encoding="utf-8")
    Path("brief.pdf").write_bytes(Path("uit/HV-2023-II-01 Besluit college Borne.pdf").read_bytes())
    assert run("sjabloon", "zet", "x.regietafel", "bekendmaking", "eigen.txt").code == 0
    helped = {name: set(re.findall(r"\w+", command.help or "")) for name, command in commands(regietafel)}
    for name, rest in ANSWERS:
        answer = run(*name.split(), "x.regietafel", *rest, "--json").json
        assert answer, name
        assert keys(answer) <= helped[name], (name, keys(answer) - helped[name])
