"""The notices by name. To add one: write it beside what it is about, and name it here."""

from conversations.notice import Notice
from conversations.notices import (
    absences,
    cancelling,
    checking,
    class_changes,
    cohorts,
    competency,
    digest,
    documents,
    endings,
    lessons,
    objecting,
    relinking,
    selection,
    sittings,
    unfinished,
    web,
    wishes,
)

_ALL: tuple[Notice, ...] = (
    *checking.NOTICES,
    *objecting.NOTICES,
    *digest.NOTICES,
    *sittings.ALL,
    documents.OUTCOME,
    documents.REMINDER,
    relinking.CONNECTED,
    relinking.MOVED_AWAY,
    relinking.NOT_CONNECTED,
    unfinished.CLOSED,
    unfinished.CLOSING,
    unfinished.QUIET,
    wishes.OPENED,
    web.ANSWERED,
    *selection.ALL,
    *lessons.ALL,
    *absences.ALL,
    *endings.ALL,
    *competency.ALL,
    *cohorts.ALL,
    *cancelling.ALL,
    *class_changes.ALL,
)

NOTICES: dict[str, Notice] = {notice.name: notice for notice in _ALL}
