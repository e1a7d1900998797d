"""Workbook files as people send them: whether it is one that can be opened, and if not, what it is instead.

Nothing in it is ever evaluated. For the process for slow work.
"""

import re
import zipfile
from io import BytesIO
from typing import Any

from locales.text import Text, _
from scheduler.faults import met

MOST_BYTES = 5_000_000
MOST_UNPACKED = 60_000_000
MOST_PARTS = 2_000
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
BINARY, SHEETS = "xl/workbook.bin", "xl/workbook.xml"
NO_WORKBOOK = _("This is not an Excel file. Please send the template, filled in, as a file (.xlsx).")
DAMAGED = _("The file is damaged: open it in Excel, save it once more, and send that.")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class UnreadableError(Exception):
    """A file that is no workbook we can read; `text` says what it is and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text


def opened(content: bytes) -> Any:
    """The workbook, with formulas as they were typed, never as what they come to."""
    _check(content)
    from openpyxl import load_workbook

    with met(rising=(UnreadableError,)) as outcome:
        _check_parts(content)
        return load_workbook(BytesIO(content), data_only=False, keep_links=False)
    raise UnreadableError(DAMAGED) from outcome.fault


def _check(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise UnreadableError(_("The file is too big: at most {most} MB.", most=MOST_BYTES // 1_000_000))
    if content.startswith(OLE):
        raise UnreadableError(
            _("The file has a password. Save it without one, and send it again.")
            if ENCRYPTED in content
            else _("This is an old Excel file (.xls). Save it as “Excel Workbook (.xlsx)”, and send that.")
        )
    if not content.startswith(b"PK") or not zipfile.is_zipfile(BytesIO(content)):
        raise UnreadableError(_not_packed(content))


def _not_packed(content: bytes) -> Text:
    try:
        start = content[:4000].decode("utf-8", errors="strict")
    except UnicodeDecodeError:
        start = ""
    if any(mark in start for mark in (",", ";", "\t")) and "\n" in start and "<" not in start[:200]:
        return _("This is a CSV file. Open it in Excel, save it as “Excel Workbook (.xlsx)”, and send that.")
    return NO_WORKBOOK


def _check_parts(content: bytes) -> None:
    """Before anything unpacks them. Whatever is broken inside fails in its own way."""
    with zipfile.ZipFile(BytesIO(content)) as packed:
        parts = packed.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise UnreadableError(_("The file unpacks to far too much. Please send the template, filled in."))
        names = {part.filename for part in parts}
        if BINARY in names:
            raise UnreadableError(
                _("This is a binary Excel file (.xlsb). Save it as “Excel Workbook (.xlsx)”, and send that.")
            )
        if SHEETS not in names:
            raise UnreadableError(NO_WORKBOOK)
        for part in parts:
            if part.filename.endswith((".xml", ".rels")) and _declares(packed, part):
                raise UnreadableError(DAMAGED)


def _declares(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part begins with declarations of its own, which no spreadsheet needs."""
    with packed.open(part) as opened_part:
        return _DECLARED.search(opened_part.read(4_000)) is not None
