"""The press: makes the reports that were ordered, one at a time, and orders them to be sent. What a restart cut short
is made again: nothing is lost, and nothing goes out twice.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from conversations import monthly
from conversations.context import House
from conversations.notices.reports import AFTER_ALL, MONTHLY
from locales.languages import DEFAULT
from records import reports, staff
from records.clock import Clock
from records.database import Database
from records.indicators import Cut, read
from records.reading import Reading
from records.reports import Report
from records.session import Session
from scheduler.duty import nobody
from scheduler.faults import met
from scheduler.reports import leaflet, leaflet_words
from scheduler.reports.frames import Voice
from scheduler.reports.gathering import Wanted, gather
from scheduler.slow import SlowWork

OnFault = Callable[[str, BaseException], None]


class Press:
    """One for the process that leads."""

    def __init__(
        self, database: Database, clock: Clock, house: House, slow: SlowWork, reading: Reading, on_fault: OnFault
    ) -> None:
        self._database = database
        self._clock = clock
        self._house = house
        self._slow = slow
        self._reading = reading
        self._on_fault = on_fault

    async def make(self) -> int:
        """Whatever is to be made; how many reports that was."""
        made = 0
        while (report := await self._database.read(reports.to_make, self._clock.now())) is not None:
            with met(partial(self._on_fault, "report_failed")):
                pdf = await printed(self._slow, self._reading, self._house, report, self._clock.now())
                await self._database.write(_sent, self._house, report.id, pdf, self._clock.now())
                made += 1
                continue
            await self._database.write(reports.tried, report.id)
        return made


async def printed(slow: SlowWork, reading: Reading, house: House, report: Report, now: datetime) -> bytes:
    """The PDF, as the records stand now. It is in Indonesian whoever asks: it is for the department."""
    chosen = read(report.code)
    if chosen is None:
        raise ValueError(f"report {report.id} is about nothing that is known")
    found = await slow.run(gather, reading, wanted(house, *chosen, now))
    voice = Voice(lambda text: house.languages.plain(text, DEFAULT), house.profile)
    return await slow.run(leaflet.pdf, leaflet_words.leaflet(voice, found, report.label))


def wanted(house: House, cut: Cut, wave: int, now: datetime) -> Wanted:
    """With all waves of the profile beside the one that is asked for."""
    waves = tuple(sorted({*house.profile.followup.waves, wave}))
    return Wanted(cut, wave, waves, now, now.astimezone(house.calendar.zone).date())


def _sent(session: Session, house: House, report_id: int, pdf: bytes, now: datetime) -> None:
    """Kept and ordered to be sent, together."""
    report, context = reports.keep(session, house.vault, report_id, pdf, now), nobody(session, house, now)
    if report is None:
        return
    if report.month is not None:
        for officer in monthly.readers(context, monthly.morning(context, report.month)):
            MONTHLY.to_chat(context, officer.chat_id, report.id)
    elif report.requested_by is not None:
        AFTER_ALL.to_chat(context, staff.by_id(session, report.requested_by).chat_id, report.id)
