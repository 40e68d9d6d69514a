"""Open a PDF that anyone may have made, with a limit to what it may ask of the machine."""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pikepdf
from pikepdf import settings

from regietafel.errors import RegietafelError
from regietafel.i18n import _

MAX_BYTES = 200 * 2**20
MAX_DECODED = 32 * 2**20  # of one stream
_MAX_LZW = 100_000  # bytes before decoding: this filter can write a thousand times as much
_MAX_PARTS = 1_000  # streams of one page
_LIMITED = ("flate_max_memory", "png_max_memory", "run_length_max_memory", "tiff_max_memory", "dct_max_memory")

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # what it mends in a file it would tell in English


@contextmanager
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    """The file; while it is open no stream becomes larger than :data:`MAX_DECODED`.

    Raises RegietafelError for what is no PDF, is damaged, has a password, or is too large.
    """
    _refuse(data)
    before = settings.get_qpdf_limits()
    _set_limits(dict.fromkeys(_LIMITED, MAX_DECODED))
    try:
        with warnings.catch_warnings(action="ignore"), pikepdf.open(io.BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                raise RegietafelError(_locked())
            if not len(pdf.pages):
                raise RegietafelError(_("Deze PDF heeft geen bladzijden. Maak het bestand opnieuw."))
            yield pdf
    except pikepdf.PasswordError as error:
        raise RegietafelError(_locked()) from error
    except (pikepdf.PdfError, pikepdf.ForeignObjectError, RecursionError) as error:
        raise RegietafelError(damaged()) from error
    finally:
        _set_limits({name: before[name] for name in _LIMITED})


def _set_limits(limits: Mapping[str, Any]) -> None:
    settings.set_qpdf_limits(**limits)


def decoded(stream: Any) -> bytes:
    """What the stream says. Raises RegietafelError when that is too much, PdfError when it cannot be read."""
    filters = str(stream.get("/Filter", ""))
    if "LZW" in filters and len(stream.read_raw_bytes()) > _MAX_LZW:
        raise RegietafelError(too_large())
    try:
        data = bytes(stream.read_bytes())
    except pikepdf.DataDecodingError as error:
        if "limit" in str(error):
            raise RegietafelError(too_large()) from error
        raise
    if len(data) > MAX_DECODED:
        raise RegietafelError(too_large())
    return data


def content(page: Any) -> bytes:
    """What is drawn on the page, its streams joined. Raises as :func:`decoded` does."""
    parts = page.get("/Contents")
    if parts is None:
        return b""
    streams = list(parts)[:_MAX_PARTS] if isinstance(parts, pikepdf.Array) else [parts]
    found: list[bytes] = []
    for each in streams:
        if isinstance(each, pikepdf.Stream):
            found.append(decoded(each))
            if sum(map(len, found)) > MAX_DECODED:
                raise RegietafelError(too_large())
    return b"\n".join(found)


def damaged() -> str:
    """The sentence for a file that cannot be read."""
    return _("Deze PDF is beschadigd en niet te lezen. Maak of download het bestand opnieuw.")


def too_large() -> str:
    """The sentence for a file that grows too large when read."""
    return _("Deze PDF wordt bij het lezen te groot. Het bestand is beschadigd of kwaadwillig; open het niet.")


def _locked() -> str:
    return _(
        "Deze PDF is beveiligd of heeft een wachtwoord. Sla het bestand op zonder beveiliging en kies het opnieuw."
    )


def _refuse(data: bytes) -> None:
    if not data:
        raise RegietafelError(_("Dit bestand is leeg. Maak of download het opnieuw."))
    if len(data) > MAX_BYTES:
        raise RegietafelError(_("Dit bestand is groter dan 200 MB. Splits het en keur de delen."))
    if b"%PDF-" not in data[:1024]:
        raise RegietafelError(_("Dit is geen PDF. Kies een bestand dat met %PDF begint."))
