"""Dialogs to record what happens to an agreement: what colleges do, who was told, what the COA said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from regietafel.actions.behandeling import (
    completes,
    record_behandelingen,
    record_kennisgevingen,
    record_verwerking,
)
from regietafel.actions.herverdeling import refuse_future, withdraw_herverdeling
from regietafel.catalog import BEHANDELING, BEKENDMAKING, BESLUIT, CONTACT, KENNISGEVING, VERWERKING, WEIGERING
from regietafel.catalog.herverdeling import VOORLEGGING
from regietafel.domain.behandeling import ADRESSATEN, Behandeling, Kennisgeving, Verwerking
from regietafel.errors import RegietafelError
from regietafel.fields import DATUM, JA_NEE, Field
from regietafel.i18n import _, format_date_long, today
from regietafel.queries.herverdelingen import HerverdelingBlad, Partijregel
from ui.kit.screen import Screen

Values = dict[str, Any]
Facts = Callable[[Values], Sequence[Behandeling]]


def lay_before(screen: Screen, view: HerverdelingBlad) -> None:
    """Which colleges were asked, and when; all that were not yet are ticked."""
    open_ = [each for each in view.partijen if not each.behandeling.voorgelegd_op and not each.behandeling.besluit_op]

    def facts(values: Values) -> list[Behandeling]:
        chosen = _chosen(open_, values, _("Kies aan welke colleges het is voorgelegd."))
        return [replace(each.behandeling, voorgelegd_op=values["voorgelegd_op"]) for each in chosen]

    fields = (replace(VOORLEGGING, required=True), *_ticks(open_))
    begin = {"voorgelegd_op": today(), **{_tick(each): True for each in open_}}
    _record(screen, view, (_("Voorleggen aan de colleges"), fields, begin), facts)


def decide(screen: Screen, view: HerverdelingBlad, partij: Partijregel | None = None) -> None:
    """What one college decided: it agreed, or refused and why."""
    open_ = [each for each in view.partijen if not each.behandeling.besluit_op]
    datum, *rest = BESLUIT
    fields = (replace(datum, required=True), *rest, *WEIGERING)
    _of_one(screen, view, partij or open_, _("Besluit vastleggen"), fields)


def announce(screen: Screen, view: HerverdelingBlad, partij: Partijregel | None = None) -> None:
    """When and where one college announced its decision."""
    open_ = [each for each in view.partijen if announces(view, each)]
    datum, *rest = BEKENDMAKING
    _of_one(screen, view, partij or open_, _("Bekendmaking vastleggen"), (replace(datum, required=True), *rest))


def edit_partij(screen: Screen, view: HerverdelingBlad, partij: Partijregel) -> None:
    """Everything that is known of one college; of what is in force only what is no part of the decision."""
    free = {CONTACT.name, "besluitnummer", "ondertekenaar", "vindplaats"}
    fields = [each for each in BEHANDELING if view.in_werking_op is None or each.name in free]

    def facts(values: Values) -> list[Behandeling]:
        return [replace(partij.behandeling, **values)]

    _record(screen, view, (_college(partij), fields, partij.behandeling), facts, verb=_("Opslaan"))


def notify(screen: Screen, view: HerverdelingBlad) -> None:
    """Who was told, when and by which way; all that were not told yet are ticked."""
    told = {each.aan for each in view.kennisgevingen}
    untold = {aan: naam for aan, naam in ADRESSATEN.items() if aan not in told}
    _aan, datum, wijze, _ontvangst = KENNISGEVING
    ticks = [Field(name=aan, label=naam[:1].upper() + naam[1:], kind=JA_NEE) for aan, naam in untold.items()]

    def save(values: Values) -> None:
        chosen = [aan for aan in untold if values[aan]]
        if not chosen:
            raise RegietafelError(_("Kies aan wie de kennisgeving is verstuurd."))
        sent = {"datum": values["datum"], "wijze": values["wijze"]}
        made = [Kennisgeving(herverdeling_id=view.id, aan=aan, **sent) for aan in chosen]
        record_kennisgevingen(screen.session.ledger, made)

    begin = {"datum": today(), **dict.fromkeys(untold, True)}
    _ask(screen, _("Kennisgeving vastleggen"), (datum, wijze, *ticks), save, begin)


def edit_kennisgeving(screen: Screen, kennisgeving: Kennisgeving) -> None:
    """When it was sent, by which way, and whether it was acknowledged."""

    def save(values: Values) -> None:
        record_kennisgevingen(screen.session.ledger, [replace(kennisgeving, **values)])

    title = _("Kennisgeving aan {naam}").format(naam=ADRESSATEN[kennisgeving.aan])
    _ask(screen, title, KENNISGEVING[1:], save, kennisgeving, verb=_("Opslaan"))


def answered(screen: Screen, view: HerverdelingBlad) -> None:
    """What the COA said: booked, or rejected and why."""

    def save(values: Values) -> None:
        record_verwerking(screen.session.ledger, Verwerking(herverdeling_id=view.id, **values))

    _ask(screen, _("Antwoord van het COA"), VERWERKING, save, {"datum": today()})


def withdraw(screen: Screen, view: HerverdelingBlad) -> None:
    """The parties go no further with it."""
    fields = (
        Field(name="datum", label=_("Datum"), kind=DATUM, required=True),
        replace(WEIGERING[1], required=True),
    )

    def save(values: Values) -> None:
        withdraw_herverdeling(screen.session.ledger, view.id, **values)

    title = _("{kenmerk} intrekken").format(kenmerk=view.kenmerk)
    _ask(screen, title, fields, save, {"datum": today()}, verb=_("Intrekken"))


def _of_one(
    screen: Screen,
    view: HerverdelingBlad,
    partij: Partijregel | Sequence[Partijregel],
    title: str,
    fields: Sequence[Field],
) -> None:
    """Ask one college's facts; of which of them too, unless that is known. The first date is today."""

    def facts(values: Values) -> list[Behandeling]:
        chosen: Partijregel = partij if isinstance(partij, Partijregel) else values["partij"]
        return [replace(chosen.behandeling, **{each.name: values[each.name] for each in fields})]

    if isinstance(partij, Partijregel):
        known = vars(partij.behandeling)
        begin = {**known, fields[0].name: known[fields[0].name] or today()}
        _record(screen, view, (f"{title}: {partij.gemeente}", fields, begin), facts)
    else:
        choices = {each.gemeente: each for each in partij}
        which = Field(name="partij", label=_("College van"), choices=choices, required=True)
        begin = {"partij": partij[0] if partij else None, fields[0].name: today()}
        _record(screen, view, (title, (which, *fields), begin), facts)


def _record(
    screen: Screen, view: HerverdelingBlad, asked: tuple[str, Sequence[Field], Any], facts: Facts, verb: str = ""
) -> None:
    """Ask, and record; before the last fact comes in, say that there is no way back."""

    def warning(values: Values) -> str:
        found = facts(values)
        day = completes(view, found)
        if day is None:
            return ""
        for each in found:
            for known in filter(None, (each.voorgelegd_op, each.besluit_op, each.bekendgemaakt_op)):
                refuse_future(known)
        sentence = _(
            "Dit is de laatste bekendmaking. De herverdeling treedt in werking op {datum} en verandert daarna nooit"
            " meer. Dit kan niet ongedaan worden gemaakt."
        )
        return sentence.format(datum=format_date_long(day))

    def save(values: Values) -> None:
        record_behandelingen(screen.session.ledger, facts(values))

    title, fields, begin = asked
    _ask(screen, title, fields, save, begin, verb=verb, warning=warning)


def _ask(
    screen: Screen,
    title: str,
    fields: Sequence[Field],
    save: Callable[[Values], object],
    begin: Any,
    *,
    verb: str = "",
    warning: Callable[[Values], str] = lambda values: "",
) -> None:
    from ui.kit.dialogs import EditDialog  # only now: the window is up sooner

    EditDialog(
        title,
        fields,
        save,
        record=begin,
        verb=verb or _("Vastleggen"),
        warning=warning,
        warned_verb=_("In werking laten treden"),
        parent=screen,
    ).exec()


def announces(view: HerverdelingBlad, partij: Partijregel) -> bool:
    """Whether this college can announce its decision now; what another refused is not announced."""
    facts = partij.behandeling
    return view.stand.loopt and facts.besloten(view.op) and facts.bekendgemaakt_op is None


def _ticks(partijen: Iterable[Partijregel]) -> list[Field]:
    return [Field(name=_tick(each), label=_college(each), kind=JA_NEE) for each in partijen]


def _tick(partij: Partijregel) -> str:
    return f"gemeente-{partij.gemeente_id}"


def _chosen(partijen: Iterable[Partijregel], values: Values, sentence: str) -> list[Partijregel]:
    found = [each for each in partijen if values[_tick(each)]]
    if not found:
        raise RegietafelError(sentence)
    return found


def _college(partij: Partijregel) -> str:
    return _("College van {gemeente}").format(gemeente=partij.gemeente)
