"""The two decisions that need a reason: sent back for a correction, and not eligible. The applicant reads it.

There is no "are you sure": a decision can be taken back for a minute.
"""

from dataclasses import dataclass

from conversations.checking import reasons
from conversations.checking.decision import decide
from conversations.checking.reasons import Reason
from conversations.context import Context
from conversations.officer import INVISIBLE, officer_with
from conversations.reply import Reply
from conversations.script import Answers, Ask, Conclusion, Matter, Script, Windows
from locales.text import Text, _
from records import applications, claims
from records.applications import ApplicationStatus
from records.permissions import Permission


@dataclass(frozen=True, slots=True)
class Facts:
    application_id: int
    number: str


def gather(context: Context, matter: Matter) -> Facts | Text:
    officer = officer_with(context, Permission.REVIEW)
    application = None if matter.about is None else applications.by_id(context.session, matter.about)
    if officer is None or application is None:
        return INVISIBLE
    if application.status not in claims.CHECKABLE or not claims.keep(
        context.session, application.id, officer.id, context.now
    ):
        return _("This application is with another officer by now, or was decided.")
    return Facts(application.id, application.number)


def _script(
    name: str, verdict: ApplicationStatus, title: Text, prompt: Text, offered: dict[str, Reason]
) -> Script[Facts]:
    def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
        decided = decide(context, facts.application_id, verdict, answers["reason"])
        return Conclusion(Reply(INVISIBLE) if decided is None else decided)

    return Script(
        name=name,
        version=1,
        title=lambda facts: Text(title.msgid, {"number": facts.number}),
        asks=(
            Ask(
                key="reason",
                prompt=lambda _a, facts: Text(prompt.msgid, {"number": facts.number}),
                choices=lambda _a, _f: reasons.choices(offered),
                reader=reasons.read,
                shown=lambda value, _a, _f: reasons.in_words(value),
            ),
        ),
        gather=gather,
        conclude=conclude,
        windows=lambda _context: Windows(untouched_days=1, begun_days=1),
    )


CORRECTION = _script(
    "correction",
    ApplicationStatus.CORRECTION,
    _("Correction of {number}"),
    _("What has to be corrected in <b>{number}</b>? Choose, or write it kindly. The applicant reads it."),
    reasons.CORRECTIONS,
)
REFUSAL = _script(
    "refusal",
    ApplicationStatus.NOT_ELIGIBLE,
    _("Refusal of {number}"),
    _("Which requirement does <b>{number}</b> not meet? Choose, or write it. The applicant reads it."),
    reasons.REFUSALS,
)
