"""An officer writes what an announcement says, with Telegram's formatting or WhatsApp's marks, and with fields. A photo
or a file with its caption is welcome too. It is kept with the draft, whose page follows.
"""

from dataclasses import dataclass

from conversations.announcing import drafting
from conversations.announcing.audience import group_words
from conversations.announcing.writing import fields, files, lengths, markup
from conversations.context import Context
from conversations.event import File
from conversations.script import Answers, Ask, Conclusion, Matter, Misread, Script
from locales.text import Text, _, lines, verbatim
from records import announcing, contents
from records.audiences import recipients

SHOWN_LETTERS = 40
MEND = _("Nothing is lost: mend your message above (hold it, then “Edit”), or send it anew.")
HELP = _(
    "Write as usual, with the formatting of Telegram or with *bold*, _italic_, ~struck out~ and ```mono``` as in "
    "WhatsApp. What stands in braces is filled in for each person: {fields}.",
    fields=fields.ALL,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """Whom the draft is for, and how many they are; how long the words may be."""

    campaign_id: int
    audience: Text
    people: int
    limit: int = lengths.TEXT


def gather(context: Context, matter: Matter) -> Facts | Text:
    campaign = drafting.draft_of(context, matter)
    if isinstance(campaign, Text):
        return campaign
    return Facts(
        campaign.id,
        group_words.in_a_line(context, campaign.people),
        recipients.count(context.session, campaign.people).people,
        lengths.limit(contents.read(campaign)),
    )


def read(html: str, limit: int) -> str | Misread:
    """A template that fits, or what is wrong with it and how it is mended."""
    found = markup.read(html)
    if isinstance(found, str):
        found = _fitting(found, limit)
    return Misread(lines(found.text, MEND, separator="\n\n")) if isinstance(found, Misread) else found


def _fitting(template: str, limit: int) -> str | Misread:
    if not any(char.isalnum() for char in markup.words(template)):
        return Misread(_("Please write the announcement in words."))
    return lengths.misread(template, limit) or template


def _prompt(_answers: Answers, facts: Facts) -> Text:
    asked = _(
        "Write the announcement to <b>{audience}</b> ({people} people) in one message. You will see it before it goes "
        "out.",
        audience=facts.audience,
        people=facts.people,
    )
    return lines(asked, HELP, separator="\n\n")


def _captioned(file: File, _answers: Answers, _facts: Facts) -> Misread | None:
    """A picture comes with its words."""
    if files.kind_of(file) is None or not file.caption:
        return Misread(_("Please write the announcement in words, or send a photo or a file with its words below it."))
    found = read(file.caption, lengths.CAPTION)
    return found if isinstance(found, Misread) else None


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    file = files.of_answer(answers["words"])
    if file is None:
        changed = announcing.write(context.session, facts.campaign_id, answers["words"], formatted=True)
        return drafting.kept(context, facts.campaign_id, changed=changed)
    words = markup.read(file.caption)
    changed = contents.attach(context.session, facts.campaign_id, files.kept(file)) and isinstance(words, str)
    if changed and isinstance(words, str):
        announcing.write(context.session, facts.campaign_id, words, formatted=True)
    return drafting.kept(context, facts.campaign_id, changed=changed)


def _in_short(value: str, _answers: Answers, _facts: Facts) -> Text:
    file = files.of_answer(value)
    return verbatim(lengths.cut(markup.words(value if file is None else file.caption), SHOWN_LETTERS))


SCRIPT = Script(
    name="announcement_words",
    version=2,
    title=lambda facts: _("Announcement to {audience}", audience=facts.audience),
    asks=(
        Ask(
            key="words",
            prompt=_prompt,
            reader=lambda typed, _a, facts: read(typed, facts.limit),
            upload=_captioned,
            formatted=True,
            shown=_in_short,
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=drafting.windows,
    leaving=drafting.LEAVING,
    stopped=drafting.left,
)
