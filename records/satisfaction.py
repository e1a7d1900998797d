"""Satisfaction: the public service survey (SKM) of Permenpan RB 14/2017, anonymous by the way it is kept.

Nine elements U1 to U9 are answered on a scale of 1 to 4. Source of the formula: Peraturan Menteri PANRB No. 14/2017,
annex, chapter on processing the survey: every element weighs the same (1/9, written there as 0.11), the value is the
sum of the average of each element times its weight, and the index is that value times 25. Categories by the index:
A 88.31-100, B 76.61-88.30, C 65.00-76.60, D 25.00-64.99. Here 1/9 is exact, so that all fours are 100.

Answers are kept as counts only: how often each element of a class and wave got each value. There is no row an answer,
no time and no order, so that nothing can be put beside a person, also not by who looks into the database. Apart from
them stands who was asked, and who has used the invitation.

An index is shown once, when nobody of the class can answer any more: one that grew with each answer would tell the
last answer to whoever looks before and after it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, bindparam, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.base import Base
from records.enrolments import Enrolment

ELEMENTS = 9
SCALE = (1, 2, 3, 4)
# Below so many answers nobody sees an index.
SHOWN_FROM = 5
AT_THE_END = 0


class Category(StrEnum):
    A = "A"
    B = "B"
    C = "C"
    D = "D"


# The lowest index of each, as the regulation prints them.
BOUNDS = ((88.31, Category.A), (76.61, Category.B), (65.00, Category.C))


class SurveyInvitation(Base):
    """Who was asked at the end of which training, until when, and whether she has answered; not what."""

    __tablename__ = "survey_invitations"

    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), primary_key=True)
    wave: Mapped[int] = mapped_column(primary_key=True)
    closes_on: Mapped[date]
    used: Mapped[bool] = mapped_column(default=False)


class SurveyCount(Base):
    """How often an element (1 to 9) of a class and wave was given a value (1 to 4)."""

    __tablename__ = "survey_counts"

    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"), primary_key=True)
    wave: Mapped[int] = mapped_column(primary_key=True)
    element: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[int] = mapped_column(primary_key=True)
    count: Mapped[int] = mapped_column(default=0)


@dataclass(frozen=True, slots=True)
class Index:
    """How many answered, the average of each element (1 to 4), and the index (25 to 100)."""

    answers: int
    elements: tuple[float, ...]
    index: float

    @property
    def category(self) -> Category:
        return category(self.index)


def category(index: float) -> Category:
    """By the index as it is published, with two decimals."""
    return next((name for least, name in BOUNDS if round(index, 2) >= least), Category.D)


def weighted(counts: Mapping[tuple[int, int], int]) -> Index | None:
    """The index of counts by (element, value); None where there are too few answers to be shown."""
    answers = sum(counts.get((1, value), 0) for value in SCALE)
    if answers < SHOWN_FROM:
        return None
    sums = [sum(value * counts.get((element, value), 0) for value in SCALE) for element in range(1, ELEMENTS + 1)]
    averages = tuple(total / answers for total in sums)
    return Index(answers, averages, 25 * sum(averages) / ELEMENTS)


def invite(session: Session, enrolment_id: int, class_id: int, today: date, days: int) -> bool:
    """Asks once, for so many days from the first of her class on; False where the class is not asked any more.

    The counts of the class stand ready at nought, so that answering only adds.
    """
    closes_on = closing(session, class_id) or today + timedelta(days=days)
    if today > closes_on:
        return False
    if session.get(SurveyInvitation, (enrolment_id, AT_THE_END)) is None:
        session.add(SurveyInvitation(enrolment_id=enrolment_id, wave=AT_THE_END, closes_on=closes_on))
    if session.get(SurveyCount, (class_id, AT_THE_END, 1, 1)) is None:
        session.add_all(
            SurveyCount(class_id=class_id, wave=AT_THE_END, element=element, value=value)
            for element in range(1, ELEMENTS + 1)
            for value in SCALE
        )
    session.flush()
    return True


# Built once: each graduate of a class asks for it.
_CLOSING = (
    select(func.max(SurveyInvitation.closes_on))
    .join(Enrolment, Enrolment.id == SurveyInvitation.enrolment_id)
    .where(Enrolment.class_id == bindparam("class_id"), SurveyInvitation.wave == AT_THE_END)
)


def closing(session: Session, class_id: int) -> date | None:
    """The last day on which somebody of the class may answer; None where nobody was asked yet."""
    return plain.scalar(session, _CLOSING, class_id=class_id)


def is_open(session: Session, enrolment_id: int, today: date) -> bool:
    """Whether she was asked, has not answered, and still may."""
    invitation = session.get(SurveyInvitation, (enrolment_id, AT_THE_END))
    return invitation is not None and not invitation.used and today <= invitation.closes_on


def answer(session: Session, enrolment_id: int, class_id: int, values: Sequence[int], today: date) -> bool:
    """Counts the nine values, once an invitation and while it stands; True where they were counted."""
    if len(values) != ELEMENTS or any(value not in SCALE for value in values):
        raise ValueError("nine values from 1 to 4 are an answer")
    used = session.execute(
        update(SurveyInvitation)
        .where(
            SurveyInvitation.enrolment_id == enrolment_id,
            SurveyInvitation.wave == AT_THE_END,
            SurveyInvitation.used.is_(False),
            SurveyInvitation.closes_on >= today,
        )
        .values(used=True)
        .returning(SurveyInvitation.enrolment_id)
    ).first()
    if used is None:
        return False
    for element, value in enumerate(values, 1):
        session.execute(
            update(SurveyCount)
            .where(
                SurveyCount.class_id == class_id,
                SurveyCount.wave == AT_THE_END,
                SurveyCount.element == element,
                SurveyCount.value == value,
            )
            .values(count=SurveyCount.count + 1)
        )
    return True


def of_class(session: Session, class_id: int, today: date) -> Index | None:
    """The index of a class once nobody can answer any more, from `SHOWN_FROM` answers on."""
    closes_on = closing(session, class_id)
    if closes_on is None or today <= closes_on:
        return None
    rows = session.execute(
        select(SurveyCount.element, SurveyCount.value, SurveyCount.count).where(
            SurveyCount.class_id == class_id, SurveyCount.wave == AT_THE_END
        )
    )
    return weighted({(element, value): count for element, value, count in rows})
