"""The decision the colleges take together (Huisvestingswet 2014, art. 29 lid 2), signed by each (Gemeentewet 59a)."""

from __future__ import annotations

from regietafel.documents.blocks import Document, Signatory, Signatures
from regietafel.documents.herverdeling import Gegevens, common_blocks, common_values, name_halfjaar
from regietafel.documents.template import fill, read_template
from regietafel.domain.regio import Gemeente
from regietafel.i18n import _


def make_gezamenlijk_besluit(gegevens: Gegevens) -> Document:
    """The decision, with a place to sign for every college. Raises RegietafelError when the template is not right."""
    ondertekening = [_signatures(gemeente) for gemeente in gegevens.partijen]
    return Document(
        title=_("Gezamenlijk besluit herverdeling taakstelling {periode}").format(periode=gegevens.view.periode),
        author=gegevens.regio.naam,
        subject=_("Herverdeling van de taakstelling in {halfjaar}").format(
            halfjaar=name_halfjaar(gegevens.view.periode)
        ),
        kenmerk=gegevens.view.kenmerk,
        datum=gegevens.datum,
        blocks=fill(
            read_template("gezamenlijk_besluit.txt"),
            common_values(gegevens),
            {**common_blocks(gegevens), "colleges": ondertekening},
        ),
    )


def _signatures(gemeente: Gemeente) -> Signatures:
    return Signatures(
        opening=_("Het college van burgemeester en wethouders van {naam}, op (datum):").format(naam=gemeente.naam),
        signatories=(
            Signatory(role=_("de burgemeester van {naam}").format(naam=gemeente.naam)),
            Signatory(role=_("de secretaris van {naam}").format(naam=gemeente.naam)),
        ),
    )
