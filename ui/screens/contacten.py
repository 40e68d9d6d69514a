"""Whom the table writes to: per gemeente and organisation who has which role, and which agendas each gets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from regietafel.catalog.overleg import CONTACTREGEL, WIJZEN
from regietafel.domain import contact
from regietafel.i18n import _, sort_key
from regietafel.queries.contacten import TABLES, ContactRegel
from regietafel.queries.contacten import contacten as query
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session


def contacten(session: Session, export: Export, add: Command, commands: Sequence[Command]) -> Screen:
    """The page; the first of ``commands`` changes a contact."""
    listing = Listing(
        key="contacten",
        title=_("Contacten"),
        manual="overleg",
        fields=CONTACTREGEL,
        rows=lambda session: query(session.ledger),
        tables=TABLES | {"overlegreeks"},
        chips=(
            Chip(_("Bestuurders"), lambda regel: regel.rol in {contact.BESTUURDER, contact.WETHOUDER}),
            Chip(_("Ambtenaren"), lambda regel: regel.rol in {contact.AMBTENAAR, contact.SECRETARIAAT}),
            Chip(_("Partners"), lambda regel: regel.rol == contact.PARTNER),
            Chip(_("Zonder e-mail"), lambda regel: not regel.e_mail),
        ),
        remarks=_remarks,
        primary=add,
        commands=commands,
        detail=partial(detail, commands=commands),
        empty=Empty(
            sentence=_(
                "Contacten zijn bestuurders en ambtenaren aan wie de tafel schrijft. Hun rol bepaalt welke agenda zij"
                " krijgen. Er is er nog geen."
            ),
            begin=add,
        ),
    )
    return ListScreen(listing, session, export)


def detail(session: Session, regel: ContactRegel, commands: Sequence[Command]) -> Detail:
    """How to reach them, and which agendas they get."""
    names = {each.id: each.naam for each in session.ledger.overlegreeksen}
    sent = sorted(session.ledger.verzendingen.where(rol=regel.rol), key=lambda each: sort_key(names[each.reeks_id]))
    lines = [Line(texts=(names[each.reeks_id], WIJZEN[each.wijze])) for each in sent]
    parts = (
        facts(CONTACTREGEL[2:], regel),
        Part(title=_("Krijgt de agenda van"), lines=lines, empty=_("Geen enkele reeks; de rol bepaalt dat.")),
    )
    return Detail(title=regel.naam or regel.e_mail, subtitle=regel.partij, parts=parts, commands=commands)


def _remarks(session: Session, rows: Sequence[ContactRegel]) -> Sequence[str]:
    """Which members have nobody at the table."""
    if not rows:
        return ()
    seated = {each.gemeente_id for each in rows if each.rol == contact.BESTUURDER}
    without = [each.naam for each in session.ledger.gemeenten.where(lid=True) if each.id not in seated]
    if not without:
        return ()
    sentence = _("Zonder bestuurder aan tafel: {namen}.")
    return (sentence.format(namen=", ".join(sorted(without, key=sort_key))),)
