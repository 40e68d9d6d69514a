"""The publication version: what goes, what stays, and what a reader finds in its place."""

from __future__ import annotations

import datetime
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.actions.behandeling import record_behandelingen
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.huisstijlen import set_huisstijl
from regietafel.actions.regio import edit_regio
from regietafel.actions.weglatingen import remove_weglating, set_weglating
from regietafel.documents.blocks import Brongegeven, Column, Document, Paragraph, Reference, Run, Table, plain_text
from regietafel.documents.maken import render
from regietafel.documents.opmaak import Opmaak
from regietafel.documents.plain import as_text
from regietafel.documents.reeks import make_reeks
from regietafel.documents.stukken.herverdeling import collect
from regietafel.documents.woo.gronden import GRONDEN, read_grond
from regietafel.documents.woo.kleine_aantallen import small_counts
from regietafel.documents.woo.publicatie import publish
from regietafel.documents.woo.reeks import prepare, publish_reeks
from regietafel.documents.woo.tekst import Persoonsgegeven, find, occurs
from regietafel.documents.woo.vinden import personal_data, read_bekend
from regietafel.domain.behandeling import Behandeling
from regietafel.domain.document import Weglating, check_grond
from regietafel.domain.herverdeling import Deel
from regietafel.domain.huisstijl import Huisstijl
from regietafel.domain.periode import Periode
from regietafel.ledger import Ledger
from tests.core.documents.reading import read

DAY = datetime.date(2023, 7, 3)


def weg(*texts: str, grond: str = "5.1.2e") -> tuple[Persoonsgegeven, ...]:
    return tuple(Persoonsgegeven(tekst=each, grond=grond, waarom="") for each in texts)


def left(text: str, *gegevens: Persoonsgegeven) -> str:
    """What stays of a text, with … where something goes."""
    for plek in reversed(find(text, gegevens)):
        text = text[: plek.begin] + "…" + text[plek.einde :]
    return text


def letter(*blocks: object, **values: object) -> Document:
    made = Document(title="Brief", author="Tafel", subject="", kenmerk="HV-1", datum=DAY, blocks=blocks)  # type: ignore[arg-type]
    return replace(made, **values)  # type: ignore[arg-type]


@pytest.fixture
def hv(tafel: Ledger) -> int:
    return make_herverdeling(tafel, Periode(2023, 2), [Deel("Enschede", "Borne", 3), Deel("Enschede", "Almelo", 10)])


@pytest.mark.parametrize(
    ("written", "stays"),
    [
        ("Bel J. Janssen.", "Bel …."),
        ("Bel j.janssen nu", "Bel … nu"),
        ("Bel J.\u00a0JANSSEN", "Bel …"),
        ("Bel J. Jan\u00adssen", "Bel …"),
        ("J. Janssens voorstel", "… voorstel"),
        ("J. Janssen's voorstel", "… voorstel"),
        ("J. Janssenveld", "J. Janssenveld"),
        ("AJ. Janssen", "AJ. Janssen"),
    ],
)
def test_a_name_is_found_however_it_is_written(written: str, stays: str) -> None:
    assert left(written, *weg("J. Janssen")) == stays


def test_a_name_is_not_found_inside_another_word() -> None:
    assert left("In januari belt Jan, en Jan-Willem niet.", *weg("Jan")) == "In januari belt …, en …-Willem niet."


@pytest.mark.parametrize(
    "written",
    ["053-4818181", "053 - 481 81 81", "(053) 481 81 81", "+31 53 4818181", "+31 (0)53-481.81.81", "0031534818181"],
)
def test_a_phone_number_is_found_however_it_is_written(written: str) -> None:
    assert left(f"Bel {written}.", *weg("053-4818181")) == "Bel …."
    assert left("Bel 053-4818182 of 10534818181.", *weg(written)) == "Bel 053-4818182 of 10534818181."


def test_what_stays_covers_what_is_inside_it_but_not_what_is_the_same() -> None:
    stays = Persoonsgegeven(tekst="P. de Vries", grond="", waarom="")
    assert left("P. de Vries en A. de Vries", *weg("Vries", "A. de Vries"), stays) == "P. de Vries en …"
    assert left("Vries Bakker Smit", *weg("Vries Bakker", "Bakker Smit")) == "…"


def test_a_link_with_percent_signs_is_read() -> None:
    assert occurs("mailto:j%2Ejanssen%40almelo.nl", weg("j.janssen@almelo.nl"))
    assert occurs("https://voorbeeld.nl/jan_de%20vries", weg("Jan de Vries"))


NAMES = st.text(st.characters(categories=("Lu", "Ll", "Nd"), max_codepoint=0x17F), min_size=2, max_size=12)


@given(st.lists(NAMES, min_size=1, max_size=3), st.lists(NAMES, max_size=6), st.data())
def test_nothing_of_what_goes_is_left_and_the_rest_stays(
    names: list[str], others: list[str], data: st.DataObject
) -> None:
    words = data.draw(st.permutations([*names, *others]))
    spelled = [unicodedata.normalize(data.draw(st.sampled_from(["NFC", "NFD"])), word) for word in words]
    kept = left(" ".join(spelled), *weg(*names)).split()
    assert not find(" ".join(kept), weg(*names))
    assert [word for word in spelled if not find(word, weg(*names)) and word not in kept] == []


def test_a_half_bold_name_becomes_one_bar_and_its_link_goes() -> None:
    content = (
        Run(text="Vraag J. Jan", link="mailto:info@almelo.nl"),
        Run(text="ssen", bold=True, link="mailto:info@almelo.nl"),
        Run(text=" of "),
        Run(text="lees verder", link="https://almelo.nl/"),
    )
    published = publish(letter(Paragraph(content=content)), weg("J. Janssen"))
    assert published.blocks[0] == Paragraph(
        content=(
            Run(text="Vraag "),
            Run(text="", grond="5.1.2e"),
            Run(text=" of "),
            Run(text="lees verder", link="https://almelo.nl/"),
        )
    )


def test_a_footnote_stays_where_its_text_goes_and_is_cleaned_itself() -> None:
    note = (Run(text="Bel J. Janssen."),)
    published = publish(letter(Paragraph(content=(Run(text="J. Janssen", note=note),))), weg("J. Janssen"))
    bar = Run(text="", grond="5.1.2e")
    assert published.blocks[0] == Paragraph(content=(bar, Run(text="", note=(Run(text="Bel "), bar, Run(text=".")))))
    assert read(render(published)).root.text.count("weggelakt op grond van") == 2


def test_the_legend_names_each_ground_with_its_words_and_pages() -> None:
    published = publish(
        letter(Reference(pairs=(("Contact", "J. Janssen"),)), title="Over K. Plan"),
        (*weg("J. Janssen"), *weg("K. Plan", grond="5.2.1")),
    )
    assert published.title == "Over [5.2.1]"
    assert published.weggelaten == ("5.1.2e", "5.2.1")
    assert as_text(published.blocks[-1:]).splitlines()[1:] == [
        "Wet open overheid | 5.1, tweede lid, onder e | De eerbiediging van de persoonlijke levenssfeer | –",
        "Wet open overheid | 5.2, eerste lid | Persoonlijke beleidsopvattingen in documenten voor intern beraad | –",
    ]
    [table] = read(render(published)).root.find("Table")
    assert [row.kids[-1].text for row in table.find("TR")][1:] == ["1", "–"]  # a title stands on the next pages only


def test_the_bar_says_its_ground_to_a_screen_reader() -> None:
    published = publish(letter(Paragraph(content=(Run(text="Bel J. Janssen."),))), weg("J. Janssen"))
    assert "weggelakt op grond van artikel 5.1, tweede lid, onder e" in read(render(published)).root.text


def test_a_document_in_which_nothing_goes_has_no_legend_and_files_in_it_are_not_published() -> None:
    plain = letter(Paragraph(content=(Run(text="Hallo."),)))
    assert publish(plain, weg("J. Janssen")) == plain
    numbers = Brongegeven(bestandsnaam="c.csv", mime="text/csv", inhoud=b"J. Janssen", uitleg="cijfers")
    published = publish(replace(plain, brongegevens=(numbers,)), ())
    assert not published.brongegevens
    assert not publish(replace(plain, opmaak=Opmaak(word=b"J. Janssen")), ()).opmaak.word
    assert "niet meegegaan" in as_text(published.blocks)
    assert render(published)


def test_officials_go_and_bestuurders_stay(tafel: Ledger, hv: int) -> None:
    [regio] = tafel.regio
    edit_regio(
        tafel,
        replace(
            regio,
            voorzitter="burgemeester van Almelo",
            secretaris="mevrouw J. van den Kwakkernaat",
            e_mail="info@twente.example",
            telefoon="053-4818181",
        ),
    )
    contact = "Q. Zwiebelmuts (beleidsadviseur wonen), 06 12345678, q.zwiebelmuts@almelo.example"
    record_behandelingen(
        tafel, [Behandeling(herverdeling_id=hv, gemeente_id=1, contact=contact, ondertekenaar="wethouder van Almelo")]
    )
    set_huisstijl(tafel, Huisstijl(afzender="Behandeld door: Xantippe Groen\nTelefoon 0546-541111\nPostbus 5100"), {})
    found = {each.tekst: each.grond for each in personal_data(read_bekend(tafel, hv))}
    gone = {text for text, grond in found.items() if grond}
    assert gone >= {
        "J. van den Kwakkernaat",
        "Kwakkernaat",
        "Q. Zwiebelmuts",
        "Zwiebelmuts",
        "06 12345678",
        "q.zwiebelmuts@almelo.example",
        "Xantippe Groen",
        "0546-541111",
    }
    assert {text for text, grond in found.items() if not grond} == {
        "burgemeester van Almelo",
        "wethouder van Almelo",
        "info@twente.example",
        "053-4818181",
    }
    assert not any("beleidsadviseur" in text or "Postbus" in text for text in found)


def test_what_the_user_chooses_wins(tafel: Ledger, hv: int) -> None:
    [regio] = tafel.regio
    edit_regio(tafel, replace(regio, secretaris="J. Kwakkernaat", telefoon="053-4818181"))
    stays = set_weglating(tafel, Weglating(herverdeling_id=hv, tekst="J. Kwakkernaat", grond=""))
    set_weglating(tafel, Weglating(herverdeling_id=hv, tekst="(053) 481 81 81", grond="5.1.2e"))
    found = {each.tekst: each for each in personal_data(read_bekend(tafel, hv))}
    assert not found["J. Kwakkernaat"].grond
    assert found["(053) 481 81 81"].eigen
    assert "053-4818181" not in found
    remove_weglating(tafel, stays)
    assert {each.tekst: each.grond for each in personal_data(read_bekend(tafel, hv))}["J. Kwakkernaat"] == "5.1.2e"


def test_the_series_is_published_under_its_own_names(tafel: Ledger, hv: int) -> None:
    [regio] = tafel.regio
    edit_regio(tafel, replace(regio, e_mail="q.zwiebelmuts@twente.example", voorzitter="burgemeester van Almelo"))
    reeks = make_reeks(tafel, hv, DAY)
    prepared = prepare(collect(tafel, hv, DAY), read_bekend(tafel, hv))
    public = publish_reeks(reeks, [each.gegeven for each in prepared.gevonden])
    names = [each.bestandsnaam.replace(" (openbaar)", "") for each in public.stukken]
    assert names == [stuk.bestandsnaam for stuk in reeks.stukken]
    assert all(stuk.bestandsnaam.endswith(" (openbaar).pdf") for stuk in public.stukken)
    letters = [each for each in public.stukken if each.document.weggelaten]
    assert letters
    for stuk in public.stukken:
        assert "zwiebelmuts" not in as_text(stuk.document.blocks).casefold()
    assert any("burgemeester van Almelo" in as_text(stuk.document.blocks) for stuk in public.stukken)
    assert prepared.na == public
    assert prepared.voor == reeks
    assert {each.gegeven.tekst: each.aantal > 0 for each in prepared.gevonden} == {
        "q.zwiebelmuts@twente.example": True,
        "burgemeester van Almelo": True,
    }
    assert {small.getal for _stuk, small in prepared.klein} == {3}


def test_small_counts_are_pointed_out_and_nothing_is_changed(tafel: Ledger, hv: int) -> None:
    found = {small.waar: small for stuk in make_reeks(tafel, hv, DAY).stukken for small in small_counts(stuk.document)}
    assert any(small.getal == 3 and "3\u00a0personen" in small.zin for small in found.values())
    table = Table(
        columns=(Column(header="Gemeente"), Column(header="Personen", numeric=True)),
        rows=(
            ("Borne", "3"),
            ("Almelo", "12"),
            ("Enschede", "−4"),
            ("Wierden", "0"),
            ("Losser", "5"),
            ("Tubbergen", "–"),
        ),
        total=("Samen", "16"),
    )
    first, second = small_counts(letter(table))
    assert (first.waar, first.getal, second.waar, second.getal) == (
        "Borne, Personen: 3",
        3,
        "Enschede, Personen: −4",
        4,
    )
    assert "volgt uit het totaal" in first.zin
    alone = small_counts(letter(replace(table, total=None)))[0].zin
    assert alone == "Bij Borne, Personen staat 3. Dat kan naar een gezin wijzen."
    said = letter(Paragraph(content=(Run(text="Er komen twee gezinnen en 12 personen, op artikel 2 personen na."),)))
    assert [small.getal for small in small_counts(said)] == [2, 2]


def test_every_ground_in_the_list_may_be_stored_and_is_read_as_one_writes_it() -> None:
    for grond in GRONDEN:
        check_grond(grond)
        assert read_grond(grond) == grond
    assert read_grond(" 5.1.2.E ") == "5.1.2e"
    assert read_grond("5.1.5") == "5.1.5"
    assert plain_text((Run(text="", grond="5.1.2e"),)) == "[5.1.2e]"
