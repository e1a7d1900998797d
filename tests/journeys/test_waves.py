"""Staff choose in which months a class is asked, and put the last day of one graduate right; all is planned anew."""

from datetime import timedelta

from sqlalchemy import select

from records import enrolments, people
from records.classes import TrainingClass
from records.enrolments import Enrolment
from records.followups import Followup
from records.session import Session
from tests.journeys.alumni import DUE, asked, graduated
from tests.journeys.memory import trail
from tests.journeys.office import bu_ratna
from tests.stage import Stage


def trained(session: Session, chat_id: int) -> Enrolment:
    (person,) = people.of_chat(session, chat_id)
    return enrolments.of_person(session, person.id)[0]


def plan_of(session: Session, chat_id: int) -> dict[int, str]:
    (person,) = people.of_chat(session, chat_id)
    return {row.wave: row.state for row in session.scalars(select(Followup).where(Followup.person_id == person.id))}


async def test_a_month_is_taken_away_added_and_typed_and_everyone_is_planned_anew(stage: Stage) -> None:
    sri, *_others = await graduated(stage, officers_stay=True)
    class_id = (await stage.reads(trained, sri.id)).class_id
    head = bu_ratna(stage)
    await head.forges(f"m:classdesk:{class_id}")
    await head.taps("Bulan pemantauan")
    head.sees("bulan 1: 12 terjadwal, 0 sudah ditanya")
    await head.taps("✅ 3")
    head.sees("Diubah; dijadwalkan ulang untuk 12 lulusan.")
    await head.taps("➕ 24")
    await head.taps("✅ 1")
    assert await stage.reads(plan_of, sri.id) == {
        1: "cancelled",
        3: "cancelled",
        6: "planned",
        12: "planned",
        24: "planned",
    }
    await head.taps("Bulan lain")
    await head.says("bulan 0 dan 6")
    head.sees("Mohon tulis bulan dengan angka bulat dari 1 sampai 120")
    await head.says("bulan 1 dan 9")
    head.sees("bulan 9: 12 terjadwal")
    await stage.until(DUE)
    assert await asked(sri) == 1
    await head.forges(f"m:waves:{class_id}")
    await head.taps("✅ 1")
    head.sees("bulan 9: 12 terjadwal")
    await head.taps("✅ 9")
    head.sees("Paling sedikit satu bulan harus ada")
    await head.taps("Seperti biasa: 1, 3, 6, 12")
    assert (await stage.reads(plan_of, sri.id))[1] == "asked"
    assert ("class.waves", f"class:{class_id}:1,9") in await stage.reads(trail)


async def test_the_last_day_of_one_graduate_moves_her_own_follow_ups(stage: Stage) -> None:
    sri, other, *_others = await graduated(stage, officers_stay=True)
    enrolment = await stage.reads(trained, sri.id)
    (name,) = [person.name for person in await stage.reads(people.of_chat, sri.id)]
    head = bu_ratna(stage)
    await head.forges(f"m:waves:{enrolment.class_id}")
    await head.taps("Hari terakhir seorang lulusan")
    await head.taps(name)
    await head.says("7 Oktober 2030")
    head.sees("Hari terakhir itu sudah lewat.")
    await head.says("20 September 2026")
    head.sees(f"{name}: pelatihan berakhir 20 September 2026")
    assert ("enrolment.ended_on", f"enrolment:{enrolment.id}:2026-09-20") in await stage.reads(trail)
    await stage.until(DUE - timedelta(days=16) + timedelta(minutes=1))
    assert (await asked(sri), await asked(other)) == (1, 0)


async def test_a_class_that_ended_on_another_day_takes_those_who_ended_with_it_along(stage: Stage) -> None:
    sri, *_others = await graduated(stage, officers_stay=True)
    enrolment = await stage.reads(trained, sri.id)
    ended = enrolment.ended_on
    assert ended is not None
    await stage.writes(_ends_with_it, enrolment.class_id)
    head = bu_ratna(stage)
    await head.forges(f"m:editclass:{enrolment.class_id}")
    await head.taps("Hari terakhir")
    await head.says("1 Oktober 2026")
    assert (await stage.reads(trained, sri.id)).ended_on == ended.replace(day=1)
    await stage.until(DUE - timedelta(days=5) + timedelta(minutes=1))
    assert await asked(sri) == 1


def _ends_with_it(session: Session, class_id: int) -> None:
    """Its last day by its dates is the day on which it was closed."""
    a_class = session.get_one(TrainingClass, class_id)
    a_class.ends_on = enrolments.graduates(session, class_id)[0].ended_on or a_class.ends_on
