"""The waves of a class in the hands of staff: in which months after the training its graduates are asked."""

from collections.abc import Iterable

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Rows, column, grid
from locales.text import Text, _, lines
from records import classes, planning
from records.followups import FollowupState
from records.permissions import Permission

# Offered as a tap; others are typed.
OFFERED = (1, 3, 6, 12, 24)
LAST_MONTH, MOST_WAVES = 120, 12
_ASKED = (FollowupState.PLANNED, FollowupState.PASSED, FollowupState.CANCELLED)


def rules_of(context: Context) -> planning.Rules:
    """By what graduates of a class without waves of its own are planned."""
    following = context.house.profile.followup
    return planning.Rules(following.waves, context.house.calendar, following.open_for)


def of_class(context: Context, class_id: int) -> tuple[int, ...]:
    """The months in which a class is asked."""
    return planning.waves_of(classes.waves_of(context.session, class_id), context.house.profile.followup.waves)


def page(context: Context, class_id: int, noted: Text | None = None) -> Reply | None:
    """The months of a class, each with what became of it so far; a tap takes one away or adds it."""
    brief = classes.brief(context.session, class_id)
    if brief is None:
        return None
    chosen, counts = of_class(context, class_id), planning.counts_of_class(context.session, class_id)
    text = _(
        "<b>Follow-up months</b>\n{programme}, {cohort}\n\nSo many months after her training each graduate is asked "
        "what she does. What was asked already stays; what was not is planned anew at once.",
        programme=brief.programme,
        cohort=brief.cohort,
    )
    table = lines(*(_line(wave, counts.get(wave, {})) for wave in chosen))
    rows = (
        *_months(class_id, chosen),
        *column(
            Button(_("✏️ Other months"), f"m:othermonths:{class_id}"),
            _as_usual(context, class_id),
            Button(_("📅 Last day of one graduate"), f"m:lastdays:{class_id}") if counts else None,
            Button(_("⬅️ Back to the class"), f"m:classdesk:{class_id}"),
            STAFF_MENU,
        ),
    )
    return Reply(lines(noted, text, table, separator="\n\n"), rows=rows)


def _line(wave: int, counts: dict[str, int]) -> Text:
    planned, passed = counts.get(FollowupState.PLANNED, 0), counts.get(FollowupState.PASSED, 0)
    asked = sum(count for state, count in counts.items() if state not in _ASKED)
    if passed:
        return _(
            "• month {wave}: {planned} planned, {asked} asked, {passed} too late to ask",
            wave=wave,
            planned=planned,
            asked=asked,
            passed=passed,
        )
    return _("• month {wave}: {planned} planned, {asked} asked", wave=wave, planned=planned, asked=asked)


def _months(class_id: int, chosen: tuple[int, ...]) -> Rows:
    buttons = [
        Button(_("✅ {wave}", wave=wave) if wave in chosen else _("➕ {wave}", wave=wave), f"m:waves:{class_id}.{wave}")
        for wave in sorted({*OFFERED, *chosen})
    ]
    return grid(buttons, 5)


def _as_usual(context: Context, class_id: int) -> Button | None:
    if classes.waves_of(context.session, class_id) is None:
        return None
    usual = ", ".join(str(wave) for wave in context.house.profile.followup.waves)
    return Button(_("↩️ As usual: {waves}", waves=usual), f"m:waves:{class_id}.0")


def toggle(context: Context, class_id: int, wave: int) -> Reply | None:
    """Takes a month away or adds it (0: as usual)."""
    chosen = of_class(context, class_id)
    if wave == 0:
        return change(context, class_id, None)
    if wave not in (*OFFERED, *chosen):
        return None
    wanted = set(chosen) ^ {wave}
    if not wanted:
        return page(context, class_id, _("One month at least stays: whoever is never asked cannot be counted."))
    return change(context, class_id, wanted)


def change(context: Context, class_id: int, waves: Iterable[int] | None) -> Reply | None:
    """From now on these months hold, for whatever was not asked yet."""
    officer = officer_with(context, Permission.CLASSES)
    if officer is None:
        return None
    own = None if waves is None else planning.written(waves)
    if own == classes.waves_of(context.session, class_id):
        return page(context, class_id)
    classes.ask_in(context.session, class_id, own)
    count = planning.replan_class(context.session, class_id, rules_of(context), context.now)
    note(context, officer, "class.waves", f"class:{class_id}:{own or 'usual'}")
    return page(context, class_id, _("✅ Changed; planned anew for {count} graduates.", count=count))
