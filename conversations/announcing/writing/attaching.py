"""An officer gives a draft one photo or one file, or takes it away again."""

from dataclasses import dataclass

from conversations.announcing import drafting
from conversations.announcing.writing import files, lengths, markup, words
from conversations.context import Context
from conversations.event import File
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script
from locales.text import Text, _, verbatim
from records import announcing, contents

NONE = "none"
TAKE, LEAVE = "take", "leave"
UNREAD = _("The words that came with it cannot stand in an announcement: those that were written stay.")


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
    read = None if facts.length else _below(file)
    return read if isinstance(read, Misread) else None


def _below(file: File | None) -> str | Misread | None:
    """The words that came with it, as a template."""
    return words.read(file.caption, lengths.CAPTION) if file is not None and file.caption else None


def _has_two(answers: Answers, facts: Facts) -> bool:
    """Words are written, and others came with the file."""
    return bool(facts.length) and isinstance(_below(files.of_answer(answers.get("file") or "")), str)


def _which(answers: Answers, _facts: Facts) -> Text:
    found = _below(files.of_answer(answers["file"]))
    return _(
        "Words came with it: “{words}”\n\nShall they take the place of those that are written?",
        words=markup.words(found) if isinstance(found, str) else "",
    )


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
    """Its caption becomes the words where none were written, or where it shall take their place."""
    file = files.of_answer(answers["file"])
    changed = contents.attach(context.session, facts.campaign_id, None if file is None else files.kept(file))
    template = None if facts.length and answers.get("words") != TAKE else _below(file)
    if changed and isinstance(template, str):
        announcing.write(context.session, facts.campaign_id, template, formatted=True)
    kept = drafting.kept(context, facts.campaign_id, changed=changed)
    is_lost = bool(facts.length) and isinstance(_below(file), Misread)
    return Conclusion(kept.reply.with_note(UNREAD)) if changed and is_lost else kept


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
        Ask(
            key="words",
            prompt=_which,
            choices=lambda _a, _f: (
                Choice(TAKE, _("✏️ Take the new words")),
                Choice(LEAVE, _("Keep those that are written")),
            ),
            when=_has_two,
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=drafting.windows,
    leaving=drafting.LEAVING,
    stopped=drafting.left,
)
