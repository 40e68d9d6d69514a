"""The decision (Huisvestingswet 2014, art. 29 lid 2): of all colleges together, and of each for itself.

Both have the same dictum and the same numbers. Signed by burgemeester and secretaris (Gemeentewet 59a).
"""

from __future__ import annotations

from regietafel.documents.blocks import Block, Document, Signatory, Signatures
from regietafel.documents.stukken.herverdeling import College, Gegevens, college_values, compose, objection
from regietafel.i18n import _, format_date_long


def make_gezamenlijk_besluit(gegevens: Gegevens) -> Document:
    """The decision, with a place to sign for every college. Raises RegietafelError when the template is not right."""
    signed: list[Block] = [_signatures(college, _("Het college van burgemeester en wethouders van {naam}, {wanneer}"))
                           for college in gegevens.colleges]  # fmt: skip
    return compose(
        gegevens,
        "gezamenlijk_besluit.txt",
        title=_("Gezamenlijk besluit herverdeling taakstelling {periode}").format(periode=gegevens.view.periode),
        subject=_("Herverdeling van de taakstelling voor {looptijd}").format(looptijd=gegevens.looptijd),
        blocks={"colleges": signed, "bezwaar": objection(gegevens, _("de gemeente die het aangaat"))},
    )


def make_besluit(gegevens: Gegevens, college: College) -> Document:
    """The decision as this college takes and signs it. Raises RegietafelError when the template is not right."""
    naam = college.gemeente.naam
    return compose(
        gegevens,
        "besluit_college.txt",
        title=_("Besluit college {naam}: herverdeling taakstelling {periode}").format(
            naam=naam, periode=gegevens.view.periode
        ),
        subject=_("Herverdeling van de taakstelling voor {looptijd}").format(looptijd=gegevens.looptijd),
        college=college,
        values=college_values(gegevens, college),
        blocks={
            "college": [_signatures(college, _("Besloten {wanneer}"))],
            "bezwaar": objection(gegevens, naam),
        },
    )


def _signatures(college: College, opening: str) -> Signatures:
    """When the college decided, and who signed; what is not recorded is left open to write down."""
    naam, signed = college.gemeente.naam, ""
    if college.besluit_op is None:
        said = _("op (datum):")
    else:
        day, number = format_date_long(college.besluit_op), college.behandeling.besluitnummer.strip()
        said = (_("op {datum}, besluitnummer {nummer}") if number else _("op {datum}")).format(datum=day, nummer=number)
        signed = college.behandeling.ondertekenaar.strip()
        said = _("{said}; ondertekend door {wie}.").format(said=said, wie=signed) if signed else said + ":"
    roles = () if signed else (_("de burgemeester van {naam}"), _("de secretaris van {naam}"))
    return Signatures(
        opening=opening.format(naam=naam, wanneer=said),
        signatories=tuple(Signatory(role=role.format(naam=naam)) for role in roles),
    )
