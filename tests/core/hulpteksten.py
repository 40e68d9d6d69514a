"""What the help of the commands says, and the keys of an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import click


def commands(group: click.Group, *path: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)
        else:
            yield " ".join((*path, name)), command


def keys(answer: Any) -> set[str]:
    if isinstance(answer, list):
        return set().union(*map(keys, answer))
    return set(answer).union(*map(keys, answer.values())) if isinstance(answer, dict) else set()


def words(name: str, helps: dict[str, str]) -> set[str]:
    """Of the help of a command, and of those it refers to: ``als bij toon``."""
    found = set(re.findall(r"\w+", helps[name]))
    for other in re.findall(r"als (?:bij|één regel van) (\w+(?: \w+)?)", " ".join(helps[name].split())):
        near = {other, other.split(maxsplit=1)[0]}
        near |= {f"{name.split(maxsplit=1)[0]} {each}" for each in near}
        for each in near & helps.keys() - {name}:
            found |= words(each, helps)
    return found
