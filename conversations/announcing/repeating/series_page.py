"""The pages of announcements that repeat: all of them, and each with what comes next and what became of the last."""

from conversations.announcing import naming, outline
from conversations.announcing.audience import group_words
from conversations.announcing.repeating import repeating, rhythm
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, Rows, Style, column
from locales.text import Text, _, lines
from records import campaigns, series, staff
from records.series import Occurrence, Outcome, Series, SeriesState

LISTED = 20
NEXT, LATEST = 3, 5
DESK = Button(_("⬅️ Announcements"), "m:announce")
ALL = Button(_("🔁 What repeats"), "m:annseries")
_AFTER: dict[SeriesState, Text] = {
    SeriesState.WAITING: _("It goes to so many that a second officer looks at it first. Until then nothing goes out."),
    SeriesState.ACTIVE: _("Nothing is coming up as things stand."),
    SeriesState.STOPPED: _("It is stopped: nothing more goes out."),
}
OUTCOMES: dict[Outcome, Text] = {
    Outcome.SENT: _("sent"),
    Outcome.PROPOSED: _("goes to many by now, a second officer was asked first"),
    Outcome.SKIPPED: _("left out"),
    Outcome.LATE: _("not sent, it would have come too late"),
    Outcome.EMPTY: _("nobody to write to"),
}


def listing(context: Context) -> Reply:
    """Those that go on, each with its next day."""
    found = series.listed(context.session, LISTED)
    if not found:
        return Reply(
            _("🔁 <b>What repeats</b>\n\nNothing repeats yet. On the page of a draft tap “🔁 Repeat”."),
            rows=column(DESK, STAFF_MENU),
        )
    return Reply(_("🔁 <b>What repeats</b>"), rows=column(*(_entry(context, one) for one in found), DESK, STAFF_MENU))


def _entry(context: Context, one: Series) -> Button:
    model = campaigns.by_id(context.session, one.campaign_id)
    title = _("without words yet") if model is None else naming.title(model)
    found = repeating.upcoming(context, one, context.now)
    data = f"m:annseries:{one.id}"
    if not found:
        return Button(title, data)
    day = found[0].at.astimezone(context.house.calendar.zone).date()
    return Button(_("{day} · {title}", day=day, title=title), data)


def page(context: Context, one: Series) -> Reply:
    model = campaigns.by_id(context.session, one.campaign_id)
    head = _("🔁 <b>Repeats</b>: {rhythm}", rhythm=rhythm.in_words(one))
    people = None if model is None else _("👥 {audience}", audience=group_words.in_a_line(context, model.people))
    coming = repeating.upcoming(context, one, context.now)[:NEXT]
    after = _AFTER[SeriesState(one.state)]
    dates = [_("• {when}", when=due.at) for due in coming]
    upcoming = lines(_("Next:"), *dates) if dates else after
    above = (head, people, upcoming, _past(context, one))
    text = lines(*above, separator="\n\n") if model is None else outline.page(context, model, above)
    return Reply(text, rows=_rows(context, one, bool(dates)))


def _past(context: Context, one: Series) -> Text | None:
    found = series.latest(context.session, one.id, LATEST)
    return lines(_("Until now:"), *map(_occurred, found)) if found else None


def _occurred(one: Occurrence) -> Text:
    return _("• {when}: {outcome}", when=one.at, outcome=OUTCOMES[Outcome(one.outcome)])


def _rows(context: Context, one: Series, has_next: bool) -> Rows:
    officer = staff.by_chat(context.session, context.chat_id)
    may = one.state == SeriesState.WAITING.value and officer is not None and officer.id != one.staff_id
    approve = Button(_("✅ Approve"), f"m:annagree:{one.id}", style=Style.SUCCESS) if may else None
    skip = Button(_("⏭ Leave out the next"), f"m:annskip:{one.id}") if has_next else None
    stop = Button(_("⏹ Stop"), f"m:annhalt:{one.id}", style=Style.DANGER)
    halt = None if one.state == SeriesState.STOPPED.value else stop
    copy = Button(_("📝 As a new draft"), f"m:anncopy:{one.campaign_id}")
    return column(approve, skip, halt, copy, ALL, STAFF_MENU)
