"""The register of documents: what was made, when, for whom, and in which wording."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from regietafel import paths
from regietafel.domain.document import Archiefstuk
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger

# What the list shows; what a document says may follow from any other table too.
TABLES = frozenset({"archiefstuk"})
ACTUEEL, VEROUDERD = _("actueel"), _("verouderd")
_NUMMER = re.compile(r"[0-9]{1,4}")
_SHORT = 8  # of a sha-256, enough to tell two wordings apart


@dataclass(frozen=True, kw_only=True)
class Archiefregel:
    """A document that was made. ``wording`` says in which wording; ``vervangen`` that a newer one of that name is here.

    ``versie`` is that of the agenda it is of, as digits; empty when it is of none.
    ``stand`` is ACTUEEL or VEROUDERD, or empty as long as nobody looked: what it was made from may be another by now.
    """

    stuk: Archiefstuk
    wording: str
    vervangen: bool
    versie: str = ""
    stand: str = ""

    @property
    def id(self) -> int:
        """Of the document."""
        assert self.stuk.id is not None
        return self.stuk.id

    @property
    def titel(self) -> str:
        """What it is."""
        return self.stuk.titel

    @property
    def wat(self) -> str:
        """The title without what all documents of an agreement have in it, with the version of the agenda."""
        wat = self.stuk.titel.partition(":")[0]
        return _("{wat}, versie {n}").format(wat=wat, n=self.versie) if self.versie else wat

    @property
    def onderwerp(self) -> str:
        """The kenmerk of the agreement, or the half-year."""
        return self.stuk.onderwerp

    @property
    def soort(self) -> str:
        """A key of the kinds of documents."""
        return self.stuk.soort

    @property
    def voor(self) -> str:
        """The gemeente or the addressee; empty when it is of all together."""
        return self.stuk.voor

    @property
    def vorm(self) -> str:
        """The form of the file."""
        return self.stuk.vorm

    @property
    def bestandsnaam(self) -> str:
        """As it was written."""
        return self.stuk.bestandsnaam

    @property
    def openbaar(self) -> bool:
        """Whether it is the publication version."""
        return self.stuk.openbaar

    @property
    def datum(self) -> datetime.date:
        """On the document."""
        return self.stuk.datum

    @property
    def gemaakt_op(self) -> datetime.datetime:
        """When it was made, on the clock of who made it."""
        return datetime.datetime.fromisoformat(self.stuk.gemaakt_op)

    @property
    def sha256(self) -> str:
        """Of the file."""
        return self.stuk.inhoud


def archief(ledger: Ledger, herverdeling_id: int | None = None) -> tuple[Archiefregel, ...]:
    """What was made, newest first; of one agreement when that is given."""
    wanted = {} if herverdeling_id is None else {"herverdeling_id": herverdeling_id}
    own = {each.naam: each.tekst for each in ledger.sjablonen}
    standard: dict[str, str] = {}
    newer: set[tuple[str, str]] = set()
    versies = _versies(ledger)
    found = []
    for stuk in reversed([*ledger.archiefstukken.where(**wanted)]):
        name = (stuk.onderwerp, stuk.bestandsnaam)
        if stuk.sjabloon and stuk.sjabloon not in standard:
            standard[stuk.sjabloon] = _standard_sha(stuk.sjabloon)
        wording = _wording(stuk, own.get(stuk.sjabloon), standard.get(stuk.sjabloon))
        versie = versies.get(stuk.id or 0, "")
        found.append(Archiefregel(stuk=stuk, wording=wording, vervangen=name in newer, versie=versie))
        newer.add(name)
    return tuple(found)


def regel(ledger: Ledger, id: int) -> Archiefregel:
    """One document. Raises RegietafelError when there is none with that number."""
    for each in archief(ledger):
        if each.id == id:
            return each
    raise RegietafelError(_("Document {id} staat niet in het register; kijk welke er zijn.").format(id=id))


def _wording(stuk: Archiefstuk, own: str | None, standard: str | None) -> str:
    """Whether that was the user's wording or the standard one; neither, when both were changed since."""
    if not stuk.sjabloon:
        return ""
    named = {standard: _("standaard"), own: _("eigen")}.get(stuk.sjabloon_sha, _("eerdere tekst"))
    return f"{named} · {stuk.sjabloon_sha[:_SHORT]}"


def _versies(ledger: Ledger) -> Mapping[int, str]:
    """Of which version of its agenda each document of a meeting is; what is damaged is of none that one knows."""
    rows = ledger.db.execute(
        "SELECT id, CASE WHEN json_valid(feiten) THEN json_extract(feiten, '$.versie') END FROM"
        " (SELECT a.id, CAST(i.bytes AS TEXT) AS feiten FROM archiefstuk a JOIN inhoud i ON i.sha256 = a.feiten"
        " WHERE a.overleg_id IS NOT NULL)"
    )
    return {id: versie for id, versie in rows if isinstance(versie, str) and _NUMMER.fullmatch(versie)}


def _standard_sha(naam: str) -> str:
    path = paths.template(naam)
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
