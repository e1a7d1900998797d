"""Anew: what became of a graduate, told another time for the same wave. It is a new record, and counts from then on;
what was told before stays as it was.

An officer notes a correction, or what an employer confirmed; a graduate brings her own status up to date.
"""

from dataclasses import replace
from typing import Any

from conversations import readers
from conversations.buttons import BACK_HOME, MY_STATUS, STAFF_MENU
from conversations.context import Context
from conversations.following import facts, questionnaire
from conversations.following.facts import Facts
from conversations.following.recording import HERSELF, Observer
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script, Windows
from locales.text import Text, _
from records import askings, audit, followups, people
from records.followups import FollowupState
from records.monitoring import Source
from records.permissions import Permission

# What an officer is asked beside the questionnaire.
WHOSE, REASON = "whose", "reason"
WINDOWS = Windows(untouched_days=2, begun_days=2)


def _facts(context: Context, matter: Matter) -> Facts | None:
    """Of a follow-up, whatever became of it; all is asked anew."""
    asked = None if matter.about is None else askings.told_about(context.session, matter.about)
    return None if asked is None else replace(facts.of(context, asked, matter.talk_id), last={})


def _gather_correction(context: Context, matter: Matter) -> Facts | Text:
    """Since when she works may be what was wrong; the two questions before take no room from the others."""
    known = _facts(context, matter)
    if known is None or officer_with(context, Permission.FOLLOW) is None:
        return INVISIBLE
    return replace(known, since_known=None, most_taps=known.most_taps + 2)


def _corrected(context: Context, matter: Matter, answers: Answers, known: Facts) -> Conclusion:
    officer = officer_with(context, Permission.FOLLOW)
    if officer is None or matter.about is None:
        return Conclusion(Reply(INVISIBLE))
    Observer(Source(answers[WHOSE])).complete(context, matter, answers, known)
    followups.end(context.session, matter.about, FollowupState.ANSWERED, context.now)
    note(context, officer, "followup.corrected", f"followup:{matter.about}")
    row = followups.by_id(context.session, matter.about)
    back = None if row is None else Button(_("🧭 Work history"), f"m:worklife:{row.person_id}")
    text = _("Noted for {name}, month {wave}. What was told before stays visible.", name=known.name, wave=known.wave)
    return Conclusion(Reply(text, rows=column(back, STAFF_MENU), protected=True))


_ABOUT: tuple[Ask[Any], ...] = (
    Ask(
        key=WHOSE,
        prompt=lambda _a, known: _(
            "Who told it of {name}, month {wave} after {programme}?",
            name=known.name,
            wave=known.wave,
            programme=known.programme,
        ),
        choices=lambda _a, _f: (
            Choice(Source.STAFF_CALL.value, _("She herself")),
            Choice(Source.EMPLOYER.value, _("Her employer")),
        ),
    ),
    Ask(
        key=REASON,
        prompt=lambda _a, _f: _("Why is it noted anew? One sentence, for whoever reads it later."),
        reader=lambda typed, _a, _f: readers.words(typed, least=5),
    ),
)
_ASKS: tuple[Ask[Any], ...] = questionnaire.ASKS

CORRECTION: Script[Facts] = Script(
    name="work_correction",
    version=1,
    title=lambda known: _("Work of {name}, month {wave}", name=known.name, wave=known.wave),
    asks=(*_ABOUT, *_ASKS),
    gather=_gather_correction,
    conclude=_corrected,
    windows=lambda _context: WINDOWS,
    forgets=True,
    confidential=True,
    counted=False,
)


def _gather_update(context: Context, matter: Matter) -> Facts | Text:
    """Only in the chat that speaks for her."""
    row = None if matter.about is None else followups.by_id(context.session, matter.about)
    if row is None or people.chat_of(context.session, row.person_id) != context.chat_id:
        return _("This button no longer applies.")
    return _facts(context, matter) or INVISIBLE


def _updated(context: Context, matter: Matter, answers: Answers, known: Facts) -> Conclusion:
    HERSELF.complete(context, matter, answers, known)
    row = None if matter.about is None else followups.by_id(context.session, matter.about)
    audit.note(
        context.session,
        at=context.now,
        actor=context.house.vault.pseudonym("person", 0 if row is None else row.person_id),
        action="followup.updated",
        matter=f"followup:{matter.about}",
    )
    text = _("Thank you, {name}: your work status is up to date.", name=known.name)
    return Conclusion(Reply(text, rows=column(MY_STATUS, BACK_HOME)))


UPDATE: Script[Facts] = Script(
    name="work_update",
    version=1,
    title=lambda known: _("My work since the training in {programme}", programme=known.programme),
    asks=_ASKS,
    gather=_gather_update,
    conclude=_updated,
    windows=lambda _context: WINDOWS,
    why=questionnaire.WHY,
    help_label=_("❓ Why do you ask?"),
    counted=False,
)


def buttons(context: Context) -> list[Button]:
    """For /status: each of the people this chat speaks for, once she has answered a wave."""
    hers = people.of_chat(context.session, context.chat_id)
    answered = [(person, followups.last_answered(context.session, person.id)) for person in hers]
    return [
        Button(
            _("✏️ Update my work status")
            if len(hers) == 1
            else _("✏️ Work status of {name}", name=person.name.split()[0]),
            f"m:workupdate:{followup_id}",
        )
        for person, followup_id in answered
        if followup_id is not None
    ]
