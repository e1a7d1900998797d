"""Whom an audience must name, told slowly by looking at every row."""

from collections.abc import Iterator
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.applications import Application
from records.appointments import Appointment
from records.audiences import Audience, Group, Trait
from records.base import Base
from records.campaign_answers import CampaignAnswer
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.consents import Consent
from records.deliveries import Delivery
from records.enrolments import Enrolment
from records.job_alerts import JobAlert
from records.monitoring import MonitoringRecord
from records.people import Link, Person
from records.wishes import Wish

Row = TypeVar("Row", bound=Base)
# (person, chat): one of them, and for a person the chat that speaks for her.
Named = tuple[int | None, int | None]
# A chat, and for whom it asked, if it said so.
Asked = tuple[int, int | None]


class Truth:
    """Everything there is, loaded."""

    def __init__(self, session: Session) -> None:
        def every(model: type[Row]) -> list[Row]:
            return list(session.scalars(select(model)))

        self.people = {one.id: one for one in every(Person)}
        self.chat_of = {one.person_id: one.chat_id for one in every(Link)}
        self.classes = {one.id: one for one in every(TrainingClass)}
        self.years = {one.id: one.year for one in every(Cohort)}
        self.enrolments, self.applications = every(Enrolment), every(Application)
        self.records, self.consents = every(MonitoringRecord), every(Consent)
        self.wishes, self.alerts = every(Wish), every(JobAlert)
        self.seats = [one for one in every(Appointment) if one.seated]
        self.deliveries = every(Delivery)
        self.choices = {one.delivery_id: one.choice for one in every(CampaignAnswer)}

    def named(self, audience: Audience) -> set[Named]:
        people: set[Named] = {(person, self.chat_of.get(person)) for person in self.people}
        asked = {one.chat_id for one in self.wishes} | {one.chat_id for one in self.alerts}
        asked_or_told = asked | {one.chat_id for one in self.deliveries}
        bare: set[Named] = {(None, chat) for chat in asked_or_told if chat is not None}
        return {one for one in people | bare if self._is_named(audience, one)}

    def _is_named(self, audience: Audience, one: Named) -> bool:
        person, _chat = one
        if person in audience.without_people or (person is not None and self.people[person].deceased_on):
            return False
        groups, without = ([g for g in side if g.traits] for side in (audience.groups, audience.without))
        return any(self._in(g, one) for g in groups) and not any(self._in(g, one) for g in without)

    def _in(self, group: Group, one: Named) -> bool:
        told = {trait: values for trait, values in group.traits.items() if values}
        tied = {trait for trait in told if trait in TIED}
        return (not tied or self._is_tied(group, one[0])) and all(
            self._has(trait, values, *one) for trait, values in told.items() if trait not in tied
        )

    def _is_tied(self, group: Group, person: int | None) -> bool:
        return any(
            all(not group.of(trait) or value in group.of(trait) for trait, value in tie.items())
            for tie in self._ties(person, any_status=bool(group.of(Trait.STATUS)))
        )

    def _ties(self, person: int | None, any_status: bool) -> Iterator[dict[Trait, str]]:
        for trained in self.enrolments:
            if trained.person_id == person and (any_status or trained.status not in LEFT):
                yield self._tie(trained.class_id, trained.status)
        for applied in self.applications:
            if applied.person_id == person and any_status and applied.status != "peserta":
                yield self._tie(applied.class_id, applied.status)

    def _tie(self, class_id: int, status: str) -> dict[Trait, str]:
        found = self.classes[class_id]
        return {
            Trait.CLASS: str(class_id),
            Trait.COHORT: str(found.cohort_id),
            Trait.PROGRAMME: str(found.programme_id),
            Trait.YEAR: str(self.years[found.cohort_id]),
            Trait.STATUS: status,
        }

    def _has(self, trait: Trait, values: frozenset[str], person: int | None, chat: int | None) -> bool:
        match trait:
            case Trait.KECAMATAN:
                return person is not None and (self.people[person].kecamatan or "x") in values
            case Trait.ALUMNI:
                return person is not None and self._standing(person) in values
            case Trait.WISH:
                wished = [w for w in self.wishes if str(w.programme_id) in values and w.told_at is None]
                return (person, None if person else chat) in self._meant(_asked(wished))
            case Trait.CONSENT:
                agreed = {c.purpose for c in self.consents if c.person_id == person and c.withdrawn_at is None}
                heard = [alert for alert in self.alerts if alert.stopped_at is None and "vacancies" in values]
                return bool(agreed & values) or (person, None if person else chat) in self._meant(_asked(heard))
            case Trait.SITTING:
                hers = {one.id for one in self.applications if one.person_id == person}
                return any(one.application_id in hers and str(one.sitting_id) in values for one in self.seats)
            case Trait.REPLY:
                return (person, None if person else chat) in self._replied(values)
        raise AssertionError(trait)

    def _standing(self, person: int) -> str | None:
        told = [one for one in self.records if one.person_id == person and one.latest and one.wave > 0]
        if told:
            return max(told, key=lambda one: (one.enrolment_id, one.wave)).status
        graduated = any(one.person_id == person and one.status == "lulus_pelatihan" for one in self.enrolments)
        return "never" if graduated else None

    def _replied(self, values: frozenset[str]) -> set[Named]:
        got = [one for one in self.deliveries if f"{one.campaign_id}.{self._choice(one)}" in values]
        people: set[Named] = {(one.person_id, None) for one in got if one.person_id is not None}
        return people | self._meant([(one.chat_id, None) for one in got if one.person_id is None and one.chat_id])

    def _choice(self, got: Delivery) -> str | None:
        arrived = got.status in ("sent", "unknown") and got.chat_id is not None
        return self.choices.get(got.id, "-" if arrived else None)

    def _meant(self, asked: list[Asked]) -> set[Named]:
        """One a chat."""
        meant: set[Named] = set()
        for chat in {chat for chat, _who in asked}:
            speaks_for = [person for person, linked in self.chat_of.items() if linked == chat]
            of_chat = [who for where, who in asked if where == chat]
            valid = [who for who in of_chat if who is None or who in speaks_for]
            living = [person for person in speaks_for if self.people[person].deceased_on is None]
            by_name = [person for person in valid if person in living]
            if valid and (living or not speaks_for):
                meant.add((max(by_name or living), None) if living else (None, chat))
        return meant


def _asked(rows: list[Wish] | list[JobAlert]) -> list[Asked]:
    return [(one.chat_id, one.person_id) for one in rows]


LEFT = ("mengundurkan_diri", "diberhentikan")
TIED = (Trait.COHORT, Trait.CLASS, Trait.PROGRAMME, Trait.YEAR, Trait.STATUS)
