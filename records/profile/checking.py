"""Checking: which documents an application needs, and the hours that the centre promises for looking at it."""

from typing import Annotated

from pydantic import Field

from records.documents import DocumentKind
from records.profile.part import NotNegative, Part, PositiveInt


class CheckingRules(Part):
    """Checking applications: the days and hours that the centre promises itself and the applicants.

    `working_days` count from 1, which is Monday.
    """

    days_after_closing: PositiveInt
    overdue_days: PositiveInt
    correction_days: PositiveInt
    correction_reminder_hours: PositiveInt
    objection_hours: PositiveInt
    working_days: tuple[Annotated[int, Field(ge=1, le=7)], ...] = Field(min_length=1)


class DocumentRules(Part):
    """Which documents an application needs, until when, what a picture must be like, and how long it is kept.

    `by_funding` names the sources of funds that want others. Bytes and pixels are the least of a picture (its shorter
    side); contrast is the standard deviation of its grey values (0 to 127), sharpness the variance of their Laplacian.
    """

    wanted: tuple[DocumentKind, ...] = (DocumentKind.KTP, DocumentKind.DIPLOMA)
    by_funding: dict[str, tuple[DocumentKind, ...]] = Field(default_factory=dict)
    bring: tuple[str, ...] = ()
    days_after_filing: PositiveInt = 7
    days_after_close: Annotated[int, Field(ge=0)] = 3
    remind_days_before: tuple[PositiveInt, ...] = (3, 1)
    documents_days_after: PositiveInt = 90
    smallest_bytes: PositiveInt = 8_000
    smallest_side: PositiveInt = 350
    least_contrast: NotNegative = 6.0
    least_sharpness: NotNegative = 2.0
    most_pages: PositiveInt = 10

    def wanted_for(self, funding: str) -> tuple[DocumentKind, ...]:
        return self.by_funding.get(funding, self.wanted)
