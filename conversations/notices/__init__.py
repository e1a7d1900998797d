"""The notices by name. To add one: write it beside what it is about, and name it here."""

from conversations.notice import Notice
from conversations.notices import (
    wishes,
)

_ALL: tuple[Notice, ...] = (wishes.OPENED,)

NOTICES: dict[str, Notice] = {notice.name: notice for notice in _ALL}
