"""Settlements: a drawn town written down as rows."""

from datetime import date

from sqlalchemy.orm import Session

from records.applications import Application
from records.appointments import Appointment
from records.audiences import Audience, Group, Trait
from records.campaign_answers import CampaignAnswer
from records.campaigns import Campaign
from records.consents import Consent
from records.deliveries import Delivery
from records.enrolments import Enrolment
from records.job_alerts import JobAlert
from records.monitoring import MonitoringRecord
from records.people import Link, Person
from records.sittings import Sitting
from records.vault import Vault
from records.wishes import Wish
from tests.records.audiences.population import CHATS, PEOPLE, Drawn, For, Townswoman
from tests.records.clock import NOON
from tests.records.town import ENDS, Town

YEARS = (2025, 2026)
KIND = "tertulis"


class Settlement:
    """Writes a town down, and makes an audience name what was made."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        town = Town(session, vault)
        cohorts, programmes = [town.cohort(), town.cohort()], [town.programme(), town.programme("Las")]
        for cohort, year in zip(cohorts, YEARS, strict=True):
            cohort.year = year
        self._cohorts, self._programmes = [one.id for one in cohorts], [one.id for one in programmes]
        # The class of a cohort and a programme stands at 2 * cohort + programme.
        self._classes = [town.a_class(cohort, programme).id for cohort in cohorts for programme in programmes]
        officer = town.officer().id
        self._campaign = Campaign(audience="{}", status="finished", staff_id=officer, drafted_at=NOON)
        self._kept(self._campaign)
        self._sittings = [self._sitting(officer) for _time in range(2)]
        self.people: list[int] = []
        self._serial = 0

    def settle(self, drawn: Drawn) -> None:
        self.people += [self._settle(one) for one in drawn.people]
        speaks_for = {chat: [who for who, one in enumerate(drawn.people) if one.chat == chat] for chat in CHATS}
        for (chat, programme), (whom, holds) in drawn.wished.items():
            wish = Wish(chat_id=chat, programme_id=self._programmes[programme], at=NOON)
            wish.person_id, wish.told_at = self._meant(whom, speaks_for[chat]), None if holds else NOON
            self._session.add(wish)
        for chat, (whom, holds) in drawn.alerted.items():
            alert = JobAlert(chat_id=chat, version=1, given_at=NOON, stopped_at=None if holds else NOON)
            alert.person_id = self._meant(whom, speaks_for[chat])
            self._session.add(alert)
        for told, (status, choice) in drawn.told.items():
            self._tell(told, drawn.people[told].chat if told < PEOPLE else told, status, choice)
        self._session.flush()

    def _meant(self, whom: For, hers: list[int]) -> int | None:
        """`hers` are the places of those for whom a chat speaks."""
        others = [place for place in range(PEOPLE) if place not in hers]
        place = {For.NOBODY: None, For.FIRST: hers[:1], For.LAST: hers[-1:], For.STRANGER: others[:1]}[whom]
        return self.people[place[0]] if place else None

    def _tell(self, whom: int, chat: int | None, status: str, choice: str | None) -> None:
        campaign_id = self._campaign.id
        delivery = Delivery(
            key=f"announcement:{campaign_id}:{whom}",
            kind="announcement",
            urgency=2,
            person_id=self.people[whom] if whom < PEOPLE else None,
            chat_id=chat,
            campaign_id=campaign_id,
            about=campaign_id,
            status="blocked" if chat is None else status,
            due_at=NOON,
        )
        self._kept(delivery)
        if choice is not None:
            self._session.add(
                CampaignAnswer(delivery_id=delivery.id, campaign_id=campaign_id, choice=choice, answered_at=NOON)
            )

    def _settle(self, one: Townswoman) -> int:
        died = date(2026, 6, 1) if one.died else None
        person = Person(name="Warga Contoh", kecamatan=one.place, deceased_on=died, created_at=NOON)
        self._kept(person)
        if one.chat is not None:
            self._session.add(Link(person_id=person.id, chat_id=one.chat, linked_at=NOON))
        for purpose, holds in one.agreed.items():
            withdrawn = None if holds else NOON
            self._session.add(
                Consent(person_id=person.id, purpose=purpose, version=1, given_at=NOON, withdrawn_at=withdrawn)
            )
        for cohort, (programme, status) in one.applied.items():
            self._apply(person.id, cohort, programme, status, one.seats.get(cohort))
        for place, (class_place, status) in enumerate(one.trained.items()):
            told = {wave: (how, latest) for (of, wave), (how, latest) in one.told.items() if of == place and how}
            self._train(person.id, class_place, status, told)
        return person.id

    def _apply(self, person_id: int, cohort: int, programme: int, status: str, seat: tuple[int, bool] | None) -> None:
        self._serial += 1
        first, second = self._classes[2 * cohort + programme], self._classes[2 * cohort + 1 - programme]
        application = Application(
            person_id=person_id,
            cohort_id=self._cohorts[cohort],
            class_id=first,
            second_class_id=second,
            serial=self._serial,
            number=f"N{self._serial}",
            status=status,
            submitted_at=NOON,
        )
        self._kept(application)
        if seat is not None:
            self._session.add(
                Appointment(
                    application_id=application.id,
                    kind=KIND,
                    sitting_id=self._sittings[seat[0]],
                    seated=seat[1],
                    answer="",
                    invited_at=NOON,
                )
            )

    def _train(self, person_id: int, place: int, status: str, told: dict[int, tuple[str, bool]]) -> None:
        enrolment = Enrolment(
            person_id=person_id, class_id=self._classes[place], status=status, ended_on=ENDS, created_at=NOON
        )
        self._kept(enrolment)
        self._session.add_all(_record(enrolment, wave, standing, latest) for wave, (standing, latest) in told.items())

    def _sitting(self, officer_id: int) -> int:
        sitting = Sitting(
            kind=KIND,
            cohort_id=self._cohorts[0],
            starts_at=NOON,
            minutes=60,
            place="Aula",
            capacity=PEOPLE,
            state="open",
            created_at=NOON,
            created_by=officer_id,
        )
        self._kept(sitting)
        return sitting.id

    def _kept(self, row: object) -> None:
        self._session.add(row)
        self._session.flush()

    def naming(self, audience: Audience) -> Audience:
        """The same with ids in place of places."""
        return Audience(
            tuple(self._group(group) for group in audience.groups),
            tuple(self._group(group) for group in audience.without),
            frozenset(self.people[place] for place in audience.without_people),
        )

    def _group(self, group: Group) -> Group:
        made = {
            Trait.COHORT: self._cohorts,
            Trait.CLASS: self._classes,
            Trait.PROGRAMME: self._programmes,
            Trait.WISH: self._programmes,
            Trait.SITTING: self._sittings,
        }

        def meant(trait: Trait, value: str) -> str:
            if trait is Trait.REPLY:
                return f"{self._campaign.id}.{value.partition('.')[2]}"
            return str(made[trait][int(value)]) if trait in made else value

        return Group({trait: frozenset(meant(trait, one) for one in each) for trait, each in group.traits.items()})


def _record(enrolment: Enrolment, wave: int, status: str, latest: bool) -> MonitoringRecord:
    return MonitoringRecord(
        enrolment_id=enrolment.id,
        person_id=enrolment.person_id,
        wave=wave,
        status=status,
        activity="lainnya",
        details="{}",
        source="self",
        recorded_at=NOON,
        latest=latest,
    )
