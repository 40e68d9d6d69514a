"""Read in opvang as a user does, and find it in its list."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from regietafel.domain.opvang import Opvangcijfer
from regietafel.exchange.importplan import Uitkomst
from regietafel.exchange.soorten import OPVANG
from regietafel.queries.optelling import niet_optellend
from tests.ui.importing import (
    begin,
    bestand,
    choose,
    controle,
    finish,
    kolommen,
    line,
    press,
    select,
    texts,
    to_controle,
    uitkomsten,
    wait,
    write,
)
from tests.ui.pages import said as shown_in
from ui.app import PLACES
from ui.kit.listing import ListScreen
from ui.kit.session import Session
from ui.kit.wizard import DraftWizard
from ui.wizards.importeren import OPVANG_INLEZEN

TABEL1 = Path(__file__).parents[1] / "data" / "opgaven_2023-05-02_tabel1.csv"
MEI = datetime.date(2023, 5, 2)


def page(qtbot: Any, sessie: Session) -> ListScreen:
    (place,) = [place for place in PLACES if place.key == "opvang"]
    made = place.addresses["opvang/Gepubliceerd"].build(sessie)
    assert isinstance(made, ListScreen)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    return made


def test_the_published_table_brings_its_own_day(qtbot: Any, sessie: Session, host: QWidget) -> None:
    before, periode = list(sessie.ledger.opvangcijfers), sessie.periode
    wizard = begin(qtbot, sessie, host, TABEL1)
    assert bestand(wizard).inputs.soort is OPVANG and "38 rijen gelezen" in texts(wizard)
    assert line(wizard, "peildatum").text() == "02-05-2023"  # the name of the file tells
    assert "Periode" not in texts(wizard)
    wizard.next()
    assert "Zo is de tabel begrepen" in texts(wizard)
    to_controle(wizard)
    said = texts(wizard)
    assert "38 gebieden; zij overlappen elkaar en worden niet opgeteld" in said
    assert "Opvang, peildatum 02-05-2023: 38 nieuw, 0 gewijzigd." in said
    assert "niet ingelezen: “taakstelling_2023_I”" in said
    step = controle(wizard)
    assert {"Gebied", "Opvang Oekraïne opgave", "COA regulier verschil"} < {field.label for field in step._model.fields}
    assert {rij.gemeente for rij in step._model.all_records if rij.naam == "Groningen"} == {
        "Groningen (provincie)",
        "Groningen (veiligheidsregio)",
    }
    finish(wizard)
    assert len(list(sessie.ledger.opvangcijfers)) == 102 and sessie.periode == periode
    assert sessie.ledger.undo_label == "Opvang ingelezen: 02-05-2023"
    screen = page(qtbot, sessie)
    (odd,) = [rij for rij in screen.model.records if screen.listing.chips[-1].keep(rij)]
    strange = niet_optellend(sessie.ledger, MEI)
    assert len(strange) == 2  # and both are of one number
    assert {getal: tuple(said) for getal, said in odd.fouten.items()} == {"verschil": strange}
    assert odd.telt_niet_op == "▲ 1"
    assert "1 gedrukt getal telt niet op. U vindt het met “Onverklaard”." in shown_in(screen)
    screen.select(odd.id)
    assert set(strange) <= set(shown_in(screen.panel))
    wizard = to_controle(begin(qtbot, sessie, host, TABEL1))
    finish(wizard)
    assert wizard.isVisible() and "verandert geen enkel aantal" in texts(wizard)
    wizard.leave()
    sessie.ledger.undo()
    assert list(sessie.ledger.opvangcijfers) == before


def test_a_doubtful_name_is_decided(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    text = "Gebied;Opvang Oekraïne realisatie per 2-5-2023\nOverijssel;9\nTwente;4\nGroningen;5\nIJselland;3\n"
    wizard = to_controle(begin(qtbot, sessie, host, write(tmp_path, text), OPVANG))
    assert uitkomsten(wizard)["Groningen"] is Uitkomst.PROBLEEM
    select(wizard, "IJselland")
    press(wizard, "Overnemen als IJsselland (veiligheidsregio)")
    select(wizard, "Groningen")
    (box,) = [box for box in wizard.findChildren(QComboBox) if box.accessibleName() == "Ander gebied"]
    offered = [box.itemText(place) for place in range(box.count())]
    assert offered[0] == "Nederland" and len(offered) == 1 + 12 + 25 + 342
    place = offered.index("Groningen (veiligheidsregio)")
    box.setCurrentIndex(place)
    box.activated.emit(place)
    assert uitkomsten(wizard)["Groningen"] is Uitkomst.NIEUW
    finish(wizard)
    assert {each.gebied for each in sessie.ledger.opvangcijfers} == {"PV23", "VR05", "VR01", "VR04"}
    assert {alias.gm_code for alias in sessie.ledger.aliassen} == {"VR01", "VR04"}


def test_columns_are_pointed_out(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    path = write(tmp_path, "Waar;A\nTwente;5\n")
    wizard = begin(qtbot, sessie, host, path)
    choose(wizard, "soort", "Opvang")
    line(wizard, "peildatum").setText("2-5-2023")
    wait(qtbot, wizard)
    wizard.next()
    assert wizard.currentId() == 1, texts(wizard)
    kolommen(wizard)._point_out(0, "gebied")
    kolommen(wizard)._point_out(1, "amv_coa_opgave")
    wait(qtbot, wizard)
    finish(to_controle(wizard))
    (cijfer,) = sessie.ledger.opvangcijfers
    assert (cijfer.gebied, cijfer.soort, cijfer.opgave, cijfer.peildatum) == ("VR05", "amv_coa", 5, MEI)


def test_the_list_has_the_newest_of_each_gebied_and_kind(qtbot: Any, sessie: Session) -> None:
    screen = page(qtbot, sessie)
    assert screen.primary is OPVANG_INLEZEN
    said = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    assert any("Lees een tabel over opvang in" in text for text in said)
    days = (MEI, datetime.date(2023, 6, 1))
    with sessie.ledger.operation("Ingelezen"):
        for gebied, verschil, day in (("NL00", 41_947, days[0]), ("PV23", 41_948, days[0]), ("VR05", 41_948, days[1])):
            sessie.ledger.opvangcijfers.save(
                Opvangcijfer(
                    gebied=gebied,
                    soort="coa_regulier" if day == days[0] else "oekraine",
                    peildatum=day,
                    opgave=77_100,
                    realisatie=35_152,
                    verschil=verschil,
                )
            )
    screen.refresh()
    assert [(each.naam, each.niveau, each.onverklaard) for each in screen.model.records] == [
        ("Nederland", "land", -1),
        ("Overijssel", "provincie", 0),
        ("Twente", "veiligheidsregio", 0),
    ]
    assert screen.listing.remarks is not None
    assert screen.listing.remarks(sessie, screen.model.records) == [
        "1 gedrukt getal telt niet op. U vindt het met “Onverklaard”."
    ]
    chips = {chip.label: chip.keep for chip in screen.listing.chips}
    assert [each.naam for each in screen.model.records if chips["Veiligheidsregio’s"](each)] == ["Twente"]
    assert [each.naam for each in screen.model.records if chips["Onverklaard"](each)] == ["Nederland"]
    (picker,) = [box for box in screen.findChildren(QComboBox) if box.accessibleName() == "Peildatum"]
    assert [picker.itemText(place) for place in range(picker.count())] == [
        "tot en met 01-06-2023",
        "tot en met 02-05-2023",
    ]
    picker.setCurrentIndex(1)
    picker.activated.emit(1)
    assert [each.naam for each in screen.model.records] == ["Nederland", "Overijssel"]


def test_the_place_reads_opvang(qtbot: Any, sessie: Session) -> None:
    screen = page(qtbot, sessie)
    OPVANG_INLEZEN.run(screen, None)
    wizard = screen.findChild(DraftWizard)
    assert isinstance(wizard, DraftWizard) and bestand(wizard).inputs.soort is OPVANG
    wizard.leave()
