"""Wishes ("Kabari saya"): of which kejuruan one wants to hear when a class opens; for staff, how many want which."""

from conversations.buttons import BACK_HOME, STAFF_MENU
from conversations.context import Context
from conversations.reply import Background, Button, Reply, Style, column
from conversations.screen import Outcome, Screen, number
from locales.text import Text, _, lines
from records import offers, programmes, wishes
from records.offers import Offer
from records.permissions import Permission
from records.wishes import Demand

LISTED, COUNTED = 40, 25
TELL_ME = Button(_("🔔 Not open yet? Tell me when it is"), "m:wishes")


def tell_me_of(context: Context, offer: Offer) -> Button:
    """For the card of a class that takes nobody (any more)."""
    if offer.programme_id in wishes.of_chat(context.session, context.chat_id):
        return Button(_("✅ We tell you when it opens again"), "m:wishes")
    return Button(_("🔔 Tell me when it opens again"), f"m:wish:{offer.programme_id}")


def wish_list(context: Context, _argument: str) -> Reply:
    """Every kejuruan that one cannot register for now, a tap each to wish for it or to take the wish back."""
    return _page(context, None)


def toggle(context: Context, argument: str) -> Outcome:
    """`programme` wishes; `programme.0` takes the wish back. Either tapped twice does nothing more."""
    left, _dot, gone = argument.partition(".")
    chosen = number(left)
    programme = None if chosen is None else programmes.by_id(context.session, chosen)
    if programme is None or gone not in ("", "0"):
        return None
    if gone:
        wishes.take_back(context.session, context.chat_id, programme.id)
        said = _("Taken back: {programme}. We will not write to you about it.", programme=programme.name)
    else:
        wishes.wish(context.session, context.chat_id, programme.id, context.now)
        said = _("Noted: we tell you here as soon as registration for {programme} opens.", programme=programme.name)
    return _page(context, said)


def _page(context: Context, noted: Text | None) -> Reply:
    wished = wishes.of_chat(context.session, context.chat_id)
    open_now = {o.programme_id for o in offers.open_at(context.session, context.now) if not o.is_full}
    shown = [p for p in programmes.all_of_them(context.session) if p.id in wished or p.id not in open_now]
    text = _(
        "<b>Tell me when it opens</b>\n\nThese are not open for registration at present. Tap what you would like to "
        "learn: we write to you once, here, when a class of it opens. A second tap takes the wish back."
    )
    if not shown:
        text = _("Everything that we teach is open for registration now.")
    buttons = [_wish(p.id, p.name, p.id in wished) for p in shown[:LISTED]]
    navigation = (Button(_("⬅️ All classes"), "m:classes"), BACK_HOME)
    return Reply(lines(noted, text, separator="\n\n"), rows=column(*buttons, *navigation))


def _wish(programme_id: int, name: str, is_wished: bool) -> Button:
    if is_wished:
        return Button(_("✅ {programme}", programme=name), f"m:wish:{programme_id}.0")
    return Button(_("🔔 {programme}", programme=name), f"m:wish:{programme_id}")


def demand(context: Context, _argument: str) -> Reply:
    """For planning: how many wish for which kejuruan."""
    wanted = [one for one in wishes.demand(context.session) if one.ever]
    if not wanted:
        return Reply(_("Nobody has wished for a kejuruan yet."), rows=column(STAFF_MENU))
    head = _("<b>What people wish for</b>\nWaiting: not told of a class since they wished.")
    listed = lines(*(_counted(one) for one in wanted[:COUNTED]))
    excel = Button(_("📊 All of them as Excel"), "m:demandfile", style=Style.PRIMARY)
    return Reply(lines(head, listed, separator="\n\n"), rows=column(excel, STAFF_MENU))


def demand_file(_context: Context, _argument: str) -> Reply:
    return Reply(None, toast=_("One moment…"), background=Background("demand", ""))


def _counted(one: Demand) -> Text:
    return _(
        "{programme}: <b>{waiting}</b> waiting, {ever} in all",
        programme=one.programme,
        waiting=one.waiting,
        ever=one.ever,
    )


SCREENS = (
    Screen("wishes", wish_list),
    Screen("wish", toggle),
    Screen("demand", demand, Permission.CLASSES),
    Screen("demandfile", demand_file, Permission.CLASSES),
)
