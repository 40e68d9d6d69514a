"""The text with which one gemeente announces the decision in its Gemeenteblad (Awb 3:42): paragraphs to copy."""

from __future__ import annotations

from regietafel.documents.blocks import Block, Document, Remark, text
from regietafel.documents.stukken.herverdeling import College, Gegevens, college_values, compose, objection
from regietafel.i18n import _, format_date_long


def make_bekendmaking(gegevens: Gegevens, college: College) -> Document:
    """The text for this gemeente. Raises RegietafelError when the template is not right."""
    naam = college.gemeente.naam
    return compose(
        gegevens,
        "bekendmaking.txt",
        title=_("Bekendmaking {naam}: herverdeling taakstelling {periode}").format(
            naam=naam, periode=gegevens.view.periode
        ),
        subject=_("Bekendmaking herverdeling van de taakstelling voor {looptijd}").format(looptijd=gegevens.looptijd),
        college=college,
        values=college_values(gegevens, college),
        blocks={"stand": _stand(gegevens, college), "bezwaar": objection(gegevens, naam)},
    )


def _stand(gegevens: Gegevens, college: College) -> list[Block]:
    """What a maker must know and is not part of the text itself."""
    behandeling = college.behandeling
    if gegevens.is_asked(college):
        return [Remark(content=text(_("Concept. Maak dit pas bekend als het college heeft besloten.")))]
    if behandeling.bekendgemaakt_op is None:
        return []
    said = _("Bekendgemaakt op {datum}, {vindplaats}.") if behandeling.vindplaats else _("Bekendgemaakt op {datum}.")
    day = format_date_long(behandeling.bekendgemaakt_op)
    return [Remark(content=text(said.format(datum=day, vindplaats=behandeling.vindplaats.strip().rstrip("."))))]
