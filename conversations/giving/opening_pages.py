"""A job opening as it is read: by everybody, by whoever sent it in, and by officers."""

from datetime import timedelta

from conversations import sharing
from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.giving.opening_fields import KINDS
from conversations.giving.refusal import in_words
from conversations.reply import Button, Reply, Style, column
from conversations.whatsapp import chat_link
from locales.text import Text, _, lines, verbatim
from records import job_openings, programmes
from records.job_openings import Ending, JobOpening, Opening, OpeningState, Way

MY_OPENINGS = Button(_("📮 My openings"), "m:myjobs")
DESK = Button(_("⬅️ Job openings"), "m:jobdesk")
BELL = Button(_("🔔 Tell me of new ones"), "m:jobbell")
BOARD = Button(_("⬅️ Job openings"), "m:jobs")
GONE = _("This opening is not here any more.")
WARNING = _(
    "⚠️ Applying is free. Pay nobody, and hand your ijazah or KTP to nobody as a pledge. The centre looked at this "
    "opening but does not answer for it."
)
OVER: dict[str, Text] = {
    Ending.FILLED.value: _("filled"),
    Ending.EXPIRED.value: _("over by its date"),
    Ending.TAKEN_DOWN.value: _("taken down by the centre"),
}


def trades(context: Context, opening: Opening) -> str:
    """The kejuruan by name."""
    names = {one.id: one.name for one in programmes.all_of_them(context.session)}
    return ", ".join(names[trade] for trade in opening.trades if trade in names)


def words(context: Context, opening: Opening) -> Text:
    """All that is published of it."""
    return _(
        "<b>{title}</b>\n🏢 {employer}\n📍 {place}\n💼 {kind}\n🧵 {trades}\n\n{asks}\n\n<b>How to apply</b>: {apply}",
        title=opening.title,
        employer=opening.employer,
        place=opening.place,
        kind=KINDS[opening.kind],
        trades=trades(context, opening),
        asks=opening.asks,
        apply=opening.apply,
    )


def card(context: Context, found: JobOpening) -> Reply | None:
    """For everybody; None where it is not published (any more)."""
    opening = found.shown
    if opening is None or found.expires_on is None or not found.is_live(context.today):
        return None
    until = _("Until {day}.", day=found.expires_on)
    invitation = _(
        "Job opening: {title}, {employer} ({place}). From {centre}; applying is free.",
        title=opening.title,
        employer=opening.employer,
        place=opening.place,
        centre=context.house.profile.name,
    )
    return Reply(
        lines(words(context, opening), lines(until, WARNING), separator="\n\n"),
        rows=(
            *column(_apply(context, opening)),
            sharing.buttons(context, f"{sharing.OPENING}{found.id}", invitation),
            *column(
                BELL,
                Button(_("🚩 This looks suspicious"), f"m:flag:o{found.id}"),
                BOARD,
                BACK_HOME,
            ),
        ),
    )


def _apply(context: Context, opening: Opening) -> Button | None:
    """One tap to whoever takes the applications."""
    if opening.way is Way.LINK:
        return Button(_("🔗 Open the link"), url=opening.apply)
    if opening.way is Way.PHONE:
        said = _("Hello, I read of the opening “{title}” at {centre}.", title=opening.title, centre=_centre(context))
        link = chat_link(opening.apply, context.plain(said))
        return None if link is None else Button(_("🟢 Write on WhatsApp"), url=link)
    return None


def _centre(context: Context) -> str:
    return context.house.profile.name


def standing(context: Context, found: JobOpening) -> Text:
    """How it stands, in a line or two."""
    match OpeningState(found.state):
        case OpeningState.WAITING:
            said = _("⏳ It waits for an officer's look.")
        case OpeningState.REFUSED:
            said = _("✖️ It was not published: {reason}", reason=in_words(found.reason))
        case OpeningState.OVER:
            why = OVER.get(found.over_why or "", _("taken back"))
            said = _("✔️ It is over: {why}.", why=why)
        case OpeningState.LIVE if found.is_live(context.today) and found.expires_on is not None:
            said = _("🟢 It is published until {day}.", day=found.expires_on)
        case OpeningState.LIVE:
            said = _("✔️ It is over: {why}.", why=OVER[Ending.EXPIRED.value])
    return lines(said, _of_the_change(found))


def _of_the_change(found: JobOpening) -> Text | None:
    if found.state != OpeningState.LIVE.value:
        if found.over_why != Ending.TAKEN_DOWN.value or found.state != OpeningState.OVER.value:
            return None
        return _("Reason: {reason}", reason=in_words(found.reason))
    if found.waits_since is not None:
        return _("⏳ Your change waits for an officer's look; until then the old words stay.")
    return None if found.reason is None else _("✖️ The change was not taken: {reason}", reason=in_words(found.reason))


def label(context: Context, found: JobOpening) -> Text:
    """On a button of a list."""
    mark = "🟢" if found.is_live(context.today) else {"waiting": "⏳", "refused": "✖️"}.get(found.state, "✔️")
    return verbatim(f"{mark} {(found.shown or found.sent_in).title}")


def for_sender(context: Context, opening_id: int) -> Reply:
    """What she sent in, how it stands, and what she can do."""
    found = job_openings.by_id(context.session, opening_id)
    if found is None or found.chat_id != context.chat_id:
        return Reply(GONE, rows=column(MY_OPENINGS, BACK_HOME))
    text = lines(standing(context, found), words(context, found.sent_in), separator="\n\n")
    return Reply(text, rows=column(*own_buttons(context, found), MY_OPENINGS, BACK_HOME))


def own_buttons(context: Context, found: JobOpening) -> tuple[Button, ...]:
    """Change, close, prolong: what its state allows."""
    live, why = found.is_live(context.today), found.over_why
    buttons = []
    if live:
        buttons.append(Button(_("✔️ It is filled"), f"m:jobfilled:{found.id}"))
    if may_prolong(context, found):
        days = found.sent_in.days
        buttons.append(Button(_("➕ {days} more days", days=days), f"m:jobmore:{found.id}", style=Style.SUCCESS))
    if why != Ending.TAKEN_DOWN.value:
        change = _("✏️ Mend it and send it again") if found.reason is not None else _("✏️ Change")
        buttons.append(Button(change, f"m:jobchange:{found.id}"))
    if found.state in (OpeningState.WAITING.value, OpeningState.REFUSED.value):
        buttons.append(Button(_("🗑 Take it back"), f"m:jobback:{found.id}"))
    return tuple(buttons)


def may_prolong(context: Context, found: JobOpening) -> bool:
    """Near its end, or over by its date or as filled since not long ago: it comes back as it was."""
    if found.expires_on is None or found.public is None:
        return False
    rules = context.house.profile.openings
    if found.is_live(context.today):
        return found.expires_on <= context.today + timedelta(days=rules.remind_days)
    ended = found.state == OpeningState.LIVE.value or found.over_why in (Ending.EXPIRED.value, Ending.FILLED.value)
    return ended and found.expires_on >= context.today - timedelta(days=rules.days)


def for_staff(context: Context, opening_id: int) -> Reply:
    """The same with whom officers can ask; not to be forwarded."""
    found = job_openings.by_id(context.session, opening_id)
    if found is None:
        return Reply(GONE, rows=column(DESK))
    live = found.is_live(context.today)
    rows = column(
        Button(_("✏️ Change"), f"m:jobchange:{found.id}"),
        Button(_("✔️ It is filled"), f"m:jobfilled:{found.id}") if live else None,
        Button(_("🛑 Take it down"), f"m:jobdown:{found.id}", style=Style.DANGER) if live else None,
        Button(_("👁 The card"), f"m:job:{found.id}") if live else None,
        DESK,
    )
    text = lines(standing(context, found), words(context, found.sent_in), sender(found), separator="\n\n")
    return Reply(text, rows=rows, protected=True)


def sender(found: JobOpening) -> Text | None:
    """Whom officers can ask."""
    if found.sender is None or found.sender_phone is None:
        return None
    return _("Sent in by {name}, {phone}.", name=found.sender, phone=found.sender_phone)
