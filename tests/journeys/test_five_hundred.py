"""Five hundred applicants for ten classes of sixteen: from their scores to full classes, checked by a ledger that knows
nothing of how it is done. Whoever is offered a seat confirms, withdraws or stays silent, as her fate has it.
"""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import combinations
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, text

from records import applications, people, road, scores, staff
from records.applications import Application, ApplicationStatus
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.programmes import Programme
from records.session import Session
from records.steps import Kind
from records.vault import Vault
from tests.journeys.ledger import Ledger, Row, reckoned
from tests.journeys.selecting import COHORT, particulars, publishes
from tests.person import Phone
from tests.stage import Stage

PEOPLE, CLASSES, SEATS = 500, 10, 16
LOCAL = ZoneInfo("Asia/Jakarta")
MOMENT = timedelta(minutes=1)
SELECTED, RESERVE, OFFERED = "Anda lulus seleksi ", "Anda cadangan, belum lulus.", "Ada kursi kosong di "
LAPSED, CLOSED = "sampai batas waktu kami belum menerima kabar", "terima kasih sudah menunggu"
YES, NO = "Ya, saya daftar ulang", "Saya mengundurkan diri"


@dataclass
class Player:
    """An applicant with her phone and her fate; `told`: what she was told, when, in the words of the messages."""

    row: Row
    phone: Phone
    fate: str
    told: list[tuple[datetime, str]] = field(default_factory=list)

    async def looks(self) -> None:
        """Reads what is new: a message that an act edited away has been read before."""
        await self.phone.looks()
        for message in self.phone.bot_messages():
            told = (datetime.fromisoformat(message["at"]), str(message["text"]))
            if _is_news(told[1]) and told not in self.told:
                self.told.append(told)

    async def acts(self) -> None:
        """Once, where a seat waits for her answer."""
        labels = self.phone.labels() if self.phone.bot_messages() else []
        if not any(YES in label for label in labels):
            return
        if self.fate == "confirms":
            await self.phone.taps(YES)
        elif self.fate == "withdraws":
            await self.phone.taps(NO)
            await self.phone.taps("Ya, saya mengundurkan diri")

    def heard(self, words: str) -> list[tuple[datetime, str]]:
        return [told for told in self.told if words in told[1]]


def _is_news(words: str) -> bool:
    return any(each in words for each in (SELECTED, RESERVE, OFFERED, LAPSED, CLOSED))


async def the_town(stage: Stage, dice: Random) -> list[Player]:
    order: list[dict[str, Any]] = [{"first_name": f"Warga{n}", "started": True} for n in range(PEOPLE)]
    async with stage.session.post(f"{stage.url}/sim/people", json=order) as response:
        phones = [stage.phone(person["id"]) for person in await response.json()]
    chats = [phone.id for phone in phones]
    rows = await stage.writes(_applied, stage.canting.house.vault, chats, stage.clock.now(), dice.randrange(10**6))
    fates = dice.choices(("confirms", "withdraws", "silent"), (55, 15, 30), k=PEOPLE)
    return [Player(row, phone, fate) for row, phone, fate in zip(rows, phones, fates, strict=True)]


def _applied(session: Session, vault: Vault, chats: list[int], now: datetime, seed: int) -> list[Row]:
    """Everybody has applied, most with a second choice, and was tested; many scores are equal."""
    dice, officer = Random(seed), staff.active(session)[0]
    cohort, classes = _offered(session, now)
    rows = []
    for place, chat_id in enumerate(chats, 1):
        weights = range(CLASSES, 0, -1)  # some classes are wanted by more than others, the last by too few
        first, second = dice.choices(range(CLASSES), weights)[0], dice.randrange(CLASSES)
        chosen = None if second == first else second
        marks = (dice.randint(40, 100), dice.randint(40, 100))
        person_id = people.keep(session, vault, particulars(place), now)
        people.link(session, person_id, chat_id, now)
        filed = applications.file(session, person_id, cohort, classes[first][0], now + timedelta(seconds=place))
        if chosen is not None:
            session.get_one(Application, filed.id).second_class_id = classes[chosen][0]
        _tested(session, filed.id, marks, officer.id, now)
        second_name = None if chosen is None else classes[chosen][1]
        rows.append(Row(filed.number, classes[first][1], second_name, *marks))
    return rows


def _offered(session: Session, now: datetime) -> tuple[int, list[tuple[int, str]]]:
    starts_on = (now + timedelta(days=45)).date()
    cohort = Cohort(
        code="9998-1",
        name=COHORT,
        year=starts_on.year,
        opens_at=now - timedelta(days=20),
        closes_at=now - timedelta(days=5),
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=30),
    )
    session.add(cohort)
    session.flush()
    found = []
    for programme in session.scalars(select(Programme).order_by(Programme.id).limit(CLASSES)).all():
        a_class = TrainingClass(
            code=f"9998-1-{programme.id}",
            programme_id=programme.id,
            cohort_id=cohort.id,
            seats=SEATS,
            lesson_hours=140,
            starts_on=starts_on,
            ends_on=starts_on + timedelta(days=30),
            place="Bengkel UPTD BLK",
            funding="APBN",
            requirements="{}",
        )
        session.add(a_class)
        session.flush()
        found.append((a_class.id, programme.name))
    return cohort.id, found


def _tested(session: Session, application_id: int, marks: tuple[int, int], staff_id: int, now: datetime) -> None:
    for status in (
        ApplicationStatus.VERIFYING,
        ApplicationStatus.ADMINISTRATIVELY_PASSED,
        ApplicationStatus.TEST_SCHEDULED,
    ):
        assert road.move(session, Kind.APPLICATION, application_id, status, now, staff_id=staff_id)
    written, interview = (Decimal(mark) for mark in marks)
    both = (
        scores.Mark(application_id, "tertulis", written),
        scores.Mark(application_id, "wawancara", interview),
    )
    scores.record(session, *both, staff_id=staff_id, now=now)


def _held(session: Session) -> dict[str, int]:
    """Seats that somebody holds, by class, read without anything of ours."""
    rows = session.execute(
        text(
            "SELECT p.name, count(*) FROM applications a JOIN classes c ON c.id = a.class_id "
            "JOIN programmes p ON p.id = c.programme_id "
            "WHERE a.number LIKE '9998-1-%' AND a.status IN ('lulus_seleksi', 'daftar_ulang', 'peserta') "
            "GROUP BY p.name"
        )
    )
    return dict(rows.all())


def _ended(session: Session) -> dict[str, str]:
    return dict(session.execute(text("SELECT number, status FROM applications WHERE number LIKE '9998-1-%'")).all())


async def everybody_looks(players: list[Player]) -> None:
    for at in range(0, len(players), 50):
        await asyncio.gather(*(player.looks() for player in players[at : at + 50]))


@pytest.mark.long
async def test_five_hundred_applicants_fill_ten_classes_and_everybody_is_told(stage: Stage) -> None:
    dice = Random(20261006)
    players = await the_town(stage, dice)
    names = sorted({player.row.first for player in players})
    ledger = reckoned((player.row for player in players), dict.fromkeys(names, SEATS))
    await publishes(stage)
    await everybody_looks(players)
    _each_was_told_the_result_once(players, ledger)
    _the_result_was_told_within_the_hour(players)
    for _day in range(50):
        await everybody_looks(players)
        # In the crowd's own order, not that of the lists; those who press do so at once.
        crowd = dice.sample(players, len(players))
        await asyncio.gather(*(player.acts() for player in crowd))
        assert all(count <= SEATS for count in (await stage.reads(_held)).values())
        await stage.passes(1)
    await everybody_looks(players)
    ended = await stage.reads(_ended)
    _everybody_knows_how_it_ended(players, ended)
    _reserves_were_called_in_their_order(players, ledger)
    _there_was_more_than_one_round(players)
    _nothing_came_at_night(players)
    _no_seat_stayed_empty_while_somebody_waited(players, await stage.reads(_held), ledger)


def _each_was_told_the_result_once(players: list[Player], ledger: Ledger) -> None:
    for player in players:
        assert len(player.told) == 1, player.row
        (_at, words) = player.told[0]
        if ledger.outcome(player.row.number) == "selected":
            assert f"{SELECTED}{ledger.class_of(player.row.number)}, {COHORT} (nomor {player.row.number})" in words
            continue
        assert RESERVE in words, player.row
        for name, numbers in ledger.reserves.items():
            if player.row.number in numbers:
                assert f"{name}: Anda cadangan ke-{numbers.index(player.row.number) + 1}," in words


def _everybody_knows_how_it_ended(players: list[Player], ended: dict[str, str]) -> None:
    for player in players:
        status, offered = ended[player.row.number], player.heard(SELECTED) + player.heard(OFFERED)
        assert len(player.heard(SELECTED)) + len(player.heard(RESERVE)) == 1
        assert len(player.heard(OFFERED)) <= 1
        if not offered:
            assert status == "tidak_lulus"
            assert len(player.heard(CLOSED)) == 1
        elif player.fate == "confirms":
            assert status == "peserta"
        else:
            assert status == "mengundurkan_diri"
            assert len(player.heard(LAPSED)) == (player.fate == "silent")
        if offered:
            assert player.heard(CLOSED) == []
    assert set(Counter(ended.values())) <= {"peserta", "mengundurkan_diri", "tidak_lulus"}


def _reserves_were_called_in_their_order(players: list[Player], ledger: Ledger) -> None:
    """Of a class's reserves, each who was called was called no later than those behind her; whoever was passed over
    had got a seat elsewhere before.
    """
    called = {player.row.number: told for player in players for told in player.heard(OFFERED)}
    for name, numbers in ledger.reserves.items():
        here = [number for number in numbers if number in called and f"{OFFERED}{name}," in called[number][1]]
        times = [called[number][0] for number in here]
        # Those who are called together hear of it within seconds of each other, in whatever order.
        assert all(later >= earlier - MOMENT for earlier, later in combinations(times, 2)), name
        last = numbers.index(here[-1]) if here else -1
        for place, number in enumerate(numbers[: last + 1]):
            assert number in called, (name, place)


def _there_was_more_than_one_round(players: list[Player]) -> None:
    """What this is about did happen: silence and withdrawals in round after round."""
    days = {told[0].date() for player in players for told in player.heard(OFFERED)}
    assert len(days) >= 3
    assert sum(len(player.heard(LAPSED)) for player in players) > CLASSES


def _the_result_was_told_within_the_hour(players: list[Player]) -> None:
    moments = [player.told[0][0] for player in players]
    assert max(moments) - min(moments) < timedelta(hours=1)


def _nothing_came_at_night(players: list[Player]) -> None:
    for player in players:
        for at, _words in player.told:
            local = at.astimezone(LOCAL)
            assert 8 <= local.hour < 20, (player.row, local)


def _no_seat_stayed_empty_while_somebody_waited(players: list[Player], held: dict[str, int], ledger: Ledger) -> None:
    """A class that is not full in the end has called every reserve, but for the silence of the last days."""
    uncalled = {player.row.number for player in players if player.heard(CLOSED)}
    for name, numbers in ledger.reserves.items():
        if any(number in uncalled for number in numbers):
            assert held.get(name, 0) == SEATS, name
