"""The alumni's desk: what officers do about those who have graduated. To add an entry: name it in ENTRIES."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.entries import Entry, rows_of
from conversations.planning import wage_page
from conversations.reply import Reply
from conversations.screen import Outcome, Screen
from conversations.screens import calling, help_requests, job_desk, shop_desk
from locales.text import _
from records import staff
from records.permissions import Permission

ENTRIES: tuple[Entry, ...] = (
    Entry("call", Permission.FOLLOW, calling.label),
    Entry("callsheet", Permission.FOLLOW, lambda _context: calling.SHEET),
    Entry("helps", Permission.FOLLOW, help_requests.entry),
    Entry("figures", Permission.FIGURES, lambda _context: _("📊 Figure of the alumni"), wide=False),
    Entry("monthly", Permission.FIGURES, lambda _context: _("📄 Monthly report"), wide=False),
    Entry("plan", Permission.FOLLOW, lambda _context: _("📅 Plan of 30 days"), wide=False),
    Entry("calendar", Permission.FOLLOW, lambda _context: _("🗓 Sending calendar"), wide=False),
    Entry("uncontacted", Permission.FOLLOW, lambda _context: _("🔍 Due but never contacted")),
    Entry("weblinks", Permission.FOLLOW, lambda _context: _("🔗 Web links")),
    Entry("wages", Permission.FOLLOW, wage_page.entry),
    Entry("earlier", Permission.FOLLOW, lambda _context: _("⬆️ Earlier alumni and invitations")),
    Entry("jobdesk", Permission.FOLLOW, job_desk.entry),
    Entry("shopdesk", Permission.FOLLOW, shop_desk.entry),
)


def desk(context: Context, _argument: str) -> Outcome:
    officer = staff.by_chat(context.session, context.chat_id)
    if officer is None:
        return None
    return Reply(_("<b>Alumni</b>"), rows=(*rows_of(context, officer, ENTRIES), (STAFF_MENU,)))


SCREENS = (Screen("alumni", desk, Permission.FOLLOW),)
