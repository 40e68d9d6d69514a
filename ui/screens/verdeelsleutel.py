"""The verdeelsleutel: what each member gets of a national number, method beside method and beside the circulaire."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from regietafel.catalog.verdeling import METHODEN, VERDEELVRAAG, VERDELING
from regietafel.domain.verdeelsleutel import UITLEG, Methode, wadden
from regietafel.errors import RegietafelError
from regietafel.i18n import UNKNOWN, _, format_change, format_number
from regietafel.queries.inwoners import landelijke_inwoners
from regietafel.queries.verdeling import (
    LandelijkeVerdeling,
    VerdelingRegel,
    known_totaal,
    verdeling,
    wijkt_af,
)
from regietafel.queries.verdeling_uitleg import show_deler, uitleg
from ui.kit.cards import Card, State
from ui.kit.details import Detail, Line, Part
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.forms import AlreadySaid, Form
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.tables import sums

KnownOf = Callable[[Session, str], Sequence[Part]]
PROGNOSE = State("◇", _("prognose"), "level")
_PAUSE = 300  # ms after the last key before everything is divided again


class Vraag(QWidget):
    """The line in which one asks, and ``antwoord``: what came out; None until there is a number to divide."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = Form(VERDEELVRAAG, side_by_side=True)
        self.antwoord: LandelijkeVerdeling | None = None
        self._known: object = None
        self._typed: dict[object, tuple[str, str]] = {}  # what one filled in elsewhere comes back
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self.asked)
        self.form.load({"methode": Methode.ADAMS, "wadden": True})
        self.form.changed.connect(self._pause.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)

    def answer(self, session: Session) -> LandelijkeVerdeling | None:
        """Divide what is asked now. What cannot be is said under the input."""
        self.antwoord = None
        self._prefill(session)
        try:
            asked = self.form.values(go_to_problem=False)
            if asked["totaal"] is not None:
                samen = wadden(landelijke_inwoners(session.ledger, session.periode).inwoners) if asked["wadden"] else ()
                self.antwoord = verdeling(
                    session.ledger, session.periode, asked["totaal"], asked["methode"], samen=samen, amv=asked["amv"]
                )
        except AlreadySaid:
            pass
        except RegietafelError as error:
            self.form.show_problem(str(error))
        return self.antwoord

    def _prefill(self, session: Session) -> None:
        """The national number of the newest version, when the periode is another or that number is."""
        known = session.periode, known_totaal(session.ledger, session.periode)
        if known != self._known:
            totaal, amv = self.form.editor("totaal"), self.form.editor("amv")
            assert isinstance(totaal, QLineEdit) and isinstance(amv, QLineEdit)
            self._typed[self._known] = totaal.text(), amv.text()
            self._known = known
            proposal = "" if known[1] is None else format_number(known[1]), ""
            for editor, text in zip((totaal, amv), self._typed.get(known, proposal), strict=True):
                editor.setText(text)
            self._pause.stop()  # it is divided now


class VerdeelScreen(ListScreen):
    """The list, with the line above it in which one asks."""

    def __init__(self, listing: Listing, session: Session, export: Export, vraag: Vraag) -> None:
        super().__init__(listing, session, export)
        self.vraag = vraag
        vraag.asked.connect(self.refresh)

    def refresh(self) -> None:
        super().refresh()
        antwoord = self.vraag.antwoord  # what is exported or printed says what it is
        words = _("{titel} {periode}, prognose") if antwoord and antwoord.is_prognose else _("{titel} {periode}")
        self.title = words.format(titel=self.listing.title, periode=self.session.periode)

    def take_focus(self) -> None:
        """To the table, or to the number that is missing."""
        if self.model.all_records:
            super().take_focus()
        else:
            self.vraag.form.editor("totaal").setFocus()


def verdeelsleutel(
    session: Session, export: Export, commands: Sequence[Command], known_of: KnownOf, tables: frozenset[str]
) -> Screen:
    """The page; ``commands`` change by what is divided, ``known_of`` shows what the file knows of that."""
    vraag = Vraag()

    def rows(session: Session) -> Sequence[VerdelingRegel]:
        antwoord = vraag.answer(session)
        return antwoord.leden if antwoord else ()

    def remarks(_session: Session, _regels: Sequence[VerdelingRegel]) -> Sequence[str]:
        if (antwoord := vraag.antwoord) is None:
            return ()
        return (*([antwoord.waarde] if antwoord.is_prognose else []), *antwoord.opmerkingen)

    def detail(session: Session, regel: VerdelingRegel) -> Detail:
        assert vraag.antwoord is not None
        parts = (*_parts(vraag.antwoord, regel), *known_of(session, regel.gm_code))
        state = PROGNOSE if vraag.antwoord.is_prognose else None
        return Detail(title=regel.gemeente, subtitle=vraag.antwoord.waarde, state=state, parts=parts, commands=commands)

    listing = Listing(
        key="verdeelsleutel",
        title=_("Verdeelsleutel"),
        manual="verdeelsleutel",
        by_periode=True,
        fields=VERDELING,
        hidden=frozenset({"gm_code", "gedrukt_amv"}),
        rows=rows,
        tables=tables | {"taakstelling", "taakstellingsversie"},
        totals=sums("inwoners", *Methode, "amv", "gedrukt", "gedrukt_amv", "verschil"),
        tones={"verschil": lambda regel: "behind" if regel.verschil else ""},
        cards=lambda _session, _regels: cards(vraag.antwoord),
        remarks=remarks,
        above=lambda _screen: vraag,
        chips=(Chip(_("Wijkt af van de circulaire"), wijkt_af),),
        commands=commands,
        detail=detail,
        empty=Empty(
            sentence=_(
                "Vul hierboven het landelijke aantal in. U ziet dan wat elke gemeente van de tafel krijgt: als controle"
                " op de circulaire, of als prognose zolang die er niet is."
            )
        ),
    )
    return VerdeelScreen(listing, session, export, vraag)


def cards(antwoord: LandelijkeVerdeling | None) -> list[Card]:
    """The sum, the divisor, the members, and how far that is from the circulaire."""
    if antwoord is None:
        return []
    gekozen = antwoord.gekozen
    more = gekozen.som - gekozen.totaal
    made = [
        Card(
            label=_("Som over Nederland"),
            figure=format_number(gekozen.som),
            note=_("{n} meer dan het aantal").format(n=format_number(more)) if more else _("precies het aantal"),
        ),
        Card(
            label=_("Deler"),
            figure=show_deler(gekozen.deler),
            note=_("inwoners per persoon") if gekozen.deler else _("deze methode heeft er hier geen"),
        ),
        Card(
            label=_("Leden samen"),
            figure=format_number(antwoord.som_leden),
            state=PROGNOSE if antwoord.is_prognose else None,
            note=_("{n} gemeenten").format(n=format_number(len(antwoord.leden))),
        ),
    ]
    if antwoord.afwijkend is not None:
        figure, note = format_number(antwoord.afwijkend), _("de circulaire geldt")
        made.append(Card(label=_("Wijkt af van de circulaire"), figure=figure, note=note))
    return made


def _parts(antwoord: LandelijkeVerdeling, regel: VerdelingRegel) -> list[Part]:
    """How the number arises, and what the other methods and the circulaire say."""
    labels = {methode: label for label, methode in METHODEN.items()}
    sentences = [Line(texts=(sentence,)) for sentence in (*uitleg(antwoord, regel.gm_code), UITLEG[antwoord.methode])]
    lines = []
    for methode, label in labels.items():
        aantal: int | None = getattr(regel, methode)
        other = UNKNOWN if aantal is None or regel.gedrukt is None else format_change(aantal - regel.gedrukt)
        lines.append(Line(texts=(label, format_number(aantal), other), strong=methode is antwoord.methode))
    lines.append(Line(texts=(_("Circulaire"), format_number(regel.gedrukt), "")))
    return [
        Part(title=_("Hoe dit aantal ontstaat: {methode}").format(methode=labels[antwoord.methode]), lines=sentences),
        Part(
            title=_("Naast elkaar"),
            headings=(_("Methode"), _("Aantal"), _("Verschil")),
            lines=lines,
            right=frozenset({1, 2}),
        ),
    ]
