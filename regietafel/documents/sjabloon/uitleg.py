"""How one writes a template, for the help of the command and of the editor."""

from __future__ import annotations

from regietafel.i18n import _

SCHRIJFWIJZEN: tuple[tuple[str, str], ...] = (
    ("# Titel, ## Kop, ### Kop", _("de titel en de koppen")),
    ("- punt, 1. punt", _("een lijst; met twee spaties ervoor een lijst onder een punt")),
    ("**vet**, *cursief*", _("vet en cursief")),
    ("[tekst](https://…)", _("een koppeling; ook mailto:")),
    ("woord[^noot]", _("een voetnoot, direct achter het woord")),
    ("$veld, $veld:vorm", _("een gegeven; vorm is kort, lang, dag, aantal, wijziging of hoofdletter")),
    ("[tabel: naam]", _("een tabel; zo ook [figuur: naam], [ondertekening: naam] en [blok: naam]")),
    ("[als: naam]", _("alleen als het gegeven of blok er is, tot [einde]; wat na [anders] staat als het er niet is")),
    ("[als: naam = waarde]", _("alleen als er dat staat; ook [als: niet naam] en [als: naam ≠ waarde]")),
    ("[voor elk: naam]", _("voor elk van een reeks, tot [einde]")),
    ("[bijlage: titel]", _("een nieuwe bladzijde met de kop “Bijlage 1: titel”")),
    ("[nieuwe pagina]", _("een nieuwe bladzijde")),
    ("%% uitleg", _("komt niet op papier")),
    ("$$", _("een dollarteken")),
)  # what stands between square brackets without anything behind it has a line of its own
