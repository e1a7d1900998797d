"""The showcase that everybody reads: businesses of alumni by kejuruan and kelurahan, and the card of one."""

from dataclasses import dataclass

from conversations import paging
from conversations.applying import places
from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.giving import stall_pages
from conversations.reply import Button, Reply, column, grid
from conversations.screen import Outcome, Screen, number
from locales.text import Text, _, lines, verbatim
from records import programmes, stalls
from records.showcases import Stall

EVERY = "0"


@dataclass(frozen=True, slots=True)
class Choice:
    """Of which kejuruan and kelurahan (None: of all), and which page."""

    trade: int | None
    place: str | None
    page: int = 0

    @property
    def data(self) -> str:
        """As it stands in a button, up to the page."""
        place = EVERY if self.place is None else self.place.replace(".", "")
        return f"{self.trade or EVERY}-{place}-"


def _chosen(context: Context, argument: str) -> Choice | None:
    """`kejuruan-kelurahan-page`, the kelurahan as digits; nothing is everything."""
    trade, _dash, rest = (argument or f"{EVERY}-{EVERY}-0").partition("-")
    place, _dash, page = rest.partition("-")
    wanted, at = number(trade), number(page or EVERY)
    code = None if place == EVERY else _code(context, place)
    if wanted is None or at is None or (place != EVERY and code is None):
        return None
    if wanted and programmes.by_id(context.session, wanted) is None:
        return None
    return Choice(wanted or None, code, at)


def _code(context: Context, digits: str) -> str | None:
    """3375011002 is 33.75.01.1002."""
    for kecamatan in context.house.profile.kecamatan:
        for kelurahan in kecamatan.kelurahan:
            code = places.code_of(kecamatan, kelurahan)
            if code.replace(".", "") == digits:
                return code
    return None


def browse(context: Context, argument: str) -> Outcome:
    chosen = _chosen(context, argument)
    if chosen is None:
        return None
    count = stalls.count(context.session, chosen.trade, chosen.place)
    at = paging.within(chosen.page, count)
    found = stalls.page(context.session, chosen.trade, chosen.place, at * paging.SHOWN, paging.SHOWN)
    buttons = [Button(_title(one.shown), f"m:shop:{one.id}") for one in found if one.shown is not None]
    filters = (
        Button(_("🧵 Kejuruan"), f"m:shoptrades:{chosen.data}"),
        Button(_("📍 Kelurahan"), f"m:shopplaces:{chosen.data}"),
    )
    whole = None if (chosen.trade, chosen.place) == (None, None) else Button(_("📋 All of them"), "m:shops")
    return Reply(
        lines(_head(context, chosen, count), paging.where(at, count)),
        rows=(
            *column(*buttons),
            *filter(None, [paging.turning(at, count, f"m:shops:{chosen.data}"), filters if count or whole else None]),
            *column(whole, stall_pages.MINE, BACK_HOME),
        ),
    )


def _title(stall: Stall) -> Text:
    return verbatim(f"{stall.name} · {stall.sells}"[:60])


def _head(context: Context, chosen: Choice, count: int) -> Text:
    trade = None if chosen.trade is None else programmes.by_id(context.session, chosen.trade)
    head = _("🏪 <b>Etalase alumni</b>: {count} businesses of people who trained here.", count=count)
    if not count and trade is None and chosen.place is None:
        head = _("🏪 <b>Etalase alumni</b>\nNo business is shown yet.")
    return lines(
        head,
        None if trade is None else _("🧵 {programme}", programme=trade.name),
        None if chosen.place is None else _("📍 {place}", place=stall_pages.place_name(context, chosen.place)),
    )


def trades(context: Context, argument: str) -> Outcome:
    """The kejuruan of which there are businesses; the kelurahan stays as chosen."""
    chosen = _chosen(context, argument)
    if chosen is None:
        return None
    counts = stalls.by_trade(context.session)
    buttons = [
        Button(_("{programme} ({count})", programme=one.name, count=counts[one.id]), _to(one.id, chosen.place))
        for one in programmes.all_of_them(context.session)
        if one.id in counts
    ]
    return _list(_("Which kejuruan?"), buttons, chosen)


def by_places(context: Context, argument: str) -> Outcome:
    """The kelurahan in which there are businesses; the kejuruan stays as chosen."""
    chosen = _chosen(context, argument)
    if chosen is None:
        return None
    counts = stalls.by_place(context.session)
    buttons = [
        Button(_("{place} ({count})", place=kelurahan.name, count=counts[code]), _to(chosen.trade, code))
        for kecamatan in context.house.profile.kecamatan
        for kelurahan in kecamatan.kelurahan
        if (code := places.code_of(kecamatan, kelurahan)) in counts
    ]
    return _list(_("Which kelurahan?"), buttons, chosen)


def _to(trade: int | None, place: str | None) -> str:
    return f"m:shops:{Choice(trade, place).data}0"


def _list(head: Text, buttons: list[Button], chosen: Choice) -> Reply:
    return Reply(head, rows=(*grid(buttons), (Button(_("⬅️ Back"), f"m:shops:{chosen.data}0"),), (BACK_HOME,)))


def card(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    found = None if chosen is None else stalls.visible(context.session, chosen)
    if chosen is None:
        return None
    shown = None if found is None else stall_pages.card(context, found)
    return shown or Reply(_("This business is not shown (any more)."), rows=column(stall_pages.BROWSE, BACK_HOME))


def by_link(context: Context, payload: str) -> Outcome:
    """What stands behind the mark of a link: the number of a business; without one, all of them."""
    return card(context, payload) or browse(context, "")


SCREENS = (
    Screen("shops", browse),
    Screen("shoptrades", trades),
    Screen("shopplaces", by_places),
    Screen("shop", card),
)
