"""The numbers of one agreement as a workbook, to travel inside its decisions."""

from __future__ import annotations

import io
import re
import zipfile

from regietafel.catalog.herverdeling import WIJZIGING_REGEL
from regietafel.exchange.export_xlsx import to_xlsx
from regietafel.exchange.tabel import Tabel
from regietafel.fields import AANTAL, Field
from regietafel.i18n import _
from regietafel.queries.herverdelingen import HerverdelingBlad

_OVERDRACHT = (
    Field(name="van", label=_("Van")),
    Field(name="naar", label=_("Naar")),
    Field(name="aantal", label=_("Personen"), kind=AANTAL),
)
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first day a zip knows: a workbook says nothing of when it was made
_STAMPS = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def brondata(view: HerverdelingBlad) -> bytes:
    """A sheet with what changes for each gemeente, and one with who hands over how many; equal content, equal bytes."""
    bron = _("herverdeling {kenmerk}, {periode}").format(kenmerk=view.kenmerk, periode=view.periode)
    title = _("Getallen bij {kenmerk}").format(kenmerk=view.kenmerk)
    return _timeless(
        to_xlsx(
            [
                Tabel(titel=_("Taakstellingen"), fields=WIJZIGING_REGEL, records=view.partijen, bron=bron),
                Tabel(titel=_("Overdrachten"), fields=_OVERDRACHT, records=view.delen, bron=bron),
            ],
            title,
        )
    )


def _timeless(book: bytes) -> bytes:
    """The workbook without the moment at which it was made."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in source.infolist():
            made.writestr(
                zipfile.ZipInfo(entry.filename, _MOMENT),
                _STAMPS.sub(b"", source.read(entry)),
                compress_type=zipfile.ZIP_DEFLATED,
            )
    return target.getvalue()
