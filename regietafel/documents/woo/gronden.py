"""The grounds on which something is left out when a document is made public (Woo, artikelen 5.1 and 5.2)."""

from __future__ import annotations

from collections.abc import Mapping

from regietafel.i18n import _

PERSOON = "5.1.2e"  # what personal data of officials is left out on

# Source: Wet open overheid, artikel 5.1, leden 1, 2, 4 and 5, and artikel 5.2, lid 1; shortened.
GRONDEN: Mapping[str, str] = {
    PERSOON: _("De eerbiediging van de persoonlijke levenssfeer"),
    "5.1.1a": _("De eenheid van de Kroon"),
    "5.1.1b": _("De veiligheid van de Staat"),
    "5.1.1c": _("Bedrijfs- en fabricagegegevens die vertrouwelijk aan de overheid zijn meegedeeld"),
    "5.1.1d": _("Bijzondere en strafrechtelijke persoonsgegevens"),
    "5.1.1e": _("Nummers waarmee personen worden geïdentificeerd"),
    "5.1.2a": _("De betrekkingen van Nederland met andere landen, staten en internationale organisaties"),
    "5.1.2b": _("De economische of financiële belangen van de overheid"),
    "5.1.2c": _("De opsporing en vervolging van strafbare feiten"),
    "5.1.2d": _("De inspectie, controle en toezicht door bestuursorganen"),
    "5.1.2f": _("De bescherming van concurrentiegevoelige bedrijfs- en fabricagegegevens"),
    "5.1.2g": _("De bescherming van het milieu waarop de informatie betrekking heeft"),
    "5.1.2h": _("De beveiliging van personen en bedrijven en het voorkomen van sabotage"),
    "5.1.2i": _("Het goed functioneren van de overheid"),
    "5.1.4": _("De geadresseerde krijgt de informatie als eerste"),
    "5.1.5": _("Het voorkomen van onevenredige benadeling, in uitzonderlijke gevallen"),
    "5.2.1": _("Persoonlijke beleidsopvattingen in documenten voor intern beraad"),
}


def read_grond(text: str) -> str:
    """A ground as it is written here: ``5.1.2.E`` is ``5.1.2e``."""
    compact = "".join(text.split()).lower()
    return compact[:-2] + compact[-1] if compact[-2:-1] == "." and compact[-1].isalpha() else compact
