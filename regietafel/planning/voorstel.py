"""Proposals for an uitruil from an open file: the expected saldi, what gemeenten want, and the answer."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from regietafel import reference
from regietafel.domain.grens import Grens
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.planning.prognose import PrognoseRegel, prognose
from regietafel.planning.uitruil import (
    SECONDEN,
    Alternatief,
    Blokkade,
    Buiten,
    Deelnemer,
    Oplossing,
    Voortgang,
    Vraagstuk,
    los_op,
)
from regietafel.queries.grenzen import combined
from regietafel.queries.herverdelingen import current_taakstelling
from regietafel.queries.inwoners import landelijke_inwoners


@dataclass(frozen=True, kw_only=True)
class Voorstel:
    """What could be agreed for a half-year with what was known on ``op``; it decides nothing.

    ``tekort`` and ``overschot``: the expected achterstand and voorsprong of those who take part, in persons.
    """

    periode: Periode
    op: datetime.date
    tekort: int
    overschot: int
    alternatieven: tuple[Alternatief, ...]
    blokkades: tuple[Blokkade, ...]
    buiten: tuple[Buiten, ...]
    opmerkingen: tuple[str, ...]
    afgebroken: bool


def voorstel(
    ledger: Ledger,
    periode: Periode,
    op: datetime.date,
    *,
    grenzen: Iterable[Grens] = (),
    alternatieven: int = 3,
    seconden: float = SECONDEN,
    stop: Callable[[], bool] = lambda: False,
    voortgang: Callable[[Voortgang], object] = lambda _voortgang: None,
) -> Voorstel:
    """Ask and answer at once. Raises RegietafelError as :func:`vraagstuk` does."""
    question = vraagstuk(ledger, periode, op, grenzen)
    outcome = los_op(question, alternatieven=alternatieven, seconden=seconden, stop=stop, voortgang=voortgang)
    return as_voorstel(periode, op, question, outcome)


def vraagstuk(ledger: Ledger, periode: Periode, op: datetime.date, grenzen: Iterable[Grens] = ()) -> Vraagstuk:
    """Plain records to solve elsewhere: the members of the table whose saldo is to be foreseen, and who is left out.

    ``grenzen`` replace those of the file, one attribute at a time. Raises RegietafelError for a half-year without
    taakstelling, and when nothing can be foreseen of anyone.
    """
    taakstelling = current_taakstelling(ledger, periode, op)
    if not taakstelling:
        raise RegietafelError(
            _("Van {periode} is geen taakstelling bekend; lees die eerst in.").format(periode=periode)
        )
    regels = prognose(ledger, periode, op).regels
    known = [regel for regel in regels if regel.verwacht_saldo is not None and regel.gemeente in taakstelling]
    if not known:
        raise RegietafelError(
            _("Van geen enkele gemeente is het saldo van {periode} te verwachten; lees eerst de realisatie in.").format(
                periode=periode
            )
        )
    codes = {regel.gm_code: regel.gemeente_id for regel in regels if regel.gm_code and regel.gemeente_id is not None}
    limits = combined(ledger.grenzen.where(periode=periode), grenzen)
    inwoners = landelijke_inwoners(ledger, periode).inwoners
    return Vraagstuk(
        deelnemers=tuple(_deelnemer(regel, taakstelling[regel.gemeente], inwoners, limits, codes) for regel in known),
        buiten=tuple(Buiten(gemeente=regel.gemeente, reden=_reden(regel)) for regel in regels if regel not in known),
    )


def as_voorstel(periode: Periode, op: datetime.date, question: Vraagstuk, outcome: Oplossing) -> Voorstel:
    """The answer with what was asked, for screen, file and command line."""
    return Voorstel(
        periode=periode,
        op=op,
        tekort=question.tekort,
        overschot=question.overschot,
        alternatieven=outcome.alternatieven,
        blokkades=outcome.blokkades,
        buiten=question.buiten,
        opmerkingen=outcome.opmerkingen,
        afgebroken=outcome.afgebroken,
    )


def _deelnemer(
    regel: PrognoseRegel,
    taakstelling: int,
    inwoners: Mapping[str, int],
    limits: Mapping[int, Grens],
    codes: Mapping[str, int],
) -> Deelnemer:
    assert regel.gemeente_id is not None and regel.gm_code is not None and regel.verwacht_saldo is not None
    grens = limits.get(regel.gemeente_id)
    near = reference.buren().get(regel.gm_code, frozenset())
    return Deelnemer(
        id=regel.gemeente_id,
        naam=regel.gemeente,
        saldo=regel.verwacht_saldo,
        afstaanbaar=max(0, taakstelling),
        inwoners=inwoners.get(regel.gm_code),
        max_afstaan=grens.max_afstaan if grens else None,
        max_overnemen=grens.max_overnemen if grens else None,
        partners=frozenset(codes[code] for code in grens.codes if code in codes) if grens and grens.codes else None,
        minimum=(grens.minimum if grens else None) or 1,
        buren=frozenset(codes[code] for code in near if code in codes),
    )


def _reden(regel: PrognoseRegel) -> str:
    """Why nothing can be foreseen."""
    if regel.opgave is None:
        return _("De taakstelling is onbekend.")
    if regel.realisatie is None:
        return _("De realisatie is onbekend.")
    return _("Het tempo is nog niet te bepalen.")
