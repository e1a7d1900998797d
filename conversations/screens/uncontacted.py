"""Due but never contacted: nothing, or a reason for each."""

from conversations.buttons import ALUMNI_DESK, STAFF_MENU
from conversations.context import Context
from conversations.following import waves
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, column
from conversations.screen import Outcome, Screen
from locales.text import Text, _, lines
from records import enrolments, never_contacted, planning
from records.never_contacted import Reason, Uncontacted
from records.permissions import Permission

LISTED = 20
REASONS: dict[Reason, Text] = {
    Reason.NO_CHAT: _("no Telegram: for the phone list"),
    Reason.BLOCKED: _("she has blocked the bot or left Telegram: for the phone list"),
    Reason.UNDELIVERED: _("it could not be delivered: for the phone list"),
    Reason.HELD: _("held back by the calendar"),
    Reason.ON_ITS_WAY: _("on its way at this moment, or behind a form she is filling in"),
    Reason.COVERED: _("asked together with another training, which has not reached her yet"),
    Reason.PASSED: _("its time was over before the class was closed or known here"),
    Reason.STOPPED: _("she does not want to be asked"),
    Reason.MISDIRECTED: _("whoever got the question says that it is not her"),
    Reason.DECEASED: _("she has died"),
    Reason.UNPLANNED: _("not planned at all"),
}


def overview(context: Context, _argument: str = "", noted: Text | None = None) -> Reply:
    """How many, by reason; each reason shows who."""
    found = never_contacted.counts(context.session, waves.rules_of(context), context.now)
    head = _("<b>Due but never contacted</b>")
    if not found:
        text = _("Nobody: every graduate whose month has come was contacted.")
        return Reply(lines(noted, head, text, separator="\n\n"), rows=column(ALUMNI_DESK, STAFF_MENU))
    said = [_("• {count}: {reason}", count=found[each], reason=REASONS[each]) for each in REASONS if each in found]
    explained = (
        _("Every one of them has its reason.")
        if Reason.UNPLANNED not in found
        else _("⚠️ Some were never planned. One tap plans them.")
    )
    buttons = [
        Button(_("{count} · {reason}", count=found[each], reason=REASONS[each]), f"m:uncontacted:{each.value}")
        for each in REASONS
        if each in found
    ]
    plan = Button(_("🗓 Plan them now"), "m:planmissing") if Reason.UNPLANNED in found else None
    text = lines(noted, head, lines(*said), explained, separator="\n\n")
    return Reply(text, rows=column(plan, *buttons, ALUMNI_DESK, STAFF_MENU))


def uncontacted(context: Context, argument: str) -> Outcome:
    """All reasons, or who has this one."""
    if not argument:
        return overview(context)
    try:
        reason = Reason(argument)
    except ValueError:
        return None
    found = never_contacted.listed(context.session, waves.rules_of(context), context.now, reason, LISTED)
    head = _("<b>Due but never contacted</b>\n{reason}", reason=REASONS[reason])
    text = lines(head, lines(*(_line(each) for each in found)), separator="\n\n")
    back = Button(_("⬅️ Back"), "m:uncontacted")
    return Reply(text, rows=column(back, STAFF_MENU), protected=True)


def _line(each: Uncontacted) -> Text:
    if each.until is not None:
        return _(
            "• {name}, {programme} ({cohort}), month {wave}: on {when}",
            name=each.name,
            programme=each.programme,
            cohort=each.cohort,
            wave=each.wave,
            when=each.until,
        )
    return _(
        "• {name}, {programme} ({cohort}), month {wave}",
        name=each.name,
        programme=each.programme,
        cohort=each.cohort,
        wave=each.wave,
    )


def plan_missing(context: Context, _argument: str) -> Outcome:
    """Writes down what was never planned: asked while its window is open, else kept as passed."""
    officer, rules = officer_with(context, Permission.FOLLOW), waves.rules_of(context)
    if officer is None:
        return None
    missing = never_contacted.unplanned_of(context.session, rules, context.now)
    found = (enrolments.by_id(context.session, enrolment_id) for enrolment_id in missing)
    classes = sorted({one.class_id for one in found if one is not None})
    for class_id in classes:
        planning.replan_class(context.session, class_id, rules, context.now)
        note(context, officer, "class.planned", f"class:{class_id}")
    return overview(context, noted=_("✅ Planned."))


SCREENS = (
    Screen("uncontacted", uncontacted, Permission.FOLLOW),
    Screen("planmissing", plan_missing, Permission.FOLLOW),
)
