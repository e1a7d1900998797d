"""Other months: the waves of a class, typed."""

import re

from conversations import readers
from conversations.context import Context
from conversations.following import waves
from conversations.offering.field import Desk, desk_of, windows
from conversations.officer import INVISIBLE
from conversations.reply import Reply
from conversations.script import Answers, Ask, Conclusion, Matter, Misread, Script
from locales.text import Text, _
from records import classes, planning


def months(typed: str) -> str | Misread:
    """Whole months after the training, in any order; kept as 1,3,6,12."""
    found = {int(number) for number in re.findall(r"\d{1,4}", readers.clean(typed))}
    words = re.sub(r"[\d\s,;.&+-]|dan|and|bulan|bln|months?", "", readers.clean(typed).casefold())
    if words or not found or min(found) < 1 or max(found) > waves.LAST_MONTH or len(found) > waves.MOST_WAVES:
        return Misread(
            _(
                "Please write whole months from 1 to {last}, at most {most} of them, for example: 1, 3, 6, 12, 24",
                last=waves.LAST_MONTH,
                most=waves.MOST_WAVES,
            )
        )
    return planning.written(found)


def _gather(context: Context, matter: Matter) -> Desk | Text:
    desk = desk_of(context)
    brief = None if matter.about is None else classes.brief(context.session, matter.about)
    if desk is None or brief is None or matter.about is None:
        return INVISIBLE
    now = ", ".join(str(wave) for wave in waves.of_class(context, matter.about))
    return desk.about(matter.about, brief.programme, present={"months": now})


def _conclude(context: Context, _matter: Matter, answers: Answers, desk: Desk) -> Conclusion:
    chosen = planning.waves_of(answers["months"], ())
    return Conclusion(waves.change(context, desk.matter_id, chosen) or Reply(INVISIBLE))


SCRIPT = Script(
    name="followup_months",
    version=1,
    title=lambda desk: _("Follow-up months of {programme}", programme=desk.what),
    asks=(
        Ask(
            key="months",
            prompt=lambda _a, desk: _(
                "In which <b>months</b> after the training shall the graduates of {programme} be asked? "
                "Now: {months}. For example: 1, 3, 6, 12, 24",
                programme=desk.what,
                months=desk.present["months"],
            ),
            reader=lambda typed, _a, _d: months(typed),
        ),
    ),
    gather=_gather,
    conclude=_conclude,
    windows=windows,
)
