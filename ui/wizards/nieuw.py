"""A new file: which gemeenten, what the table is called, where to save it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from regietafel import catalog, reference
from regietafel.actions import nieuw
from regietafel.i18n import _, sort_key
from ui.kit.choices import PathStep, Way, WayStep
from ui.kit.dialogs import documents_folder
from ui.kit.wizard import DraftWizard, Step

KIND = _("Regietafelbestanden (*.regietafel)")


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What the steps fill in."""

    way: str = ""
    chosen: tuple[str, ...] = ()
    proposed: str = ""
    naam: str = ""
    path: Path = Path()

    @property
    def keuze(self) -> nieuw.Keuze:
        """The gemeenten that go with the chosen way."""
        ways = {"regio": nieuw.of_veiligheidsregio, "provincie": nieuw.of_provincie}
        if self.way in ways:
            return ways[self.way](self.chosen[0])
        return nieuw.of_names(self.chosen) if self.way == "zelf" else nieuw.of_land()


def nieuw_wizard(parent: QWidget | None) -> DraftWizard:
    """The wizard; after it was accepted ``draft.path`` is the new file."""
    steps = [
        Step(
            title=_("Welke gemeenten"),
            intro=_("Kies de gemeenten van de regietafel. Later kunt u er een bij of af doen."),
            build=lambda: WayStep(_ways()),
            settle=propose_name,
        ),
        Step(
            title=_("Naam"),
            intro=_("Zo heet de tafel in het venster en in de brieven."),
            fields=catalog.REGIO[:1],
        ),
        Step(
            title=_("Waar bewaren"),
            intro=_("Alles staat in één bestand. Het mag op een netwerkschijf staan."),
            build=lambda: PathStep(KIND, propose),
        ),
    ]
    return DraftWizard(_("Nieuw bestand"), Draft(), steps, make, verb=_("Bestand maken"), parent=parent)


def propose_name(draft: Draft) -> Draft:
    """Another choice of gemeenten brings another name; otherwise what was typed stays."""
    name = draft.keuze.tafel
    return draft if name == draft.proposed else replace(draft, proposed=name, naam=name)


def propose(draft: Draft) -> Path:
    """In the documents folder, named after the table; never the name of a file that is there."""
    name = "".join(sign for sign in draft.naam if sign.isalnum() or sign in " -()'").strip() or _("Regietafel")
    folder, number = documents_folder(), 1
    path = folder / f"{name}.regietafel"
    while path.exists():
        number += 1
        path = folder / f"{name} {number}.regietafel"
    return path


def make(draft: Draft) -> None:
    """Write the file."""
    nieuw.make_file(draft.path, draft.keuze, draft.naam)


def _ways() -> list[Way]:
    def names(areas: tuple[reference.Gebied, ...]) -> list[str]:
        return sorted((area.naam for area in areas), key=sort_key)

    return [
        Way(key="regio", label=_("De gemeenten van een veiligheidsregio"), one_of=names(reference.veiligheidsregios())),
        Way(key="provincie", label=_("De gemeenten van een provincie"), one_of=names(reference.provincies())),
        Way(key="zelf", label=_("Zelf gemeenten kiezen"), some_of=names(reference.gemeenten())),
        Way(key="land", label=_("Heel Nederland")),
    ]
