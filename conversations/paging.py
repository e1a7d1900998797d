"""Paging: long lists in pages of buttons."""

from conversations.reply import Button
from locales.text import Text, _

SHOWN = 8


def pages_of(count: int, shown: int = SHOWN) -> int:
    return max(1, -(-count // shown))


def within(page: int, count: int, shown: int = SHOWN) -> int:
    """The page itself, or the last there is: lists shrink while somebody reads."""
    return min(page, pages_of(count, shown) - 1)


def turning(page: int, count: int, data: str, shown: int = SHOWN) -> tuple[Button, ...]:
    """To the pages before and after; `data` is the button's, up to the number of the page (from 0)."""
    back = Button(_("◀️ Before"), f"{data}{page - 1}") if page else None
    on = Button(_("More ▶️"), f"{data}{page + 1}") if page + 1 < pages_of(count, shown) else None
    return tuple(button for button in (back, on) if button is not None)


def where(page: int, count: int, shown: int = SHOWN) -> Text | None:
    """Which page of how many; None where there is one."""
    if pages_of(count, shown) == 1:
        return None
    return _("Page {page} of {pages}", page=page + 1, pages=pages_of(count, shown))
