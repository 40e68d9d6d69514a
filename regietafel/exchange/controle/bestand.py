"""The same rules on the figures in a file of ours: what was read in or typed can be wrong as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regietafel.catalog import STAND, TAAKSTELLING_REGEL, VERSIE_REGEL
from regietafel.domain.periode import Periode
from regietafel.exchange.controle.som import Bevinding, bevinding
from regietafel.exchange.controle.verdeling import Regel, is_land, reken_na
from regietafel.fields import Field
from regietafel.i18n import _, format_date, format_number
from regietafel.ledger import Ledger
from regietafel.queries.rekening import rekeningen
from regietafel.queries.stand import Stand, known_periodes, stand_of
from regietafel.queries.taakstellingen import TaakstellingRegel, VersieRegel, versie_regels, versies
from regietafel.reference import gemeenten


def controleer_bestand(ledger: Ledger) -> tuple[Bevinding, ...]:
    """What does not add up in an open file, the oldest half-year first; ``rij`` is None.

    A file with (nearly) all gemeenten: each version against its national number and against the verdeelsleutel.
    Every file: a beginstand that was entered against the saldo of the half-year before. That the amv are part of the
    taakstelling the file sees to itself.
    """
    found: list[Bevinding] = []
    known = known_periodes(ledger)
    accounts = {each.periode: each for each in rekeningen(ledger, known[0])} if known else {}
    for periode in reversed(known):
        for versie in reversed(versies(ledger, periode)):
            found += _versie(periode, versie, versie_regels(ledger, versie.id))
        if account := accounts.get(periode):  # of a half-year there can be no more than an oordeel
            found += _beginstanden(stand_of(ledger, account))
    return tuple(found)


def _versie(periode: Periode, versie: VersieRegel, rows: Sequence[TaakstellingRegel]) -> Iterator[Bevinding]:
    regels = [Regel(row.gm_code, row.inwoners, row.aantal, row.amv) for row in rows if row.inwoners is not None]
    land = is_land(regels)
    tabel = _("Taakstelling {periode} (versie {datum})").format(periode=periode, datum=format_date(versie.datum))
    if versie.landelijk not in {None, versie.som} and (land or len(rows) >= len(gemeenten())):
        assert versie.landelijk is not None
        uitleg = _("Landelijk: de {n} gemeenten tellen op tot").format(n=len(rows))
        yield bevinding(tabel, None, _label(VERSIE_REGEL, "landelijk"), versie.landelijk, versie.som, uitleg=uitleg)
    if not land:
        return
    outcome = reken_na(regels)
    for row in rows:
        gedrukt = {"aantal": row.aantal, "amv": row.amv}
        berekend = {"aantal": outcome.aantallen.get(row.gm_code), "amv": outcome.amvs.get(row.gm_code)}
        uitleg_van = {"aantal": outcome.uitleg, "amv": outcome.uitleg_amv}
        for veld, aantal in gedrukt.items():
            computed = berekend[veld]
            if aantal is not None and computed is not None and computed != aantal:
                intro = _("{naam}: {n} inwoners geven {uitleg}")
                uitleg = intro.format(naam=row.gemeente, n=format_number(row.inwoners), uitleg=uitleg_van[veld])
                yield bevinding(tabel, None, _label(TAAKSTELLING_REGEL, veld), aantal, computed, uitleg=uitleg)


def _beginstanden(stand: Stand) -> Iterator[Bevinding]:
    for regel in stand.regels:
        if regel.begin_verschil and regel.beginstand is not None:
            yield bevinding(
                _("Stand {periode}").format(periode=stand.periode),
                None,
                _label(STAND, "beginstand"),
                regel.beginstand,
                regel.beginstand - regel.begin_verschil,
                uitleg=_("{naam}: {vorige} eindigt met").format(naam=regel.gemeente, vorige=stand.periode.previous),
                onverklaard=True,
            )


def _label(fields: Sequence[Field], name: str) -> str:
    return next(field.label for field in fields if field.name == name)
