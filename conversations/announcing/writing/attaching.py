"""An officer gives a draft one photo or one file, or takes it away again."""

from dataclasses import dataclass

from conversations.announcing import drafting
from conversations.announcing.writing import files, lengths, words
from conversations.context import Context
from conversations.event import File
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script
from locales.text import Text, _, verbatim
from records import announcing, contents

NONE = "none"


@dataclass(frozen=True, slots=True)
class Facts:
    """`length`: how long the words are that will stand below it (0: none are written)."""

    campaign_id: int
    has_file: bool = False
    length: int = 0


def gather(context: Context, matter: Matter) -> Facts | Text:
    campaign = drafting.draft_of(context, matter)
    if isinstance(campaign, Text):
        return campaign
    written = 0 if campaign.words is None else lengths.length(campaign, campaign.words)
    return Facts(campaign.id, contents.read(campaign).file is not None, written)


def _taken(file: File, _answers: Answers, facts: Facts) -> Misread | None:
    if files.kind_of(file) is None:
        return Misread(_("Please send a photo or a file."))
    if facts.length > lengths.CAPTION:
        return Misread(
            _(
                "The words have {count} characters, and below a photo or a file at most {limit} fit. Please shorten "
                "the words first.",
                count=facts.length,
                limit=lengths.CAPTION,
            )
        )
    if facts.length or not file.caption:
        return None
    read = words.read(file.caption, lengths.CAPTION)
    return read if isinstance(read, Misread) else None


def _prompt(_answers: Answers, facts: Facts) -> Text:
    if facts.has_file:
        return _("Send another photo or file in place of the one there is, or take it away.")
    return _(
        "Send <b>one photo or one file</b>. The words stand below it, so that at most {limit} characters fit.",
        limit=lengths.CAPTION,
    )


def _choices(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    return (Choice(NONE, _("🗑 Without a file") if facts.has_file else _("⬅️ No file after all")),)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """Its caption becomes the words where none were written."""
    file = files.of_answer(answers["file"])
    changed = contents.attach(context.session, facts.campaign_id, None if file is None else files.kept(file))
    caption = "" if file is None or facts.length else file.caption
    template = words.read(caption, lengths.CAPTION) if caption else None
    if changed and isinstance(template, str):
        announcing.write(context.session, facts.campaign_id, template, formatted=True)
    return drafting.kept(context, facts.campaign_id, changed=changed)


SCRIPT = Script(
    name="announcement_file",
    version=1,
    title=lambda _facts: _("Photo or file of an announcement"),
    asks=(
        Ask(
            key="file",
            prompt=_prompt,
            upload=_taken,
            choices=_choices,
            shown=lambda _v, _a, _f: verbatim("📎"),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=drafting.windows,
    leaving=drafting.LEAVING,
    stopped=drafting.left,
)
