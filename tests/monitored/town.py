"""The town in which the cast lives: its classes and people in the records, its telephones, and what befalls them."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from conversations.following.meaning import observed
from conversations.script import Answers
from records import enrolments, monitoring, offering, people, staff, talks
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.people import Person
from records.session import Session
from records.staff import Role
from records.talks import TalkState
from tests.journeys.office import graduates, officers_leave
from tests.monitored.cast import CLASSES, EACH, TRADES, Alumna
from tests.monitored.ladder import first_of
from tests.monitored.member import Member
from tests.stage import Stage

YEAR = 2099
A_DAY, WITHOUT_A_PHONE, AWAY = timedelta(days=1), timedelta(days=5), timedelta(days=10)


async def settle(stage: Stage, cast: list[Alumna]) -> list[Member]:
    """Everybody is in training, with a telephone or without; then the officers close every class."""
    order: list[dict[str, Any]] = [{"first_name": f"Warga{one.number}", "started": True} for one in cast]
    async with stage.session.post(f"{stage.url}/sim/people", json=order) as response:
        phones = [stage.phone(person["id"]) for person in await response.json()]
    members = [Member(one, phone if one.has_chat else None) for one, phone in zip(cast, phones, strict=True)]
    officer = await stage.person("Bu Ratna")
    await officer.starts()
    await stage.writes(staff.appoint, officer.id, "Bu Ratna", Role.OFFICER, stage.clock.now())
    for label in await stage.writes(_in_training, members, stage.clock.now()):
        await graduates(officer, label)
    await officers_leave(stage)
    return members


def _in_training(session: Session, members: list[Member], now: datetime) -> list[str]:
    """What an officer reads of each class."""
    programmes = {trade: offering.add_programme(session, {"name": trade, "teaches": trade}).id for trade in TRADES}
    labels = []
    for place in range(len(members) // EACH if len(members) >= EACH else 1):
        mine = members[place * EACH : (place + 1) * EACH]
        first = mine[0].alumna
        cohort = _cohort(session, place // len(TRADES), now)
        a_class = _class(session, cohort, first, programmes)
        for member in mine:
            _enrolled(session, member, a_class.id, now)
        labels.append(f"{first.trade} · {cohort.name} · {len(mine)}")
    return labels


def _cohort(session: Session, number: int, now: datetime) -> Cohort:
    code = f"{YEAR}-{number + 1}"
    known = session.scalar(select(Cohort).where(Cohort.code == code))
    if known is not None:
        return known
    day = now.date()
    cohort = Cohort(
        code=code,
        name=f"Angkatan Uji {number + 1}",
        year=YEAR,
        opens_at=now - timedelta(days=90),
        closes_at=now - timedelta(days=80),
        opened_told_at=now,
        closed_told_at=now,
        starts_on=day - timedelta(days=60),
        ends_on=day,
    )
    session.add(cohort)
    session.flush()
    return cohort


def _class(session: Session, cohort: Cohort, first: Alumna, programmes: dict[str, int]) -> TrainingClass:
    a_class = TrainingClass(
        code=first.class_code,
        programme_id=programmes[first.trade],
        cohort_id=cohort.id,
        seats=EACH,
        lesson_hours=140,
        starts_on=cohort.starts_on,
        ends_on=first.ended_on,
        place="Bengkel UPTD BLK",
        funding="APBD",
        requirements="{}",
    )
    session.add(a_class)
    session.flush()
    return a_class


def _enrolled(session: Session, member: Member, class_id: int, now: datetime) -> None:
    one = member.alumna
    person = Person(
        name=f"Warga {one.number}",
        sex=one.sex,
        kecamatan=one.kecamatan,
        preferred_hours=one.hours,
        created_at=now,
    )
    session.add(person)
    session.flush()
    if member.phone is not None:
        people.link(session, person.id, member.phone.id, now)
    enrolment = enrolments.enrol(session, person.id, class_id, None, now)
    if one.worked_before is not None:
        _told_before(session, person.id, enrolment.id, one.worked_before, now)
    member.person_id = person.id


def _told_before(session: Session, person_id: int, enrolment_id: int, worked: bool, now: datetime) -> None:
    """What she said at re-registration."""
    answers = {"q1": "kerja"} if worked else {"q1": "cari_kerja", "q1b": "tidak", "q1c": "tidak"}
    talk = talks.begin(
        session,
        script="reregistration",
        version=1,
        actor_chat=0,
        subject_person=person_id,
        about=None,
        journal='{"a":[]}',
        state=TalkState.CONCLUDED,
        now=now,
    )
    told = observed(Answers({(key, 0): value for key, value in answers.items()}), None, complete=True)
    monitoring.observe_before(session, enrolment_id, person_id, talk, told, now)


def destinies(members: list[Member]) -> list[tuple[datetime, str, Member]]:
    """What befalls people whatever they do: accounts that end, new ones, deaths."""
    found: list[tuple[datetime, str, Member]] = []
    for member in members:
        turn = first_of(member, member.alumna.turn)
        if member.alumna.fate == "moves":
            found += [(turn - A_DAY, "loses her account", member), (turn + WITHOUT_A_PHONE, "moves", member)]
        if member.alumna.fate == "dies":
            found.append((turn - A_DAY, "dies", member))
    return sorted(found, key=lambda one: (one[0], one[2].alumna.number))


async def befalls(stage: Stage, what: str, member: Member) -> None:
    now, turn = stage.clock.now(), member.alumna.turn
    assert member.phone is not None
    match what:
        case "loses her account":
            await member.phone._act("deactivate", expects_answer=False)
        case "moves":
            member.phone = await stage.person(f"Warga{member.alumna.number}")
            await member.phone.starts()
            await stage.writes(people.link, member.person_id, member.phone.id, now)
            member.did["moves"] = (turn, now)
        case "dies":
            await stage.writes(_dies, member.person_id, now.date())
            member.did["dies"] = (turn, now)
        case "returns":
            await member.phone.unblocks()
            await member.phone.starts()
            member.did["returns"] = (turn, now)


def _dies(session: Session, person_id: int, day: date) -> None:
    people.by_id(session, person_id).deceased_on = day


__all__ = ["AWAY", "CLASSES", "YEAR", "befalls", "destinies", "settle"]
