"""A drawn town for audiences: plain values first, then rows of them, and audiences that name what was made."""

from dataclasses import dataclass, field
from datetime import date

from hypothesis import strategies as st
from sqlalchemy.orm import Session

from records.applications import Application
from records.audiences import Audience, Group, Trait
from records.campaign_answers import CampaignAnswer
from records.campaigns import Campaign
from records.consents import Consent
from records.deliveries import Delivery
from records.enrolments import Enrolment
from records.job_alerts import JobAlert
from records.monitoring import MonitoringRecord
from records.people import Link, Person
from records.vault import Vault
from records.wishes import Wish
from tests.records.clock import NOON
from tests.records.town import ENDS, Town

YEARS = (2025, 2026)
TRAINED = ("peserta", "lulus_pelatihan", "lulus_pelatihan", "tidak_lulus_pelatihan", "mengundurkan_diri")
APPLIED = ("terkirim", "cadangan", "peserta", "mengundurkan_diri")
STANDINGS = ("working", "unemployed", "ojt")
PURPOSES = ("vacancies", "showcase")
PLACES = ("33.75.01", "33.75.02", None)
CHATS = st.integers(11, 15)
PEOPLE = 8
WHO = st.none() | st.integers(0, PEOPLE - 1)
# What an audience may ask for; by place what has ids.
ASKED = {
    Trait.COHORT: ("0", "1"),
    Trait.CLASS: ("0", "1", "2", "3"),
    Trait.PROGRAMME: ("0", "1"),
    Trait.YEAR: ("2025", "2026"),
    Trait.STATUS: tuple(sorted({*TRAINED, *APPLIED})),
    Trait.KECAMATAN: ("33.75.01", "33.75.02", "x"),
    Trait.ALUMNI: (*STANDINGS, "never"),
    Trait.WISH: ("0", "1"),
    Trait.CONSENT: PURPOSES,
    Trait.REPLY: ("0.yes", "0.no", "0.-"),
}


@dataclass(frozen=True)
class Townswoman:
    """`trained` and `told` by class, `applied` by cohort: the programme of her first choice and the status."""

    place: str | None
    chat: int | None
    died: bool
    trained: dict[int, str] = field(default_factory=dict)
    told: dict[tuple[int, int], tuple[str, bool]] = field(default_factory=dict)
    applied: dict[int, tuple[int, str]] = field(default_factory=dict)
    agreed: dict[str, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Drawn:
    """`wished` by chat and programme, `alerted` by chat: for whom, by her place, and whether it holds. `told` by the
    place of a person, or by a chat: how an earlier announcement to her ended, and what she answered.
    """

    people: list[Townswoman]
    wished: dict[tuple[int, int], tuple[int | None, bool]]
    alerted: dict[int, tuple[int | None, bool]]
    told: dict[int, tuple[str, str | None]]


def towns() -> st.SearchStrategy[Drawn]:
    mostly, seldom = st.sampled_from((True, True, True, False)), st.sampled_from((False, False, False, True))
    woman = st.builds(
        Townswoman,
        place=st.sampled_from(PLACES),
        chat=st.none() | CHATS,
        died=seldom,
        trained=st.dictionaries(st.integers(0, 3), st.sampled_from(TRAINED), min_size=1, max_size=2),
        told=st.dictionaries(
            st.tuples(st.integers(0, 3), st.sampled_from((0, 1, 3))),
            st.tuples(st.sampled_from(STANDINGS), mostly),
            max_size=4,
        ),
        applied=st.dictionaries(st.integers(0, 1), st.tuples(st.integers(0, 1), st.sampled_from(APPLIED)), max_size=2),
        agreed=st.dictionaries(st.sampled_from(PURPOSES), mostly),
    )
    return st.builds(
        Drawn,
        st.lists(woman, min_size=PEOPLE, max_size=PEOPLE),
        st.dictionaries(st.tuples(CHATS, st.integers(0, 1)), st.tuples(WHO, mostly), max_size=6),
        st.dictionaries(CHATS, st.tuples(WHO, mostly), max_size=3),
        st.dictionaries(
            st.integers(0, PEOPLE - 1) | CHATS,
            st.tuples(st.sampled_from(("sent", "sent", "unknown", "failed")), st.sampled_from(("yes", "no", None))),
            max_size=6,
        ),
    )


PAIRS = tuple((trait, value) for trait, values in ASKED.items() for value in values)


def _groups() -> st.SearchStrategy[Group]:
    """Some traits come alone; where several come, fewer people have them all."""

    def made(pairs: list[tuple[Trait, str]]) -> Group:
        return Group({trait: frozenset(value for of, value in pairs if of is trait) for trait, _value in pairs})

    return st.lists(st.sampled_from(PAIRS), min_size=1, max_size=3).map(made)


def audiences() -> st.SearchStrategy[Audience]:
    """Single people are left out by their places; some groups are places that were emptied."""
    groups = st.lists(_groups() | st.just(Group({})), max_size=3).map(tuple)
    without = st.lists(_groups(), max_size=1).map(tuple)
    return st.builds(Audience, groups, without, st.frozensets(st.integers(0, PEOPLE - 1), max_size=1))


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
        self._campaign = Campaign(audience="{}", status="finished", staff_id=town.officer().id, drafted_at=NOON)
        self._kept(self._campaign)
        self._people: list[int] = []
        self._serial = 0

    def settle(self, drawn: Drawn) -> None:
        for one in drawn.people:
            self._people.append(self._settle(one))
        for (chat, programme), (who, holds) in drawn.wished.items():
            told_at = None if holds else NOON
            wish = Wish(chat_id=chat, programme_id=self._programmes[programme], at=NOON, told_at=told_at)
            wish.person_id = self._who(who)
            self._session.add(wish)
        for chat, (who, holds) in drawn.alerted.items():
            alert = JobAlert(chat_id=chat, version=1, given_at=NOON, stopped_at=None if holds else NOON)
            alert.person_id = self._who(who)
            self._session.add(alert)
        for whom, (status, choice) in drawn.told.items():
            self._tell(whom, drawn.people[whom].chat if whom < PEOPLE else whom, status, choice)
        self._session.flush()

    def _tell(self, whom: int, chat: int | None, status: str, choice: str | None) -> None:
        campaign_id = self._campaign.id
        delivery = Delivery(
            key=f"announcement:{campaign_id}:{whom}",
            kind="announcement",
            urgency=2,
            person_id=self._people[whom] if whom < PEOPLE else None,
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

    def _who(self, place: int | None) -> int | None:
        return None if place is None else self._people[place]

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
            self._apply(person.id, cohort, programme, status)
        for place, status in one.trained.items():
            self._train(person.id, place, status, one)
        return person.id

    def _apply(self, person_id: int, cohort: int, programme: int, status: str) -> None:
        self._serial += 1
        self._kept(
            Application(
                person_id=person_id,
                cohort_id=self._cohorts[cohort],
                class_id=self._classes[2 * cohort + programme],
                serial=self._serial,
                number=f"N{self._serial}",
                status=status,
                submitted_at=NOON,
            )
        )

    def _train(self, person_id: int, place: int, status: str, one: Townswoman) -> None:
        enrolment = Enrolment(
            person_id=person_id, class_id=self._classes[place], status=status, ended_on=ENDS, created_at=NOON
        )
        self._kept(enrolment)
        for (where, wave), (standing, latest) in one.told.items():
            if where == place:
                self._session.add(_record(enrolment, wave, standing, latest))

    def _kept(self, row: object) -> None:
        self._session.add(row)
        self._session.flush()

    def meant(self, audience: Audience) -> Audience:
        """The same with ids in place of places."""
        return Audience(
            tuple(self._group(group) for group in audience.groups),
            tuple(self._group(group) for group in audience.without),
            frozenset(self._people[place] for place in audience.without_people),
        )

    def _group(self, group: Group) -> Group:
        made = {
            Trait.COHORT: self._cohorts,
            Trait.CLASS: self._classes,
            Trait.PROGRAMME: self._programmes,
            Trait.WISH: self._programmes,
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
