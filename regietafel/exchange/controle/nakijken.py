"""Do the sums of an official table again: totals, verschillen, standen, the sums per area, the verdeelsleutel.

Only what a table itself announces is checked; nothing is changed. What is found is a reason to ask the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from regietafel.errors import RegietafelError
from regietafel.exchange.controle.land import sommen_naar_gebied, sommen_naar_verdeelsleutel
from regietafel.exchange.controle.rijen import sommen_per_rij
from regietafel.exchange.controle.som import Bevinding, Som
from regietafel.exchange.controle.tabel import Onleesbaar, Tabel, tabellen
from regietafel.exchange.controle.totalen import sommen_van_rijen
from regietafel.exchange.spreadsheet import Blad
from regietafel.i18n import _, format_number

__all__ = ["Bevinding", "controleer"]


def controleer(bladen: Sequence[Blad]) -> tuple[Bevinding, ...]:
    """What does not add up in these sheets, in their order; a sheet the user does not see is left out.

    Raises RegietafelError when there is no sum in them to do again.
    """
    found = [tabel for blad in bladen if not blad.verborgen for tabel in tabellen(blad)]
    sommen = [(tabel, som) for tabel in found for som in (*sommen_per_rij(tabel), *sommen_van_rijen(tabel))]
    sommen += [*sommen_naar_gebied(found), *sommen_naar_verdeelsleutel(found)]
    if not sommen:
        raise RegietafelError(
            _(
                "Hierin staat geen tabel met iets om na te rekenen. Kies een bestand met bijvoorbeeld totalen, "
                "of met opgave, realisatie en verschil."
            )
        )
    wrong: dict[int, list[Som]] = {}
    for tabel, som in sommen:
        if som.berekend != som.gedrukt:
            wrong.setdefault(id(tabel), []).append(som)
    return tuple(bevinding for tabel in found for bevinding in _of_table(tabel, wrong.get(id(tabel), ())))


def _of_table(tabel: Tabel, wrong: Iterable[Som]) -> Iterable[Bevinding]:
    """The findings of one table, row by row."""
    here = [(som.rij.nummer, som.kolom.nummer, som.bevinding(tabel.naam)) for som in _merged(wrong)]
    here += [(each.rij.nummer, each.kolom.nummer, _unread(tabel, each)) for each in tabel.onleesbaar]
    return (bevinding for *_place, bevinding in sorted(here, key=lambda each: each[:2]))


def _merged(wrong: Iterable[Som]) -> Iterable[Som]:
    """Two sums with the same outcome for a cell are one finding: “77.100 − 35.152 is 41.948 en … tellen op tot …”."""
    merged: dict[tuple[int, int, int], Som] = {}
    for som in wrong:
        key = som.rij.nummer, som.kolom.nummer, som.berekend
        if first := merged.get(key):
            uitleg = _("{eerste} {berekend} en {tweede}").format(
                eerste=first.uitleg, berekend=format_number(som.berekend), tweede=som.uitleg
            )
            merged[key] = replace(som, uitleg=uitleg, onverklaard=first.onverklaard or som.onverklaard)
        else:
            merged[key] = som
    return merged.values()


def _unread(tabel: Tabel, cel: Onleesbaar) -> Bevinding:
    melding = _("{naam}: {reden}. Deze cel is niet meegeteld.").format(naam=cel.rij.label, reden=cel.reden)
    return Bevinding(tabel.naam, cel.rij.nummer, cel.kolom.kop, None, None, None, melding)
