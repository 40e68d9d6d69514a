"""Old Excel files (xls) and protected new ones: just enough to look before opening.

Sources: [MS-CFB] (the container, read by olefile), [MS-XLS] (the records).
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
MAX_SHEETS = 256

_EOF, _FILEPASS, _BOUNDSHEET, _SST = 0x000A, 0x002F, 0x0085, 0x00FC
# Records that hold a cell: they begin with its row and column. Two hold a run of cells and end with its end.
_CELLS = {0x0201, 0x0203, 0x0204, 0x0205, 0x00FD, 0x027E, 0x00D6, 0x0006, 0x0206, 0x0406, 0x00BD, 0x00BE}
_CELL_RUNS = {0x00BD, 0x00BE}


class DamagedError(Exception):
    """The container or the records in it are broken off or point nowhere."""


def streams(data: bytes) -> dict[str, bytes]:
    """The streams in the container that say what it is, by name; that of a protected file is not read."""
    import olefile  # type: ignore[import-untyped]

    found = {}
    try:
        with olefile.OleFileIO(io.BytesIO(data), raise_defects=olefile.DEFECT_INCORRECT) as container:
            for name in ("Workbook", "Book", "EncryptedPackage"):
                if container.exists(name):
                    found[name] = b"" if name == "EncryptedPackage" else container.openstream(name).read()
    except (OSError, struct.error, IndexError, ValueError, RecursionError):
        raise DamagedError from None
    return found


def extent(workbook: bytes) -> tuple[int, int] | None:
    """Rows of the longest sheet, and cells of the rectangles around all sheets; None when protected."""
    rows = cells = 0
    sheets = []
    for kind, body in _records(workbook, 0):
        if kind == _FILEPASS:
            return None
        if kind == _SST and len(body) >= 8 and struct.unpack_from("<I", body, 4)[0] > len(workbook):
            raise DamagedError  # the parser makes room for as many texts as are announced
        if kind == _BOUNDSHEET and len(body) >= 4:
            sheets.append(struct.unpack_from("<I", body)[0])
    if len(sheets) > MAX_SHEETS:
        raise DamagedError
    for offset in sheets:
        last_row = last_column = -1
        for kind, body in _records(workbook, offset):
            if kind in _CELLS and len(body) >= 6:
                row, column = struct.unpack_from("<HH", body)
                last_row = max(last_row, row)
                last_column = max(last_column, column)
                if kind in _CELL_RUNS:
                    last_column = max(last_column, struct.unpack_from("<H", body, len(body) - 2)[0])
        rows = max(rows, last_row + 1)
        cells += (last_row + 1) * (last_column + 1)
    return rows, cells


def _records(workbook: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    """The records from ``offset`` to the end of that part."""
    while offset + 4 <= len(workbook):
        kind, length = struct.unpack_from("<HH", workbook, offset)
        yield kind, workbook[offset + 4 : offset + 4 + length]
        if kind == _EOF:
            return
        offset += 4 + length
