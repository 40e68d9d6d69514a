"""The words of the e-mails about a meeting: to members, to who is informed, to who still has something to do."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence

from regietafel.documents.blocks import Block, Document, ListBlock, ListItem, Paragraph, text
from regietafel.documents.middelen import Middelen
from regietafel.documents.stuk import OP, with_facts
from regietafel.documents.stukken.agendawijzigingen import wijzigingen
from regietafel.documents.stukken.overleg import Overleggegevens, compose_overleg, of_version
from regietafel.documents.stukken.overlegwoorden import name_due
from regietafel.domain.overleg import VERVALLEN
from regietafel.domain.regio import Regio
from regietafel.i18n import _, format_date_long, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.partijen import as_called
from regietafel.queries.verslag import LijstRegel, open_acties


def make_bericht_overleg(gegevens: Overleggegevens, bijlagen: Sequence[str], *, leden: bool, agenda: bool) -> Document:
    """The e-mail that goes with these attachments: the ``agenda``, or else what was recorded.

    Raises RegietafelError when the template is not right.
    """
    wanneer = gegevens.opname.wanneer
    cancelled = agenda and gegevens.overleg.staat == VERVALLEN
    changed = wijzigingen(gegevens.vorige, gegevens.opname) if agenda and gegevens.vorige and not cancelled else ()
    about = _("Actie- en besluitenlijst {reeks} {dag}")
    if cancelled:
        about = _("Vervallen: {reeks} {dag}")
    elif agenda:
        about = _("Gewijzigde agenda {reeks} {dag}") if changed else _("Agenda {reeks} {dag}")
    about = about.format(reeks=gegevens.overleg.reeks, dag=format_date_long(gegevens.dag(agenda=agenda)))
    to = _("leden") if leden else _("ter informatie")
    document = compose_overleg(
        gegevens,
        "bericht_leden.txt" if leden else "bericht_informatie.txt",
        title=_("E-mail {aan}: {onderwerp}").format(aan=to, onderwerp=about),
        subject=about,
        wanneer=wanneer if agenda else None,
        values={
            "versie": gegevens.versie,
            "agenda": _("ja") if agenda else "",
            "vervallen": _("ja") if cancelled else "",
            "online": wanneer.link,
        },
        blocks={
            "wijzigingen": _listed(changed),
            "bijlagen": _listed(bijlagen),
            "afzender": _sender(gegevens.regio, gegevens.overleg.secretaris),
        },
    )
    return of_version(document, gegevens) if agenda else document


def make_herinnering(
    met: Middelen,
    regio: Regio,
    houder: str,
    acties: Sequence[LijstRegel],
    *,
    voluit: str,
    op: datetime.date,
    datum: datetime.date,
) -> Document:
    """The e-mail to a gemeente or an organisation with what it still has to do, as known on ``op``.

    ``voluit`` is the ``houder`` as :func:`name_houder` gives it. Raises RegietafelError when the template is not right.
    """
    subject = _("Openstaande acties van {houder}: {regietafel}").format(houder=voluit, regietafel=regio.naam)
    document = met.compose(
        "herinnering.txt",
        title=_("Herinnering aan {houder}").format(houder=voluit),
        author=regio.naam,
        subject=subject,
        kenmerk=houder,
        datum=datum,
        values={
            "regietafel": regio.naam,
            "datum": datum,
            "op": op,
            "houder": voluit,
            "aantal": len(acties),
            "te_laat": sum(each.te_laat for each in acties),
        },
        blocks={"acties": _listed([*map(_actie, acties)]), "afzender": _sender(regio, regio.secretaris)},
    )
    return with_facts(document, **{OP: op.isoformat()})


def per_houder(ledger: Ledger, op: datetime.date) -> Mapping[str, Sequence[LijstRegel]]:
    """By name who has which actions open on that day, over all meetings."""
    found: defaultdict[str, list[LijstRegel]] = defaultdict(list)
    called = as_called(ledger)
    for regel in open_acties(ledger, op):
        for houder in dict.fromkeys(map(called, regel.houders)):
            found[houder].append(regel)
    return {houder: found[houder] for houder in sorted(found, key=sort_key)}


def name_houder(ledger: Ledger, houder: str) -> str:
    """Who does an action as in a sentence, ``het COA``; an organisation without a known article as it was typed."""
    if ledger.gemeenten.find(naam=houder):
        return _("de gemeente {naam}").format(naam=houder)
    if houder.casefold() == "coa":
        return _("het {naam}").format(naam=houder)
    kind, space, rest = houder.partition(" ")
    return _("de provincie {naam}").format(naam=rest) if space and kind.casefold() == "provincie" else houder


def _actie(regel: LijstRegel) -> str:
    # An official may read it who was not at the table; whoever was knows what it is.
    said = [_("Een actie bij een vertrouwelijk punt") if regel.vertrouwelijk else " ".join(regel.tekst.split())]
    if regel.voor:
        said.append(_("Voor {dag}.").format(dag=name_due(regel.voor, te_laat=regel.te_laat)))
    said.append(_("Afgesproken op {dag}.").format(dag=format_date_long(regel.overleg_datum)))
    return " ".join(each if each.endswith((".", "?", "!")) else f"{each}." for each in said)


def _listed(lines: Sequence[str]) -> list[Block]:
    return [ListBlock(items=tuple(ListItem(content=text(each)) for each in lines))] if lines else []


def _sender(regio: Regio, secretaris: str) -> list[Block]:
    naam = secretaris.strip() or regio.secretaris.strip()
    role = _("secretaris van {regietafel}").format(regietafel=regio.naam) if naam else regio.naam
    return [Paragraph(content=text("\n".join(filter(None, (naam, role, regio.telefoon, regio.e_mail)))))]
