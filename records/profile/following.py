"""Following up: the waves in which graduates are asked, and how long a talk stays open."""

from datetime import timedelta

from pydantic import Field, ValidationInfo, field_validator

from records.profile.part import Part, PositiveInt


class Windows(Part):
    """How many days a talk stays open: untouched, and once begun."""

    untouched_days: PositiveInt
    begun_days: PositiveInt


class FollowupWaves(Windows):
    """Waves are months after the end of training; from `long_from` on they ask more (income, sector, satisfaction).
    What is optional is asked only where it stays within so many `taps` (`long_taps`). `places`: where work can be, by
    code; elsewhere and abroad are always offered. `open_for`: how long after its day a wave that nobody has touched
    may still be asked.
    """

    waves: tuple[PositiveInt, ...] = Field(min_length=1)
    headline_wave: PositiveInt
    # How often somebody may put off answering.
    most_snoozes: PositiveInt
    long_from: PositiveInt = 6
    taps: PositiveInt = 5
    long_taps: PositiveInt = 8
    places: dict[str, str] = Field(min_length=1)

    @property
    def open_for(self) -> timedelta:
        return timedelta(days=self.untouched_days)

    @field_validator("headline_wave")
    @classmethod
    def is_a_wave(cls, wave: int, told: ValidationInfo) -> int:
        if wave not in told.data.get("waves", (wave,)):
            raise ValueError("the headline must be one of the waves")
        return wave

    def is_long(self, wave: int) -> bool:
        """Whether a wave asks more than what somebody does."""
        return wave >= self.long_from

    def most_taps(self, wave: int) -> int:
        """In the usual case."""
        return self.long_taps if self.is_long(wave) else self.taps
