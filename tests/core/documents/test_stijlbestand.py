"""A region's file that came by mail, with a logo, a font or a Word file in it that nobody here judged."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from regietafel.actions.huisstijlen import set_huisstijl
from regietafel.documents.beeldmerk import read_logo
from regietafel.documents.huisstijl import change_huisstijl, remarks, voorbeeld
from regietafel.documents.middelen import middelen
from regietafel.documents.stijlbestand import judged
from regietafel.domain.huisstijl import Huisstijl
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger
from regietafel.paths import resource
from tests.core.documents.conftest import DATUM


def zip_bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(60_000_000))
    return target.getvalue()


def png(mode: str = "RGB", size: tuple[int, int] = (300, 100)) -> bytes:
    target = io.BytesIO()
    Image.new(mode, size).save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gewoon", b"geen letter", "geen TrueType"),
        ("vet", b"\x00\x01\x00\x00" + bytes(40), "lettertype"),
        ("word", zip_bomb(), "te groot"),
        ("word", b"geen zip", "geen Word-bestand"),
        ("logo", b"geen logo", "beschadigd"),
        ("logo", b"", "beschadigd"),
        ("logo", png()[:60], "beschadigd"),
        ("logo", png().replace(b"IDAT", b"IDAX"), "beschadigd"),
        ("logo", png("RGBA"), "beschadigd"),
        ("logo", png("1"), "beschadigd"),
        ("logo", png(size=(9000, 9000)), "beeldpunten"),
        ("logo", png(size=(300, 2)), "te klein of te smal"),
    ],
)
def test_what_nobody_judged_goes_into_no_letter(tafel: Ledger, name: str, content: bytes, said: str) -> None:
    style = Huisstijl(gemeente_id=2, logo_tekst="Logo", gewoon="0" * 64 if name == "vet" else None)
    files = {name: content, "gewoon": resource("fonts", "OpenSans-Regular.ttf").read_bytes()}
    set_huisstijl(tafel, style, files if name == "vet" else {name: content})
    with pytest.raises(RegietafelError, match=f"Huisstijl van Borne: .*{said}"):
        middelen(tafel)
    if name == "logo":
        with pytest.raises(RegietafelError, match=said):
            remarks(tafel, next(iter(tafel.huisstijlen)))
    change_huisstijl(tafel, 2, {}, {name: None})
    assert middelen(tafel).opmaak(2).word == b""
    assert voorbeeld(tafel, 2, DATUM).blocks


def test_what_was_judged_once_is_used_as_it_is() -> None:
    logo = read_logo(png("RGBA"))
    assert judged("logo", logo) is judged("logo", logo) is logo
    assert read_logo(logo) == logo
