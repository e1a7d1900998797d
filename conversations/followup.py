"""Follow-up: what does the graduate do now? Q1 to Q3 of the questionnaire, with their branches; every tap counts.

Q1 main activity; Q1b an hour of work all the same; Q1c temporarily absent from work; Q2c which kind of work;
Q2 permanence of the employment; Q2b workers of one's own; Q3 since when.
"""

from dataclasses import dataclass

from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.reply import Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script, Windows
from locales.text import Text, _
from records import audit, followups, monitoring
from records.followups import Followup, FollowupState
from records.monitoring import MAIN_ACTIVITY_IS_WORK, Activity, LabourStatus, Observed
from records.session import Session

YES, NO = "ya", "tidak"
EMPLOYED, BUSINESS, FAMILY = Activity.EMPLOYED.value, Activity.OWN_BUSINESS.value, Activity.FAMILY_BUSINESS.value


@dataclass(frozen=True, slots=True)
class Facts:
    """Whom we ask about which training, and since when she works if she said so in an earlier wave (Q3 is asked
    once).
    """

    name: str
    programme: str
    wave: int
    since_known: str | None


def gather(context: Context, matter: Matter) -> Facts | Text:
    asked = None if matter.about is None else followups.asked_about(context.session, matter.about)
    if asked is None:
        return _("This question is already closed. Thank you.")
    since = monitoring.working_since(context.session, asked.enrolment_id, matter.talk_id)
    return Facts(asked.name, asked.programme, asked.wave, since)


def _activity(answers: Answers) -> str | None:
    """The work that Q2 and Q3 ask about: Q1's own, or the one named in Q2c."""
    first = answers.get("q1")
    return first if first in (EMPLOYED, BUSINESS, FAMILY) else answers.get("q2c")


def _not_at_work(answers: Answers, _facts: Facts) -> bool:
    q1 = answers.get("q1")
    return q1 is not None and q1 not in (*MAIN_ACTIVITY_IS_WORK, Activity.OJT)


def _works(answers: Answers, _facts: Facts) -> bool:
    return _activity(answers) is not None


def _hour_or_absent(answers: Answers, facts: Facts) -> bool:
    return _not_at_work(answers, facts) and YES in (answers.get("q1b"), answers.get("q1c"))


def _yes_no(_answers: Answers, _facts: Facts) -> tuple[Choice, ...]:
    return (Choice(YES, _("Yes")), Choice(NO, _("No")))


ASKS: tuple[Ask[Facts], ...] = (
    Ask(
        key="q1",
        prompt=lambda _a, _f: _("In the last 7 days, what was your <b>main activity</b>?"),
        choices=lambda _a, _f: (
            Choice(EMPLOYED, _("Work for pay")),
            Choice(BUSINESS, _("Own business or selling")),
            Choice(FAMILY, _("Helping in the family's business")),
            Choice(Activity.OJT.value, _("OJT or internship")),
            Choice(Activity.SEEKING.value, _("Looking for work or preparing a business")),
            Choice(Activity.SCHOOL.value, _("School")),
            Choice(Activity.HOUSEKEEPING.value, _("Looking after the household")),
            Choice(Activity.OTHER.value, _("Something else")),
        ),
        help=_(
            "Selling from home or online, taking orders and leaving goods at a stall are a business too. "
            "We ask because the centre wants to know honestly whether its training helps; your answer is seen "
            "by officers only."
        ),
    ),
    Ask(
        key="q1b",
        when=_not_at_work,
        prompt=lambda _a, _f: _(
            "In those 7 days, did you <b>work or sell something</b> all the same, if only for an hour?"
        ),
        choices=_yes_no,
        columns=2,
    ),
    Ask(
        key="q1c",
        when=lambda answers, facts: _not_at_work(answers, facts) and answers.get("q1b") == NO,
        prompt=lambda _a, _f: _("Do you have a <b>job or business that is resting</b> at present?"),
        choices=_yes_no,
        columns=2,
    ),
    Ask(
        key="q2c",
        when=_hour_or_absent,
        prompt=lambda _a, _f: _("Which kind of work is it?"),
        choices=lambda _a, _f: (
            Choice(EMPLOYED, _("Work for pay")),
            Choice(BUSINESS, _("Own business or selling")),
            Choice(FAMILY, _("Helping in the family's business")),
        ),
    ),
    Ask(
        key="q2",
        when=lambda answers, _f: _activity(answers) == EMPLOYED,
        prompt=lambda _a, _f: _("Is your workplace or employer <b>permanent</b>?"),
        choices=lambda _a, _f: (
            Choice("4", _("Yes, permanent")),
            Choice("5", _("Daily or piece work on a farm")),
            Choice("6", _("Daily, piece or home work elsewhere")),
        ),
    ),
    Ask(
        key="q2b",
        when=lambda answers, _f: _activity(answers) == BUSINESS,
        prompt=lambda _a, _f: _("Do others <b>work for you</b>?"),
        choices=lambda _a, _f: (
            Choice("1", _("No")),
            Choice("2", _("Yes, casual or unpaid")),
            Choice("3", _("Yes, permanent and paid")),
        ),
    ),
    Ask(
        key="q3",
        when=lambda answers, facts: _works(answers, facts) and facts.since_known is None,
        prompt=lambda _a, _f: _("<b>Since when</b> do you do this work?"),
        choices=lambda _a, _f: (
            Choice("sebelum", _("Since before the training")),
            Choice("saat", _("During the training")),
            Choice("0-1", _("Within a month after it")),
            Choice("2-3", _("2-3 months after it")),
            Choice("4-6", _("4-6 months after it")),
            Choice("7-12", _("7-12 months after it")),
        ),
    ),
)


def labour_status(answers: Answers) -> LabourStatus:
    """BPS: working with one hour in seven days, or temporarily absent from work; OJT is a status of its own."""
    q1 = answers.get("q1")
    if q1 in MAIN_ACTIVITY_IS_WORK or YES in (answers.get("q1b"), answers.get("q1c")):
        return LabourStatus.WORKING
    if q1 == Activity.OJT:
        return LabourStatus.OJT
    if answers.get("q1c") != NO:
        return LabourStatus.UNDETERMINED
    return LabourStatus.UNEMPLOYED if q1 == Activity.SEEKING else LabourStatus.OUTSIDE


def employment(answers: Answers) -> int | None:
    """Employment status, BPS codes 1-7."""
    match _activity(answers):
        case Activity.EMPLOYED:
            code = answers.get("q2")
        case Activity.OWN_BUSINESS:
            code = answers.get("q2b")
        case Activity.FAMILY_BUSINESS:
            code = "7"
        case _:
            code = None
    return None if code is None else int(code)


def observe(context: Context, matter: Matter, answers: Answers, facts: Facts) -> None:
    """Each tap is in the monitoring record at once, for every training this follow-up speaks for."""
    if "q1" not in answers or matter.about is None:
        return
    for followup in followups.spoken_for(context.session, matter.about):
        _record(context.session, context, matter, followup, answers, facts)
    followups.reached(context.session, matter.about, context.now)


def _record(
    session: Session, context: Context, matter: Matter, followup: Followup, answers: Answers, facts: Facts
) -> None:
    works = labour_status(answers) is LabourStatus.WORKING
    # “Since when” is told by the training it was asked about; of another one that this speaks for it says nothing.
    its_own = followup.id == matter.about
    told = Observed(
        status=labour_status(answers),
        activity=Activity(answers["q1"]),
        employment=employment(answers),
        since=(answers.get("q3") or facts.since_known) if works and its_own else None,
        answers=answers.plain(),
    )
    monitoring.observe(session, followup, matter.talk_id, told, context.now)


def conclude(context: Context, matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    if matter.about is None:
        raise ValueError("a follow-up is about a row of the plan")
    followups.end(context.session, matter.about, FollowupState.ANSWERED, context.now)
    audit.note(
        context.session,
        at=context.now,
        actor=context.house.vault.pseudonym("person", matter.subject_person or 0),
        action="followup.answered",
        matter=f"followup:{matter.about}",
    )
    return Conclusion(
        Reply(
            _(
                "Thank you, {name}. Your answer is noted for month {wave} after the training in {programme}. "
                "If something changes or you need help, send /tanya: an officer answers.",
                name=facts.name,
                wave=facts.wave,
                programme=facts.programme,
            ),
            rows=column(BACK_HOME),
        )
    )


def stop(context: Context, matter: Matter, facts: Facts) -> Reply:
    """'Do not ask again': nothing more is planned for her, and it is one tap. It holds also where the last wave had
    ended in silence: the follow-up she answers so is the one that remembers it.
    """
    if matter.subject_person is not None and matter.about is not None:
        followups.end(context.session, matter.about, FollowupState.STOPPED)
        followups.stop_person(context.session, matter.subject_person)
        audit.note(
            context.session,
            at=context.now,
            actor=context.house.vault.pseudonym("person", matter.subject_person),
            action="followup.stopped",
            matter=f"followup:{matter.about}",
        )
    return Reply(
        _("Understood, {name}: we do not ask again. What you answered so far stays. All the best.", name=facts.name)
    )


def opening(name: str, programme: str) -> Text:
    """The first words to somebody whom this follow-up has not reached yet."""
    return _(
        "Hello {name}, this is the BLK. You followed the training in <b>{programme}</b>; a few taps tell us how "
        "you are.",
        name=name,
        programme=programme,
    )


SCRIPT = Script(
    name="followup",
    version=1,
    title=lambda facts: _("Month {wave} after {programme}", wave=facts.wave, programme=facts.programme),
    asks=ASKS,
    gather=gather,
    conclude=conclude,
    observe=observe,
    opening=lambda facts: opening(facts.name, facts.programme),
    stop_label=_("🔕 Do not ask again"),
    stopped=stop,
    afterwards=lambda _context: Reply(_("Thank you, your answer is noted.")),
    windows=lambda context: Windows(
        context.house.profile.followup.untouched_days, context.house.profile.followup.begun_days
    ),
)
