"""An officer refuses an application, with a reason that the applicant reads."""

from dataclasses import dataclass

from conversations import readers
from conversations.context import Context
from conversations.decision import announce, reviewed
from conversations.officer import INVISIBLE, officer_with
from conversations.reply import Style
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script, Windows
from locales.text import Text, _, verbatim
from records import applications
from records.applications import ApplicationStatus
from records.permissions import Permission

# What the applicant reads, and the short word on the officer's button.
REASONS: dict[str, Text] = {
    "domicile": _("Your KTP is not from the city, which this class requires."),
    "age": _("Your age does not fit the requirements of this class."),
    "seats": _("There were more applicants than seats."),
    "data": _("Your data could not be confirmed. Please come to the counter with your KTP."),
}
LABELS: dict[str, Text] = {
    "domicile": _("KTP of another city"),
    "age": _("Age does not fit"),
    "seats": _("Not enough seats"),
    "data": _("Data not confirmed"),
}


@dataclass(frozen=True, slots=True)
class Facts:
    application_id: int
    number: str
    staff_id: int


def gather(context: Context, matter: Matter) -> Facts | Text:
    officer = officer_with(context, Permission.REVIEW)
    application = None if matter.about is None else applications.by_id(context.session, matter.about)
    if officer is None or application is None:
        return INVISIBLE
    if application.status != ApplicationStatus.SUBMITTED.value:
        return _("This application has been decided meanwhile.")
    return Facts(application.id, application.number, officer.id)


def reason_text(kept: str) -> Text:
    """A reason from the list in the reader's language, or the officer's own words."""
    return REASONS.get(kept) or verbatim(kept)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    decided = applications.decide(
        context.session,
        facts.application_id,
        ApplicationStatus.NOT_SELECTED,
        facts.staff_id,
        answers["reason"],
        context.now,
    )
    if decided:
        announce(context, facts.application_id, "application.refused")
    return Conclusion(reviewed(context, facts.number, decided))


SCRIPT = Script(
    name="refusal",
    version=1,
    title=lambda facts: _("Refusal of {number}", number=facts.number),
    asks=(
        Ask(
            key="reason",
            label=_("Reason"),
            shown=lambda value, _a, _f: reason_text(value),
            prompt=lambda _a, facts: _(
                "Why is <b>{number}</b> not accepted? Choose, or write a reason. The applicant reads it.",
                number=facts.number,
            ),
            choices=lambda _a, _f: tuple(Choice(code, words) for code, words in LABELS.items()),
            reader=lambda typed, _a, _f: readers.words(typed, least=5),
        ),
        Ask(
            key="sure",
            prompt=lambda answers, facts: _(
                "Refuse <b>{number}</b>? The applicant will read:\n\n<i>{reason}</i>",
                number=facts.number,
                reason=reason_text(answers["reason"]),
            ),
            choices=lambda _a, _f: (
                Choice("yes", _("Yes, refuse"), Style.DANGER),
                Choice("no", _("Change the reason"), reopens="reason"),
            ),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
