"""The pages of announcements that repeat: all of them, and each with what comes next and what became of the last."""

from datetime import datetime

from conversations.announcing import naming, outline
from conversations.announcing.audience import group_words
from conversations.announcing.repeating import repeating, rhythm
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, Rows, Style, column
from locales.text import Text, _, lines
from records import campaigns, series, staff
from records.audiences import Audience, recipients
from records.campaigns import Campaign
from records.series import Occurrence, Outcome, Rhythm, Series, SeriesState

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
    coming = repeating.upcoming(context, one, context.now)[:NEXT]
    dates = [_("• {which}", which=which(context, one, due.at, due.audience)) for due in coming]
    upcoming = lines(_("Next:"), *dates) if dates else _AFTER[SeriesState(one.state)]
    past = _past(context, one)
    if model is None:
        return Reply(lines(head, upcoming, past, separator="\n\n"), rows=_rows(context, one, bool(dates)))
    above = (head, _recipients(context, one, model), upcoming, past)
    return Reply(outline.page(context, model, above), rows=_rows(context, one, bool(dates)))


def _recipients(context: Context, one: Series, model: Campaign) -> Text:
    """As they are today, and which groups get it too."""
    size = recipients.count(context.session, model.people)
    chosen = outline.groups(context, model)
    if chosen is not None and one.rhythm == Rhythm.BEFORE.value:
        chosen = _("👪 Not to the groups: each time it is about one class, or one test, alone.")
    return lines(outline.people(context, model, size), chosen)


def which(context: Context, one: Series, at: datetime, audience: Audience) -> Text:
    """One of them: its moment, and whom it is for where that is a part of all."""
    model = campaigns.by_id(context.session, one.campaign_id)
    if model is None or audience == model.people:
        return _("{when}", when=at)
    return _("{when} · {audience}", when=at, audience=group_words.in_a_line(context, audience))


def _past(context: Context, one: Series) -> Text | None:
    found = series.latest(context.session, one.id, LATEST)
    return lines(_("Until now:"), *(_occurred(context, one, past) for past in found)) if found else None


def _occurred(context: Context, one: Series, past: Occurrence) -> Text:
    """Whom it was for is known where it became an announcement of its own."""
    made = None if past.campaign_id is None else campaigns.by_id(context.session, past.campaign_id)
    when = _("{when}", when=past.at) if made is None else which(context, one, past.at, made.people)
    return _("• {when}: {outcome}", when=when, outcome=OUTCOMES[Outcome(past.outcome)])


def _rows(context: Context, one: Series, has_next: bool) -> Rows:
    officer = staff.by_chat(context.session, context.chat_id)
    may = one.state == SeriesState.WAITING.value and officer is not None and officer.id != one.staff_id
    approve = Button(_("✅ Approve"), f"m:annagree:{one.id}", style=Style.SUCCESS) if may else None
    see = Button(_("👀 As a recipient sees it"), f"m:annsee:{one.campaign_id}")
    skip = Button(_("⏭ Leave out the next"), f"m:annskip:{one.id}") if has_next else None
    stop = Button(_("⏹ Stop"), f"m:annhalt:{one.id}", style=Style.DANGER)
    halt = None if one.state == SeriesState.STOPPED.value else stop
    copy = Button(_("📝 As a new draft"), f"m:anncopy:{one.campaign_id}")
    return column(approve, see, skip, halt, copy, ALL, STAFF_MENU)
