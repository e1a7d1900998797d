"""Following up: the waves in which graduates are asked, and how long a talk stays open."""

from datetime import timedelta

from pydantic import Field, ValidationInfo, field_validator

from records.profile.part import Part, PositiveInt


class Windows(Part):
    """How many days a talk stays open: untouched, and once begun."""

    untouched_days: PositiveInt
    begun_days: PositiveInt


class FollowupWaves(Windows):
    """`open_for`: how long after its day a wave that nobody has touched may still be asked."""

    waves: tuple[PositiveInt, ...] = Field(min_length=1)
    headline_wave: PositiveInt
    # How often somebody may put off answering.
    most_snoozes: PositiveInt

    @property
    def open_for(self) -> timedelta:
        return timedelta(days=self.untouched_days)

    @field_validator("headline_wave")
    @classmethod
    def is_a_wave(cls, wave: int, told: ValidationInfo) -> int:
        if wave not in told.data.get("waves", (wave,)):
            raise ValueError("the headline must be one of the waves")
        return wave
