"""The report of an announcement: how far it is, in one message, and who was missed."""

from sqlalchemy import delete, select

from records import enrolments, people
from records.audiences import Audience, Trait, recipients
from records.cohorts import Cohort
from records.demonstration import Group
from records.session import Session
from tests.journeys.announcing import LARGE, outcomes, received, sends, sends_to_many
from tests.journeys.memory import name_of
from tests.journeys.office import bu_ratna
from tests.stage import Stage


async def test_one_message_tells_how_far_it_is_and_the_report_names_the_missed(stage: Stage) -> None:
    blocked = stage.of(Group.PARTICIPANT)[1]
    name = await stage.reads(name_of, blocked.id)
    await blocked.blocks()
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    ratna.sees("▰▰▰▰▰▰▰▰▰▰ 12 dari 12")
    ratna.sees("Terkirim: 10\nTidak terjangkau: 2\nGagal: 0\nBelum pasti: 0\nMenunggu: 0")
    await ratna.taps("Laporan pengiriman")
    ratna.sees("• Tidak terjangkau, belum punya chat Telegram dengan kami: 1")
    ratna.sees("• Tidak terjangkau, memblokir bot: 1")
    await ratna.taps("Tidak terjangkau: 2")
    ratna.sees("Tidak terjangkau: 2 orang")
    ratna.sees(f"memblokir bot:\n• {name}")
    assert await received(blocked) == 0


async def test_a_list_of_many_is_turned_page_by_page_and_says_its_reason_once(stage: Stage) -> None:
    await stage.writes(_hardly_anybody_has_a_chat)
    ratna = bu_ratna(stage)
    await sends(ratna, cohort=LARGE)
    await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    everybody = (await outcomes(stage))["blocked"]
    await ratna.taps("Laporan pengiriman")
    await ratna.taps(f"Tidak terjangkau: {everybody}")
    assert ratna.last().count("•") == 25
    assert ratna.last().count("belum punya chat Telegram dengan kami") == 1
    for _page in range(5):
        await ratna.taps("Lainnya ▶️")
    assert ratna.last().count("•") == everybody - 5 * 25


def _hardly_anybody_has_a_chat(session: Session) -> None:
    """One of those who are written to does."""
    cohort = session.scalars(select(Cohort.id).where(Cohort.name.startswith(LARGE))).one()
    audience = recipients.read(session, Audience.of(Trait.COHORT, cohort))
    one = next(chat for _person, chat in audience if chat is not None)
    session.execute(delete(people.Link).where(people.Link.chat_id != one))


async def test_the_report_says_so_when_everybody_got_it(stage: Stage) -> None:
    await stage.writes(_only_reachable)
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    await ratna.taps("Laporan pengiriman")
    ratna.sees("Laporan pengiriman: semua sudah menerima.")


def _only_reachable(session: Session) -> None:
    """The one who has no chat leaves the class."""
    for enrolment in session.scalars(select(enrolments.Enrolment)):
        if people.chat_of(session, enrolment.person_id) is None:
            enrolment.status = enrolments.EnrolmentStatus.WITHDRAWN.value


async def test_progress_is_shown_in_place_while_a_large_cohort_is_written_to(strict: Stage) -> None:
    stage, ratna = strict, await sends_to_many(strict)
    before = len(ratna.bot_messages())
    edits = stage.world.calls.counts["editMessageText"]
    await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    ratna.sees("128 dari 128")
    assert len(ratna.bot_messages()) == before + 1
    assert ratna.bot_messages()[-1]["edited"]
    assert stage.world.calls.counts["editMessageText"] >= edits + 3
    found = await outcomes(stage)
    assert sum(found.values()) == 128
    assert set(found) == {"sent", "blocked"}


async def test_a_block_met_on_the_way_is_in_the_report(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    sri = stage.of(Group.PARTICIPANT)[2]
    name = await stage.reads(name_of, sri.id)
    stage.world.people[sri.id].blocked = True
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.a_moment_passes()
    await ratna.waits_for("Tidak terjangkau: 2")
    await ratna.taps("Laporan pengiriman")
    await ratna.taps("Tidak terjangkau: 2")
    ratna.sees(name)


async def test_the_last_word_of_the_progress_is_told_even_if_it_fails_at_first(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    ratna = await sends_to_many(stage)
    await stage.fails("sendMessage", 502, times=2, chat_id=ratna.id)
    await stage.fails("editMessageText", 502, times=4, chat_id=ratna.id)
    for _tick in range(6):
        await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    ratna.sees("128 dari 128")
    assert sum("dari 128" in message["text"] for message in ratna.bot_messages()) == 1
