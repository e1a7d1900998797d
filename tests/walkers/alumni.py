"""Alumni for the walkers: people with a chat and three trainings behind them, whose waves fall due one after
another.
"""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta
from sqlalchemy import select

from conversations.context import House
from records import chats, endings, enrolments, people, planning
from records.classes import TrainingClass
from records.enrolments import Enrolment
from records.labour import LabourStatus
from records.monitoring import MonitoringRecord, Source
from records.people import Education, Particulars
from records.session import Session
from tests.walkers.persona import Persona

# (days from now, wave): what is asked when. Some have told of an earlier wave what they did.
PLAN = ((1, 12), (5, 3), (9, 1))
TOLD = (3, 1, {"q1": "kerja", "q2": "4", "q3": "0-1", "q4": "3", "employer": "PT Contoh"})


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
            if wave == TOLD[0]:
                session.add(_told_before(enrolment, now))


def _told_before(enrolment: Enrolment, now: datetime) -> MonitoringRecord:
    """So that the wave that falls due opens with her last answer."""
    _wave, before, told = TOLD
    return MonitoringRecord(
        enrolment_id=enrolment.id,
        person_id=enrolment.person_id,
        wave=before,
        status=LabourStatus.WORKING.value,
        activity=told["q1"],
        employment=4,
        since=told["q3"],
        details=json.dumps(told),
        source=Source.SELF.value,
        recorded_at=now,
        complete=True,
    )


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
