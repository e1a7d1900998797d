"""An officer writes one score down: who, what was tested, the score."""

from decimal import Decimal

from conversations import readers
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from conversations.sessions.scoring import Facts, gather, score, shown, somebody
from locales.text import Text, _, lines, verbatim
from records import scores
from records.permissions import Permission
from records.scores import Mark


def _who(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    found = somebody(readers.clean(typed), facts)
    return Misread(found) if isinstance(found, Text) else found


def _value_prompt(answers: Answers, facts: Facts) -> Text:
    application, name = facts.people[answers["who"]]
    asked = _(
        "<b>{component}</b>, {name} ({number}): which score, from 0 to 100?",
        component=facts.components[answers["component"]],
        name=name,
        number=answers["who"],
    )
    old = facts.known.get(application, {}).get(answers["component"])
    return lines(asked, None if old is None else _("Until now: {score}", score=shown(old)))


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.SESSIONS)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    application, name = facts.people[answers["who"]]
    mark = Mark(application, answers["component"], Decimal(answers["value"]))
    scores.record(context.session, mark, staff_id=officer.id, now=context.now)
    note(context, officer, "score.recorded", f"application:{application}:{mark.component}")
    text = _(
        "Saved: {name}, {component}: {score}",
        name=name,
        component=facts.components[mark.component],
        score=shown(mark.value),
    )
    rows = column(
        Button(_("➕ The next score"), f"m:scoreone:{facts.class_id}"),
        Button(_("📝 Scores"), f"m:scores:{facts.class_id}"),
    )
    return Conclusion(Reply(text, rows=rows))


SCRIPT = Script(
    name="score",
    version=1,
    title=lambda facts: _("A score in {programme}", programme=facts.programme),
    asks=(
        Ask(
            key="who",
            prompt=lambda _a, _f: _("<b>Whose</b> score? Write the last digits of the registration number."),
            reader=_who,
        ),
        Ask(
            key="component",
            prompt=lambda _a, _f: _("A score for what?"),
            choices=lambda _a, facts: tuple(Choice(code, verbatim(name)) for code, name in facts.components.items()),
        ),
        Ask(
            key="value",
            prompt=_value_prompt,
            reader=lambda typed, _a, _f: score(typed),
            shown=lambda value, _a, _f: verbatim(shown(Decimal(value))),
            rests_on=("who", "component"),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
