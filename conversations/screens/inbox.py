"""The inbox: questions that wait for an officer, each answered by one of them in her own words or by a saved reply."""

from conversations.asking.answer import INBOX
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column, grid
from conversations.screen import Begin, Outcome, Screen, begins, number
from locales.text import Text, _, lines, verbatim
from records import questions, saved_replies, staff
from records.permissions import Permission
from records.questions import Question
from records.staff import Officer

SHOWN = 8


def inbox(context: Context, _argument: str) -> Reply:
    """Those whose promised time is over or nearest first."""
    waiting = questions.waiting(context.session)
    replies = Button(_("💾 Saved replies"), "m:replies")
    if not waiting:
        return Reply(_("No question waits. All is answered."), rows=column(replies, STAFF_MENU))
    shown = sorted(waiting, key=lambda q: (q.promised_at or q.asked_at, q.id))[:SHOWN]
    late = sum(q.promised_at is not None and q.promised_at <= context.now for q in waiting)
    head = _("<b>Questions waiting: {count}</b>", count=len(waiting))
    overdue = _("⏰ Over the promised time: {count}", count=late) if late else None
    listed = [_entry(context, n, q) for n, q in enumerate(shown, 1)]
    buttons = [Button(_("Answer {n}", n=n), f"m:answer:{q.id}") for n, q in enumerate(shown, 1)]
    text = lines(lines(head, overdue), *listed, separator="\n\n")
    return Reply(text, rows=(*grid(buttons, 4), (replies,), (STAFF_MENU,)), protected=True)


def _entry(context: Context, n: int, question: Question) -> Text:
    taken = _holder(context, question)
    by = None if taken is None else _("<i>{name} is answering it</i>", name=taken.name)
    words = question.words if len(question.words) <= 200 else question.words[:199] + "…"
    late = "⏰ " if question.promised_at is not None and question.promised_at <= context.now else ""
    return lines(_("<b>{n}.</b> {late}{words}", n=n, late=late, words=words), by)


def _holder(context: Context, question: Question) -> Officer | None:
    """The other officer who has it now."""
    if question.claimed_by is None or question.claimed_until is None or question.claimed_until <= context.now:
        return None
    holder = staff.by_id(context.session, question.claimed_by)
    return None if holder.chat_id == context.chat_id else holder


def answer(context: Context, argument: str) -> Outcome:
    """Claims a question, so that no second officer answers it meanwhile, and opens the talk."""
    chosen, officer = number(argument), officer_with(context, Permission.ANSWER)
    question = None if chosen is None else questions.by_id(context.session, chosen)
    if question is None or officer is None:
        return None
    if question.is_waiting and not questions.claim(context.session, question.id, officer.id, context.now):
        holder = _holder(context, question)
        text = _("{name} is answering this question just now.", name=holder.name if holder else "?")
        return Reply(text, rows=column(INBOX, STAFF_MENU))
    return Begin("answer", question.id)


def replies(context: Context, argument: str) -> Outcome:
    """The saved replies; with an id that one, to read or to delete."""
    chosen = number(argument)
    if chosen is not None:
        saved = saved_replies.by_id(context.session, chosen)
        return None if saved is None else _saved(saved)
    found = saved_replies.all_of_them(context.session)
    if not found:
        text = _("No reply is saved yet. After you have answered a question you can keep the answer.")
        return Reply(text, rows=column(INBOX, STAFF_MENU))
    buttons = [Button(verbatim(one.title), f"m:replies:{one.id}") for one in found]
    return Reply(_("<b>Saved replies</b>: {count}", count=len(found)), rows=column(*buttons, INBOX, STAFF_MENU))


def _saved(saved: saved_replies.SavedReply) -> Reply:
    text = _("<b>{title}</b>\n\n{words}", title=saved.title, words=saved.words)
    rows = column(
        Button(_("🗑 Delete"), f"m:dropreply:{saved.id}", style=Style.DANGER), Button(_("⬅️ Back"), "m:replies")
    )
    return Reply(text, rows=rows)


def drop(context: Context, argument: str) -> Outcome:
    chosen, officer = number(argument), officer_with(context, Permission.ANSWER)
    if chosen is None or officer is None or not saved_replies.drop(context.session, chosen):
        return None
    note(context, officer, "reply.deleted", "saved_replies")
    return replies(context, "")


SCREENS = tuple(
    Screen(name, show, Permission.ANSWER)
    for name, show in (
        ("questions", inbox),
        ("answer", answer),
        ("keepreply", begins("saved_reply")),
        ("replies", replies),
        ("dropreply", drop),
    )
)
