"""Something back for alumni: how long job openings stay and how many one may send in, and how often the showcase is
confirmed.
"""

from pydantic import model_validator

from records.profile.part import Part, PositiveInt


class OpeningRules(Part):
    """`days` an opening stays unless it says otherwise, `most_days` it may; `remind_days` before its end the sender is
    asked whether it shall stay. A chat may have so many open at a time (`open_per_chat`) and send in so many a day.
    `forget_days` after its end the sender's name and phone are deleted.
    """

    days: PositiveInt = 30
    most_days: PositiveInt = 90
    remind_days: PositiveInt = 3
    open_per_chat: PositiveInt = 5
    a_day: PositiveInt = 3
    forget_days: PositiveInt = 90

    @model_validator(mode="after")
    def does_not_stay_longer_than_it_may(self) -> "OpeningRules":
        if self.days > self.most_days:
            raise ValueError("days may not be more than most_days")
        return self


class ShowcaseRules(Part):
    """After `confirm_days` whoever shows a business is asked whether it still holds; without an answer in `wait_days`
    it is hidden.
    """

    confirm_days: PositiveInt = 365
    wait_days: PositiveInt = 30
