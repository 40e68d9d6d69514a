"""Bijlage A as it was printed, any number of inhabitants, and what a verdeelsleutel gives."""

from __future__ import annotations

import csv

from hypothesis import strategies as st

from regietafel.domain.verdeelsleutel import Methode, Verdeling, lees_samen
from regietafel.paths import resource

DELERS = (Methode.ADAMS, Methode.WEBSTER, Methode.JEFFERSON)
EXACT = (*DELERS, Methode.HAMILTON)
NAMEN = "ABCDEFGHIJKL"

some_inwoners = st.dictionaries(
    st.sampled_from(NAMEN), st.integers(0, 40) | st.integers(0, 900_000), min_size=1, max_size=len(NAMEN)
).filter(lambda inwoners: any(inwoners.values()))
totalen = st.integers(0, 60) | st.integers(0, 40_000)


def bijlage_a() -> list[dict[str, str]]:
    with resource("voorbeeld", "taakstelling_2023-II_bijlage_A.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


RIJEN = bijlage_a()
INWONERS = {rij["gemeente"]: int(rij["inwoners_2022-01-01"]) for rij in RIJEN}
GEDRUKT = {rij["gemeente"]: int(rij["taakstelling_2023-II"]) for rij in RIJEN}
GEDRUKT_AMV = {rij["gemeente"]: int(rij["waarvan_amv"]) for rij in RIJEN}
EILANDEN = lees_samen("Ameland,Schiermonnikoog,Terschelling,Vlieland>Leeuwarden")


def aantallen(verdeling: Verdeling) -> dict[str, int]:
    return {regel.gemeente: regel.aantal for regel in verdeling.regels}


def amvs(verdeling: Verdeling) -> dict[str, int | None]:
    return {regel.gemeente: regel.amv for regel in verdeling.regels}
