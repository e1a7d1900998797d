"""The links to the web page: who has not answered a wave, and a message for WhatsApp to each, ready to be sent."""

from conversations import web_links
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Outcome, Screen, number
from locales.text import Text, _, lines
from records import web_links as links
from records import web_sending
from records.permissions import Permission
from records.web_sending import Batch, Recipient

ALUMNI = Button(_("🧭 Alumni"), "m:alumni")
WAVES = Button(_("🔗 Web links"), "m:weblinks")
LISTED = 25


def waves(context: Context, _argument: str) -> Outcome:
    """The waves of classes in which somebody has not answered."""
    if not web_links.is_on(context.house):
        text = _("The web page is off. The operator turns it on with CANTING_WEB_URL and CANTING_WEB_PORT.")
        return Reply(text, rows=column(ALUMNI))
    found = web_sending.batches(context.session, context.now)
    if not found:
        return Reply(_("Everybody who is being asked has answered, or has no phone number."), rows=column(ALUMNI))
    text = _(
        "<b>Web links</b>\nThe same questions as a web page, for alumni without Telegram. You send each her link by "
        "WhatsApp; whoever answers leaves the list.\n\nWhich class?"
    )
    return Reply(text, rows=column(*(_batch(one) for one in found[:LISTED]), ALUMNI))


def _batch(one: Batch) -> Button:
    """What tells them apart comes first: a phone cuts a long button at its end."""
    label = _(
        "{programme} · month {wave}: {sent} of {waiting} sent · {cohort}",
        programme=one.programme,
        cohort=one.cohort,
        wave=one.wave,
        sent=one.sent,
        waiting=one.waiting,
    )
    return Button(label, f"m:webwave:{one.class_id}.{one.wave}.0")


def wave(context: Context, argument: str) -> Outcome:
    """Those of a class who have not answered this wave, a page of them; whoever was sent nothing yet comes first."""
    class_id, wave_number, page = (number(part) for part in f"{argument}..".split(".")[:3])
    if class_id is None or wave_number is None:
        return None
    everybody = web_sending.recipients(context.session, class_id, wave_number, context.now)
    begin = (page or 0) * LISTED
    if begin >= len(everybody):
        return waves(context, "")
    further = Button(_("Further ➡️"), f"m:webwave:{class_id}.{wave_number}.{(page or 0) + 1}")
    text = _(
        "Not answered yet, month {wave}: {count}\n📨 sent · 👁 opened. Tap a name.",
        wave=wave_number,
        count=len(everybody),
    )
    names = [Button(_name(one), f"m:weblink:{one.followup_id}") for one in everybody[begin : begin + LISTED]]
    more = further if begin + LISTED < len(everybody) else None
    return Reply(text, rows=column(*names, more, WAVES, ALUMNI), protected=True)


def _name(one: Recipient) -> Text:
    mark = "👁 " if one.opened_at is not None else "📨 " if one.sent_at is not None else ""
    return _("{mark}{name}", mark=mark, name=one.name)


def person(context: Context, argument: str) -> Outcome:
    """One of them, with the link."""
    chosen = _recipient(context, argument)
    link = None if chosen is None else web_links.link_of(context, chosen.followup_id)
    if chosen is None or link is None:
        return None
    whatsapp = web_links.whatsapp_of(context, chosen.followup_id)
    text = lines(
        _("<b>{name}</b>, month {wave}", name=chosen.name, wave=chosen.wave),
        None if chosen.sent_at is None else _("📨 Sent on {moment}", moment=chosen.sent_at),
        None if chosen.opened_at is None else _("👁 Opened on {moment}", moment=chosen.opened_at),
        None
        if whatsapp is not None
        else _("Her number {phone} is none that WhatsApp knows.", phone=chosen.phone or ""),
        _("\nThe link is hers alone: {link}", link=link),
        _("It opens her questions: copy it rather than opening it yourself."),
    )
    sent = Button(_("✅ I have sent it"), f"m:websent:{chosen.followup_id}", style=Style.SUCCESS)
    rows = column(
        None if whatsapp is None else Button(_("📲 Write in WhatsApp"), url=whatsapp),
        Button(_("📋 Copy the link"), copy=link),
        sent,
        _back(chosen),
    )
    return Reply(text, rows=rows, protected=True)


def sent(context: Context, argument: str) -> Outcome:
    """She has sent it: the others see that."""
    chosen, officer = _recipient(context, argument), officer_with(context, Permission.FOLLOW)
    if chosen is None or officer is None:
        return None
    links.sent(context.session, chosen.followup_id, officer.id, context.now)
    note(context, officer, "weblink.sent", f"followup:{chosen.followup_id}")
    return wave(context, f"{chosen.class_id}.{chosen.wave}.0")


def _recipient(context: Context, argument: str) -> Recipient | None:
    followup_id = number(argument)
    return None if followup_id is None else web_sending.recipient(context.session, followup_id, context.now)


def _back(chosen: Recipient) -> Button:
    return Button(_("⬅️ Back to the list"), f"m:webwave:{chosen.class_id}.{chosen.wave}.0")


SCREENS = (
    Screen("weblinks", waves, Permission.FOLLOW),
    Screen("webwave", wave, Permission.FOLLOW),
    Screen("weblink", person, Permission.FOLLOW),
    Screen("websent", sent, Permission.FOLLOW),
)
