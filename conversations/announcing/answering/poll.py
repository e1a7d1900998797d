"""An officer writes what the recipients of an announcement may choose from: one question, two to six answers."""

import json
import re
from dataclasses import dataclass

from conversations import readers
from conversations.announcing import drafting
from conversations.context import Context
from conversations.script import Answers, Ask, Conclusion, Matter, Misread, Script
from locales.text import Text, _, lines, verbatim
from records import polls
from records.campaigns import Answering

LETTERS = 40
# Lists are often numbered, or each line begins with a dash.
_BULLET = re.compile(r"^(?:\d{1,2}[.)]|[-•*])\s+")


@dataclass(frozen=True, slots=True)
class Facts:
    """The draft, and the options it has already."""

    campaign_id: int
    options: tuple[str, ...]


def gather(context: Context, matter: Matter) -> Facts | Text:
    campaign = drafting.draft_of(context, matter)
    if isinstance(campaign, Text):
        return campaign
    return Facts(campaign.id, polls.options(campaign))


def _options(typed: str, _answers: Answers, _facts: Facts) -> str | Misread:
    """One a line; the value kept is a JSON list, which is read again as it is."""
    found = _kept(typed) or [words for line in typed.splitlines() if (words := _BULLET.sub("", readers.clean(line)))]
    if not polls.FEWEST <= len(found) <= polls.MOST:
        return Misread(
            _(
                "Please write {fewest} to {most} answers, each on a line of its own. I read {count}.",
                fewest=polls.FEWEST,
                most=polls.MOST,
                count=len(found),
            )
        )
    if (long := next((words for words in found if len(words) > LETTERS), None)) is not None:
        return Misread(_("“{answer}” is too long for a button: at most {limit} letters.", answer=long, limit=LETTERS))
    if len({words.casefold() for words in found}) < len(found):
        return Misread(_("Two of the answers are the same."))
    return json.dumps(found, ensure_ascii=False)


def _kept(value: str) -> list[str]:
    """The options of a value that was read before; none where it is something typed."""
    try:
        found = json.loads(value)
    except (ValueError, RecursionError):
        return []
    if not isinstance(found, list) or not all(isinstance(words, str) for words in found):
        return []
    cleaned = [readers.clean(words) for words in found]
    return cleaned if all(cleaned) else []


def _prompt(_answers: Answers, facts: Facts) -> Text:
    ask = _(
        "The words of your announcement ask the question. Now write the answers that people can choose from, "
        "{fewest} to {most}, each on a line of its own. For example:\nSenin pagi\nSelasa siang",
        fewest=polls.FEWEST,
        most=polls.MOST,
    )
    return lines(ask, _now(facts), separator="\n\n")


def _now(facts: Facts) -> Text | None:
    if not facts.options:
        return None
    return _("Until now: {answers}", answers=lines(*map(verbatim, facts.options), separator=" · "))


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    changed = polls.offer(context.session, facts.campaign_id, Answering.POLL, _kept(answers["options"]))
    return drafting.kept(context, facts.campaign_id, changed=changed)


SCRIPT = Script(
    name="announcement_poll",
    version=1,
    title=lambda _facts: _("Answers to choose from"),
    asks=(
        Ask(
            key="options",
            prompt=_prompt,
            reader=_options,
            shown=lambda value, _a, _f: lines(*map(verbatim, _kept(value)), separator=" · "),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=drafting.windows,
    leaving=drafting.LEAVING,
    stopped=drafting.left,
)
