"""Alumni for the walkers: people with a chat and three trainings behind them, whose waves fall due one after
another.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta
from sqlalchemy import select

from conversations.context import House
from records import chats, endings, enrolments, people, planning
from records.classes import TrainingClass
from records.people import Education, Particulars
from records.session import Session
from tests.walkers.persona import Persona

# (days from now, wave): what is asked when.
PLAN = ((1, 12), (5, 3), (9, 1))


def write(session: Session, house: House, alumni: Sequence[tuple[int, Persona]], now: datetime) -> None:
    """Each is a chat and who it is."""
    classes = session.scalars(select(TrainingClass).order_by(TrainingClass.id).limit(len(PLAN))).all()
    today = now.astimezone(house.calendar.zone).date()
    for chat_id, persona in alumni:
        person_id = people.keep(session, house.vault, _particulars(persona), now)
        people.link(session, person_id, chat_id, now)
        chats.load(session, chat_id, now)
        for a_class, (days, wave) in zip(classes, PLAN, strict=True):
            enrolment = enrolments.enrol(session, person_id, a_class.id, None, now)
            ended_on = today + timedelta(days=days) - relativedelta(months=wave)
            endings.graduate(session, enrolment.id, ended_on, now)
            session.refresh(enrolment)
            planning.plan(session, enrolment, (wave,), house.calendar, now)


def _particulars(persona: Persona) -> Particulars:
    return Particulars(
        name=f"{persona.first_name} Contoh",
        nik=persona.nik,
        birth_date=persona.born,
        sex=persona.sex,
        phone=persona.phone,
        kecamatan="33.75.01",
        kelurahan="1002",
        town=None,
        address="Gang Contoh 1 RT 01 RW 01",
        education=Education.SMK,
        activity="lainnya",
    )
