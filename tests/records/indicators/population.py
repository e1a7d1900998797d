"""A drawn population: plain values first, then rows of them. What is expected is counted from the plain values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from hypothesis import strategies as st
from sqlalchemy.orm import Session

from records.classes import TrainingClass
from records.cohorts import Cohort
from records.competency import Competency, Examination
from records.enrolments import Enrolment
from records.followups import Followup
from records.monitoring import MonitoringRecord
from records.people import Person
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import ENDS, Town

WAVES = (1, 3, 6, 12)
KECAMATAN = ("33.75.01", "33.75.02", None)
SINCE = ("sebelum", "saat", "0-1", "2-3", "4-6", "7-12")
STATUSES = ("working", "ojt", "unemployed", "outside", "undetermined")


@dataclass(frozen=True)
class Told:
    """A record of a wave; earlier ones of the same wave do not count any more."""

    status: str
    activity: str
    employment: int | None = None
    since: str | None = None
    relevance: int | None = None
    umk_reached: bool | None = None
    outdated: bool = False


@dataclass(frozen=True)
class Alumna:
    """Somebody in a class, by the places of cohort and programme."""

    cohort: int
    programme: int
    sex: str | None
    kecamatan: str | None
    graduated: bool
    died: bool
    reached: frozenset[int]
    told: dict[int, Told] = field(default_factory=dict)
    tests: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        return self.graduated and not self.died


def _told() -> st.SearchStrategy[Told]:
    def told(status: str, main: bool, draw: tuple[int | None, str | None, int | None, bool | None], old: bool) -> Told:
        employment, since, relevance, wage = draw
        works = status == "working"
        activity = "usaha" if works and main else "ojt" if status == "ojt" else "sekolah"
        return Told(
            status, activity, employment if works else None, since if works else None, relevance, wage, outdated=old
        )

    details = st.tuples(
        st.none() | st.integers(1, 7),
        st.none() | st.sampled_from(SINCE),
        st.none() | st.integers(1, 4),
        st.none() | st.booleans(),
    )
    return st.builds(told, st.sampled_from(STATUSES), st.booleans(), details, st.booleans())


def alumni(most: int = 40) -> st.SearchStrategy[list[Alumna]]:
    """Two cohorts, three programmes; most graduated, some died, some answered some waves."""
    one = st.builds(
        Alumna,
        cohort=st.integers(0, 1),
        programme=st.integers(0, 2),
        sex=st.sampled_from(("P", "L", None)),
        kecamatan=st.sampled_from(KECAMATAN),
        graduated=st.sampled_from((True, True, True, False)),
        died=st.sampled_from((False, False, False, False, True)),
        reached=st.frozensets(st.sampled_from(WAVES)),
        told=st.dictionaries(st.sampled_from((0, *WAVES)), _told()),
        tests=st.lists(st.sampled_from(("terdaftar", "kompeten", "belum_kompeten", "tidak_hadir")), max_size=2).map(
            tuple
        ),
    )
    return st.lists(one, max_size=most)


@dataclass(frozen=True)
class Settled:
    """The ids of what was made, by the places of the drawn."""

    cohorts: Sequence[int]
    programmes: Sequence[int]
    years: Sequence[int]


class Settlement:
    """Writes a population down."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        town = Town(session, vault)
        self._staff = town.officer().id
        self._cohorts = [town.cohort(), town.cohort()]
        self._cohorts[1].year = 2025
        self._programmes = [town.programme(name) for name in ("Las SMAW", "Menjahit", "Tata rias")]
        self._classes = {
            (one, other): town.a_class(cohort, programme)
            for one, cohort in enumerate(self._cohorts)
            for other, programme in enumerate(self._programmes)
        }

    def settle(self, population: Sequence[Alumna]) -> Settled:
        for one in population:
            self._settle(one, self._classes[one.cohort, one.programme])
        self._session.flush()
        cohorts: list[Cohort] = self._cohorts
        return Settled([c.id for c in cohorts], [p.id for p in self._programmes], [c.year for c in cohorts])

    def _settle(self, one: Alumna, a_class: TrainingClass) -> None:
        person = Person(
            name="Warga Contoh",
            sex=one.sex,
            kecamatan=one.kecamatan,
            deceased_on=date(2026, 6, 1) if one.died else None,
            created_at=NOON,
        )
        self._session.add(person)
        self._session.flush()
        status = "lulus_pelatihan" if one.graduated else "mengundurkan_diri"
        enrolment = Enrolment(person_id=person.id, class_id=a_class.id, status=status, ended_on=ENDS, created_at=NOON)
        self._session.add(enrolment)
        self._session.flush()
        for wave in WAVES:
            self._session.add(_followup(enrolment, wave, wave in one.reached))
        for wave, told in one.told.items():
            if told.outdated:
                self._session.add(_record(enrolment, wave, Told("undetermined", "ojt"), latest=False))
            self._session.add(_record(enrolment, wave, told, latest=True))
        for result in one.tests:
            self._session.add(self._test(enrolment, result))

    def _test(self, enrolment: Enrolment, result: str) -> Competency:
        sitting = Examination(
            class_id=enrolment.class_id,
            held_on=ENDS,
            begins="08:00",
            place="BLK",
            lsp="LSP",
            created_by=self._staff,
            created_at=NOON,
        )
        self._session.add(sitting)
        self._session.flush()
        return Competency(examination_id=sitting.id, enrolment_id=enrolment.id, status=result)


def _followup(enrolment: Enrolment, wave: int, reached: bool) -> Followup:
    return Followup(
        enrolment_id=enrolment.id,
        person_id=enrolment.person_id,
        wave=wave,
        state="asked",
        due_at=NOON,
        reached_at=NOON if reached else None,
    )


def _record(enrolment: Enrolment, wave: int, told: Told, latest: bool) -> MonitoringRecord:
    return MonitoringRecord(
        enrolment_id=enrolment.id,
        person_id=enrolment.person_id,
        wave=wave,
        status=told.status,
        activity=told.activity,
        employment=told.employment,
        since=told.since,
        relevance=told.relevance,
        umk_reached=told.umk_reached,
        details="{}",
        source="self",
        recorded_at=NOON,
        latest=latest,
    )
