"""Settings: the table itself and those it writes to (in the file), and how the program looks (on this computer)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
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
THEMES = {_("Zoals het systeem"): style.SYSTEM, _("Licht"): style.LIGHT_MODE, _("Donker"): style.DARK_MODE}


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
            build=lambda: instant_choice(_("Uiterlijk"), THEMES, look.mode, look.choose),
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
    soort: Soort,
    lines: Sequence[Line],
    headings: tuple[str, ...],
    empty: str,
    *more: Command,
    narrow: frozenset[int] = frozenset(),
) -> Part:
    """The last column of each is when it was checked."""
    headings = (*headings, _("Gecontroleerd op"))
    return Part(lines=lines, headings=headings, empty=empty, narrow=narrow, commands=(*of_line(soort), *more))


def _treden(session: Session) -> Part:
    lines = [
        Line(
            texts=(
                each.provincie or _("elke provincie"),
                f"{each.volgorde}. {each.naam}" + (f" ({each.kleur})" if each.kleur else ""),
                gecontroleerd(each),
            ),
            note=each.betekenis,
            record=each,
        )
        for each in sorted(
            session.ledger.treden, key=lambda trede: (not trede.provincie, trede.provincie, trede.volgorde)
        )
    ]
    return _list(TREDE, lines, (_("Provincie"), _("Trede")), _("Dit bestand kent nog geen treden."))


def _termijnen(session: Session) -> Part:
    lines = [
        Line(texts=(f"{each.dag} {MAANDEN[each.maand - 1]}", each.omschrijving, gecontroleerd(each)), record=each)
        for each in sorted(session.ledger.termijnen, key=lambda termijn: (termijn.maand, termijn.dag))
    ]
    return _list(TERMIJN, lines, (_("Dag"), _("Wat")), _("Dit bestand kent nog geen termijnen."), narrow=frozenset({0}))


def _procestermijnen(session: Session) -> Part:
    lines = [
        Line(texts=(each.omschrijving, each.in_words(), gecontroleerd(each)), note=each.bron, record=each)
        for each in session.ledger.procestermijnen
    ]
    return _list(
        PROCESTERMIJN,
        lines,
        (_("Wat"), _("Binnen")),
        _("Dit bestand kent nog geen termijnen bij een herverdeling."),
        narrow=frozenset({1}),
    )


def _normen(session: Session) -> Part:
    lines = [
        Line(texts=(each.omschrijving, _value(each), gecontroleerd(each)), note=holds(each), record=each)
        for each in session.ledger.normen
    ]
    return _list(
        NORM, lines, (_("Norm"), _("Waarde")), _("Dit bestand kent nog geen normen."), RENEW, narrow=frozenset({1})
    )


def _zekerheden(session: Session) -> Part:
    lines = [
        Line(texts=(STAAT_NAMEN[each.staat], f"{each.zekerheid} %", gecontroleerd(each)), note=holds(each), record=each)
        for each in sorted(session.ledger.zekerheden, key=lambda zekerheid: STATEN.index(zekerheid.staat))
    ]
    return _list(
        ZEKERHEID,
        lines,
        (_("Staat"), _("Zekerheid")),
        _("Dit bestand kent nog geen zekerheden."),
        narrow=frozenset({1}),
    )


def _schoolvakanties(session: Session) -> Part:
    """From last year on, and of the regions that a series looks at: the others are no use when planning."""
    regios = {reeks.vakantieregio for reeks in session.ledger.overlegreeksen if reeks.vakantieregio} or {*REGIOS}
    since = today() - datetime.timedelta(days=365)
    rows = [each for each in session.ledger.schoolvakanties if each.regio in regios and each.einde >= since]
    lines = [
        Line(
            texts=(
                _("{naam}, {regio}").format(naam=each.naam, regio=each.regio),
                _("{begin} t/m {einde}").format(begin=format_date(each.begin), einde=format_date(each.einde)),
                gecontroleerd(each),
            ),
            record=each,
        )
        for each in sorted(rows, key=lambda each: (each.begin, each.regio))
    ]
    empty = _("Dit bestand kent geen schoolvakanties vanaf vorig jaar.")
    return _list(SCHOOLVAKANTIE, lines, (_("Vakantie"), _("Dagen")), empty)


def _value(norm: Norm) -> str:
    return f"{format_number(norm.waarde)} {norm.eenheid}"


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


def _adressaten(session: Session) -> Part:
    lines = [
        Line(
            texts=(
                " · ".join(filter(None, (each.organisatie, each.onderdeel))),
                ", ".join(filter(None, (each.postadres, f"{each.postcode} {each.plaats}".strip()))) or UNKNOWN,
                gecontroleerd(each),
            ),
            record=each,
        )
        for each in session.ledger.adressaten
    ]
    return Part(
        lines=lines,
        headings=(_("Organisatie"), _("Adres"), _("Gecontroleerd op")),
        empty=_("Dit bestand kent nog geen adressaten."),
        commands=(Command(label=_("Wijzigen"), run=edit_adressaat, icon="pencil"),),
    )
