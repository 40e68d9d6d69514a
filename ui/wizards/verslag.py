"""The actie- en besluitenlijst: add a row, correct one, take one out, and begin with what was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from regietafel.actions.verslag import link_regel, record_regel, remove_regel
from regietafel.catalog.verslag import VERSLAGREGEL
from regietafel.domain.opvanglocatie import Opvanglocatie
from regietafel.domain.verslag import ACTIE, BESLUIT, Verslagregel
from regietafel.domain.woonproject import Woonproject
from regietafel.errors import RegietafelError
from regietafel.exchange.vergaderregel import Houder, read_regel
from regietafel.fields import Field
from regietafel.i18n import _, enumerate_some, sort_key, today
from regietafel.ledger import Ledger
from regietafel.queries.agenda import agenda
from regietafel.queries.gemeenten import gemeente_names
from regietafel.queries.partijen import partijen
from regietafel.queries.verslag import lijstregel, themas
from ui.kit.dialogs import EditDialog
from ui.kit.forms import Values
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

_NONE = {_("geen"): None}
_HOUDERS = Field(
    name="houders",
    label=_("Wie doet het"),
    help=_("Een gemeente of een organisatie; meer namen met een komma ertussen. Alleen bij een actie."),
)
_HERVERDELING, _LOCATIE, _PROJECT = "herverdeling_id", "locatie_id", "project_id"
_BEGINNEN = Field(
    name="wat",
    label=_("Wat begint hiermee"),
    choices={
        _("een herverdeling"): _HERVERDELING,
        _("een opvanglocatie"): _LOCATIE,
        _("een woonproject"): _PROJECT,
    },
    required=True,
    help=_("Wat u maakt, wordt aan dit besluit gekoppeld."),
)


class RegelDialog(EditDialog):
    """One row; only an action has who does it and before which day."""

    def __init__(self, session: Session, old: Verslagregel, parent: QWidget) -> None:
        ledger = session.ledger
        self._ledger, self._old = ledger, old
        self._names = [each.naam for each in partijen(ledger)]
        self._shown = _shown(ledger, old)
        super().__init__(
            _("Regel wijzigen") if old.id else _("Regel toevoegen"),
            _fields(ledger, old.overleg_id),
            self._record,
            record=self._shown,
            verb="" if old.id else _("Toevoegen"),
            warning=self._doubt,
            parent=parent,
        )
        self._complete("thema", QCompleter(list(themas(ledger))))
        self._complete("houders", _NamesCompleter(self._names))
        self.form.changed.connect(self._show_for_actie)
        self._show_for_actie()

    def _complete(self, name: str, completer: QCompleter) -> None:
        line = self.form.editor(name)
        assert isinstance(line, QLineEdit)
        completer.setParent(line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(completer)

    def _show_for_actie(self) -> None:
        actie = self.form.editor("soort").property("currentText") == _LABELS[ACTIE]
        for name in ("houders", "voor"):
            self.form.editor(name).setEnabled(actie)

    def _houders(self, values: Mapping[str, Any]) -> Sequence[Houder]:
        """Those named, read as in the meeting; what nobody knows is an organisation. Left as they were they stay."""
        if values["soort"] != ACTIE:
            return ()
        if self._is_untouched(values):
            regel = lijstregel(self._ledger, self._old.id or 0)
            return [Houder(*each) for each in zip(regel.houder_ids, regel.houders, strict=True)]
        return read_houders(values["houders"].strip(), self._ledger)

    def _is_untouched(self, values: Mapping[str, Any]) -> bool:
        return self._old.id is not None and values["houders"] == self._shown["houders"]

    def _doubt(self, values: Values) -> str:
        if self._is_untouched(values):
            return ""  # who is on record already
        strange = [each.naam for each in self._houders(values) if each.naam not in self._names]
        words = _("{namen} is niet bekend. Als organisatie vastleggen?")
        return words.format(namen=enumerate_some(strange)) if strange else ""

    def _record(self, values: Values) -> None:
        houders = self._houders(values)
        kept = {name: value for name, value in values.items() if name != "houders"}
        if values["soort"] != ACTIE:
            kept["voor"] = None
        regel = replace(self._old, **kept)
        record_regel(self._ledger, regel, [(each.gemeente_id, each.naam) for each in houders])


def read_houders(said: str, ledger: Ledger) -> Sequence[Houder]:
    """Who is named in ``Almelo, het COA``. Raises RegietafelError when these are no names."""
    if not said:
        return ()
    found = read_regel(f"A {said}: -", partijen(ledger), today()).houders
    if not found or ":" in said:
        raise RegietafelError(_("“{tekst}” is geen naam. Zet een komma tussen de namen.").format(tekst=said[:80]))
    return found


def edit_regel(session: Session, parent: QWidget, regel_id: int) -> None:
    """Correct a row. Raises RegietafelError when it is gone."""
    RegelDialog(session, session.ledger.verslagregels.get(regel_id), parent).exec()


def edit(screen: Screen, regel: Any) -> None:
    """Correct a row of a list, found by its ``id``."""
    edit_regel(screen.session, screen, regel.id)


def add(screen: Screen, overleg: Any) -> None:
    """Another row for the list of a meeting, found by its ``id``."""
    RegelDialog(screen.session, Verslagregel(overleg_id=overleg.id, soort=BESLUIT, tekst="-"), screen).exec()


def remove(screen: Screen, regel: Any) -> None:
    """Take a row out; the bar below offers to undo it."""
    ledger = screen.session.ledger
    remove_regel(ledger, ledger.verslagregels.get(regel.id))


def start(screen: Screen, regel: Any) -> None:
    """Begin with what was decided, and let the row refer to it."""
    chosen: list[str] = []
    link = partial(link_regel, screen.session.ledger, regel.id)
    title = _("Uitvoering beginnen")
    save: Callable[[Values], object] = lambda values: chosen.append(values["wat"])  # noqa: E731 # one line of a form
    EditDialog(title, (_BEGINNEN,), save, record={"wat": _HERVERDELING}, verb=_("Beginnen"), parent=screen).exec()
    if chosen:
        _BEGIN[chosen[0]](screen, lambda made_id: link(**{chosen[0]: made_id}))


def _begin_herverdeling(screen: Screen, made: Callable[[int], object]) -> None:
    from ui.wizards.herverdeling import open_herverdeling

    open_herverdeling(screen.session, screen, made=made)


def _begin_locatie(screen: Screen, made: Callable[[int], object]) -> None:
    from ui.wizards import locatie

    ledger = screen.session.ledger
    before = {each.id for each in ledger.opvanglocaties}
    locatie.add(screen, None)
    for each in ledger.opvanglocaties:
        if each.id is not None and each.id not in before:
            made(each.id)


def _begin_project(screen: Screen, made: Callable[[int], object]) -> None:
    from ui.wizards.project import ProjectDialog

    dialog = ProjectDialog(screen, None)
    if dialog.exec() == ProjectDialog.DialogCode.Accepted and dialog.made.id is not None:
        made(dialog.made.id)


_BEGIN: Mapping[str, Callable[[Screen, Callable[[int], object]], None]] = {
    _HERVERDELING: _begin_herverdeling,
    _LOCATIE: _begin_locatie,
    _PROJECT: _begin_project,
}
_LABELS = {key: label for label, key in (VERSLAGREGEL[0].choices or {}).items()}


def _fields(ledger: Ledger, overleg_id: int) -> tuple[Field, ...]:
    soort, tekst, *rest = VERSLAGREGEL
    fields = {each.name: each for each in rest}
    punten = {f"{each.nummer} {each.titel}": each.id for each in agenda(ledger, overleg_id)}
    locaties, projecten = _places(ledger, ledger.opvanglocaties), _places(ledger, ledger.woonprojecten)
    herverdelingen = {each.kenmerk: each.id for each in ledger.herverdelingen}
    return (
        soort,
        tekst,
        _HOUDERS,
        fields["voor"],
        fields["thema"],
        fields["vraag"],
        Field(name="agendapunt_id", label=_("Agendapunt"), choices=_NONE | punten, required=True),
        Field(name=_HERVERDELING, label=_("Herverdeling"), choices=_NONE | herverdelingen, required=True),
        Field(name=_LOCATIE, label=_("Locatie"), choices=_NONE | locaties, required=True),
        Field(name=_PROJECT, label=_("Project"), choices=_NONE | projecten, required=True),
    )


def _places(ledger: Ledger, rows: Iterable[Opvanglocatie | Woonproject]) -> dict[str, int | None]:
    """By a name that is of one: two gemeenten may both have a place of that name."""
    gemeenten = gemeente_names(ledger)
    named = {f"{each.naam} ({gemeenten[each.gemeente_id]})": each.id for each in rows}
    return {naam: named[naam] for naam in sorted(named, key=sort_key)}


def _shown(ledger: Ledger, old: Verslagregel) -> Mapping[str, Any]:
    if old.id is None:
        return {"soort": old.soort, "agendapunt_id": old.agendapunt_id}
    return vars(old) | {"houders": ", ".join(lijstregel(ledger, old.id).houders)}


class _NamesCompleter(QCompleter):
    """Completes the last of several names with commas between them."""

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        model: QAbstractItemModel = self.model()
        line = self.widget()
        before = line.text().rpartition(",")[0] if isinstance(line, QLineEdit) else ""
        name = str(model.data(index))
        return f"{before}, {name}" if before else name


EDIT = Command(
    label=_("Wijzigen"),
    run=edit,
    icon="pencil",
    keys="F2",
    allowed=lambda regel: regel.may_change,
    refusal=_("Het verslag is vastgesteld en verandert niet meer. Heropen het overleg eerst."),
)
REMOVE = replace(EDIT, label=_("Verwijderen"), run=remove, icon="trash-2", keys="Del")
NEW = Command(label=_("Regel toevoegen…"), run=add, icon="plus")
START = Command(
    label=_("Uitvoering beginnen…"),
    run=start,
    icon="arrow-left-right",
    allowed=lambda regel: regel.soort == BESLUIT,
    refusal=_("Alleen met een besluit kan de uitvoering beginnen."),
)
