"""Telling people that their class has changed: what, to how many, one yes, and each of them hears of it once."""

from conversations.context import Context
from conversations.notices.class_changes import CHANGED, said
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from locales.text import Text, _
from records import cancelling, class_changes
from records.permissions import Permission


def button(context: Context, class_id: int) -> Button | None:
    """“Tell 43 people”, where something has changed that they were told otherwise."""
    if class_changes.untold(context.session, class_id) is None:
        return None
    count = len(cancelling.affected(context.session, class_id))
    return Button(_("📣 Tell {count} people", count=count), f"m:tellclass:{class_id}", Style.PRIMARY) if count else None


def preview(context: Context, class_id: int) -> Reply | None:
    """What they will read; the yes names the last change, so that one made meanwhile is not told unseen."""
    untold = class_changes.untold(context.session, class_id)
    count = len(cancelling.affected(context.session, class_id))
    if untold is None or not count:
        return None
    text = _(
        "<b>{count}</b> people in this class read {when} what has changed, each by her name:\n\n{changes}",
        count=count,
        when=CHANGED.due_in_words(context),
        changes=said(untold.changes),
    )
    yes = Button(_("📣 Yes, tell {count} people", count=count), f"m:toldclass:{class_id}.{untold.last}", Style.SUCCESS)
    return Reply(text, rows=column(yes, Button(_("⬅️ Back to the class"), f"m:classdesk:{class_id}")))


def tell(context: Context, class_id: int, last: int) -> Text | None:
    """Orders the notices; None where there is nothing (any more) to be told."""
    officer = officer_with(context, Permission.CLASSES)
    if officer is None or not class_changes.tell(context.session, class_id, last):
        return None
    people = cancelling.affected(context.session, class_id)
    for one in people:
        CHANGED.to_person(context, one.person_id, class_id, detail=str(last), key=str(one.person_id))
    note(context, officer, "class.change_told", f"class:{class_id}:{last}")
    return _("{count} people are told {when}.", count=len(people), when=CHANGED.due_in_words(context))
