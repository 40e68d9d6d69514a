"""Settings: the table itself and those it writes to (in the file), and how the program looks (on this computer)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from regietafel import catalog
from regietafel.actions import inlezen, normen, overlegreeksen, regio, termijnen, toezicht
from regietafel.catalog.opvang import STAAT_NAMEN
from regietafel.catalog.overleg import SCHOOLVAKANTIE as VAKANTIEVELDEN
from regietafel.domain.norm import Norm
from regietafel.domain.overleg import REGIOS, Schoolvakantie
from regietafel.domain.procestermijn import Procestermijn
from regietafel.domain.record import Gegeven
from regietafel.domain.regio import Adressaat
from regietafel.domain.staat import STATEN, Zekerheid
from regietafel.domain.termijn import Termijn
from regietafel.domain.toezicht import Trede
from regietafel.exchange.soorten import SOORTEN
from regietafel.i18n import MAANDEN, UNKNOWN, _, format_date, format_number, sort_key, today
from regietafel.ledger import Ledger
from regietafel.queries.inwoners import gemeente_namen
from regietafel.queries.meegeleverd import missing
from regietafel.queries.opvang import gebied_naam
from ui.kit import style
from ui.kit.details import Line, Part, facts
from ui.kit.dialogs import EditDialog
from ui.kit.gegevens import Soort, adding, edit, gecontroleerd, holds, of_line
from ui.kit.inputs import instant_choice
from ui.kit.screen import Command, Screen
from ui.kit.sections import Board, Content, Section, SectionsScreen
from ui.kit.session import Session

_KEPT = {"adressaat", "trede", "termijn", "procestermijn", "norm", "zekerheid", "alias", "kolomindeling"}
_PLANNED = {"schoolvakantie", "overlegreeks"}


def instellingen(session: Session) -> Screen:
    """The page."""
    board = Board(
        title=_("Instellingen"), manual="instellingen", tables=frozenset({"regio", *_KEPT, *_PLANNED}), content=content
    )
    return SectionsScreen(board, session)


def content(session: Session) -> Content:
    """Regio, addresses, appearance."""
    table, look = session.ledger.regio.find(), style.appearance()
    sections = [
        Section(
            title=_("Regietafel"),
            intro=_("Zo staat de tafel in de brieven. Dit reist mee met het bestand."),
            part=facts(catalog.REGIO, table) if table else None,
            commands=(Command(label=_("Wijzigen"), run=edit_regio, icon="pencil"),),
        ),
        Section(
            title=_("Adressaten"),
            intro=_("Organisaties waaraan de tafel schrijft. Controleer een adres voordat u een brief verstuurt."),
            part=_adressaten(session),
            commands=(FILL,) if missing(session.ledger, Adressaat) else (),
        ),
        Section(
            title=_("Treden van het toezicht"),
            intro=_("Elke provincie heeft eigen treden. Die zonder provincie gelden waar een eigen ladder ontbreekt."),
            part=_treden(session),
            commands=_section_commands(TREDE, missing(session.ledger, Trede)),
        ),
        Section(
            title=_("Termijnen"),
            intro=_("Dagen die elk jaar terugkomen; de eerstvolgende staan op de eerste bladzijde."),
            part=_termijnen(session),
            commands=_section_commands(TERMIJN, missing(session.ledger, Termijn)),
        ),
        Section(
            title=_("Termijnen bij een herverdeling"),
            intro=_("Hoe lang een stap mag duren. Weekenden en feestdagen tellen zoals in de Algemene termijnenwet."),
            part=_procestermijnen(session),
            commands=_section_commands(PROCESTERMIJN, missing(session.ledger, Procestermijn)),
        ),
        Section(
            title=_("Normen"),
            intro=_(
                "Getallen van anderen waarmee het programma rekent. Leg een nieuwe waarde vast als een norm verandert."
            ),
            part=_normen(session),
            commands=_section_commands(NORM, missing(session.ledger, Norm)),
        ),
        Section(
            title=_("Zekerheden"),
            intro=_(
                "Hoe zeker het is dat een locatie of project in deze staat opengaat. De prognose en de pijplijn tellen"
                " het aanbod zo zwaar mee."
            ),
            part=_zekerheden(session),
            commands=_section_commands(ZEKERHEID, missing(session.ledger, Zekerheid)),
        ),
        Section(
            title=_("Schoolvakanties"),
            intro=_(
                "De jaarplanning van een overleg mijdt de vakanties van de regio die u bij de reeks kiest. U ziet ze"
                " vanaf vorig jaar, van de regio's die u koos."
            ),
            part=_schoolvakanties(session),
            commands=_section_commands(SCHOOLVAKANTIE, missing(session.ledger, Schoolvakantie)),
        ),
        Section(
            title=_("Wat het inlezen heeft onthouden"),
            intro=_(
                "Schrijfwijzen die u één keer hebt bevestigd. Verwijdert u er een, dan vraagt het inlezen opnieuw."
            ),
            part=_onthouden(session),
        ),
        Section(
            title=_("Uiterlijk"),
            intro=_("Alleen op deze computer."),
            build=lambda: instant_choice(_("Uiterlijk"), style.MODES, look.mode, look.choose),
        ),
    ]
    return Content(sections)


def edit_regio(screen: Screen, _record: object) -> None:
    """Name, people and addresses of the table."""
    if table := screen.session.ledger.regio.find():
        edit(screen, table, _("Regietafel"), catalog.REGIO, regio.edit_regio)


def edit_adressaat(screen: Screen, adressaat: Adressaat) -> None:
    """One address, with where it was found and when it was checked."""
    edit(screen, adressaat, adressaat.organisatie, catalog.ADRESSAAT, regio.edit_adressaat)


def renew_norm(screen: Screen, norm: Norm) -> None:
    """The same norm with another value from a day on; what held before stays."""
    fields = [replace(field, required=field.required or field.name == "geldig_vanaf") for field in catalog.NORM]
    begin = {"omschrijving": norm.omschrijving, "eenheid": norm.eenheid, "gecontroleerd_op": today()}

    def save(values: dict[str, Any]) -> None:
        normen.edit_norm(screen.session.ledger, Norm(sleutel=norm.sleutel, **values))

    EditDialog(_("Nieuwe waarde van de norm"), fields, save, record=begin, verb=_("Vastleggen"), parent=screen).exec()


def _provincie(ledger: Ledger) -> Mapping[str, Any]:
    table = ledger.regio.find()
    return {"provincie": table.provincie if table else ""}


TREDE = Soort(
    naam=_("Trede"),
    fields=catalog.TREDE,
    make=Trede,
    save=toezicht.edit_trede,
    remove=toezicht.remove_trede,
    start=_provincie,
)
TERMIJN = Soort(
    naam=_("Termijn"),
    fields=catalog.TERMIJN,
    make=Termijn,
    save=termijnen.edit_termijn,
    remove=termijnen.remove_termijn,
)
PROCESTERMIJN = Soort(
    naam=_("Termijn bij een herverdeling"),
    fields=catalog.PROCESTERMIJN,
    make=Procestermijn,
    save=termijnen.edit_procestermijn,
    remove=termijnen.remove_procestermijn,
)
NORM = Soort(naam=_("Norm"), fields=catalog.NORM, save=normen.edit_norm, remove=normen.remove_norm)
SCHOOLVAKANTIE = Soort(
    naam=_("Schoolvakantie"),
    fields=VAKANTIEVELDEN,
    make=Schoolvakantie,
    save=overlegreeksen.edit_schoolvakantie,
    remove=overlegreeksen.remove_schoolvakantie,
)
ZEKERHEID = Soort(naam=_("Zekerheid"), fields=catalog.ZEKERHEID[1:], save=normen.edit_zekerheid)
RENEW = Command(label=_("Nieuwe waarde vastleggen"), run=renew_norm, icon="plus")
FILL = Command(
    label=_("Meegeleverde gegevens aanvullen"),
    run=lambda screen, _record: regio.add_meegeleverd(screen.session.ledger),
    icon="download",
)


def _section_commands(soort: Soort, missing: Sequence[Gegeven]) -> tuple[Command, ...]:
    """To add one; and what ships, while some of it is missing."""
    return (*((adding(soort),) if soort.make else ()), *((FILL,) if missing else ()))


def _list(
    rows: Iterable[Any],
    texts: Callable[[Any], tuple[str, ...]],
    headings: tuple[str, ...],
    empty: str,
    commands: Sequence[Command],
    *,
    note: Callable[[Any], str] = lambda _each: "",
    narrow: frozenset[int] = frozenset(),
) -> Part:
    """A line for each; the last column is when it was checked."""
    lines = [Line(texts=(*texts(each), gecontroleerd(each)), note=note(each), record=each) for each in rows]
    headings = (*headings, _("Gecontroleerd op"))
    return Part(lines=lines, headings=headings, empty=empty, narrow=narrow, commands=commands)


def _adressaten(session: Session) -> Part:
    def texts(each: Adressaat) -> tuple[str, str]:
        where = each.postadres, f"{each.postcode} {each.plaats}".strip()
        name = " · ".join(filter(None, (each.organisatie, each.onderdeel)))
        return name, ", ".join(filter(None, where)) or UNKNOWN

    return _list(
        session.ledger.adressaten,
        texts,
        (_("Organisatie"), _("Adres")),
        _("Dit bestand kent nog geen adressaten."),
        (Command(label=_("Wijzigen"), run=edit_adressaat, icon="pencil"),),
    )


def _treden(session: Session) -> Part:
    def texts(each: Trede) -> tuple[str, str]:
        name = f"{each.volgorde}. {each.naam}" + (f" ({each.kleur})" if each.kleur else "")
        return each.provincie or _("elke provincie"), name

    return _list(
        sorted(session.ledger.treden, key=lambda trede: (not trede.provincie, trede.provincie, trede.volgorde)),
        texts,
        (_("Provincie"), _("Trede")),
        _("Dit bestand kent nog geen treden."),
        of_line(TREDE),
        note=lambda each: each.betekenis,
    )


def _termijnen(session: Session) -> Part:
    return _list(
        sorted(session.ledger.termijnen, key=lambda termijn: (termijn.maand, termijn.dag)),
        lambda each: (f"{each.dag} {MAANDEN[each.maand - 1]}", each.omschrijving),
        (_("Dag"), _("Wat")),
        _("Dit bestand kent nog geen termijnen."),
        of_line(TERMIJN),
        narrow=frozenset({0}),
    )


def _procestermijnen(session: Session) -> Part:
    return _list(
        session.ledger.procestermijnen,
        lambda each: (each.omschrijving, each.in_words()),
        (_("Wat"), _("Binnen")),
        _("Dit bestand kent nog geen termijnen bij een herverdeling."),
        of_line(PROCESTERMIJN),
        note=lambda each: each.bron,
        narrow=frozenset({1}),
    )


def _normen(session: Session) -> Part:
    return _list(
        session.ledger.normen,
        lambda each: (each.omschrijving, f"{format_number(each.waarde)} {each.eenheid}"),
        (_("Norm"), _("Waarde")),
        _("Dit bestand kent nog geen normen."),
        (*of_line(NORM), RENEW),
        note=holds,
        narrow=frozenset({1}),
    )


def _zekerheden(session: Session) -> Part:
    return _list(
        sorted(session.ledger.zekerheden, key=lambda zekerheid: STATEN.index(zekerheid.staat)),
        lambda each: (STAAT_NAMEN[each.staat], f"{each.zekerheid} %"),
        (_("Staat"), _("Zekerheid")),
        _("Dit bestand kent nog geen zekerheden."),
        of_line(ZEKERHEID),
        note=holds,
        narrow=frozenset({1}),
    )


def _schoolvakanties(session: Session) -> Part:
    """From last year on, and of the regions that a series looks at: the others are no use when planning."""
    regios = {reeks.vakantieregio for reeks in session.ledger.overlegreeksen if reeks.vakantieregio} or {*REGIOS}
    since = today() - datetime.timedelta(days=365)
    rows = [each for each in session.ledger.schoolvakanties if each.regio in regios and each.einde >= since]

    def texts(each: Schoolvakantie) -> tuple[str, str]:
        days = _("{begin} t/m {einde}").format(begin=format_date(each.begin), einde=format_date(each.einde))
        return _("{naam}, {regio}").format(naam=each.naam, regio=each.regio), days

    return _list(
        sorted(rows, key=lambda each: (each.begin, each.regio)),
        texts,
        (_("Vakantie"), _("Dagen")),
        _("Dit bestand kent geen schoolvakanties vanaf vorig jaar."),
        of_line(SCHOOLVAKANTIE),
    )


def _onthouden(session: Session) -> Part:
    names = gemeente_namen(session.ledger)
    lines = [
        Line(texts=(each.naam, names.get(each.gm_code) or gebied_naam(each.gm_code)), record=each)
        for each in sorted(session.ledger.aliassen, key=lambda alias: sort_key(alias.naam))
    ]
    for layout in session.ledger.kolomindelingen:
        soort = SOORTEN[layout.soort].label if layout.soort in SOORTEN else layout.soort
        lines.append(Line(texts=(_("kolommen die u aanwees"), soort), record=layout))
    return Part(
        lines=lines,
        headings=(_("Zoals gedrukt"), _("Wat het is")),
        empty=_("Nog niets."),
        commands=(
            Command(
                label=_("Vergeten"),
                run=lambda screen, kept: inlezen.forget(screen.session.ledger, kept),
                icon="trash-2",
            ),
        ),
    )
