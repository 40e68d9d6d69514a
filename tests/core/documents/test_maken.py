"""A large series of documents: what cannot be made is told, the rest is written whole, or nothing is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, overload

import pikepdf
import pytest

from regietafel.actions.behandeling import record_behandelingen
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.regio import edit_adressaat
from regietafel.actions.sjablonen import set_sjabloon
from regietafel.documents.blocks import Brongegeven
from regietafel.documents.leveren import Vraag, deliver, read_levering
from regietafel.documents.maken import Geschreven, keep, write_stukken
from regietafel.documents.plain import as_text
from regietafel.documents.reeks import Plan, make_reeks
from regietafel.documents.sjabloon.template import read_source
from regietafel.documents.stuk import Stuk
from regietafel.documents.stukken.herverdeling import collect
from regietafel.documents.verzenden import mail_address, make_berichten, not_enclosed
from regietafel.domain.herverdeling import Deel
from regietafel.errors import RegietafelError
from regietafel.exchange.eml import eml_bytes
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad
from tests.core.agreements import bring_into_force
from tests.core.documents.conftest import DATUM, P

PER_COLLEGE = ("collegevoorstel", "besluit", "bekendmaking", "raadsinformatiebrief")


@pytest.fixture
def ledger(voorbeeld: Path) -> Iterator[Ledger]:
    """The example: the fourteen gemeenten of Twente."""
    with closing(Ledger.open(voorbeeld)) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "map"
    made.mkdir()
    return made


class Counting(Sequence[Plan]):
    """Counts how often the work came by, in all its walks; the user stops it at that moment."""

    def __init__(self, plannen: Sequence[Plan], moment: int = -1) -> None:
        self.plannen, self.moment, self.passed = plannen, moment, 0

    def __len__(self) -> int:
        return len(self.plannen)

    def __getitem__(self, place: Any) -> Any:
        return self.plannen[place]

    def __iter__(self) -> Iterator[Plan]:
        for plan in self.plannen:
            if self.passed == self.moment:
                raise KeyboardInterrupt
            self.passed += 1
            yield plan


@pytest.fixture
def allen(ledger: Ledger) -> int:
    """An agreement of all fourteen."""
    namen = [each.naam for each in ledger.gemeenten if each.lid]
    assert len(namen) == 14
    delen = [Deel(van, naar, 1) for van, naar in zip(namen[::2], namen[1::2], strict=True)]
    return make_herverdeling(ledger, P, delen)


class Stopping(Sequence[Stuk]):
    """Stops the work at one of the documents, as the user may."""

    def __init__(self, stukken: Sequence[Stuk], at: int) -> None:
        self.stukken, self.at = stukken, at

    def __len__(self) -> int:
        return len(self.stukken)

    @overload
    def __getitem__(self, place: int) -> Stuk: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Stuk]: ...

    def __getitem__(self, place: int | slice) -> Stuk | Sequence[Stuk]:
        return self.stukken[place]

    def __iter__(self) -> Iterator[Stuk]:
        for number, stuk in enumerate(self.stukken):
            if number == self.at:
                raise KeyboardInterrupt
            yield stuk


def test_one_kind_fails_for_all_and_the_rest_is_made(ledger: Ledger, allen: int, folder: Path) -> None:
    standard = read_source("raadsinformatiebrief.txt")
    set_sjabloon(ledger, "raadsinformatiebrief.txt", standard + "\n$onbekend\n", standard)
    for adressaat in ledger.adressaten.where(sleutel="coa"):
        edit_adressaat(ledger, replace(adressaat, geldig_tot=datetime.date(2000, 1, 1)))
    reeks = make_reeks(ledger, allen, DATUM)
    assert len(reeks.stukken) == 1 + 3 * 14 + 3 and len(reeks.mislukt) == 14 + 1
    assert {wat for wat, _reden in reeks.mislukt} >= {"Raadsinformatiebrief Borne", "Kennisgeving COA"}
    assert any("Het veld $onbekend is niet bekend" in reden for _wat, reden in reeks.mislukt)
    made = write_stukken(reeks.stukken, folder)
    assert not made.mislukt and len(list((folder).iterdir())) == 46
    assert len(keep(ledger, made.geschreven)) == 46 == len([*ledger.archiefstukken])
    assert ledger.undo_label == "46 documenten gemaakt bij HV-2023-II-01"


def test_stopping_leaves_the_folder_as_it_was(ledger: Ledger, allen: int, folder: Path) -> None:
    reeks = make_reeks(ledger, allen, DATUM, ["bekendmaking"])
    mine = folder / reeks.stukken[0].bestandsnaam
    mine.write_text("van mij")
    with pytest.raises(KeyboardInterrupt):
        write_stukken(Stopping(reeks.stukken, 9), folder, overwrite=True)
    assert [path.name for path in folder.iterdir()] == [mine.name] and mine.read_text() == "van mij"


def test_everything_at_once_or_nothing(ledger: Ledger, allen: int, folder: Path) -> None:
    vraag = Vraag(soorten=["gezamenlijk-besluit", "coa"], dossier=True, zip=True, eml=eml_bytes)
    levering = read_levering(ledger, allen, DATUM, vraag)
    there = folder / "HV-2023-II-01 Dossier.zip"
    there.write_text("van mij")
    with pytest.raises(RegietafelError, match=r"staat al: HV-2023-II-01 Dossier\.zip"):
        deliver(levering, levering.plannen, folder)
    assert [*folder.iterdir()] == [there]
    made = deliver(levering, levering.plannen, folder, overwrite=True)
    assert sorted(path.name for path in made.paden) == sorted(levering.names())
    assert sorted(path.name for path in made.paden) == sorted(path.name for path in folder.iterdir())
    assert {each.vorm for each in made.geschreven} == {"pdf", "zip", "eml"} and len(made.geschreven) == 5


def test_stopping_at_any_moment_leaves_the_folder_as_it_was(ledger: Ledger, allen: int, folder: Path) -> None:
    vraag = Vraag(soorten=["gezamenlijk-besluit", "coa"], dossier=True, zip=True, eml=eml_bytes)
    levering = read_levering(ledger, allen, DATUM, vraag)
    counted = Counting(levering.plannen)
    made = levering.make(counted, folder)
    assert len(made.geschreven) == 5 and counted.passed > 6
    for moment in range(counted.passed):
        with pytest.raises(KeyboardInterrupt):
            deliver(levering, Counting(levering.plannen, moment), folder / "map")
        assert not [*folder.iterdir()]


def test_a_mail_has_what_is_meant_for_its_reader(ledger: Ledger, allen: int) -> None:
    view = blad(ledger, allen)
    borne = next(each.behandeling for each in view.partijen if each.gemeente == "Borne")
    record_behandelingen(ledger, [replace(borne, contact="griffie, griffie@borne.nl (ma-do)")], today=DATUM)
    reeks = make_reeks(ledger, allen, DATUM, uw_kenmerk="UK-7")
    berichten, failed = make_berichten(collect(ledger, allen, DATUM, "UK-7"), reeks.stukken)
    assert len(berichten) == 14 + 4 and not failed
    mail = {each.stuk.voor: each for each in berichten}
    assert [stuk.soort for stuk in mail["Borne"].bijlagen] == [*PER_COLLEGE, "gezamenlijk-besluit"]
    assert mail["Borne"].aan == "griffie@borne.nl" and mail["Almelo"].aan == ""
    # what the letter says: “Gezamenlijk besluit … en de bekendmakingen”
    assert [stuk.soort for stuk in mail["COA"].bijlagen] == ["coa", "gezamenlijk-besluit", *["bekendmaking"] * 14]
    assert not_enclosed(berichten) == ()
    assert mail["COA"].stuk.document.subject.endswith("(uw kenmerk UK-7)")
    assert "- Besluit college Borne" in dict(mail["Borne"].stuk.document.feiten)["bijlagen"]
    only = make_reeks(ledger, allen, DATUM, ["coa"]).stukken
    assert [each.stuk.voor for each in make_berichten(collect(ledger, allen, DATUM), only)[0]] == ["COA"]
    assert not_enclosed(make_berichten(collect(ledger, allen, DATUM), only)[0]) == (
        "De kennisgeving noemt bijlagen die niet bij de e-mail zitten: gezamenlijk besluit en bekendmaking."
        " Kies ook die documenten.",
    )


def test_the_mail_of_a_kennisgeving_is_a_draft_as_long_as_the_letter_is(ledger: Ledger, allen: int) -> None:
    for in_force in (False, True):
        if in_force:
            bring_into_force(ledger, allen, DATUM)
        reeks = make_reeks(ledger, allen, datetime.date(2023, 8, 1), ["coa"])
        letter = as_text(reeks.stukken[0].document.blocks)
        mail = make_berichten(collect(ledger, allen, datetime.date(2023, 8, 1)), reeks.stukken)[0][0].stuk.document
        said = as_text(mail.blocks)
        assert ("Concept. Verstuur deze brief pas" in letter) is not in_force
        assert mail.subject.startswith("Concept van de kennisgeving") is not in_force
        assert ("ontvangst van dit bericht" in said) is in_force and ("nog niet in werking" in said) is not in_force


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ""),
        ("140 74", ""),
        ("a.b@c.nl", "a.b@c.nl"),
        ("Griffie <g@x.nl>, 06", "g@x.nl"),
        ("x@y, z@w.nl.", "z@w.nl"),
        ("Tel. ...a@b.nl", "a@b.nl"),
        ("a..b@c.nl", ""),
        ("a.@b.nl", ""),
    ],
)
def test_an_address_is_found_in_what_is_written(text: str, found: str) -> None:
    assert mail_address(text) == found


def test_the_numbers_travel_in_the_decisions_only(ledger: Ledger, allen: int) -> None:
    bron = Brongegeven(bestandsnaam="getallen.xlsx", mime="application/x", inhoud=b"x", uitleg="De getallen.")
    reeks = make_reeks(ledger, allen, DATUM, brongegevens=(bron,))
    carrying = {stuk.soort for stuk in reeks.stukken if stuk.document.brongegevens}
    assert carrying == {"gezamenlijk-besluit", "besluit"}


def test_a_file_that_is_open_to_read_keeps_nothing(ledger: Ledger, allen: int, folder: Path) -> None:
    path = folder / "t.regietafel"
    ledger.save_copy(path)
    reading = Ledger.open_for_reading(path)
    stukken = make_reeks(reading, allen, DATUM, ["coa"]).stukken
    made = write_stukken(stukken, folder)
    assert keep(reading, made.geschreven) == () and not [*reading.archiefstukken]
    assert isinstance(made.geschreven[0], Geschreven) and pikepdf.open(made.paden[0])
    reading.close()
