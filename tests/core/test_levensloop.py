"""Whatever happens in whatever order: the sum stays, no state is illegal, and what is in force never changes."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from regietafel.actions.behandeling import (
    record_behandelingen,
    record_kennisgevingen,
    record_verwerking,
    remove_kennisgeving,
    remove_verwerking,
)
from regietafel.actions.herverdeling import (
    edit_herverdeling,
    make_herverdeling,
    make_zonder,
    remove_herverdeling,
    withdraw_herverdeling,
)
from regietafel.actions.regio import make_regio
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.behandeling import ADRESSATEN, Kennisgeving, Verwerking
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente, Regio
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad
from regietafel.queries.rekening import rekeningen
from tests.core.levensloop_naief import (
    ASKED,
    DAYS,
    NAMEN,
    NOW,
    ONE_DAY,
    PERIODES,
    RAW,
    frozen,
    naive_stand,
    naive_status,
)
from tests.core.snapshots import snapshot

days = st.sampled_from(DAYS)
pairs = st.tuples(st.sampled_from(NAMEN), st.sampled_from(NAMEN)).filter(lambda pair: pair[0] != pair[1])
delen = st.lists(
    st.builds(lambda pair, aantal: Deel(pair[0], pair[1], aantal), pairs, st.integers(1, 15)),
    min_size=1,
    max_size=4,
    unique_by=lambda deel: frozenset((deel.van, deel.naar)),
)
aantallen = st.lists(st.integers(2, 60), min_size=5, max_size=5)


class _Back(Exception):
    """Takes back what a raw statement was let do."""


class Levensloop(RuleBasedStateMachine):
    """Several agreements in one file."""

    steps = taken = begun = 0  # over all runs: steps, those that changed something, agreements that came into force

    @initialize(aantallen=st.tuples(aantallen, aantallen, aantallen))
    def begin(self, aantallen: tuple[list[int], ...]) -> None:
        self.ledger = Ledger.in_memory()
        gemeenten = [
            Gemeente(gm_code=f"GM{1000 + n}", naam=naam, provincie="Overijssel", lid=naam != "Zwolle")
            for n, naam in enumerate(NAMEN)
        ]
        make_regio(self.ledger, Regio(naam="Regietafel Twente"), gemeenten)
        for periode, each in zip(PERIODES, aantallen, strict=True):
            self._publish(periode, DAYS[0], each)
        self.kept: dict[int, Any] = {}
        self.undone: list[Any] = []  # the tables as they were before each step that can be undone
        self.redone: list[Any] = []

    def _publish(self, periode: Periode, datum: datetime.date, aantallen: list[int]) -> None:
        regels = [(n + 1, aantal, None, None) for n, aantal in enumerate(aantallen)]
        import_taakstelling(self.ledger, periode=periode, datum=datum, landelijk=None, bron="", regels=regels)

    def _do(self, action: Callable[[], object]) -> bool:
        """Do it: all of it, or, with a sentence, nothing. Whether anything changed."""
        before, operations = snapshot(self.ledger), self._operations()
        in_force = frozen(self.ledger)
        try:
            action()
        except RegietafelError:
            assert snapshot(self.ledger) == before and self._operations() == operations
            return False
        after = snapshot(self.ledger)
        if after == before:
            assert self._operations() == operations  # nothing in the log either
            return False
        type(self).taken += 1
        self.redone.clear()
        if new := frozen(self.ledger).keys() - in_force.keys():
            self.undone.clear()
            type(self).begun += len(new)
            for id in new:
                self._check_not_below_zero(id)
        else:
            self.undone.append(before)
        return True

    def _operations(self) -> int:
        count: int = self.ledger.db.execute("SELECT count(*) FROM operation").fetchone()[0]
        return count

    def _ids(self) -> list[int]:
        return [each.id for each in self.ledger.herverdelingen if each.id is not None]

    def _open(self) -> list[int]:
        """Those that can still come into force."""
        return [
            each.id
            for each in self.ledger.herverdelingen
            if each.id and not (each.in_werking_op or each.ingetrokken_op)
        ]

    def _check_not_below_zero(self, id: int) -> None:
        """The day it comes into force, and on each day another one does: nobody who hands over is below 0."""
        made = self.ledger.herverdelingen.get(id)
        change: dict[int, int] = {}
        for deel in self.ledger.overdrachten.where(herverdeling_id=id):
            change[deel.van_id] = change.get(deel.van_id, 0) - deel.aantal
            change[deel.naar_id] = change.get(deel.naar_id, 0) + deel.aantal
        parties = {party for party, aantal in change.items() if aantal < 0}
        assert made.in_werking_op
        moments = {each.in_werking_op for each in self.ledger.herverdelingen if each.in_werking_op}
        for day in (each for each in moments if each >= made.in_werking_op):
            for periode in made.periode.through(made.laatste):
                known, moved = naive_stand(self.ledger, periode, day)
                below = {party for party in parties if party in known and known[party] + moved.get(party, 0) < 0}
                assert not below, (made, day, periode, known, moved)

    # what may happen

    @precondition(lambda self: len(self._ids()) < 5)
    @rule(
        delen=delen,
        periode=st.sampled_from(PERIODES[:2]),
        longer=st.integers(0, 2),
        outside=st.sampled_from((True, True, False)),
        at_once=st.one_of(st.none(), days),
    )
    def make(
        self, delen: list[Deel], periode: Periode, longer: int, outside: bool, at_once: datetime.date | None
    ) -> None:
        last = PERIODES[min(PERIODES.index(periode) + longer, 2)]
        agreed = Bepalingen(
            tot_en_met=last if longer else None, reden_langer="eilanden", overleg="1 mei", buiten_tafel=outside
        )
        if self._do(lambda: make_herverdeling(self.ledger, periode, delen, agreed)) and at_once:
            self._complete(self._ids()[-1], at_once, at_once)

    @precondition(lambda self: bool(self._ids()))
    @rule(data=st.data(), delen=delen)
    def edit(self, data: st.DataObject, delen: list[Deel]) -> None:
        id = data.draw(st.sampled_from(self._ids()))
        self._do(lambda: edit_herverdeling(self.ledger, id, delen))

    @precondition(lambda self: bool(self._ids()))
    @rule(data=st.data(), asked=days, aantal=st.sampled_from((1, 9)))
    def voorleggen(self, data: st.DataObject, asked: datetime.date, aantal: int) -> None:
        facts = self._colleges(data, aantal)
        self._do(
            lambda: record_behandelingen(self.ledger, [replace(each, voorgelegd_op=asked) for each in facts], today=NOW)
        )

    @precondition(lambda self: bool(self._ids()))
    @rule(data=st.data(), decided=days, aantal=st.sampled_from((1, 9, 9)))
    def besluit(self, data: st.DataObject, decided: datetime.date, aantal: int) -> None:
        self._record(self._colleges(data, aantal), besluit_op=decided, geweigerd=False, reden="")

    @precondition(lambda self: bool(self._ids()))
    @rule(data=st.data(), decided=days)
    def weigering(self, data: st.DataObject, decided: datetime.date) -> None:
        self._record(self._colleges(data, 1), besluit_op=decided, geweigerd=True, reden="te veel")

    @precondition(lambda self: bool(self._ids()))
    @rule(data=st.data(), announced=days, aantal=st.sampled_from((1, 9, 9)))
    def bekendmaking(self, data: st.DataObject, announced: datetime.date, aantal: int) -> None:
        self._record(self._colleges(data, aantal), bekendgemaakt_op=announced, vindplaats="GB 1")

    @precondition(lambda self: bool(self._open()))
    @rule(data=st.data(), day=days, later=st.integers(0, 40))
    def all_at_once(self, data: st.DataObject, day: datetime.date, later: int) -> None:
        """Every college decides, and announces some days later: so that enough of them come into force."""
        self._complete(data.draw(st.sampled_from(self._open())), day, day + later * ONE_DAY)

    def _complete(self, id: int, besluit: datetime.date, announced: datetime.date) -> None:
        decided: dict[str, Any] = {"voorgelegd_op": None, "besluit_op": besluit, "geweigerd": False, "reden": ""}
        self._record([*blad(self.ledger, id, NOW).behandelingen], **decided, bekendgemaakt_op=announced)

    @precondition(lambda self: bool(self._ids()))
    @rule(data=st.data(), wat=st.sampled_from(("erased", "contact", "besluitnummer")))
    def other_facts(self, data: st.DataObject, wat: str) -> None:
        """What was recorded by mistake goes; what is no date may always change."""
        (old,) = self._colleges(data, 1)
        if wat == "erased":
            self._record([old], voorgelegd_op=None, besluit_op=None, bekendgemaakt_op=None, geweigerd=False)
        else:
            assert self._record([old], **{wat: getattr(old, wat) + "!"})

    @precondition(lambda self: bool(self._ids()))
    @rule(data=st.data(), later=st.integers(-2, 40), aan=st.sampled_from([("coa",), ("vro", "aenm"), (*ADRESSATEN,)]))
    def kennisgeving(self, data: st.DataObject, later: int, aan: tuple[str, ...]) -> None:
        id, begun = self._draw_in_force(data)
        told = [Kennisgeving(herverdeling_id=id, aan=each, datum=begun + later * ONE_DAY) for each in aan]
        self._do(lambda: record_kennisgevingen(self.ledger, told, today=NOW))

    @precondition(lambda self: any(self.ledger.kennisgevingen))
    @rule(data=st.data())
    def no_kennisgeving(self, data: st.DataObject) -> None:
        told = data.draw(st.sampled_from([*self.ledger.kennisgevingen]))
        self._do(lambda: remove_kennisgeving(self.ledger, told))

    @precondition(lambda self: bool(self._ids()))
    @rule(data=st.data(), days=st.lists(st.tuples(st.integers(-2, 90), st.booleans()), min_size=1, max_size=3))
    def verwerking(self, data: st.DataObject, days: list[tuple[int, bool]]) -> None:
        id, begun = self._draw_in_force(data)
        for later, afgekeurd in days:
            said = Verwerking(
                herverdeling_id=id, datum=begun + later * ONE_DAY, afgekeurd=afgekeurd, reden="som" if afgekeurd else ""
            )
            self._do(lambda said=said: record_verwerking(self.ledger, said, today=NOW))  # type: ignore[misc]

    def _draw_in_force(self, data: st.DataObject) -> tuple[int, datetime.date]:
        """An agreement in force, if there is one, and since when."""
        known = sorted(frozen(self.ledger)) or self._ids()
        id = data.draw(st.sampled_from(known))
        return id, self.ledger.herverdelingen.get(id).in_werking_op or DAYS[4]

    @precondition(lambda self: any(self.ledger.verwerkingen))
    @rule(data=st.data())
    def no_verwerking(self, data: st.DataObject) -> None:
        said = data.draw(st.sampled_from([*self.ledger.verwerkingen]))
        self._do(lambda: remove_verwerking(self.ledger, said))

    @precondition(lambda self: bool(self._ids()))
    @rule(data=st.data(), day=days)
    def withdraw(self, data: st.DataObject, day: datetime.date) -> None:
        id = data.draw(st.sampled_from(self._ids()))
        self._do(lambda: withdraw_herverdeling(self.ledger, id, day, "geen draagvlak", today=NOW))

    @precondition(lambda self: bool(self._ids()))
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        id = data.draw(st.sampled_from(self._ids()))
        self._do(lambda: remove_herverdeling(self.ledger, id))

    @precondition(lambda self: 0 < len(self._ids()) < 5)
    @rule(data=st.data(), naam=st.sampled_from(NAMEN))
    def zonder(self, data: st.DataObject, naam: str) -> None:
        id = data.draw(st.sampled_from(self._ids()))
        self._do(lambda: make_zonder(self.ledger, id, [naam]))

    @rule(periode=st.sampled_from(PERIODES), datum=days, aantallen=st.lists(st.integers(0, 60), min_size=5, max_size=5))
    def new_version(self, periode: Periode, datum: datetime.date, aantallen: list[int]) -> None:
        self._do(lambda: self._publish(periode, datum, aantallen))

    @precondition(lambda self: bool(self.undone or self.kept))  # else the making of the file itself
    @rule()
    def undo(self) -> None:
        self._turn_back(self.ledger.undo, self.undone, self.redone)

    @rule()
    def redo(self) -> None:
        self._turn_back(self.ledger.redo, self.redone, self.undone)

    def _turn_back(self, turn: Callable[[], None], source: list[Any], target: list[Any]) -> None:
        before = snapshot(self.ledger)
        try:
            turn()
        except RegietafelError:
            assert not source and snapshot(self.ledger) == before
            return
        assert snapshot(self.ledger) == source.pop()
        target.append(before)

    @precondition(lambda self: bool(frozen(self.ledger)))
    @rule(data=st.data(), sql=st.sampled_from(RAW))
    def raw(self, data: st.DataObject, sql: str) -> None:
        kept = frozen(self.ledger)
        id = data.draw(st.sampled_from(sorted(kept)))
        other = data.draw(st.sampled_from([each for each in self._ids() if each != id] or [999]))
        before = snapshot(self.ledger)
        try:
            with self.ledger.operation("rauw"):
                self.ledger.db.execute(sql, {"id": id, "other": other})
                now = frozen(self.ledger)
                assert {each: now.get(each) for each in kept} == kept, sql
                raise _Back
        except (_Back, RegietafelError):
            pass
        except Exception as error:
            assert "verandert niet meer" in str(error) or "FOREIGN KEY" in str(error) or "nog niet" in str(error), error
        assert snapshot(self.ledger) == before

    def _colleges(self, data: st.DataObject, aantal: int) -> list[Any]:
        """The colleges of one agreement: one of them, or all."""
        known = blad(self.ledger, data.draw(st.sampled_from(self._ids())), NOW).behandelingen
        return [data.draw(st.sampled_from(known))] if aantal == 1 else [*known]

    def _record(self, colleges: list[Any], **facts: Any) -> bool:
        """The same facts of each of these; making one may be refused as well."""
        return self._do(
            lambda: record_behandelingen(self.ledger, [replace(each, **facts) for each in colleges], today=NOW)
        )

    # what must hold

    @invariant()
    def in_force_never_changes(self) -> None:
        type(self).steps += 1
        now = frozen(self.ledger)
        assert {id: now.get(id) for id in self.kept} == self.kept
        self.kept = now

    @invariant()
    def the_sum_stays(self) -> None:
        for day in ASKED:
            for account in rekeningen(self.ledger, PERIODES[-1], day):
                known, moved = naive_stand(self.ledger, account.periode, day)
                assert account.taakstelling == known
                assert {id: aantal for id, aantal in account.herverdeling.items() if aantal} == {
                    id: aantal for id, aantal in moved.items() if aantal
                }
                assert sum(account.herverdeling.values()) == 0

    @invariant()
    def every_state_is_as_told(self) -> None:
        for id in self._ids():
            for day in ASKED:
                assert blad(self.ledger, id, day).status == naive_status(self.ledger, id, day)

    @invariant()
    def no_state_is_illegal(self) -> None:
        for id in self._ids():
            self._check_legal(id)
        for facts in (*self.ledger.behandelingen, *self.ledger.kennisgevingen, *self.ledger.verwerkingen):
            assert facts.herverdeling_id in self._ids()

    def _check_legal(self, id: int) -> None:
        made = self.ledger.herverdelingen.get(id)
        parties = {
            party
            for each in self.ledger.overdrachten.where(herverdeling_id=id)
            for party in (each.van_id, each.naar_id)
        }
        handled = {each.gemeente_id: each for each in self.ledger.behandelingen.where(herverdeling_id=id)}
        told = {each.aan: each.datum for each in self.ledger.kennisgevingen.where(herverdeling_id=id)}
        said = [each.datum for each in self.ledger.verwerkingen.where(herverdeling_id=id)]
        assert handled.keys() <= parties
        announced = [day for each in handled.values() if (day := each.bekendgemaakt_op)]
        assert all(each.besluit_op and each.besluit_op <= each.bekendgemaakt_op and not each.geweigerd
                   for each in handled.values() if each.bekendgemaakt_op)  # fmt: skip
        if len(announced) == len(parties):
            assert made.in_werking_op == max(announced) + ONE_DAY and made.ingetrokken_op is None
        else:
            assert made.in_werking_op is None and not told and not said
        frozen_parties = {each.gemeente_id for each in self.ledger.partijen.where(herverdeling_id=id)}
        assert frozen_parties == (parties if made.in_werking_op else set())
        assert all(day >= max(announced) for day in told.values())
        assert not said or min(said) >= max(told["coa"], made.in_werking_op or NOW)
        if made.ingetrokken_op:
            assert made.ingetrokken_op >= max(_days(handled.values()), default=made.ingetrokken_op)


def _days(handled: Iterable[Any]) -> list[datetime.date]:
    dated = ((each.voorgelegd_op, each.besluit_op, each.bekendgemaakt_op) for each in handled)
    return [day for three in dated for day in three if day]


TestLevensloop = Levensloop.TestCase
TestLevensloop.settings = settings(max_examples=25, stateful_step_count=40)
