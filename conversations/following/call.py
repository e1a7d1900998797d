"""The call: an officer asks on the phone what a follow-up asks, and takes the answers down.

It begins with what she has answered by herself in this wave. One questionnaire a wave: once it is through, nothing is
asked in her own chat or on her page any more.
"""

from dataclasses import dataclass, fields
from typing import Any

from conversations.buttons import STAFF_MENU
from conversations.calling import entry as entries
from conversations.calling import outcome, own_talk, words
from conversations.calling.outcome import NEXT, Hers
from conversations.context import Context
from conversations.following import facts, questionnaire
from conversations.following.ending import settle
from conversations.following.facts import Facts
from conversations.following.recording import Observer, officer_id
from conversations.officer import INVISIBLE
from conversations.reply import Reply, column
from conversations.script import Answers, Ask, Conclusion, Matter, Script, Windows
from conversations.talk import Entry, Talk
from conversations.walk import walk
from locales.text import Text, _
from records import askings, call_claims, own_talks, people, shown
from records.monitoring import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFacts(Facts):
    """Whom the officer has on the phone, what to read to her first, and what she has answered by herself."""

    person_id: int
    aloud: Text
    told: tuple[Entry, ...] = ()


ON_THE_PHONE = Observer(Source.STAFF_CALL)


def gather(context: Context, matter: Matter) -> CallFacts | Text:
    """Only for the officer who has her before her, and while she has not answered by herself."""
    if matter.about is None:
        return INVISIBLE
    found = outcome.hers(context, str(matter.about))
    if not isinstance(found, Hers):
        return outcome.GONE if isinstance(found, Reply) else INVISIBLE
    asked = askings.asked_about(context.session, matter.about)
    if asked is None:
        return outcome.GONE
    of_her = facts.of(context, asked, matter.talk_id)
    known = {field.name: getattr(of_her, field.name) for field in fields(Facts)}
    person, part = people.by_id(context.session, asked.person_id), entries.part_now(context)
    aloud = words.to_read(context, person, asked.programme, found.officer.name, part)
    return CallFacts(**known, person_id=person.id, aloud=aloud, told=_told(context, matter.about))


def _told(context: Context, followup_id: int) -> tuple[Entry, ...]:
    """What she has answered in her own talk of this wave."""
    stored = own_talks.answers(context.session, followup_id)
    return () if stored is None else Talk.from_json(stored.id, stored.script, stored.journal).journal


def _prefill(known: CallFacts) -> tuple[Entry, ...]:
    """Her own answers; one question at least is left to ask."""
    nothing_open = walk(SCRIPT, Talk(0, SCRIPT.name, known.told), known).open is None
    return known.told[:-1] if nothing_open else known.told


def conclude(context: Context, matter: Matter, answers: Answers, known: CallFacts) -> Conclusion:
    """The same records as if she had tapped, with the officer who took them down."""
    actor = context.house.vault.pseudonym("staff", officer_id(context) or 0)
    settle(context, matter, answers, known, ON_THE_PHONE, actor)
    own_talk.close(context, known.person_id)
    call_claims.release(context.session, known.person_id)
    shown.end(context.session, entries.code(known.person_id), context.now)
    text = _(
        "✅ The answers of <b>{name}</b> are noted for month {wave}. Thank her, and wish her well.",
        name=known.name,
        wave=known.wave,
    )
    return Conclusion(Reply(text, rows=column(NEXT, STAFF_MENU), protected=True))


_ASKS: tuple[Ask[Any], ...] = questionnaire.ASKS

SCRIPT: Script[CallFacts] = Script(
    name="followup_call",
    version=1,
    title=lambda known: _("Call with {name}", name=known.name),
    asks=_ASKS,
    gather=gather,
    conclude=conclude,
    observe=ON_THE_PHONE.observe,
    opening=lambda known: known.aloud,
    prefill=_prefill,
    leaving=_("Does she want to end the call? What she has answered so far stays noted."),
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
    urgent=True,
    forgets=True,
    confidential=True,
    counted=False,
)
