"""Rewording: other words for an announcement that has begun: whom they reach, and the page on which a second officer
looks at them.
"""

from conversations.announcing import message
from conversations.announcing.buttons import see
from conversations.announcing.going import amends
from conversations.announcing.timing import same_words
from conversations.announcing.writing import fields, markup
from conversations.announcing.writing.fields import Field
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, Style, column
from locales.text import Text, _, lines
from records import amending, reach, staff
from records.reach import Reach
from records.rewordings import Rewording

PREVIEWED = 2500
OVER = _("This correction waits no more: somebody has decided, or has written another.")


def say(context: Context, campaign_id: int, words: str) -> bool:
    """In all its chats from now on. False: the announcement was taken back, or has not begun."""
    made = same_words.fingerprint_of(context, words, formatted=True)
    return amending.correct(context.session, campaign_id, words, made, context.now, formatted=True)


def shown(words: str, reached: Reach) -> Text:
    """The words as they will be read, and what becomes of the messages."""
    return lines(
        _("This is what they will read:"),
        message.head(fields.unfilled(markup.shortened(words, PREVIEWED))),
        amends.fixed(reached),
        *(
            _("⚠️ {count} people have no {field}: they do not get the new words.", count=people, field=f"{{{field}}}")
            for field, people in lacking(words, reached)
        ),
        _(
            "It takes the place of the message in {sent} chats, with the hour of the correction below. {pending} "
            "people who have not got it yet get the new words.",
            sent=reached.sent,
            pending=reached.pending,
        ),
        separator="\n\n",
    )


def lacking(words: str, reached: Reach) -> list[tuple[Field, int]]:
    """The fields for which some have nothing, and how many they are."""
    counts = {Field.CLASS: reached.without_class, Field.NUMBER: reached.without_number}
    used = fields.used(words)
    return [(field, people) for field, people in counts.items() if field in used and people]


def page(context: Context, found: Rewording) -> Reply:
    """What waits, and what this officer may do with it."""
    if not found.waits:
        return Reply(OVER, rows=column(see(found.campaign_id), STAFF_MENU))
    officer = staff.by_chat(context.session, context.chat_id)
    is_hers = officer is not None and officer.id == found.staff_id
    what = shown(found.words, reach.of(context.session, found.campaign_id))
    text = lines(_head(context, found, is_hers), what, separator="\n\n")
    yes = Button(_("✅ Approve"), f"m:annreword:{found.id}.yes", style=Style.SUCCESS)
    no = Button(_("✖️ Withdraw it") if is_hers else _("⛔ Refuse"), f"m:annreword:{found.id}.no")
    return Reply(text, rows=((no,) if is_hers else (yes, no), *column(see(found.campaign_id), STAFF_MENU)))


def _head(context: Context, found: Rewording, is_hers: bool) -> Text:
    if is_hers:
        return _("✏️ <b>Correction</b> · waits for a second officer")
    return _(
        "✏️ <b>Correction</b> · please look at it\n{name} wants to put right what has gone out to many. Is it right so?",
        name=staff.by_id(context.session, found.staff_id).name,
    )
