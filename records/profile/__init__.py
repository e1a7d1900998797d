"""The centre's profile: names, places, hours and waves, read from a TOML file and checked. Nothing of it is in code.

To add a rule: write it into the part that it belongs to, and the value into the file.
"""

import tomllib
from pathlib import Path

from pydantic import Field, ValidationError

from records.profile.announcing import AnnouncementRules
from records.profile.calling import CallRules
from records.profile.checking import CheckingRules, DocumentRules
from records.profile.following import FollowupWaves, Windows
from records.profile.giving import OpeningRules, ShowcaseRules
from records.profile.papers import PaperRules
from records.profile.part import Part, PositiveInt
from records.profile.places import Kecamatan
from records.profile.questions import QuestionRules
from records.profile.selecting import SelectionRules, SessionRules
from records.profile.sending import CalendarRules
from records.profile.training import BnspRules, CertificateRules, IncubatorRules, TrainingRules

DEFAULT = Path(__file__).parents[1] / "profiles" / "kota-pekalongan.toml"


class ProfileError(Exception):
    """The profile cannot be used; the message names the file and what is wrong in it."""


class Profile(Part):
    """One centre."""

    name: str
    city: str
    nik_prefix: str = Field(pattern=r"^\d{4}$")
    address: str
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    phone: str = ""
    office_hours: str
    data_protection_officer: str
    free_of_charge: tuple[str, ...]
    followup: FollowupWaves
    registration: Windows
    documents: DocumentRules = DocumentRules()
    sessions: SessionRules
    checking: CheckingRules
    calendar: CalendarRules
    training: TrainingRules
    certificate: CertificateRules
    bnsp: BnspRules
    incubator: IncubatorRules
    questions: QuestionRules = QuestionRules()
    calling: CallRules = CallRules()
    announcements: AnnouncementRules = AnnouncementRules()
    papers: PaperRules = PaperRules(transport_a_day=0)
    selection: SelectionRules
    openings: OpeningRules = OpeningRules()
    showcase: ShowcaseRules = ShowcaseRules()
    umk: dict[int, PositiveInt]
    kecamatan: tuple[Kecamatan, ...] = Field(min_length=1)

    def kecamatan_of(self, code: str) -> Kecamatan | None:
        return next((k for k in self.kecamatan if k.code == code), None)

    def kelurahan_name(self, kecamatan: str, kelurahan: str) -> str:
        found = self.kecamatan_of(kecamatan)
        return next((k.name for k in found.kelurahan if k.code == kelurahan), kelurahan) if found else kelurahan


def load(path: Path = DEFAULT) -> Profile:
    """The profile of a file, checked."""
    try:
        with path.open("rb") as file:
            return Profile.model_validate(tomllib.load(file))
    except OSError as missing:
        raise ProfileError(f"the profile {path} cannot be read: {missing.strerror}") from missing
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise ProfileError(f"the profile {path} is not TOML: {broken}") from broken
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ProfileError(f"the profile {path} is wrong at '{where}': {first['msg']}") from wrong
