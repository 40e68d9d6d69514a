"""One look at an unsaved text, and of what its document can be shown."""

from __future__ import annotations

import datetime

import pytest

from regietafel import paths
from regietafel.actions.herverdeling import make_herverdeling, withdraw_herverdeling
from regietafel.actions.sjablonen import set_sjabloon
from regietafel.documents.sjabloon.eigen import Bron, bronnen, fields_for, look, merge, problems
from regietafel.documents.sjabloon.template import read_source
from regietafel.domain.herverdeling import Deel
from regietafel.ledger import Ledger
from tests.core.documents.conftest import P

NAAM = "bekendmaking.txt"
NAMEN = sorted(path.name for path in paths.template().glob("*.txt"))


@pytest.mark.parametrize("naam", NAMEN)
def test_one_look_tells_what_both_tell_and_shows_the_document(tafel: Ledger, naam: str) -> None:
    make_herverdeling(tafel, P, [Deel("Enschede", "Borne", 10)])
    tekst = read_source(naam)
    seen = look(tafel, naam, tekst)
    assert (seen.velden, seen.problemen) == (fields_for(tafel, naam), problems(tafel, naam, tekst))
    assert seen.document and seen.document.sjabloon == naam


def test_what_is_wrong_has_no_document(tafel: Ledger) -> None:
    velden, found, document = look(tafel, NAAM, "$bestaatniet")
    assert velden and [each.regel for each in found] == [1] and document is None


def test_documents_are_shown_of_what_has_documents(tafel: Ledger) -> None:
    assert bronnen(tafel, NAAM) == (Bron("een voorbeeld"),)
    first = make_herverdeling(tafel, P, [Deel("Enschede", "Borne", 10)])
    withdraw_herverdeling(tafel, first, datetime.date(2023, 6, 1), "Anders besloten")
    second = make_herverdeling(tafel, P, [Deel("Enschede", "Borne", 5)])
    assert [each.herverdeling_id for each in bronnen(tafel, NAAM)] == [second]
    assert [each.periode for each in bronnen(tafel, "stand_van_zaken.txt")] == [P]
    assert bronnen(tafel, "scenario_bijlage.txt") == (Bron("een voorbeeld"),)


def test_a_text_that_is_not_kept_yet_can_be_merged(tafel: Ledger) -> None:
    standard = read_source(NAAM)
    before = standard.replace("## Wat verandert er", "## Oude kop")
    set_sjabloon(tafel, NAAM, before + "\nSlot.", before)
    merged = merge(tafel, NAAM, before + "\nAnder slot.")
    assert merged.tekst == standard + "\nAnder slot." and merged.conflicten == ()
