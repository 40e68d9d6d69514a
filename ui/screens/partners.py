"""What corporaties agreed per gemeente and year, who else waits for the same homes, and the partners themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regietafel.catalog.vraag import AFSPRAAK_REGEL, GEMEENTE_JAAR
from regietafel.catalog.woonvorm import PARTNER
from regietafel.fields import AANTAL, Field
from regietafel.i18n import _, format_number, sort_key
from regietafel.queries.partners import AfspraakRegel, GemeenteJaar, GroepRegel
from regietafel.queries.partners import partners as query
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.tables import sums

Commands = Sequence[Command]


@dataclass(frozen=True, kw_only=True)
class PartnerRegel:
    """A partner with what it takes part in."""

    id: int
    naam: str
    contact: str
    projecten: int
    afspraken: int


def prestatieafspraken(
    session: Session, export: Export, afspraak: Command, groep: Command, of_line: tuple[Commands, Commands]
) -> Screen:
    """The page: a row per gemeente and year. ``of_line`` is for an agreement in the panel, and for a group."""
    listing = Listing(
        key="prestatieafspraken",
        title=_("Prestatieafspraken"),
        manual="woonvormen",
        fields=GEMEENTE_JAAR,
        rows=lambda session: query(session.ledger).gemeenten,
        tables=frozenset({"prestatieafspraak", "aandachtsgroep", "partner", "gemeente"}),
        totals=sums("vrijkomend", "voor_vergunninghouders", "voor_anderen", "gerealiseerd", "verschil", "wachtend"),
        tones={"verschil": lambda regel: "behind" if (regel.verschil or 0) > 0 else ""},
        chips=(Chip(_("Nog te doen"), lambda regel: (regel.verschil or 0) > 0),),
        primary=afspraak,
        commands=(afspraak, groep),
        detail=lambda session, regel: detail(session, regel, (afspraak, groep), of_line),
        identity=lambda regel: (regel.gemeente_id, regel.jaar),
        empty=Empty(
            sentence=_(
                "Met corporaties spreekt een gemeente per jaar af hoeveel vrijkomende woningen naar vergunninghouders"
                " gaan. Leg dat hier vast, met wat er van terechtkomt en wie er nog meer op die woningen wacht."
            ),
            begin=afspraak,
        ),
    )
    return ListScreen(listing, session, export)


def partners(session: Session, export: Export, add: Command, commands: Commands) -> Screen:
    """The page with corporaties and others who build or let."""
    listing = Listing(
        key="partners",
        title=_("Partners"),
        manual="woonvormen",
        fields=(
            *PARTNER,
            Field(name="projecten", label=_("Projecten"), kind=AANTAL),
            Field(name="afspraken", label=_("Prestatieafspraken"), kind=AANTAL),
        ),
        rows=_partners,
        tables=frozenset({"partner", "woonproject", "prestatieafspraak"}),
        primary=add,
        commands=commands,
        detail=lambda session, regel: _partner(session, regel, commands),
        empty=Empty(
            sentence=_("Een partner is een corporatie of een ander die woningen bouwt of verhuurt. Er is er nog geen."),
            begin=add,
        ),
    )
    return ListScreen(listing, session, export)


def detail(session: Session, regel: GemeenteJaar, commands: Commands, of_line: tuple[Commands, Commands]) -> Detail:
    """What each partner agreed, and who else waits for the same homes."""
    found = query(session.ledger, jaar=regel.jaar, gemeente_id=regel.gemeente_id)
    remarks = [Line(texts=(f"▲ {sentence}",)) for sentence in regel.opmerkingen]
    parts = [
        *([Part(title=_("Let op"), lines=remarks)] if remarks else []),
        facts(GEMEENTE_JAAR[2:], regel),
        Part(
            title=_("Afspraken"),
            lines=[_line(each) for each in found.afspraken],
            commands=of_line[0],
            empty=_("Nog geen afspraken."),
        ),
        Part(
            title=_("Wie er nog meer wacht"),
            lines=[_waiting(each) for each in found.groepen],
            commands=of_line[1],
            empty=_("Geen andere aandachtsgroepen vastgelegd."),
        ),
    ]
    return Detail(title=regel.gemeente, subtitle=str(regel.jaar), parts=parts, commands=commands)


def _line(each: AfspraakRegel) -> Line:
    by_name = {field.name: field for field in AFSPRAAK_REGEL}
    told = [
        f"{by_name[name].label}: {by_name[name].show(each)}"
        for name in ("woningen", "mutatiegraad", "vrijkomend", "aandeel")
        if getattr(each, name) is not None
    ]
    done = _("{gedaan} van {afgesproken}").format(
        gedaan=format_number(each.gerealiseerd), afgesproken=format_number(each.afgesproken)
    )
    note = " · ".join([done, _("voor {wie}").format(wie=each.doelgroep), *told, *filter(None, (each.bron,))])
    return Line(texts=(each.partner,), note=note, record=each)


def _waiting(each: GroepRegel) -> Line:
    return Line(texts=(f"{each.groep}: {format_number(each.aantal)}",), note=each.bron, record=each)


def _partners(session: Session) -> list[PartnerRegel]:
    """By name."""
    ledger = session.ledger
    projects = [each.partner_id for each in ledger.woonprojecten]
    agreed = [each.partner_id for each in ledger.prestatieafspraken]
    return [
        PartnerRegel(
            id=each.id,
            naam=each.naam,
            contact=each.contact,
            projecten=projects.count(each.id),
            afspraken=agreed.count(each.id),
        )
        for each in sorted(ledger.partners, key=lambda each: sort_key(each.naam))
        if each.id is not None
    ]


def _partner(session: Session, regel: PartnerRegel, commands: Commands) -> Detail:
    """In which projects and agreements it takes part."""
    projects = [Line(texts=(each.naam,)) for each in session.ledger.woonprojecten.where(partner_id=regel.id)]
    agreed = [
        Line(
            texts=(f"{each.gemeente} {each.jaar}", format_number(each.afgesproken), format_number(each.gerealiseerd)),
            note=_("voor {wie}").format(wie=each.doelgroep),
        )
        for each in query(session.ledger).afspraken
        if each.partner_id == regel.id
    ]
    parts = [
        facts(PARTNER[1:], regel),
        Part(title=_("Projecten"), lines=projects, empty=_("Geen.")),
        Part(
            title=_("Prestatieafspraken"),
            lines=agreed,
            headings=(_("Gemeente en jaar"), _("Afgesproken"), _("Gedaan")),
            right=frozenset({1, 2}),
            empty=_("Geen."),
        ),
    ]
    return Detail(title=regel.naam, parts=parts, commands=commands)
