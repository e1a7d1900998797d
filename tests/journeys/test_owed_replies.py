"""A reply that did not go out stays owed, and is said later: by this process or the next."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import pytest

import bot.request
from records import chats
from records.database import Database
from records.session import Session
from tests.journeys.applicant import SITI, answers, fills_in, newcomer
from tests.journeys.memory import owed
from tests.journeys.office import goes_to, pak_wiryo
from tests.journeys.selecting import COHORT, DECREE, proposes, scored
from tests.stage import Stage

R = TypeVar("R")


@pytest.mark.parametrize("code", [502, 503, 429, "drop"])
async def test_a_reply_that_fails_at_first_is_said_a_moment_later(stage: Stage, code: int | str) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="NIK")
    await stage.fails("sendMessage", code, times=2, chat_id=siti.id, retry_after=3)
    await siti.says(SITI.nik)
    await siti.waits_for("Apakah benar?")
    assert await owed(stage) == []
    await answers(siti, since="Apakah benar")
    siti.sees("Nomor pendaftaran")


@pytest.mark.parametrize("code", [502, 429])
async def test_a_reply_that_keeps_failing_stays_owed_and_the_debt_is_paid(stage: Stage, code: int) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="NIK")
    await stage.fails("sendMessage", code, times=4, chat_id=siti.id, retry_after=3)
    await siti.says_unheard(SITI.nik)
    await stage.is_quiet()
    assert await owed(stage) == [siti.id]
    await stage.canting.turns.pay_debts()
    await siti.waits_for("Apakah benar?")
    assert "Apakah benar?" in siti.last()
    assert await owed(stage) == []
    await answers(siti, since="Apakah benar")
    siti.sees("Nomor pendaftaran")


async def test_a_debt_is_paid_by_the_process_that_comes_after(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="NIK")
    await stage.fails("sendMessage", 502, times=4, chat_id=siti.id)
    await siti.says_unheard(SITI.nik)
    await stage.is_quiet()
    await stage.goes_down()
    await stage.comes_up()
    await siti.waits_for("Apakah benar?")
    assert "Apakah benar?" in siti.last()
    await answers(siti, since="Apakah benar")
    siti.sees("Nomor pendaftaran")


class Meanwhile:
    """A database on whose way back from a read something else happens; before it, where `first`."""

    def __init__(self, database: Database, happens: Callable[[], Awaitable[None]], first: bool) -> None:
        self.write = database.write
        self.close = database.close
        self._read = database.read
        self._happens = happens
        self._first = first

    async def read(self, work: Callable[..., R], *args: Any, **kwargs: Any) -> R:
        if self._first:
            await self._happens()
        result = await self._read(work, *args, **kwargs)
        if not self._first:
            await self._happens()
        return result


@pytest.mark.parametrize("first", [True, False])
async def test_a_reply_said_while_the_debts_are_looked_for_is_not_said_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, first: bool
) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="NIK")
    await stage.fails("sendMessage", 502, times=4, chat_id=siti.id)
    await siti.says_unheard(SITI.nik)
    await stage.is_quiet()

    async def she_goes_on_and_is_answered() -> None:
        await siti.says("/bantuan")
        if not first:
            await stage.canting.turns.settle()

    turns = stage.canting.turns
    monkeypatch.setattr(turns, "_database", Meanwhile(turns._database, she_goes_on_and_is_answered, first))
    await turns.pay_debts()
    await stage.is_quiet()
    await siti.looks()
    assert sum("Apakah benar?" in message["text"] for message in siti.bot_messages()) == 1


async def test_the_number_is_said_again_to_whom_the_last_word_may_not_have_reached(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Silakan periksa")
    await stage.fails("sendPhoto", 502, times=4, chat_id=siti.id)
    await siti.taps_unheard("Kirim pendaftaran")
    await stage.is_quiet()
    assert await owed(stage) == [siti.id]
    await stage.canting.turns.pay_debts()
    await siti.waits_for("Status: sudah masuk, menunggu diperiksa")
    siti.sees("2026-4-0032, Siti Rahmawati")


async def test_an_officer_whom_the_last_word_did_not_reach_reads_that_it_was_published(stage: Stage) -> None:
    await scored(stage, [90, 80], seats=1)
    ratna = await proposes(stage)
    await ratna.taps("Kirim untuk ditinjau")
    wiryo = pak_wiryo(stage)
    await goes_to(wiryo, "Seleksi")
    await wiryo.taps(COHORT)
    await wiryo.taps("📣 Terbitkan")
    await wiryo.says(DECREE)
    await wiryo.taps("Oktober 2026")
    await stage.fails("editMessageText", 502, times=4, chat_id=wiryo.id)
    await wiryo.taps_unheard("Terbitkan dan kabari semua")
    await stage.is_quiet()
    await stage.canting.turns.pay_debts()
    await wiryo.waits_for("Jawaban kami sempat terputus.")
    assert any("sudah diterbitkan" in label for label in wiryo.labels())


async def test_whoever_was_cut_off_outside_a_form_reads_that_what_she_sent_has_come(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await stage.fails("editMessageText", 502, times=4, chat_id=siti.id)
    await siti.taps_unheard("Lihat pelatihan")
    await stage.is_quiet()
    await stage.canting.turns.pay_debts()
    await siti.waits_for("Jawaban kami sempat terputus. Yang terakhir Anda kirim sudah kami terima.")


@pytest.mark.parametrize("code", ["timeout_before", "timeout_after"])
async def test_a_reply_that_times_out_is_said_again_and_at_worst_twice(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(bot.request, "READ_SECONDS", 0.3)
    siti = await newcomer(stage)
    await fills_in(siti, until="NIK")
    await stage.fails("sendMessage", code, chat_id=siti.id)
    await siti.says(SITI.nik)
    await siti.waits_for("Apakah benar?")
    await stage.is_quiet()
    await siti.looks()
    said = sum("Apakah benar?" in message["text"] for message in siti.bot_messages())
    assert said == (2 if code == "timeout_after" else 1)
    assert await owed(stage) == []
    await answers(siti, since="Apakah benar")
    siti.sees("Nomor pendaftaran")


async def test_whoever_blocked_the_bot_is_owed_nothing(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    siti = await newcomer(stage)
    await fills_in(siti, until="NIK")
    await stage.goes_down()
    await siti.says_unheard(SITI.nik)
    stage.world.people[siti.id].blocked = True
    await stage.comes_up()
    await stage.is_quiet()
    assert await owed(stage) == []
    assert not (await stage.reads(_state, siti.id)).reachable
    await siti.starts()
    siti.sees("Apakah benar?")
    assert (await stage.reads(_state, siti.id)).reachable


def _state(session: Session, chat_id: int) -> chats.ChatState:
    found = session.get_one(chats.Chat, chat_id)
    return chats.load(session, chat_id, found.created_at)
