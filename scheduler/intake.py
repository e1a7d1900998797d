"""The intake: what is still to be done about each document, as its row says, whoever wrote it and whenever.

A file that came is fetched from Telegram, looked at in the process for slow work, sealed and stored. Then the message
it came with is removed from the chat, the applicant is told, and what it replaced is deleted. Each step is written down
before the next begins: wherever the program dies, the next one goes on there.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from conversations.applying import dossier
from conversations.context import House
from conversations.notices.documents import OUTCOME
from records import documents, receiving
from records.clock import Clock
from records.database import Database
from records.documents import Document, DocumentKind, DocumentState
from records.receiving import Kept
from records.session import Session
from scheduler.duty import nobody
from scheduler.errand import Fetch, FileGoneError, LaterError, Remove
from scheduler.faults import met
from scheduler.inspection import Inspected, Limits, inspect
from scheduler.slow import SlowWork

BATCH = 8
# Seconds until the next try: 5, 10, 20 ... an hour; after some two days it is asked for again.
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS, MOST_ATTEMPTS = 5.0, 3600.0, 58
# A message that cannot be removed in so many tries stays.
REMOVAL_ATTEMPTS = 3
# How long two files of an album may wait to be told apart before their order is trusted.
UNSORTED = timedelta(minutes=10)
UNSORTED_PAUSE = timedelta(seconds=5)
_TOLD = (DocumentState.STORED.value, DocumentState.SAME.value, DocumentState.UNREADABLE.value)
_NEEDLESS = (DocumentState.REPLACED.value, DocumentState.DELETED.value)
Failpoint = Callable[[str], None]
OnFault = Callable[[str, BaseException], None]


@dataclass(frozen=True, slots=True)
class Task:
    """One row, as it was when it was taken up. `held`: its message stays in the chat until two are told apart."""

    id: int
    state: str
    chat_id: int
    message_id: int
    in_chat: bool
    file_id: str
    names: tuple[str, ...]
    attempts: int
    held: bool

    @classmethod
    def of(cls, document: Document, now: datetime) -> "Task":
        return cls(
            document.id,
            document.state,
            document.chat_id or 0,
            document.message_id or 0,
            document.in_chat and document.chat_id is not None and document.message_id is not None,
            document.file_id or "",
            tuple(name for name in (document.name, document.preview) if name is not None),
            document.attempts,
            document.state in _TOLD and not document.sorted and now - document.received_at < UNSORTED,
        )


class Intake:
    """One for the process that leads; one round at a time."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        house: House,
        slow: SlowWork,
        fetch: Fetch,
        remove: Remove,
        on_fault: OnFault,
        failpoint: Failpoint,
    ) -> None:
        self._database = database
        self._clock = clock
        self._house = house
        self._slow = slow
        self._fetch = fetch
        self._remove = remove
        self._on_fault = on_fault
        self._failpoint = failpoint
        self._turn = asyncio.Lock()
        self._resting = False

    async def take_up(self) -> int:
        """Does whatever is due; how many steps that were."""
        async with self._turn:
            total = 0
            while not self._resting and (tasks := await self._database.read(_due, self._clock.now())):
                await asyncio.gather(*(self._one(task) for task in tasks))
                total += len(tasks)
            return total

    async def rest(self) -> None:
        """Begins nothing further, and waits until what is under way is written down."""
        self._resting = True
        async with self._turn:
            return

    async def _one(self, task: Task) -> None:
        """One document that fails does not keep the others waiting."""
        with met(self._tell) as outcome:
            await self._step(task)
        if outcome.fault is not None:
            await self._later(task)

    def _tell(self, fault: Exception) -> None:
        if not isinstance(fault, LaterError):
            self._on_fault("document_failed", fault)

    async def _step(self, task: Task) -> None:
        if task.state == DocumentState.RECEIVED.value:
            await self._bring_in(task)
        else:
            await self._tidy(task)

    async def _later(self, task: Task) -> None:
        """Trouble that may pass; what could not be fetched for two days is asked for again."""
        now = self._clock.now()
        if task.state == DocumentState.RECEIVED.value and task.attempts >= MOST_ATTEMPTS:
            await self._database.write(receiving.refuse, task.id, "gone", now)
            return
        pause = min(FIRST_PAUSE_SECONDS * 2 ** min(task.attempts, 12), LONGEST_PAUSE_SECONDS)
        await self._database.write(receiving.postpone, task.id, now + timedelta(seconds=pause))

    async def _bring_in(self, task: Task) -> None:
        try:
            content = await self._fetch(task.file_id)
        except FileGoneError:
            await self._database.write(receiving.refuse, task.id, "gone", self._clock.now())
            return
        rules = self._house.profile.documents
        limits = Limits(
            rules.smallest_bytes, rules.smallest_side, rules.least_contrast, rules.least_sharpness, rules.most_pages
        )
        found = await self._slow.run(inspect, content, limits)
        if found.trouble is not None:
            await self._database.write(receiving.refuse, task.id, found.trouble, self._clock.now())
            return
        self._failpoint("before_store")
        kept = await asyncio.to_thread(self._put, content, found)
        self._failpoint("after_store")
        state = await self._database.write(partial(_store, self._house), task.id, kept, self._clock.now())
        if state is None:
            self._delete(name for name in (kept.name, kept.preview) if name is not None)

    def _put(self, content: bytes, found: Inspected) -> Kept:
        store = self._house.documents
        preview = None if found.preview is None else store.put(found.preview)
        digest = self._house.vault.digest_bytes("document", content)
        return Kept(store.put(content), preview, found.media, len(content), found.pages, digest)

    async def _tidy(self, task: Task) -> None:
        """The message is removed from the chat, then she is told; files that nobody needs are deleted.

        As long as she is asked which of two is which, both stay where she sees them.
        """
        if task.held:
            await self._database.write(receiving.postpone, task.id, self._clock.now() + UNSORTED_PAUSE)
            return
        in_chat = task.in_chat and not await self._removed(task)
        if task.state in _NEEDLESS:
            self._delete(task.names)
        await self._database.write(partial(_settle, self._house), task, in_chat, self._clock.now())

    async def _removed(self, task: Task) -> bool:
        try:
            return await self._remove(task.chat_id, task.message_id)
        except LaterError:
            if task.attempts < REMOVAL_ATTEMPTS:
                raise
            return False

    def _delete(self, names: Iterable[str]) -> None:
        for name in names:
            self._house.documents.remove(name)


def _due(session: Session, now: datetime) -> list[Task]:
    return [Task.of(document, now) for document in documents.due(session, now, BATCH)]


def _store(house: House, session: Session, document_id: int, kept: Kept, now: datetime) -> DocumentState | None:
    """Stored; perhaps the last one that was wanted."""
    document = documents.by_id(session, document_id)
    state = receiving.store(session, document_id, kept, now)
    if document is not None and state is DocumentState.STORED:
        dossier.settle(nobody(session, house, now), document.application_id, (DocumentKind(document.kind),))
    return state


def _settle(house: House, session: Session, task: Task, in_chat: bool, now: datetime) -> None:
    """Tells her, and notes that nothing is left to be done."""
    document = documents.by_id(session, task.id)
    if document is None or document.state != task.state:
        return  # it changed meanwhile, and is due again
    if document.state in _TOLD and document.chat_id is not None:
        OUTCOME.to_chat(nobody(session, house, now), document.chat_id, document.id)
    receiving.done(session, task.id, in_chat)
