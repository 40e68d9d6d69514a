"""Every public action is one undoable operation; a new one that is not listed here fails."""

from __future__ import annotations

import datetime
import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import replace

import pytest

from regietafel import actions
from regietafel.actions import (
    archief,
    behandeling,
    bestuurlijke_afspraken,
    bijlagen,
    boekingen,
    grenzen,
    herverdeling,
    huisstijlen,
    inlezen,
    inwoners,
    koppelingen,
    overzicht,
    regio,
    scenarios,
    sjablonen,
    taakstelling,
    termijnen,
    toezicht,
    weglatingen,
)
from regietafel.domain.behandeling import Behandeling, Kennisgeving, Verwerking
from regietafel.domain.bestuurlijke_afspraak import BestuurlijkeAfspraak
from regietafel.domain.document import Archiefstuk, Weglating
from regietafel.domain.grens import Grens
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.huisstijl import Huisstijl
from regietafel.domain.inlezen import Alias, Kolomindeling
from regietafel.domain.inwoners import Herindeling, Inwoners
from regietafel.domain.koppeling import Koppelingoverdracht
from regietafel.domain.overzicht import Overzichtregel
from regietafel.domain.periode import Periode
from regietafel.domain.procestermijn import Procestermijn
from regietafel.domain.regio import Gemeente, Regio
from regietafel.domain.scenario import Scenarioregel
from regietafel.domain.taakstelling import Beginstand, Correctie, Realisatie, Taakstelling
from regietafel.domain.termijn import Termijn
from regietafel.domain.toezicht import Oordeel, Trede
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger
from tests.core import opvang_scenarios, overleg_scenarios
from tests.core.agreements import bring_into_force
from tests.core.snapshots import snapshot

P = Periode(2023, 2)
DAY = datetime.date(2023, 9, 1)
NEW_YEAR = datetime.date(2022, 1, 1)
KOPPELINGEN = Koppelingoverdracht(van_id=3, naar_id=2, datum=DAY, aantal=2, grootte=4)
AFSPRAAK = BestuurlijkeAfspraak(datum=DAY, onderwerp="Opvang", partijen="Almelo en Borne", tekst="Almelo opent er een.")
HERINDELING = Herindeling(oud="GM1696", nieuw="GM0402", datum=datetime.date(2027, 1, 1))
DELEN = [Scenarioregel("Enschede", "Borne", 3, "Borne loopt voor.")]
LOGO = Huisstijl(gemeente_id=2, logo_tekst="Logo gemeente Borne", kleur="#1D4ED8")
WEGLATING = Weglating(herverdeling_id=1, tekst="074 000 00 00", grond="5.1.2e")
STUK = Archiefstuk(
    herverdeling_id=1, onderwerp="HV-2023-II-01", soort="besluit", voor="Borne", titel="Besluit", vorm="pdf",
    bestandsnaam="HV-2023-II-01 Besluit Borne.pdf", datum=DAY, gemaakt_op="2023-09-01T10:00:00+02:00",
    feiten="0" * 64, inhoud="0" * 64,
)  # fmt: skip
ZWOLLE = Gemeente(gm_code="GM0193", naam="Zwolle")

Scenario = Callable[[Ledger], object]


@pytest.fixture
def filled(twente: Ledger) -> Ledger:
    """Twente with one of everything that can be changed or removed."""
    regio.add_gemeente(twente, ZWOLLE)
    boekingen.record_realisatie(twente, Realisatie(gemeente_id=2, periode=P, peildatum=DAY, aantal=12))
    boekingen.record_beginstand(twente, Beginstand(gemeente_id=2, periode=P, aantal=5))
    boekingen.record_correctie(twente, Correctie(gemeente_id=2, periode=P, aantal=-1, reden="dubbel geteld", datum=DAY))
    herverdeling.make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10)])
    herverdeling.make_herverdeling(twente, P, [Deel("Enschede", "Borne", 1), Deel("Enschede", "Almelo", 1)])
    numbers = [(2, 30, None, None), (3, 200, None, None)]
    taakstelling.import_taakstelling(twente, periode=P.next, datum=DAY, landelijk=None, bron="", regels=numbers)
    bring_into_force(twente, herverdeling.make_herverdeling(twente, P.next, [Deel("Enschede", "Borne", 2)]), DAY)
    told = [Kennisgeving(herverdeling_id=3, aan=aan, datum=DAY) for aan in ("coa", "provincie")]
    behandeling.record_kennisgevingen(twente, told)
    behandeling.record_verwerking(twente, Verwerking(herverdeling_id=3, datum=DAY, afgekeurd=True, reden="som"))
    for volgorde, naam in ((1, "monitoren"), (2, "ambtelijk gesprek")):
        toezicht.edit_trede(twente, Trede(provincie="Overijssel", volgorde=volgorde, naam=naam))
    toezicht.record_oordeel(twente, Oordeel(gemeente_id=2, periode=P, datum=DAY, trede_id=1))
    termijnen.edit_termijn(twente, Termijn(omschrijving="circulaire", maand=4, dag=1))
    termijnen.edit_procestermijn(
        twente, Procestermijn(omschrijving="COA", stap="coa", na="bekendmaking", aantal=1, eenheid="week")
    )
    inwoners.record_inwoners(twente, Inwoners(gm_code="GM0147", peildatum=NEW_YEAR, aantal=24_100))
    inwoners.edit_herindeling(twente, HERINDELING)
    koppelingen.record_koppelingen(twente, KOPPELINGEN)
    bestuurlijke_afspraken.record_afspraak(twente, AFSPRAAK)
    scenarios.make_scenario(twente, P, "Klein beginnen", DELEN)
    grenzen.set_grens(twente, Grens(gemeente_id=2, periode=P, max_overnemen=5))
    printed = Overzichtregel(gemeente_id=2, periode=P, peildatum=DAY, saldo=30)
    known = [Alias(naam="Bornne", gm_code="GM0147")]
    inlezen.import_regels(twente, "COA-overzicht ingelezen", [printed], onthouden=known)
    sjablonen.set_sjabloon(twente, "bekendmaking.txt", "# Bekendmaking", "# Standaard")
    huisstijlen.set_huisstijl(twente, LOGO, {"logo": b"PNG"})
    bijlagen.add_bijlage(twente, 1, "Brief", "brief.pdf", b"%PDF")
    weglatingen.set_weglating(twente, WEGLATING)
    archief.register(twente, [archief.Gemaakt(STUK, b"%PDF-1.7", b"{}")])
    opvang_scenarios.fill(twente)
    overleg_scenarios.fill(twente)
    return twente


def _versie_without_agreement(ledger: Ledger) -> None:
    for id in (1, 2):
        herverdeling.remove_herverdeling(ledger, id)
    taakstelling.remove_versie(ledger, ledger.taakstellingsversies.get(1))


SCENARIOS: dict[Callable[..., object], Scenario] = {
    regio.edit_regio: lambda led: regio.edit_regio(
        led, replace(led.regio.get(1), voorzitter="burgemeester van Almelo")
    ),
    regio.add_meegeleverd: regio.add_meegeleverd,
    regio.add_gemeente: lambda led: regio.add_gemeente(led, Gemeente(gm_code="GM0150", naam="Deventer")),
    regio.edit_gemeente: lambda led: regio.edit_gemeente(led, replace(led.gemeenten.get(2), naam="B&W <Zuid>")),
    regio.remove_gemeente: lambda led: regio.remove_gemeente(led, led.gemeenten.get(4)),
    grenzen.set_grens: lambda led: grenzen.set_grens(
        led, Grens(gemeente_id=2, periode=P, partners="GM0153 GM0141", minimum=3, toelichting="bouw uitgesteld")
    ),
    grenzen.remove_grens: lambda led: grenzen.remove_grens(led, led.grenzen.get(1)),
    scenarios.make_scenario: lambda led: scenarios.make_scenario(led, P, "Alles in één keer", DELEN, "Voor de tafel."),
    scenarios.edit_scenario: lambda led: scenarios.edit_scenario(
        led, 1, "Nog kleiner", [Scenarioregel("Enschede", "Almelo", 1), *DELEN], ""
    ),
    scenarios.copy_scenario: lambda led: scenarios.copy_scenario(led, 1),
    scenarios.remove_scenario: lambda led: scenarios.remove_scenario(led, 1),
    scenarios.make_concepten: lambda led: scenarios.make_concepten(led, 1),
    regio.edit_adressaat: lambda led: regio.edit_adressaat(led, replace(led.adressaten.get(1), plaats="Den Haag")),
    taakstelling.import_taakstelling: lambda led: taakstelling.import_taakstelling(
        led, periode=P, datum=DAY, landelijk=17_600, bron="herziening", regels=[(1, 70, None, None), (2, 24, 1, 24_000)]
    ),
    taakstelling.edit_taakstelling: lambda led: taakstelling.edit_taakstelling(
        led, Taakstelling(id=2, versie_id=1, gemeente_id=2, aantal=38)
    ),
    taakstelling.edit_versie: lambda led: taakstelling.edit_versie(
        led, replace(led.taakstellingsversies.get(1), datum=DAY)
    ),
    taakstelling.remove_versie: _versie_without_agreement,
    inlezen.import_regels: lambda led: inlezen.import_regels(
        led,
        "Realisatie ingelezen",
        [
            Realisatie(gemeente_id=2, periode=P, peildatum=DAY, aantal=13),
            Realisatie(gemeente_id=3, periode=P, peildatum=DAY, aantal=-4),
            Inwoners(gm_code="GM0363", peildatum=datetime.date(2022, 1, 1), aantal=882_633),
            Beginstand(gemeente_id=1, periode=P, aantal=-2),
            Overzichtregel(gemeente_id=1, periode=P, peildatum=DAY, saldo=3),
        ],
        onthouden=[Alias(naam="Hatterij", gm_code="GM0244"), Kolomindeling(soort="realisatie", kenmerk="a", inhoud="")],
    ),
    inlezen.forget: lambda led: inlezen.forget(led, led.aliassen.get(1)),
    overzicht.remove_overzicht: lambda led: overzicht.remove_overzicht(led, P, DAY),
    inlezen.import_versie: lambda led: inlezen.import_versie(
        led,
        periode=P,
        datum=DAY,
        landelijk=17_600,
        bron="herziening",
        regels=[(1, 70, None, None)],
        onthouden=[Alias(naam="Almeloo", gm_code="GM0141")],
    ),
    boekingen.record_realisatie: lambda led: boekingen.record_realisatie(
        led, Realisatie(gemeente_id=2, periode=P, peildatum=DAY, aantal=-178)
    ),
    boekingen.remove_realisatie: lambda led: boekingen.remove_realisatie(led, led.realisaties.get(1)),
    boekingen.record_beginstand: lambda led: boekingen.record_beginstand(
        led, Beginstand(gemeente_id=2, periode=P, aantal=-4)
    ),
    boekingen.remove_beginstand: lambda led: boekingen.remove_beginstand(led, led.beginstanden.get(1)),
    boekingen.record_correctie: lambda led: boekingen.record_correctie(
        led, Correctie(gemeente_id=1, periode=P, aantal=3, reden="nagekomen", datum=DAY)
    ),
    boekingen.remove_correctie: lambda led: boekingen.remove_correctie(led, led.correcties.get(1)),
    herverdeling.make_herverdeling: lambda led: herverdeling.make_herverdeling(led, P, [Deel("Almelo", "Borne", 3)]),
    herverdeling.edit_herverdeling: lambda led: herverdeling.edit_herverdeling(
        led, 1, [Deel("Almelo", "Borne", 3)], Bepalingen(toelichting="x")
    ),
    herverdeling.remove_herverdeling: lambda led: herverdeling.remove_herverdeling(led, 1),
    herverdeling.make_zonder: lambda led: herverdeling.make_zonder(led, 2, ["Almelo"]),
    herverdeling.withdraw_herverdeling: lambda led: herverdeling.withdraw_herverdeling(led, 1, DAY, "geen draagvlak"),
    behandeling.record_behandelingen: lambda led: behandeling.record_behandelingen(
        led, [Behandeling(herverdeling_id=1, gemeente_id=2, besluit_op=DAY, geweigerd=True, reden="te veel")]
    ),
    behandeling.tick_off: lambda led: behandeling.tick_off(
        led,
        [
            Behandeling(herverdeling_id=1, gemeente_id=2, voorgelegd_op=DAY),
            Behandeling(herverdeling_id=2, gemeente_id=1, besluit_op=DAY, besluitnummer="2023-12"),
            Kennisgeving(herverdeling_id=3, aan="provincie", datum=DAY),
            Verwerking(herverdeling_id=3, datum=datetime.date(2023, 10, 1)),
        ],
    ),
    behandeling.record_kennisgevingen: lambda led: behandeling.record_kennisgevingen(
        led, [Kennisgeving(herverdeling_id=3, aan="vro", datum=DAY, wijze="e-mail")]
    ),
    behandeling.remove_kennisgeving: lambda led: behandeling.remove_kennisgeving(led, led.kennisgevingen.get(2)),
    behandeling.record_verwerking: lambda led: behandeling.record_verwerking(
        led, Verwerking(herverdeling_id=3, datum=datetime.date(2023, 10, 1))
    ),
    behandeling.remove_verwerking: lambda led: behandeling.remove_verwerking(led, led.verwerkingen.get(1)),
    toezicht.record_oordeel: lambda led: toezicht.record_oordeel(
        led, Oordeel(gemeente_id=2, periode=P, datum=DAY, trede_id=2)
    ),
    toezicht.remove_oordeel: lambda led: toezicht.remove_oordeel(led, led.oordelen.get(1)),
    toezicht.edit_trede: lambda led: toezicht.edit_trede(led, replace(led.treden.get(1), kleur="groen")),
    toezicht.remove_trede: lambda led: toezicht.remove_trede(led, led.treden.get(2)),
    termijnen.edit_termijn: lambda led: termijnen.edit_termijn(led, replace(led.termijnen.get(1), dag=2)),
    termijnen.remove_termijn: lambda led: termijnen.remove_termijn(led, led.termijnen.get(1)),
    termijnen.edit_procestermijn: lambda led: termijnen.edit_procestermijn(
        led, replace(led.procestermijnen.get(1), aantal=2)
    ),
    termijnen.remove_procestermijn: lambda led: termijnen.remove_procestermijn(led, led.procestermijnen.get(1)),
    koppelingen.record_koppelingen: lambda led: koppelingen.record_koppelingen(led, replace(KOPPELINGEN, aantal=1)),
    koppelingen.edit_koppelingen: lambda led: koppelingen.edit_koppelingen(led, replace(KOPPELINGEN, id=1, grootte=1)),
    koppelingen.remove_koppelingen: lambda led: koppelingen.remove_koppelingen(led, led.koppelingoverdrachten.get(1)),
    bestuurlijke_afspraken.record_afspraak: lambda led: bestuurlijke_afspraken.record_afspraak(
        led, replace(AFSPRAAK, onderwerp="Woningen")
    ),
    bestuurlijke_afspraken.edit_afspraak: lambda led: bestuurlijke_afspraken.edit_afspraak(
        led, replace(AFSPRAAK, id=1, partijen="")
    ),
    bestuurlijke_afspraken.remove_afspraak: lambda led: bestuurlijke_afspraken.remove_afspraak(
        led, led.bestuurlijkeafspraken.get(1)
    ),
    inwoners.record_inwoners: lambda led: inwoners.record_inwoners(
        led, Inwoners(gm_code="GM0147", peildatum=NEW_YEAR, aantal=24_200, bron="CBS")
    ),
    inwoners.remove_inwoners: lambda led: inwoners.remove_inwoners(led, led.inwoners.get(1)),
    inwoners.edit_herindeling: lambda led: inwoners.edit_herindeling(
        led, replace(led.herindelingen.get(1), datum=datetime.date(2028, 1, 1))
    ),
    sjablonen.set_sjabloon: lambda led: sjablonen.set_sjabloon(led, "bekendmaking.txt", "# Anders", "# Standaard"),
    sjablonen.restore_sjabloon: lambda led: sjablonen.restore_sjabloon(led, "bekendmaking.txt"),
    huisstijlen.set_huisstijl: lambda led: huisstijlen.set_huisstijl(led, replace(LOGO, id=None, kleur="")),
    huisstijlen.remove_huisstijl: lambda led: huisstijlen.remove_huisstijl(led, led.huisstijlen.get(1)),
    bijlagen.add_bijlage: lambda led: bijlagen.add_bijlage(led, 2, "Kaart", "kaart.png", b"PNG", openbaar=True),
    bijlagen.edit_bijlage: lambda led: bijlagen.edit_bijlage(led, replace(led.bijlagen.get(1), titel="Brief COA")),
    bijlagen.remove_bijlage: lambda led: bijlagen.remove_bijlage(led, led.bijlagen.get(1)),
    weglatingen.set_weglating: lambda led: weglatingen.set_weglating(led, replace(WEGLATING, grond="")),
    weglatingen.remove_weglating: lambda led: weglatingen.remove_weglating(led, led.weglatingen.get(1)),
    archief.register: lambda led: archief.register(led, [archief.Gemaakt(STUK, b"%PDF-2.0", b"{}")]),
    inwoners.remove_herindeling: lambda led: inwoners.remove_herindeling(led, led.herindelingen.get(1)),
    **opvang_scenarios.SCENARIOS,
    **overleg_scenarios.SCENARIOS,
}
# Proven elsewhere: make_regio fills an empty ledger.
APART = {regio.make_regio}


def test_every_public_action_is_listed() -> None:
    public = {
        function
        for module in pkgutil.iter_modules(actions.__path__, "regietafel.actions.")
        for name, function in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction)
        if function.__module__ == module.name
        and not name.startswith("_")
        and "operation(" in inspect.getsource(function)
    }
    assert public == set(SCENARIOS) | APART


@pytest.mark.parametrize("action", SCENARIOS, ids=lambda action: str(action.__name__))
def test_every_action_can_be_undone_and_redone(filled: Ledger, action: Callable[..., object]) -> None:
    before = snapshot(filled)
    operations = filled.db.execute("SELECT count(*) FROM operation").fetchone()[0]
    SCENARIOS[action](filled)
    after = snapshot(filled)
    assert after != before
    steps = filled.db.execute("SELECT count(*) FROM operation").fetchone()[0] - operations
    assert steps == (3 if action is taakstelling.remove_versie else 1)
    for _ in range(steps):
        filled.undo()
    assert snapshot(filled) == before
    for _ in range(steps):
        filled.redo()
    assert snapshot(filled) == after


def test_making_a_region_can_be_undone(ledger: Ledger) -> None:
    before = snapshot(ledger)
    regio.make_regio(ledger, Regio(naam="Regietafel"), [ZWOLLE])
    ledger.undo()
    assert snapshot(ledger) == before


@pytest.mark.parametrize(
    "mistake",
    [
        lambda led: regio.add_gemeente(led, Gemeente(gm_code="GM0141", naam="Ander")),
        lambda led: regio.add_gemeente(led, Gemeente(gm_code="GM9999", naam=" Borne ")),
        lambda led: regio.add_gemeente(led, Gemeente(gm_code="GM9999", naam="borne")),
        lambda led: regio.remove_gemeente(led, led.gemeenten.get(3)),
        lambda led: taakstelling.edit_taakstelling(
            led, Taakstelling(versie_id=1, gemeente_id=2, aantal=5, inwoners=-1)
        ),
        lambda led: taakstelling.edit_versie(led, replace(led.taakstellingsversies.get(1), landelijk=-1)),
        lambda led: taakstelling.edit_versie(led, replace(led.taakstellingsversies.get(1), id=None)),
        lambda led: taakstelling.edit_taakstelling(led, Taakstelling(versie_id=1, gemeente_id=77, aantal=1)),
        lambda led: regio.make_regio(led, Regio(naam="x"), []),
        lambda led: led.correcties.get(99),
        lambda led: grenzen.set_grens(led, Grens(gemeente_id=2, periode=P, partners="GM0147")),
        lambda led: grenzen.set_grens(led, Grens(gemeente_id=2, periode=P, partners="GM0363")),
        lambda led: grenzen.set_grens(led, Grens(gemeente_id=2, periode=P, max_afstaan=-1)),
        lambda led: grenzen.set_grens(led, Grens(gemeente_id=2, periode=P, max_overnemen=-1)),
        lambda led: grenzen.set_grens(led, Grens(gemeente_id=2, periode=P, minimum=0)),
        lambda led: grenzen.set_grens(led, Grens(gemeente_id=2, periode=P, partners="Enschede")),
        lambda led: inwoners.record_inwoners(led, Inwoners(gm_code="GM0147", peildatum=DAY, aantal=24_100)),
        lambda led: inwoners.edit_herindeling(led, replace(HERINDELING, nieuw="GM0457")),
        lambda led: inwoners.edit_herindeling(led, replace(HERINDELING, oud="GM0402", nieuw="GM1696")),
        lambda led: toezicht.remove_trede(led, led.treden.get(1)),
        lambda led: toezicht.edit_trede(led, Trede(provincie="Overijssel", volgorde=1, naam="brief")),
        lambda led: toezicht.record_oordeel(led, Oordeel(gemeente_id=4, periode=P, datum=DAY, trede_id=1)),
        *opvang_scenarios.MISTAKES,
        *overleg_scenarios.MISTAKES,
    ],
)
def test_mistakes_are_explained_and_change_nothing(filled: Ledger, mistake: Scenario) -> None:
    before = snapshot(filled)
    with pytest.raises(RegietafelError):
        mistake(filled)
    assert snapshot(filled) == before
