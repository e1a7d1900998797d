"""The staff's menu: what this officer may do, with how much waits. To add an entry: name it in ENTRIES."""

from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.entries import Entry, rows_of
from conversations.reply import Reply
from conversations.screen import Outcome, Screen
from locales.text import Text, _
from records import (
    claims,
    dossiers,
    objections,
    questions,
    relinks,
    selections,
    staff,
)
from records.permissions import Permission


def _late(context: Context) -> int:
    return dossiers.overdue_count(context.session, context.now)


def _selection(context: Context) -> Text:
    officer = staff.by_chat(context.session, context.chat_id)
    waiting = 0 if officer is None else selections.count_to_review(context.session, officer.id)
    return _("🏆 Selection · review {count}", count=waiting) if waiting else _("🏆 Selection")


ENTRIES = (
    Entry(
        "review",
        Permission.REVIEW,
        lambda context: _("📥 Applications waiting: {count}", count=claims.waiting(context.session, context.now)),
    ),
    Entry(
        "objections",
        Permission.REVIEW,
        lambda context: _("⚖️ Objections waiting: {count}", count=objections.count(context.session)),
    ),
    Entry(
        "questions",
        Permission.ANSWER,
        lambda context: _("💬 Questions waiting: {count}", count=questions.count_waiting(context.session)),
    ),
    Entry("late", Permission.REVIEW, lambda context: _("📎 Late with documents: {count}", count=_late(context))),
    Entry(
        "relinks",
        Permission.PEOPLE,
        lambda context: _("🔗 Accounts to connect: {count}", count=relinks.count_waiting(context.session)),
    ),
    Entry("find", Permission.PEOPLE, lambda _context: _("🔎 Find a person"), wide=False),
    Entry("papers", Permission.PEOPLE, lambda _context: _("🖨 Papers and lists"), wide=False),
    Entry("atcounter", Permission.PEOPLE, lambda _context: _("🧾 Register at the counter")),
    Entry("cohorts", Permission.CLASSES, lambda _context: _("📚 Cohorts and classes")),
    Entry("sessions", Permission.SESSIONS, lambda _context: _("🗓 Tests and interviews")),
    Entry("selections", Permission.SELECT, _selection, wide=False),
    Entry("training", Permission.TRAINING, lambda _context: _("🏫 Trainings"), wide=False),
    Entry("graduate", Permission.GRADUATE, lambda _context: _("🎓 Graduate a class"), wide=False),
    Entry("figures", Permission.FIGURES, lambda _context: _("📊 Figure of the alumni"), wide=False),
    Entry("announce", Permission.ANNOUNCE, lambda _context: _("📢 Announcements")),
    Entry("alumni", Permission.FOLLOW, lambda _context: _("🧭 Alumni"), wide=False),
    Entry("demand", Permission.CLASSES, lambda _context: _("🔔 Wishes"), wide=False),
)


def staff_menu(context: Context, _argument: str) -> Outcome:
    """For every officer, whatever her role grants; to everyone else there is no such page."""
    officer = staff.by_chat(context.session, context.chat_id)
    if officer is None:
        return None
    rows = rows_of(context, officer, ENTRIES)
    return Reply(_("<b>Staff menu</b>\n{name}", name=officer.name), rows=(*rows, (BACK_HOME,)))


SCREENS = (Screen("staff", staff_menu),)
