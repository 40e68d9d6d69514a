"""How large a window opens: as large as is pleasant, never larger than the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_AROUND = 48  # the frame of the window


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window this size, or what the screen has room for."""
    room = window.screen().availableGeometry()
    window.resize(min(width, room.width() - _AROUND), min(height, room.height() - _AROUND))
