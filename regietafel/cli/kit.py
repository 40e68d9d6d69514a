"""What all commands share: Dutch help and usage errors, opening a file, printing a table or JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import click

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError, Twijfel
from regietafel.fields import Field
from regietafel.i18n import _, parse_date, parse_number
from regietafel.ledger import SUFFIX, Ledger, LeftByCrash

_SENTENCE = 200  # characters: the first sentence of every command, whole

F = TypeVar("F", bound=Callable[..., Any])


class _DutchHelp:
    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        assert isinstance(self, click.Command)
        pieces = " ".join(self.collect_usage_pieces(ctx)).replace("[OPTIONS]", _("[OPTIES]"))
        pieces = pieces.replace("[COMMAND]", "COMMAND").replace("COMMAND [ARGS]...", _("OPDRACHT …"))
        formatter.write_usage(ctx.command_path, pieces, prefix=_("Gebruik: "))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option: click.Option | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option:
            option.help = _("Toon deze uitleg.")
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        assert isinstance(self, click.Command)
        records = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx))]
        rows = [(name, text.replace("[required]", _("[verplicht]"))) for name, text in records if text]
        with formatter.section(_("Opties")):
            formatter.write_dl(rows)


class Opdracht(_DutchHelp, click.Command):
    """A command whose help is in Dutch."""


class ReaderGone(Exception):
    """Who reads what is printed had enough (``| head``); click ends with 1 for what the system says of that."""


class Groep(_DutchHelp, click.Group):
    """A group of commands whose help is in Dutch. A file where a command is expected is opened in the window."""

    command_class = Opdracht

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(ctx, args[0]) is None:
            if "venster" not in self.commands or not (args[0].endswith(SUFFIX) or Path(args[0]).exists()):
                raise WrongUsage(
                    _("De opdracht “{name}” bestaat niet; kies uit: {known}.").format(
                        name=args[0], known=", ".join(self.commands)
                    )
                )
            args = ["venster", *args]
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise ReaderGone from None

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section(_("Opdrachten")):
            formatter.write_dl(
                [(name, command.get_short_help_str(_SENTENCE)) for name, command in self.commands.items()]
            )


Groep.group_class = Groep


class WrongUsage(click.UsageError):
    """A usage error whose message is ours, so in Dutch."""


def dutch_usage_error(error: click.UsageError) -> str:
    """What was wrong with the command line, in one sentence."""
    if isinstance(error, WrongUsage):
        return error.message
    if isinstance(error, click.NoSuchOption):
        return _("De optie {name} bestaat niet.").format(name=error.option_name)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return _("Er ontbreekt iets: {what}.").format(what=error.param.opts[-1])
    if isinstance(error, click.BadParameter) and error.param is not None:
        return f"{error.param.opts[-1]}: {_said_of_value(error.param.type) or error.message}"
    if isinstance(error, click.BadOptionUsage):
        flag = "does not take" in error.message  # click says nothing else about it
        sentence = _("De optie {name} krijgt geen waarde.") if flag else _("De optie {name} mist een waarde.")
        return sentence.format(name=error.option_name)
    usage = error.ctx.command_path if error.ctx else "regietafel"
    return _("De opdracht is niet goed geschreven; zie {usage} --help.").format(usage=usage)


def _said_of_value(type: click.ParamType[Any]) -> str:
    """What click says in English of a value; our own types say it themselves."""
    if isinstance(type, click.Choice):
        return _("kies uit {names}.").format(names=", ".join(type.choices))
    return _("schrijf een geheel getal.") if type is click.INT else ""


class PeriodeType(click.ParamType[Periode]):
    """``2023-II``."""

    name = "periode"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Periode:
        """Raise a usage error for what is no period."""
        try:
            return value if isinstance(value, Periode) else Periode.parse(value)
        except RegietafelError as error:
            self.fail(str(error), param, ctx)


class DatumType(click.ParamType[Any]):
    """``2023-05-02`` or ``02-05-2023``."""

    name = "datum"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Raise a usage error for what is no date."""
        try:
            return parse_date(value) if isinstance(value, str) else value
        except ValueError:
            self.fail(_("“{text}” is geen datum; schrijf bijvoorbeeld 2023-05-02.").format(text=value), param, ctx)


class AantalType(click.ParamType[int]):
    """``27300``, ``27.300``, ``-3``."""

    name = "aantal"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Raise a usage error for what is no whole number."""
        try:
            return value if isinstance(value, int) else parse_number(value)
        except ValueError:
            self.fail(_("“{text}” is geen geheel aantal; schrijf bijvoorbeeld 1.234.").format(text=value), param, ctx)


PERIODE, DATUM, AANTAL = PeriodeType(), DatumType(), AantalType()
PAD = click.Path(path_type=Path)
KENMERK = click.argument("kenmerk")


def bestand(function: F) -> F:
    """The file the command works on."""
    return click.argument("bestand", type=PAD)(function)


def overnemen(function: F) -> F:
    """For commands that write."""
    text = _("Neem de vergrendeling over van een programma dat niet goed is afgesloten.")
    return click.option("--overnemen", is_flag=True, help=text)(function)


def toch(function: F) -> F:
    """For commands that can raise Twijfel; :func:`writing` names it."""
    return click.option("--toch", is_flag=True, help=_("Leg het vast, ook als het programma twijfelt."))(function)


def als_json(function: F) -> F:
    """For commands whose outcome others read."""
    return click.option("--json", "als_json", is_flag=True, help=_("Geef de uitkomst als JSON."))(function)


def together(*options: Callable[[F], F]) -> Callable[[F], F]:
    """Several options as one, in the order in which the help shows them."""

    def add(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return add


def periode_option(*, required: bool = True) -> Callable[[F], F]:
    """``--periode 2023-II``."""
    text = _("Het halfjaar, bijvoorbeeld 2023-II.")
    return click.option("--periode", type=PERIODE, required=required, metavar="PERIODE", help=text)


def op_option(function: F) -> F:
    """``--op 2023-09-01``; without it :func:`.kort.dag_van`."""
    text = _("Met wat op deze dag bekend was; anders vandaag, of de eerste dag van een halfjaar dat nog komt.")
    return click.option("--op", type=DATUM, metavar="DATUM", help=text)(function)


def gemeente_option(function: F) -> F:
    """``--gemeente Borne``, for a command about one gemeente."""
    text = _("De gemeente, met naam of code.")
    return click.option("--gemeente", required=True, metavar="NAAM", help=text)(function)


@contextmanager
def writing(path: Path, overnemen: bool) -> Iterator[Ledger]:
    """Open for writing. Raises RegietafelError when someone else writes, or when a crashed program's lock stays.

    What was asked (Twijfel) becomes an error that says how to answer.
    """
    try:
        ledger = Ledger.open(path, take_over=overnemen)
    except LeftByCrash as error:
        if not (sys.stdin.isatty() and click.confirm(_("{error} Overnemen?").format(error=error), err=True)):
            raise RegietafelError(_("{error} Geef --overnemen om door te gaan.").format(error=error)) from error
        ledger = Ledger.open(path, take_over=True)
    with closing(ledger):
        if ledger.read_only:
            raise RegietafelError(ledger.read_only)
        try:
            yield ledger
        except Twijfel as question:
            raise RegietafelError(_("{vraag} Geef --toch als het zo is.").format(vraag=question)) from question


@contextmanager
def reading(path: Path) -> Iterator[Ledger]:
    """Open to ask something."""
    with closing(Ledger.open_for_reading(path)) as ledger:
        yield ledger


@contextmanager
def registering(path: Path) -> Iterator[Ledger]:
    """Open to make documents and put them in the register; only to read when this program cannot write there now."""
    try:
        ledger = Ledger.open(path)
    except LeftByCrash:
        ledger = Ledger.open_for_reading(path)
    with closing(ledger):
        yield ledger


def print_json(value: object) -> None:
    """Print for another program; dates and periods as text."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def picked(row: object, keys: str) -> dict[str, Any]:
    """The attributes named in ``keys``, for :func:`print_json`; a Decimal as the number that prints the same."""
    values = {key: getattr(row, key) for key in keys.split()}
    return {key: _plain(value) if isinstance(value, Decimal) else value for key, value in values.items()}


def _plain(number: Decimal) -> float | int:
    # Rounded exactly before this: a float prints as the decimals it was made of.
    return float(number) if number.as_tuple().exponent else int(number)


def print_table(fields: Sequence[Field], rows: Sequence[object], total: object = None) -> None:
    """Print for a person: numbers right, a line above the total."""
    head = [field.label for field in fields]
    body = [[field.show(row) for field in fields] for row in (*rows, *([total] if total else []))]
    widths = [max(len(line[column]) for line in [head, *body]) for column in range(len(fields))]

    def line(cells: Sequence[str]) -> str:
        return "  ".join(
            cell.rjust(width) if field.kind.numeric else cell.ljust(width)
            for cell, width, field in zip(cells, widths, fields, strict=True)
        ).rstrip()

    rule = "─" * (sum(widths) + 2 * (len(widths) - 1))
    click.echo(line(head))
    click.echo(rule)
    for place, cells in enumerate(body):
        if total and place == len(rows):
            click.echo(rule)
        click.echo(line(cells))


def print_rows(
    fields: Sequence[Field], rows: Sequence[Any], as_json: bool, value: str | Callable[[Any], object], none: str
) -> None:
    """Print a list: as JSON, as a table, or the sentence ``none`` when it is empty.

    In JSON a row is what ``value`` makes of it, or its attributes when ``value`` is a string of keys.
    """
    if as_json:
        print_json([picked(row, value) if isinstance(value, str) else value(row) for row in rows])
    elif rows:
        print_table(fields, rows)
    else:
        click.echo(none)
