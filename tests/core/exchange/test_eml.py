"""A draft e-mail as mail programs read it."""

from __future__ import annotations

import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.domain.contact import Contact
from regietafel.errors import RegietafelError
from regietafel.exchange.eml import eml_bytes

DAY = datetime.date(2023, 7, 3)
PDF = b"%PDF-1.7\r\n--=_ x\n." * 40


def read(content: bytes) -> EmailMessage:
    made = message_from_bytes(content, policy=policy.default)
    assert isinstance(made, EmailMessage) and not made.defects
    return made


def said(message: EmailMessage) -> str:
    text = message.get_body(("plain",))
    assert text is not None
    return str(text.get_content()).replace("\r\n", "\n")


def test_a_concept_has_all_but_a_sender() -> None:
    content = eml_bytes(["griffie@borne.nl"], "Besluit", "Dag,\n\nTot ziens.", [("Besluit é.pdf", PDF)], DAY)
    made = read(content)
    assert content.startswith(b"X-Unsent: 1\r\n") and made["X-Unsent"] == "1"
    assert made["To"] == "griffie@borne.nl" and made["From"] is None and made["Date"].datetime.date() == DAY
    assert said(made) == "Dag,\n\nTot ziens.\n"
    (attached,) = made.iter_attachments()
    assert attached.get_filename() == "Besluit é.pdf" and attached.get_content() == PDF
    assert attached.get_content_type() == "application/pdf"
    assert b"filename*=utf-8''Besluit%20%C3%A9.pdf" in content  # RFC 2231
    assert content.count(b"\n") == content.count(b"\r\n") and max(map(len, content.split(b"\r\n"))) <= 998


def test_the_same_message_gives_the_same_bytes() -> None:
    def make(text: str = "Dag") -> bytes:
        return eml_bytes([], "Besluit", text, [("a.pdf", PDF)], DAY)

    assert make() == make() != make("Hallo")
    assert read(make())["To"] is None
    assert read(make())["Message-ID"] == read(make())["Message-ID"] != read(make("Hallo"))["Message-ID"]


@pytest.mark.parametrize(
    "onderwerp", ["Súdwest-Fryslân 🏠 besluit " * 8, "B&W <b>", "محمد", "a\r\nBcc: x@y.nl", "a\x00b", ""]
)
def test_any_subject_is_one_header(onderwerp: str) -> None:
    content = eml_bytes([], onderwerp, "x", [], DAY)
    made = read(content)
    kept = [sign for sign in onderwerp if sign.isprintable() and not sign.isspace()]
    assert [*"".join(made["Subject"].split())] == kept
    assert made["Bcc"] is None and content.isascii()


@pytest.mark.parametrize(
    "aan",
    [
        *(
            "a@b.nl\r\nBcc: x@y.nl",
            "Borne <a@b.nl>",
            "a@b.nl, c@d.nl",
            "a b@c.nl",
            "a@b",
            "",
            "jö@borne.nl",
            "a@b.nl\n",
        ),
        *("a..b@c.nl", ".a@b.nl", "a.@b.nl", "a@b..nl"),
    ],
)
def test_what_is_no_address_is_refused(aan: str) -> None:
    with pytest.raises(RegietafelError, match="geen e-mailadres"):
        eml_bytes([aan], "x", "y", [], DAY)
    with pytest.raises(RegietafelError):
        Contact(gemeente_id=1, e_mail=aan)  # or it would be refused only when it is written to


@given(
    st.from_regex(
        r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,20}@[A-Za-z0-9-]{1,10}(\.[A-Za-z0-9-]{1,10}){0,2}", fullmatch=True
    )
)
def test_to_every_contact_a_message_can_be_written(mail: str) -> None:
    try:
        contact = Contact(gemeente_id=1, e_mail=mail)
    except RegietafelError:
        return
    assert str(read(eml_bytes([contact.e_mail], "x", "y", [], DAY))["To"]) == mail


def test_an_attachment_is_one_file_without_folder() -> None:
    names = ["../../etc/passwd", "C:\\x\\besluit.docx", 'a"\r\nX-Evil: 1.pdf', "é" * 120 + ".pdf"]
    made = read(eml_bytes([], "x", "y", [(name, b"1") for name in names], DAY))
    found = [each.get_filename() for each in made.iter_attachments()]
    assert found == ["passwd", "besluit.docx", 'a" X-Evil: 1.pdf', "é" * 120 + ".pdf"] and made["X-Evil"] is None


def test_a_picture_is_shown_as_one() -> None:
    made = read(eml_bytes([], "x", "y", [("kaart.PNG", b"1"), ("foto.jpeg", b"2")], DAY))
    assert [each.get_content_type() for each in made.iter_attachments()] == ["image/png", "image/jpeg"]


@given(st.text(), st.text(), st.binary(max_size=400))
def test_whatever_is_said_comes_back(onderwerp: str, tekst: str, inhoud: bytes) -> None:
    tekst = tekst.encode("utf-8", "ignore").decode()
    onderwerp = onderwerp.encode("utf-8", "ignore").decode()
    made = read(eml_bytes([], onderwerp, tekst, [("a.bin", inhoud)], DAY))
    (attached,) = made.iter_attachments()
    assert said(made) == "\n".join(tekst.splitlines()) + "\n"
    assert attached.get_content() == inhoud
    assert [*made.keys()].count("Subject") == 1
