"""A message with attachments as a file that Outlook, Thunderbird and Apple Mail open as a concept.

They take a message with ``X-Unsent: 1`` for one that is still to be sent, by whoever opened it: so it has no sender.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Mapping, Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import PurePath

from regietafel.domain.contact import check_mail
from regietafel.i18n import _

_MIME: Mapping[str, str] = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".zip": "application/zip",
    ".ics": "application/ics",  # not text: programs would read its signs as they like
}
_KALENDER = "uitnodiging.ics"
_METHOD = re.compile(rb"^METHOD:([A-Z]+)\r?$", re.MULTILINE)


def eml_bytes(
    aan: Sequence[str],
    onderwerp: str,
    tekst: str,
    bijlagen: Sequence[tuple[str, bytes]],
    datum: datetime.date,
    *,
    cc: Sequence[str] = (),
    bcc: Sequence[str] = (),
    kalender: bytes | None = None,
) -> bytes:
    """The message, with CRLF; the same message gives the same bytes.

    ``aan``, ``cc`` and ``bcc`` are bare addresses (none: the user fills them in), ``bijlagen`` a file name and the file
    each. ``kalender`` is an .ics file: a program that knows invitations shows it as one, another has it as the first
    attachment. A line break in the subject or a file name is a space. Raises RegietafelError for what is no address.
    """
    whole = (aan, onderwerp, tekst, bijlagen, datum, *((cc, bcc, kalender) if cc or bcc or kalender else ()))
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    for header, addresses in (("To", aan), ("Cc", cc), ("Bcc", bcc)):
        if addresses:
            message[header] = _addresses(addresses)
    message["Subject"] = one_line(onderwerp)
    message["Date"] = format_datetime(datetime.datetime.combine(datum, datetime.time(12), datetime.UTC))
    message["Message-ID"] = f"<{_digest(*whole)}@regietafel.invalid>"
    # Quoted-printable has no "=_" and base64 no "_", so no line of the text is ever the boundary.
    message.set_content("\n".join(tekst.splitlines()) + "\n", charset="utf-8", cte="quoted-printable")
    if kalender:
        method = _METHOD.search(kalender)
        asked = {"method": method[1].decode()} if method else {}
        message.add_alternative(kalender.decode(), subtype="calendar", cte="base64", params=asked)
        message.set_boundary("=_k" + _digest(*whole))
        bijlagen = [(_KALENDER, kalender), *bijlagen]
    for naam, inhoud in bijlagen:
        main, sub = _MIME.get(PurePath(naam).suffix.lower(), "application/octet-stream").split("/")
        message.add_attachment(inhoud, maintype=main, subtype=sub, filename=_file_name(naam))
    if bijlagen:
        message.set_boundary("=_" + _digest(*whole))
    return message.as_bytes()


def one_line(text: str) -> str:
    """The words, with a space for whatever no line can show."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _addresses(texts: Sequence[str]) -> tuple[Address, ...]:
    return tuple(Address(addr_spec=check_mail(text)) for text in texts)


def _file_name(naam: str) -> str:
    """No folder in it, and one line."""
    return PurePath(one_line(naam).replace("\\", "/")).name or _("bijlage")


def _digest(*parts: object) -> str:
    made = hashlib.sha256()
    for part in parts:
        said = repr(part).encode()
        made.update(len(said).to_bytes(8, "big") + said)
    return made.hexdigest()[:40]
