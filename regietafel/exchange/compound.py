"""The container of old Excel files (xls) and of protected new ones: just enough to look before opening.

Sources: [MS-CFB] (the container), [MS-XLS] (the records).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
MAX_SHEETS = 256

_LAST_SECTOR = 0xFFFFFFFA  # higher numbers are marks: free, end of chain, table of sectors
_MINI = 4096  # smaller streams lie in the mini stream, in sectors of 64 bytes
_EOF, _FILEPASS, _BOUNDSHEET, _SST = 0x000A, 0x002F, 0x0085, 0x00FC
# Records that hold a cell: they begin with its row and column. Two hold a run of cells and end with its end.
_CELLS = {0x0201, 0x0203, 0x0204, 0x0205, 0x00FD, 0x027E, 0x00D6, 0x0006, 0x0206, 0x0406, 0x00BD, 0x00BE}
_CELL_RUNS = {0x00BD, 0x00BE}


class DamagedError(Exception):
    """The container or the records in it are broken off or point nowhere."""


def streams(data: bytes) -> dict[str, bytes]:
    """The streams in the container, by name. Raises DamagedError."""
    try:
        return _streams(data)
    except (struct.error, IndexError, UnicodeDecodeError):
        raise DamagedError from None


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


def _streams(data: bytes) -> dict[str, bytes]:
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        raise DamagedError
    size = 1 << shift
    directory_start, mini_start = struct.unpack_from("<I", data, 48)[0], struct.unpack_from("<I", data, 60)[0]

    def sector(number: int) -> bytes:
        found = data[(number + 1) * size : (number + 2) * size]
        if not found:
            raise DamagedError
        return found

    # The table that chains the sectors: the first 109 of its sectors are listed in the header, the rest in a chain.
    listed = list(struct.unpack_from("<109I", data, 76))
    following = struct.unpack_from("<I", data, 68)[0]
    for _round in range(len(data) // size):
        if following >= _LAST_SECTOR:
            break
        *more, following = struct.unpack(f"<{size // 4}I", sector(following).ljust(size, b"\xff"))
        listed += more
    table = _numbers(b"".join(sector(number) for number in listed if number < _LAST_SECTOR))

    def chain(start: int) -> bytes:
        return b"".join(sector(number) for number in _chained(table, start))

    entries = []
    directory = chain(directory_start)
    for place in range(0, len(directory) - 127, 128):
        length = struct.unpack_from("<H", directory, place + 64)[0]
        name = directory[place : place + max(length - 2, 0)].decode("utf-16-le")
        start, total = struct.unpack_from("<IQ", directory, place + 116)
        entries.append((name, directory[place + 66], start, total & 0xFFFFFFFF))
    root = next((entry for entry in entries if entry[1] == 5), None)
    mini_stream = chain(root[2]) if root and root[3] else b""
    mini_table = _numbers(chain(mini_start)) if mini_start < _LAST_SECTOR else []

    def content(start: int, total: int) -> bytes:
        if total >= _MINI:
            return chain(start)[:total]
        numbers = _chained(mini_table, start)
        return b"".join(mini_stream[number * 64 : number * 64 + 64] for number in numbers)[:total]

    wanted = ("Workbook", "Book", "EncryptedPackage")
    return {
        name: content(start, total) if name != "EncryptedPackage" else b""
        for name, kind, start, total in entries
        if kind == 2 and name in wanted
    }


def _chained(table: list[int], start: int) -> Iterator[int]:
    """The numbers of the sectors of one chain."""
    for _round in range(len(table) + 1):
        if start >= _LAST_SECTOR:
            return
        yield start
        start = table[start]
    raise DamagedError  # it goes round


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))
