"""How what is made of a meeting is called: its files, and what the register knows it by."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from regietafel.documents.blocks import Document
from regietafel.documents.maken import in_form
from regietafel.documents.overlegsoorten import UITNODIGING, name_mail
from regietafel.documents.stuk import Stuk, with_facts
from regietafel.documents.stukken.overleg import Overleggegevens
from regietafel.documents.stukken.overlegwoorden import name_moment, name_place
from regietafel.documents.woo.reeks import public_names
from regietafel.documents.woo.tekst import Persoonsgegeven
from regietafel.files import file_name
from regietafel.i18n import _, format_date_long


def overleg_file(gegevens: Overleggegevens, *parts: str, agenda: bool) -> str:
    """``2026-03-12 Regietafel Twente Agenda.pdf``; with the ``agenda`` in it on the day as in its version."""
    return file_name(gegevens.dag(agenda=agenda).isoformat(), gegevens.overleg.reeks, *parts, suffix=".pdf")


def mail_name(gegevens: Overleggegevens, *, agenda: bool) -> str:
    """How the file of an e-mail begins, with or without the agenda."""
    return gegevens.naam(name_mail(agenda=True)) if agenda else name_mail(agenda=False)


def name_files(
    gegevens: Overleggegevens, parts: Sequence[tuple[str, str, bool]], weg: Sequence[Persoonsgegeven] | None
) -> list[str]:
    """The file names of what is this, for whom, and whether it has the agenda; ``weg`` goes from public ones."""
    if weg is None:
        return [overleg_file(gegevens, naam, voor, agenda=agenda) for naam, voor, agenda in parts]
    return public_names([(gegevens.onderwerp(agenda=agenda), naam, voor) for naam, voor, agenda in parts], weg)


def beside(gegevens: Overleggegevens, nummer: int, bestandsnaam: str, weg: Sequence[Persoonsgegeven] | None) -> str:
    """The file name of an annex that lies beside the package; its number keeps it apart from the others."""
    path = PurePath(bestandsnaam)
    numbered = gegevens.naam(_("Bijlage {n}").format(n=nummer))
    (name,) = name_files(gegevens, [(numbered, path.stem, True)], weg)
    return in_form(name, path.suffix.lower().removeprefix("."))


def uitnodiging_stuk(gegevens: Overleggegevens) -> Stuk:
    """What the register knows the invitation by: it is another one when the meeting is moved."""
    known = gegevens.overleg
    title = _("Uitnodiging {reeks} {dag}").format(reeks=known.reeks, dag=format_date_long(known.datum))
    when = name_moment(known.datum, known.begin, known.einde)
    return Stuk(
        soort=UITNODIGING,
        naam=_("Uitnodiging"),
        onderwerp=gegevens.onderwerp(agenda=False),
        overleg_id=known.id,
        bestandsnaam=overleg_file(gegevens, _("Uitnodiging"), agenda=False),
        document=with_facts(
            empty_document(gegevens, title, agenda=False), moment=when, plaats=name_place(known.locatie, known.link)
        ),
    )


def empty_document(gegevens: Overleggegevens, title: str, *, agenda: bool) -> Document:
    """By which the register knows what is made of other files, or for another program."""
    return Document(
        title=title,
        author=gegevens.regio.naam,
        subject=title,
        kenmerk=gegevens.onderwerp(agenda=agenda),
        datum=gegevens.datum,
        blocks=(),
    )
