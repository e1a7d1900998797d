"""The staff's menu: what this officer may do, with how much waits. To add an entry: name it in ENTRIES."""

from collections.abc import Callable
from dataclasses import dataclass

from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.reply import Button, Reply
from conversations.screen import Outcome, Screen
from locales.text import Text, _
from records import (
    claims,
    dossiers,
    objections,
    permissions,
    questions,
    relinks,
    selections,
    staff,
)
from records.permissions import Permission


@dataclass(frozen=True, slots=True)
class Entry:
    """A button of the menu: the screen it opens, who sees it. A `wide` one has a row of its own."""

    screen: str
    permission: Permission
    label: Callable[[Context], Text]
    wide: bool = True


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
    Entry("announce", Permission.ANNOUNCE, lambda _context: _("📢 Announcement to a cohort")),
    Entry("demand", Permission.CLASSES, lambda _context: _("🔔 Wishes")),
)


def staff_menu(context: Context, _argument: str) -> Outcome:
    """For every officer, whatever her role grants; to everyone else there is no such page."""
    officer = staff.by_chat(context.session, context.chat_id)
    if officer is None:
        return None
    granted = permissions.of_officer(context.session, officer)
    rows: list[tuple[Button, ...]] = []
    for entry in ENTRIES:
        if entry.permission not in granted:
            continue
        button = Button(entry.label(context), f"m:{entry.screen}")
        beside = not entry.wide and rows and len(rows[-1]) == 1 and not _is_wide(rows[-1][0])
        rows = [*rows[:-1], (*rows[-1], button)] if beside else [*rows, (button,)]
    return Reply(_("<b>Staff menu</b>\n{name}", name=officer.name), rows=(*rows, (BACK_HOME,)))


def _is_wide(button: Button) -> bool:
    return any(entry.wide for entry in ENTRIES if f"m:{entry.screen}" == button.data)


SCREENS = (Screen("staff", staff_menu),)
