"""Relinking: whoever's NIK is known from elsewhere asks that this account be connected; staff decide.

She is told nothing of the record that she may only claim to be hers.
"""

from dataclasses import dataclass

from conversations import readers
from conversations.applying import resting
from conversations.buttons import ASK, BACK_HOME
from conversations.context import Context
from conversations.reply import Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script, Windows
from locales.text import Text, _, lines, verbatim
from records import audit, relinks
from records.relinks import RelinkState

# Why an account is another one now: what she chooses and an officer reads.
REASONS: dict[str, Text] = {
    "phone": _("A new phone or Telegram account"),
    "counter": _("I was registered at the counter"),
    "another": _("Somebody else registered me"),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """Which request it is, and whose record it asks for."""

    relink_id: int
    person_id: int


def gather(context: Context, matter: Matter) -> Facts | Text:
    met = None if matter.about is None else relinks.of_chat(context.session, matter.about, context.chat_id)
    if met is None:
        return _("This button no longer applies.")
    if met.state != RelinkState.MET.value:
        return _("Your request lies with the officers already. You hear from us here.")
    if not relinks.may_ask(context.session, context.chat_id):
        return _("Several of your requests lie with the officers already. You hear from us here, or ask them: /tanya.")
    return Facts(met.id, met.person_id)


def reason_text(kept: str) -> Text:
    """A reason from the list, or her own words."""
    return REASONS.get(kept) or verbatim(kept)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    if relinks.ask(context.session, facts.relink_id, answers["reason"], context.now):
        audit.note(
            context.session,
            at=context.now,
            actor=context.house.vault.pseudonym("chat", context.chat_id),
            action="relink.asked",
            matter=f"relink:{facts.relink_id}",
        )
    rests = resting.rest(context, context.chat_id, facts.person_id)
    text = _(
        "Your request lies with the officers. They compare it with their records, may call you, and you hear from us "
        "here. Office hours: {hours}. It goes faster at the counter, with your KTP.",
        hours=context.house.profile.office_hours,
    )
    waits = _(
        "Until then your registration rests: what you filled in is kept, and you need do nothing. Once they have "
        "decided, we tell you how it goes on."
    )
    return Conclusion(Reply(lines(text, waits if rests else None, separator="\n\n"), rows=column(ASK, BACK_HOME)))


SCRIPT = Script(
    name="relink",
    version=1,
    title=lambda _facts: _("Connecting this account"),
    asks=(
        Ask(
            key="reason",
            prompt=lambda _a, _f: _(
                "Why is your NIK known from elsewhere? Choose, or write it in a sentence. An officer reads it."
            ),
            choices=lambda _a, _f: tuple(Choice(code, words) for code, words in REASONS.items()),
            reader=lambda typed, _a, _f: typed if typed in REASONS else readers.words(typed, least=5),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
    urgent=True,
)
