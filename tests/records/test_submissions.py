"""Submissions: sealed until an officer publishes them, decided once, and never what she has not read."""

import asyncio
from datetime import timedelta

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from records import consents, job_endings, job_openings, showcases, stalls, submissions
from records.consents import Purpose
from records.database import Database
from records.job_openings import Ending, JobOpening, Kind, Opening, OpeningState, Way
from records.people import Person
from records.showcases import Hidden, Stall
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

TODAY = NOON.date()
CHAT = 77
SECRET, PHONE = "Bu Rahasia", "+6281299998888"


def _opening(trade: int, asks: str = "Bisa menjahit.", days: int = 30) -> Opening:
    return Opening("Konveksi Rahasia", "Penjahit", (trade,), "Krapyak", Kind.DAILY, asks, Way.PHONE, PHONE, days)


def _sent(session: Session, vault: Vault) -> tuple[int, int, int, int]:
    """An opening that waits, its kejuruan, and two officers."""
    town = Town(session, vault)
    trade = town.programme("Menjahit").id
    opening_id = job_openings.send_in(session, _opening(trade), CHAT, SECRET, PHONE, NOON)
    return opening_id, trade, town.officer().id, town.officer().id


def _raw(session: Session) -> str:
    return str(session.execute(text("SELECT * FROM job_openings")).all())


async def test_nothing_of_it_is_plain_before_it_is_published_and_the_sender_never(
    database: Database, vault: Vault
) -> None:
    opening_id, _trade, officer, _other = await database.write(_sent, vault)
    before = await database.read(_raw)
    assert not any(words in before for words in (SECRET, PHONE, "Konveksi Rahasia", "Penjahit"))
    await database.write(submissions.claim, JobOpening, opening_id, officer, NOON)
    assert await database.write(job_openings.publish, opening_id, officer, TODAY, NOON)
    after = await database.read(_raw)
    assert "Konveksi Rahasia" in after
    assert SECRET not in after


async def test_of_two_officers_at_once_one_takes_it(database: Database, vault: Vault) -> None:
    opening_id, _trade, one, other = await database.write(_sent, vault)
    taken = await asyncio.gather(
        *(database.write(submissions.claim, JobOpening, opening_id, officer, NOON) for officer in (one, other))
    )
    assert sorted(taken) == [False, True]
    loser = other if taken[0] else one
    assert not await database.write(job_openings.publish, opening_id, loser, TODAY, NOON)
    assert not await database.write(job_openings.refuse, opening_id, loser, "x")
    assert await database.write(submissions.claim, JobOpening, opening_id, loser, NOON + timedelta(minutes=16))


async def test_what_was_sent_in_anew_must_be_read_anew(database: Database, vault: Vault) -> None:
    opening_id, trade, officer, _other = await database.write(_sent, vault)
    await database.write(submissions.claim, JobOpening, opening_id, officer, NOON)
    await database.write(job_openings.send_again, opening_id, _opening(trade, "Bayar dulu."), NOON)
    assert not await database.write(job_openings.publish, opening_id, officer, TODAY, NOON)


async def test_a_change_leaves_what_is_live_and_its_last_day_as_they_are(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        opening_id, trade, officer, _other = _sent(session, vault)
        submissions.claim(session, JobOpening, opening_id, officer, NOON)
        job_openings.publish(session, opening_id, officer, TODAY, NOON)
        job_openings.send_again(session, opening_id, _opening(trade, "Lain."), NOON)
        found = job_openings.by_id(session, opening_id)
        assert found is not None
        assert found.shown is not None
        assert (found.state, found.shown.asks) == (OpeningState.LIVE.value, "Bisa menjahit.")
        submissions.claim(session, JobOpening, opening_id, officer, NOON)
        job_openings.publish(session, opening_id, officer, TODAY + timedelta(days=5), NOON)
        found = job_openings.by_id(session, opening_id)
        assert found is not None
        assert found.expires_on == TODAY + timedelta(days=30)

    await database.write(scene)


async def test_it_ends_once_comes_back_and_its_sender_is_forgotten_in_the_end(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> None:
        opening_id, _trade, officer, _other = _sent(session, vault)
        submissions.claim(session, JobOpening, opening_id, officer, NOON)
        job_openings.publish(session, opening_id, officer, TODAY, NOON)
        last = TODAY + timedelta(days=30)
        assert not job_endings.ended(session, last, 10)
        assert [one.id for one in job_endings.ended(session, last + timedelta(days=1), 10)] == [opening_id]
        assert job_endings.close(session, opening_id, Ending.EXPIRED, NOON)
        assert not job_endings.close(session, opening_id, Ending.FILLED, NOON)
        assert job_endings.prolong(session, opening_id, last + timedelta(days=9))
        assert job_endings.close(session, opening_id, Ending.TAKEN_DOWN, NOON, "x")
        assert not job_endings.prolong(session, opening_id, last + timedelta(days=9)), "not what an officer took down"
        assert job_endings.forget_senders(session, NOON, 10) == 0
        assert job_endings.forget_senders(session, NOON + timedelta(days=1), 10) == 1
        assert session.execute(select(JobOpening.sender, JobOpening.chat_id)).one() == (None, None)

    await database.write(scene)


async def test_a_business_is_visible_only_while_approved_consented_and_its_owner_lives(
    database: Database, vault: Vault
) -> None:
    def scene(session: Session) -> None:
        town = Town(session, vault)
        person, trade, officer = town.person(), town.programme("Tata boga").id, town.officer().id
        stall = Stall("Roti", "Roti manis", trade, "33.75.03.1002", PHONE, "")
        showcase_id = showcases.put(session, person.id, stall, 1, NOON)
        assert stalls.count(session) == 0, "not before a look"
        submissions.claim(session, showcases.Showcase, showcase_id, officer, NOON)
        assert showcases.publish(session, showcase_id, officer)
        assert (stalls.count(session, trade), stalls.count(session, None, "33.75.03.1002")) == (1, 1)
        assert (stalls.count(session, trade + 1), stalls.count(session, None, "33.75.01.1002")) == (0, 0)
        consents.withdraw(session, person.id, Purpose.SHOWCASE, NOON)
        assert stalls.visible(session, showcase_id) is None
        consents.give(session, person.id, Purpose.SHOWCASE, 1, NOON)
        session.get_one(Person, person.id).deceased_on = TODAY
        session.flush()
        assert stalls.visible(session, showcase_id) is None
        session.get_one(Person, person.id).deceased_on = None
        session.flush()
        assert showcases.hide(session, showcase_id, Hidden.HERSELF)
        assert "Roti" not in str(session.execute(text("SELECT * FROM showcases")).all()), "sealed again"
        assert showcases.show_again(session, showcase_id, NOON)
        assert stalls.count(session) == 1
        assert showcases.remove(session, person.id, NOON)
        assert session.scalars(select(showcases.Showcase)).all() == []

    await database.write(scene)
