"""The help of a command is its contract: what it answers as JSON stands in it, by name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from regietafel.cli.opdrachten import regietafel
from regietafel.domain.staat import STATEN
from tests.core.hulpteksten import commands, keys, words

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
    ("bijlage wijzig", ("3", *HV, "--titel", "Brief van het COA")),
    ("register lijst", ()),
    ("documenten", (*HV, "--naar", "weer", "--soort", "besluit")),
    ("woo lijst", HV),
)
DAY = ("--op", "2023-10-01")
COST = ("--investering", "9000000", "--geplaatst", "10", "--verkoopwaarde", "1000000")
PLACES = (
    ("opvang", ("x.regietafel", *DAY, "--tot", "2024-10-01")),
    ("locatie lijst", ("x.regietafel", *DAY)),
    ("locatie toon", ("x.regietafel", "1", *DAY)),
    ("locatie nieuw", ("x.regietafel", "--gemeente", "Borne", "--zet", "naam=Proef", "--zet", "soort=azc")),
    ("locatie wijzig", ("x.regietafel", "Proef", "--zet", "capaciteit=300")),
    ("locatie staat", ("x.regietafel", "Proef", "--staat", "open", "--vanaf", "2023-09-01")),
    ("locatie bezet", ("x.regietafel", "Proef", "--aantal", "20", "--peildatum", "2023-09-01")),
    ("opvangruil nieuw", ("x.regietafel", "--van", "Borne", "--naar", "Almelo", "--soort", "oekraine",
        "--aantal", "20", "--datum", "2023-09-01")),
    ("opvangruil lijst", ("x.regietafel",)),
    ("opvangruil wijzig", ("x.regietafel", "1", "--aantal", "10")),
    ("opvangstukken", ("x.regietafel", *DAY, "--naar", "opvang", "--soort", "stand-opvang")),
    ("woonvormen", ("x.regietafel", *DAY)),
    ("project toon", ("x.regietafel", "1", *DAY)),
    ("project nieuw", ("x.regietafel", "--gemeente", "Borne", "--zet", "naam=Hotel", "--zet", "soort=har",
        "--zet", "telt_mee=onbekend")),
    ("project wijzig", ("x.regietafel", "Hotel", "--zet", "personen=40")),
    ("project staat", ("x.regietafel", "Hotel", "open", "--vanaf", "2023-09-01")),
    ("project har", ("x.regietafel", "Hotel", "--begin", "2023-09-01", "--aantal", "12")),
    ("koppelstand", ("x.regietafel",)),
    ("vraag-aanbod", ("x.regietafel", *DAY)),
    ("doorlooptijd", ("x.regietafel",)),
    ("partners", ("x.regietafel",)),
    ("regelingen", ("x.regietafel",)),
    ("normen", ("x.regietafel",)),
    ("zekerheden", ("x.regietafel",)),
    ("reken herplaatsing", COST),
    ("reken sft", ("--woningen", "20")),
    ("reken rha", ("--woningen", "20")),
    ("reken doorstroom", ("--personen", "20", "--van", "2023-09-01", "--tot", "2023-12-31")),
    ("reken gezinnen", ("--huishouden", "8")),
)  # fmt: skip


@pytest.mark.parametrize("name", ["zekerheid", "project staat"])
def test_the_help_of_a_state_lists_them_whole(name: str) -> None:
    command = dict(commands(regietafel))[name]
    help = CliRunner().invoke(regietafel, [*name.split(), "--help"], terminal_width=80).output
    assert command.help is not None and "{" not in help
    assert set(STATEN) <= set(re.findall(r"\w+", help))


def test_what_answers_in_json_says_so_and_nothing_else_does() -> None:
    for name, command in commands(regietafel):
        answers = any("--json" in param.opts for param in command.params)
        assert answers is ("JSON" in (command.help or "")), name


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


def test_the_keys_about_places_are_those_in_the_help(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("voorbeeld", "x.regietafel").code == 0
    helps = {name: command.help or "" for name, command in commands(regietafel)}
    for name, rest in PLACES:
        said = run(*name.split(), *rest, "--json")
        assert said.code == 0 and said.json, (name, said.err)
        assert keys(said.json) <= words(name, helps), (name, keys(said.json) - words(name, helps))
