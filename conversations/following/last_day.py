"""Last day: when the training of one graduate ended, put right by an officer. Her waves are counted from it."""

from datetime import date, timedelta

from conversations import dates
from conversations.context import Context
from conversations.following import waves
from conversations.offering.field import Desk, desk_of, windows
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, column
from conversations.script import Answers, Ask, Conclusion, Matter, Misread, Script
from locales.text import Text, _, verbatim
from records import classes, endings, enrolments, people, planning
from records.enrolments import Enrolment, EnrolmentStatus
from records.permissions import Permission

LISTED = 40
# A training that ended longer ago is not followed up any more.
YEARS = 15


def listed(context: Context, class_id: int) -> Reply | None:
    """The graduates of a class, each with her last day."""
    brief = classes.brief(context.session, class_id)
    if brief is None:
        return None
    found = enrolments.graduates(context.session, class_id)[:LISTED]
    buttons = [Button(_titled(context, one), f"m:lastday:{one.id}") for one in found]
    text = _(
        "<b>Last day of training</b>\n{programme}, {cohort}\n\nWhose shall be put right?",
        programme=brief.programme,
        cohort=brief.cohort,
    )
    return Reply(text, rows=column(*buttons, Button(_("⬅️ Back"), f"m:waves:{class_id}")), protected=True)


def _titled(context: Context, one: Enrolment) -> Text:
    name = people.by_id(context.session, one.person_id).name
    return verbatim(name) if one.ended_on is None else _("{name} · {day}", name=name, day=one.ended_on)


def _gather(context: Context, matter: Matter) -> Desk | Text:
    desk = desk_of(context)
    one = None if matter.about is None else enrolments.by_id(context.session, matter.about)
    if desk is None or one is None or one.status != EnrolmentStatus.GRADUATED.value or one.ended_on is None:
        return INVISIBLE
    name = people.by_id(context.session, one.person_id).name
    return desk.about(one.id, name, present={"day": one.ended_on.isoformat()})


def _day(typed: str, _answers: Answers, desk: Desk) -> str | Misread:
    found = dates.day(typed, desk.today)
    if isinstance(found, Misread):
        return found
    if not desk.today - timedelta(days=366 * YEARS) <= dates.of(found) <= desk.today:
        return Misread(_("The last day lies in the past. Please look at the date again."))
    return found


def _conclude(context: Context, _matter: Matter, answers: Answers, desk: Desk) -> Conclusion:
    officer = officer_with(context, Permission.CLASSES)
    one = enrolments.by_id(context.session, desk.matter_id)
    if officer is None or one is None:
        return Conclusion(Reply(INVISIBLE))
    class_id, day = one.class_id, dates.of(answers["day"])
    if day != one.ended_on:
        endings.correct(context.session, one.id, day)
        planning.replan_person(context.session, one.person_id, waves.rules_of(context), context.now)
        note(context, officer, "enrolment.ended_on", f"enrolment:{one.id}:{day.isoformat()}")
    said = _("✅ {name}: the training ended on {day}; planned anew from that day.", name=desk.what, day=day)
    return Conclusion(waves.page(context, class_id, said) or Reply(said))


def class_moved(context: Context, class_id: int, before: date, after: date) -> None:
    """The last day of a class was changed: of a class that has graduated, whoever ended with it did on that day."""
    last = min(after, context.today)
    if endings.move(context.session, class_id, before, last):
        planning.replan_class(context.session, class_id, waves.rules_of(context), context.now)


SCRIPT = Script(
    name="last_day",
    version=1,
    title=lambda desk: _("Last day of {name}", name=desk.what),
    asks=(
        Ask(
            key="day",
            prompt=lambda _a, desk: _(
                "On which day did the training of <b>{name}</b> <b>end</b>? Until now: {day}. "
                "Her follow-ups are counted from it.",
                name=desk.what,
                day=dates.of(desk.present["day"]),
            ),
            reader=_day,
        ),
    ),
    gather=_gather,
    conclude=_conclude,
    windows=windows,
    confidential=True,
)
