"""An officer pastes scores as lines: the last digits of a number and the score, "0427 78,5"."""

import re
from decimal import Decimal

from conversations import readers
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from conversations.sessions.scoring import Facts, gather, preview, score, somebody
from locales.text import Text, _, lines, verbatim
from records import scoring
from records.permissions import Permission
from records.scores import Mark

SAID = 20
_LINE = re.compile(r"(\S+?)\s*(?:[:;=\t ])\s*(\S+)")


def _read(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    """Every line that cannot be used is told at once; the others are kept for nothing until all are right."""
    kept = [cleaned for line in typed.splitlines() if (cleaned := readers.clean(line))]
    if not kept:
        return Misread(_("Please write one line a person, for example: 0427 78,5"))
    wrong = [found for found in _faults(kept, facts) if found is not None]
    if wrong:
        head = _("<b>Nothing is saved yet.</b> Please mend these lines and send all lines once more:")
        more = _("… and {count} more", count=len(wrong) - SAID) if len(wrong) > SAID else None
        return Misread(lines(head, *wrong[:SAID], more))
    return "\n".join(kept)


def _faults(kept: list[str], facts: Facts) -> list[Text | None]:
    seen: dict[str, str] = {}
    return [_fault(line, facts, seen) for line in kept]


def _fault(line: str, facts: Facts, seen: dict[str, str]) -> Text | None:
    parts = _LINE.fullmatch(line)
    if parts is None:
        return _("• {line}: not a number and a score", line=line[:40])
    who = somebody(parts[1], facts)
    if isinstance(who, Text):
        return _("• {fault}", fault=who)
    if who in seen:
        return _("• {line}: the same person as in “{other}”", line=line[:40], other=seen[who][:40])
    seen[who] = line
    if isinstance(score(parts[2]), Misread):
        return _("• {line}: the score is not between 0 and 100", line=line[:40])
    return None


def _marks(answers: Answers, facts: Facts) -> list[Mark]:
    found = []
    for line in answers["lines"].splitlines():
        parts = _LINE.fullmatch(line)
        who = None if parts is None else somebody(parts[1], facts)
        value = None if parts is None else score(parts[2])
        if isinstance(who, str) and isinstance(value, str):
            found.append(Mark(facts.people[who][0], answers["component"], Decimal(value)))
    return found


def _preview(answers: Answers, facts: Facts) -> Text:
    marks = _marks(answers, facts)
    return preview(facts, scoring.changes(facts.known, marks), len(marks))


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.SESSIONS)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    made = scoring.changes(facts.known, _marks(answers, facts))
    rows = column(Button(_("📝 Scores"), f"m:scores:{facts.class_id}"))
    if not scoring.apply(context.session, facts.class_id, made, officer.id, context.now):
        return Conclusion(
            Reply(_("Something has changed meanwhile; nothing was saved. Please send it again."), rows=rows)
        )
    note(context, officer, "score.pasted", f"class:{facts.class_id}:{answers['component']}")
    return Conclusion(Reply(_("{count} scores are saved.", count=len(made)), rows=rows))


SCRIPT = Script(
    name="score_lines",
    version=1,
    title=lambda facts: _("Scores of {programme}", programme=facts.programme),
    asks=(
        Ask(
            key="component",
            prompt=lambda _a, _f: _("Scores for what?"),
            choices=lambda _a, facts: tuple(Choice(code, verbatim(name)) for code, name in facts.components.items()),
        ),
        Ask(
            key="lines",
            prompt=lambda answers, facts: _(
                "<b>{component}</b>: paste the scores, one line a person, the last digits of the number and the score:"
                "\n\n0427 78,5\n0431 80",
                component=facts.components[answers["component"]],
            ),
            reader=_read,
            rests_on=("component",),
        ),
        Ask(
            key="sure",
            prompt=_preview,
            choices=lambda _a, _f: (
                Choice("yes", _("💾 Save"), Style.SUCCESS),
                Choice("no", _("Other lines"), reopens="lines"),
            ),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
