"""The job board that everybody reads: the openings by kejuruan, and the card of one."""

from conversations import paging
from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.giving import opening_pages
from conversations.reply import Button, Reply, column, grid
from conversations.screen import Begin, Outcome, Screen, number
from locales.text import Text, _, lines, verbatim
from records import job_board, job_openings, programmes

SEND_IN = Button(_("📮 Send in a job opening"), "m:joboffer")
# What the link for employers carries.
OFFER = "pasang"


def board(context: Context, argument: str) -> Outcome:
    """`programme.page`; 0 is every kejuruan."""
    trade, _dot, page = argument.partition(".")
    programme_id, wanted = number(trade or "0"), number(page or "0")
    if programme_id is None or wanted is None:
        return None
    chosen = programmes.by_id(context.session, programme_id) if programme_id else None
    if programme_id and chosen is None:
        return None
    only = None if chosen is None else chosen.id
    count = job_board.count_live(context.session, context.today, only)
    at = paging.within(wanted, count)
    found = job_board.live(context.session, context.today, only, at * paging.SHOWN, paging.SHOWN)
    buttons = [Button(_title(one), f"m:job:{one.id}") for one in found]
    return Reply(
        lines(_head(count, None if chosen is None else chosen.name), paging.where(at, count)),
        rows=(
            *column(*buttons),
            *filter(None, [paging.turning(at, count, f"m:jobs:{programme_id}.")]),
            *column(_by_trade(context, only), opening_pages.BELL, SEND_IN, BACK_HOME),
        ),
    )


def _head(count: int, kejuruan: str | None) -> Text:
    if not count and kejuruan is None:
        return _("No job opening is published at present. Shall we tell you when one comes?")
    if kejuruan is None:
        return _("<b>Job openings</b>: {count}\nApplying is free; pay nobody.", count=count)
    if not count:
        return _("No opening for <b>{programme}</b> at present. Shall we tell you when one comes?", programme=kejuruan)
    return _(
        "<b>Job openings</b> for {programme}: {count}\nApplying is free; pay nobody.", programme=kejuruan, count=count
    )


def _title(found: job_openings.JobOpening) -> Text:
    opening = found.shown or found.sent_in
    return verbatim(f"{opening.title} · {opening.employer}"[:60])


def _by_trade(context: Context, only: int | None) -> Button | None:
    if only is not None:
        return Button(_("📋 Every kejuruan"), "m:jobs")
    return (
        Button(_("🧵 Choose a kejuruan"), "m:jobtrades") if job_board.by_trade(context.session, context.today) else None
    )


def trades(context: Context, _argument: str) -> Outcome:
    """The kejuruan for which there are openings."""
    counts = job_board.by_trade(context.session, context.today)
    buttons = [
        Button(_("{programme} ({count})", programme=one.name, count=counts[one.id]), f"m:jobs:{one.id}.0")
        for one in programmes.all_of_them(context.session)
        if one.id in counts
    ]
    return Reply(_("For which kejuruan?"), rows=(*grid(buttons), (opening_pages.BOARD,), (BACK_HOME,)))


def card(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    found = None if chosen is None else job_openings.by_id(context.session, chosen)
    return None if found is None else opening_pages.card(context, found) or _gone()


def _gone() -> Reply:
    text = _("This opening is over, or is not published (yet).")
    return Reply(text, rows=column(opening_pages.BOARD, opening_pages.BELL, BACK_HOME))


def by_link(context: Context, payload: str) -> Outcome:
    """What stands behind the mark of a link: the number of an opening, or the word for employers."""
    if payload == OFFER:
        return Begin("opening_offer")
    return card(context, payload) or board(context, "")


SCREENS = (
    Screen("jobs", board),
    Screen("jobtrades", trades),
    Screen("job", card),
    Screen("joboffer", lambda _context, _argument: Begin("opening_offer")),
)
