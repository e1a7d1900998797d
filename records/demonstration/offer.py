"""The offer: the classes one can register for now, and how many have already."""

from dataclasses import dataclass

from records.applications import ApplicationStatus
from records.requirements import Requirements

Refusal = tuple[ApplicationStatus, str]
ANYONE = Requirements(residents_only=False)


@dataclass(frozen=True, slots=True)
class OpenClass:
    """`waiting`, `accepted` and `refused` applicants so far; `days` of training."""

    trade: str
    funding: str
    requirements: Requirements
    days: int
    hours: int
    waiting: int
    accepted: int
    refused: tuple[Refusal, ...] = ()

    @property
    def applicants(self) -> int:
        return self.accepted + len(self.refused) + self.waiting

    def refusal(self, place: int) -> Refusal | None:
        """Why the applicant at this place was refused; None where she was not."""
        return dict(enumerate(self.refused, self.accepted)).get(place)

    def draws_outsider(self, place: int) -> bool:
        """Whether the applicant at this place lives outside the city."""
        refusal = self.refusal(place)
        unwelcome = refusal is not None and refusal[0] is ApplicationStatus.NOT_ELIGIBLE
        return unwelcome or (not self.requirements.residents_only and place % 2 == 1)


NOT_RESIDENT = "Kelas ini dibiayai APBD, hanya untuk warga Kota Pekalongan. Ada kelas lain yang terbuka untuk umum."
OPEN_CLASSES = (
    OpenClass("menjahit", "APBD", Requirements(), 45, 260, 3, 4, ((ApplicationStatus.NOT_ELIGIBLE, NOT_RESIDENT),)),
    OpenClass("boga", "DBHCHT", Requirements(), 25, 160, 3, 3),
    OpenClass("motor", "DBHCHT", Requirements(maximum_age=45), 40, 240, 2, 3),
    OpenClass("desain", "APBD", Requirements(), 40, 240, 2, 2, ((ApplicationStatus.NOT_ELIGIBLE, NOT_RESIDENT),)),
    OpenClass("instalasi", "APBN", ANYONE, 42, 240, 3, 2),
    OpenClass("rambut", "APBD", Requirements(), 35, 200, 1, 1),
)
