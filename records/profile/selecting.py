"""Selecting: tests and interviews, and how a class is filled by their scores."""

from datetime import time, timedelta
from decimal import Decimal
from typing import Annotated

from pydantic import Field, field_validator

from records.profile.part import Part, PositiveInt


class Component(Part):
    """A part of the selection that is tested and scored: its code in the records, and what people call it."""

    code: str = Field(pattern=r"^[a-z_]{1,16}$")
    name: str


class SessionRules(Part):
    """Tests and interviews: what there are, what to bring, and how long before its start one is reminded."""

    components: tuple[Component, ...] = Field(min_length=1)
    bring: tuple[str, ...] = Field(min_length=1)
    reminder_hours: PositiveInt

    def name_of(self, code: str) -> str:
        return next((component.name for component in self.components if component.code == code), code)


class SelectionRules(Part):
    """How a class is filled: weights of the scores by component, the least total that passes (none: every one does),
    what decides between equal totals (a component, or `terkirim`: the older registration; the number decides last),
    days to re-register, days a reserve gets, hours before the deadline of the reminder, and how many days before the
    training begins no more reserves are called. `deadline` is the time of day, local.
    """

    weights: dict[str, Annotated[int, Field(ge=0)]] = Field(min_length=1)
    passing: Decimal | None = Field(None, ge=0, le=100)
    tie_break: tuple[str, ...] = ()
    confirm_days: PositiveInt
    reserve_days: PositiveInt
    reminder_hours: PositiveInt
    cutoff_days: int = Field(ge=0)
    deadline: time

    @field_validator("weights")
    @classmethod
    def something_counts(cls, weights: dict[str, int]) -> dict[str, int]:
        if not any(weights.values()):
            raise ValueError("at least one score must count")
        return weights

    @property
    def reminder(self) -> timedelta:
        return timedelta(hours=self.reminder_hours)
