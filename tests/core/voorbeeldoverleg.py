"""The two meetings of the example, as a command names them."""

from __future__ import annotations

JUNI, SEPTEMBER = ("--overleg", "5-6-2023"), ("--overleg", "2023-09-04")
