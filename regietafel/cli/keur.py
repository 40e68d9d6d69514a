"""The command that judges PDF files."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from regietafel.cli.kit import PAD, Opdracht, als_json, print_json
from regietafel.errors import RegietafelError
from regietafel.files import reason
from regietafel.i18n import _


@click.command(cls=Opdracht)
@click.argument("bestanden", type=PAD, nargs=-1, required=True, metavar="BESTAND.pdf…")
@als_json
def keur(bestanden: tuple[Path, ...], als_json: bool) -> None:
    """Keur PDF's: kan iedereen ze lezen (PDF/UA), kan het archief ze bewaren (PDF/A), en wat gaat er nog mis.

    Een PDF wordt gekeurd op de normen die hij zelf noemt; noemt hij er geen, dan op PDF/UA-1 en PDF/A-2a. Daarnaast
    kijken eigen controles naar wat geen norm ziet: een bestandsnaam als alternatieve tekst, lichte of kleine letters,
    woorden die aan elkaar worden voorgelezen, een andere leesvolgorde. Er verandert niets. De afsluitcode is 1 als een
    bestand een fout heeft of niet te lezen is.

    JSON: een lijst met per bestand: bestand, claims, voldoet, bevindingen: [regel, ernst, bladzijde, waar, melding].
    claims zijn de normen die het bestand noemt; voldoet zegt per gekeurde norm true of false. ernst is fout,
    waarschuwing of opmerking; bladzijde is null als het over het hele bestand gaat. Van een bestand dat niet te lezen
    is, is voldoet leeg en zegt de enige bevinding (regel onleesbaar) waarom.
    """
    judged = [_judge(path) for path in bestanden]
    if als_json:
        print_json(judged)
    else:
        for each in judged:
            click.echo("\n".join(_lines(each)))
    if any(found["ernst"] == "fout" for each in judged for found in each["bevindingen"]):
        raise SystemExit(1)


def _judge(path: Path) -> dict[str, Any]:
    from regietafel.documents.keuring.keuren import keur as judge
    from regietafel.documents.keuring.openen import MAX_BYTES

    try:
        # One byte more than is allowed is enough to be refused, however large the file is.
        with path.open("rb") as file:
            oordeel = judge(file.read(MAX_BYTES + 1))
    except FileNotFoundError:
        said = _("Het bestand bestaat niet. Kijk de naam en de map na.")
    except OSError as error:
        said = _("Het bestand is niet te lezen: {reason}.").format(reason=reason(error))
    except RegietafelError as error:
        said = str(error)
    else:
        return {
            "bestand": str(path),
            "claims": list(oordeel.claims),
            "voldoet": dict(oordeel.voldoet),
            "bevindingen": [asdict(each) for each in oordeel.bevindingen],
        }
    unread = {"regel": "onleesbaar", "ernst": "fout", "bladzijde": None, "waar": "", "melding": said}
    return {"bestand": str(path), "claims": [], "voldoet": {}, "bevindingen": [unread]}


def _lines(judged: dict[str, Any]) -> list[str]:
    """What a person reads of one file."""
    yes = [norm for norm, good in judged["voldoet"].items() if good]
    no = [norm for norm, good in judged["voldoet"].items() if not good]
    verdict = [_("voldoet aan {normen}").format(normen=_and(yes))] if yes else []
    verdict += [_("voldoet niet aan {normen}").format(normen=_and(no))] if no else []
    found = judged["bevindingen"]
    if not found:
        verdict.append(_("eigen controles: niets gevonden"))
    elif judged["voldoet"]:
        verdict.append(_("1 bevinding") if len(found) == 1 else _("{n} bevindingen").format(n=len(found)))
    lines = [f"{judged['bestand']}: {'; '.join(verdict)}".rstrip(": ")]
    for each in found:
        page = [_("blz. {number}").format(number=each["bladzijde"])] if each["bladzijde"] else []
        where = ", ".join([*page, *([each["waar"]] if each["waar"] else [])])
        lines.append(f"  {each['ernst']} ({each['regel']}){', ' + where if where else ''}: {each['melding']}")
    return lines


def _and(names: list[str]) -> str:
    return _("{first} en {last}").format(first=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else names[0]


COMMANDS = (keur,)
