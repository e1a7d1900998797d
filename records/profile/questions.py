"""Questions: what people ask again and again, and how soon officers answer."""

from pydantic import Field

from records.profile.part import Part, PositiveInt


class CommonAnswer(Part):
    """What people ask again and again, and what the centre says to it."""

    code: str = Field(pattern=r"^[a-z_]{1,20}$")
    title: str = Field(max_length=40)
    answer: str = Field(max_length=1500)


class QuestionRules(Part):
    """How soon the officers promise an answer, in hours of the clock, and the common answers."""

    answer_within_hours: PositiveInt = 24
    common: tuple[CommonAnswer, ...] = ()
