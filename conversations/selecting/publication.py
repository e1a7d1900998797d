"""A second officer publishes a selection: the decree's number, the deadline of re-registration, a look at the counts,
and a yes. From then on everybody is told.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from conversations import dates, readers
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.notice import Addressee
from conversations.notices import selection as notices
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Background, Button, Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from conversations.selecting import by_cohort, deadlines, promotion, proposal, reviewing
from conversations.selecting.sums import Sums, sums
from locales.text import Text, _, lines
from records import classes, cohorts, publication, selections
from records.applications import ApplicationStatus
from records.permissions import Permission
from records.selections import Selection, SelectionState

# What the only officer types, so that a slip publishes nothing.
SURE = "TERBITKAN"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is to be published; `alone`: there is no second officer who could. Days are ISO dates."""

    selection_id: int
    cohort_id: int
    cohort: str
    sums: Sums
    alone: bool
    days: tuple[str, ...]
    today: str
    last: str
    cautions: Text | None = None


def gather(context: Context, matter: Matter) -> Facts | Text:
    officer = officer_with(context, Permission.PUBLISH)
    selection = None if matter.about is None else selections.by_id(context.session, matter.about)
    if officer is None or selection is None:
        return INVISIBLE
    cohort = cohorts.by_id(context.session, selection.cohort_id)
    hindrance = _hindrance(context, selection)
    if hindrance is not None or cohort is None:
        return hindrance or INVISIBLE
    selections.refresh(context.session, selection)
    last = _last_day(context, selection.cohort_id)
    wanted = context.house.profile.selection.confirm_days
    offered = [deadlines.working_day(context, context.today + timedelta(days=n)) for n in (wanted, wanted + 2)]
    return Facts(
        selection.id,
        cohort.id,
        cohort.name,
        sums(context, selection.id),
        not reviewing.others(context, selection),
        tuple(dict.fromkeys(day.isoformat() for day in offered if day <= last)),
        context.today.isoformat(),
        last.isoformat(),
        proposal.cautions(context, selection),
    )


def _last_day(context: Context, cohort_id: int) -> date:
    """Before the reserves of the first class are called no more: else nobody could follow those who stay silent."""
    starts = [
        classes.brief(context.session, class_id) for class_id in selections.classes_of(context.session, cohort_id)
    ]
    first = min((brief.starts_on for brief in starts if brief is not None), default=context.today)
    return first - timedelta(days=context.house.profile.selection.cutoff_days + 1)


def _hindrance(context: Context, selection: Selection) -> Text | None:
    """Why this officer cannot publish this now."""
    if selection.state == SelectionState.PUBLISHED.value:
        return _("It has been published meanwhile.")
    if selection.state != SelectionState.REVIEW.value:
        return _("It must first be sent for review.")
    if proposal.is_stale(context, selection):
        return _("This proposal is old: scores, weights or applicants have changed. Propose again before publishing.")
    return reviewing.in_words(context, selection)


def _decree(typed: str, _answers: Answers, _facts: Facts) -> str | Misread:
    return readers.words(typed, limit=80, least=3)


def _day(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    """A day to come, before the reserves of the first class are called no more."""
    day = readers.day(typed)
    if day is None:
        return Misread(_("Please write the date as day-month-year, for example 17-8-1999."))
    if not facts.today < day.isoformat() <= facts.last:
        return Misread(
            _(
                "It must lie after today and not after {last}: reserves are still called before the training.",
                last=date.fromisoformat(facts.last),
            )
        )
    return day.isoformat()


def _sure(typed: str, _answers: Answers, _facts: Facts) -> str | Misread:
    if readers.clean(typed).upper() != SURE:
        return Misread(_("Please write {word} to publish it alone.", word=SURE))
    return SURE


def _preview(_answers: Answers, facts: Facts) -> Text:
    counts = _(
        "<b>Publish the selection of {cohort}?</b>\n"
        "✅ {selected} selected, 🕒 {reserve} in reserve, ▫️ {others} not selected, 🚫 {absent} absent.",
        cohort=facts.cohort,
        selected=facts.sums.selected,
        reserve=facts.sums.reserve,
        others=facts.sums.others,
        absent=facts.sums.absent,
    )
    told = _("All {total} applicants are told personally. It cannot be undone.", total=facts.sums.total)
    return lines(counts, facts.cautions, told, separator="\n\n")


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.PUBLISH)
    selection = selections.by_id(context.session, facts.selection_id)
    if officer is None or selection is None:
        return Conclusion(Reply(INVISIBLE))
    confirm_by = deadlines.on(context, date.fromisoformat(answers["deadline"]))
    told = publication.publish(context.session, selection, answers["decree"], confirm_by, officer.id, context.now)
    if told is None:
        return Conclusion(Reply(_("It has been published meanwhile."), rows=column(STAFF_MENU)))
    key = str(selection.id)
    notices.RESULT.to_people(
        context, [Addressee(each.person_id, each.application_id, key, each.status.value) for each in told]
    )
    asked = [each for each in told if each.status is ApplicationStatus.REREGISTERING]
    promotion.remind(context, [Addressee(each.person_id, each.application_id) for each in asked], confirm_by)
    note(context, officer, "selection.published", f"selection:{selection.id}")
    text = _(
        "📣 <b>Published.</b> {count} applicants are told {when}. The public list is being made and follows.",
        count=len(told),
        when=notices.RESULT.due_in_words(context),
    )
    rows = column(
        Button(_("🖨 The public list"), f"m:posted:{selection.id}"),
        Button(_("⏳ Re-registration"), f"m:asked:{selection.cohort_id}"),
        STAFF_MENU,
    )
    return Conclusion(Reply(text, rows=rows, background=Background("public_list", f"{selection.id}.0")))


SCRIPT = Script(
    name="publication",
    version=1,
    title=lambda facts: _("Publication: {cohort}", cohort=facts.cohort),
    asks=(
        Ask(
            key="decree",
            label=_("Decree"),
            prompt=lambda _a, facts: _(
                "<b>Publish the selection of {cohort}</b>\nWhich decree? Its number stands on the public list.",
                cohort=facts.cohort,
            ),
            reader=_decree,
        ),
        Ask(
            key="deadline",
            label=_("Re-registration until"),
            prompt=lambda _a, _f: _("Until which day do those selected re-register? Choose, or write a date."),
            choices=lambda _a, facts: tuple(Choice(day, _("{day}", day=date.fromisoformat(day))) for day in facts.days),
            reader=_day,
            shown=lambda value, _a, _f: dates.shown_day(value),
        ),
        Ask(
            key="sure",
            when=lambda _a, facts: facts.alone,
            prompt=lambda _a, _f: _(
                "There is no second officer who could review it. Staff decide, not the program: please look through "
                "the lists once more, then write {word}.",
                word=SURE,
            ),
            reader=_sure,
        ),
    ),
    gather=gather,
    conclude=conclude,
    summary=_preview,
    submit=_("📣 Publish and tell everybody"),
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
    afterwards=by_cohort.choose,
)
