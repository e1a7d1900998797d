"""The words of the web page that are no question's: who asks and why, and how a link ended."""

from conversations.context import House
from conversations.web.visit import End
from locales.text import Text, _, lines, verbatim

WHY = _("Why do we ask?")
WHY_TEXT = _(
    "We want to know honestly whether the trainings help, and improve them. Only officers of the centre see your "
    "answers; what is published are numbers without names. Answering is free and voluntary."
)
FREE = _("All is free. We never ask for money, a password or an OTP.")
LATER = _("No time now? Just close this page. What you answered is saved; the same link goes on from here.")
WRITE = _("Your answer")
OR_WRITE = _("Or write your answer")
SEND = _("Save and go on")
BACK = _("Back")
STALE = _("That question had been answered already. Here is where you are; to change an answer, go back.")
INVITING = _("How are you since the training? A few taps are enough.")
OPEN = _("Open the questions")
TOO_MANY = _("Too many requests at once. Please wait a minute, then open the link again.")
TROUBLE = _("Sorry, something went wrong here. Your last answer may not be saved yet: please open the link again.")

_TITLES: dict[End, Text] = {
    End.UNKNOWN: _("This link is not complete"),
    End.EARLY: _("It is not time yet"),
    End.ANSWERED: _("Thank you"),
    End.STOPPED: _("We do not ask again"),
    End.MISDIRECTED: _("Thank you for telling us"),
    End.OVER: _("This link is over"),
}
_TEXTS: dict[End, Text] = {
    End.UNKNOWN: _(
        "It may have been cut off when it was copied. Please open it again from the message in which you got it, or "
        "ask us for a new one."
    ),
    End.EARLY: _("The questions behind this link come later. Please open it again when we write to you."),
    End.ANSWERED: _(
        "Your answers have been noted. They help those who train after you. If something changes or you need help, "
        "you are always welcome."
    ),
    End.STOPPED: _("As you wished. What you answered so far stays. If you change your mind, just tell us."),
    End.MISDIRECTED: _("So this was not meant for you. We do not ask here any more; you need not do anything."),
    End.OVER: _("These questions were about a time that has passed. We would still be glad to hear from you:"),
}


def greeting(first_name: str, house: House) -> Text:
    """The first words, above the first question."""
    return _(
        "Hello <b>{name}</b>, this is {centre}. A few taps tell us how you are since the training.",
        name=first_name,
        centre=house.profile.name,
    )


def progress(step: int, total: int, is_counted: bool) -> Text:
    if is_counted:
        return _("Question {step} of {total}", step=step, total=total)
    return _("Question {step} of about {total}", step=step, total=total)


def title(why: End) -> Text:
    return _TITLES[why]


def text(why: End) -> Text:
    return _TEXTS[why]


def contact(house: House) -> Text:
    """How to reach the centre: what the profile says, line by line."""
    centre = house.profile
    said = (centre.name, centre.address, centre.office_hours, centre.phone)
    return lines(*(verbatim(one) for one in said if one))
