"""An officer answers a request for leave, with a word or without; the participant is told at once."""

from dataclasses import dataclass

from conversations import dates, readers, wordings
from conversations.context import Context
from conversations.notices import absences as notices
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script, Windows
from conversations.training.trainee import TRAINING
from locales.text import Text, _
from records import absences, attendance, trainees
from records.absences import AbsenceStatus
from records.permissions import Permission

ANSWERED = _("This request has been answered meanwhile.")


@dataclass(frozen=True, slots=True)
class Facts:
    absence_id: int
    name: str
    programme: str
    days: Text
    reason: Text


def gather(context: Context, matter: Matter) -> Facts | Text:
    absence = None if matter.about is None else absences.by_id(context.session, matter.about)
    trainee = None if absence is None else trainees.by_id(context.session, absence.enrolment_id)
    if officer_with(context, Permission.TRAINING) is None or absence is None or trainee is None:
        return INVISIBLE
    if absence.status != AbsenceStatus.ASKED.value:
        return ANSWERED
    return Facts(
        absence.id,
        trainee.name,
        trainee.programme,
        dates.days(absence.first_day, absence.last_day),
        wordings.absence_reason(absence.reason),
    )


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.TRAINING)
    rows = column(Button(_("Next requests"), "m:leaves"), TRAINING)
    granted = answers["verdict"] == "grant"
    status = AbsenceStatus.GRANTED if granted else AbsenceStatus.REFUSED
    word = None if answers["word"] == "none" else answers["word"]
    if officer is None or not absences.answer(context.session, facts.absence_id, status, word, officer.id, context.now):
        return Conclusion(Reply(ANSWERED, rows=rows))
    absence = absences.by_id(context.session, facts.absence_id)
    if absence is not None:
        _follow(context, facts.absence_id, granted, officer.id)
    note(context, officer, f"absence.{'granted' if granted else 'refused'}", f"absence:{facts.absence_id}")
    said = _("Noted: leave granted to {name}. She is told now.", name=facts.name)
    if not granted:
        said = _("Noted: leave not granted to {name}. She is told now.", name=facts.name)
    return Conclusion(Reply(said, rows=rows))


def _follow(context: Context, absence_id: int, granted: bool, staff_id: int) -> None:
    """Days noted absent already become leave; the participant is told."""
    absence = absences.by_id(context.session, absence_id)
    trainee = None if absence is None else trainees.by_id(context.session, absence.enrolment_id)
    if absence is None or trainee is None:
        return
    if granted:
        attendance.excuse(context.session, trainee.id, absence.first_day, absence.last_day, staff_id, context.now)
    notices.PERMIT.to_person(context, trainee.person_id, trainee.id, detail=str(absence.id))


SCRIPT = Script(
    name="permit",
    version=1,
    title=lambda facts: _("Leave for {name}", name=facts.name),
    asks=(
        Ask(
            key="verdict",
            prompt=lambda _a, facts: _(
                "<b>{name}</b> ({programme}) asks for leave: {days}.\nReason: {reason}",
                name=facts.name,
                programme=facts.programme,
                days=facts.days,
                reason=facts.reason,
            ),
            choices=lambda _a, _f: (
                Choice("grant", _("✅ Grant"), Style.SUCCESS),
                Choice("refuse", _("⛔ Do not grant"), Style.DANGER),
            ),
            columns=2,
        ),
        Ask(
            key="word",
            rests_on=("verdict",),
            prompt=lambda answers, _f: (
                _("A word to her? Write it, or tap.")
                if answers["verdict"] == "grant"
                else _("Why not? Write it in a sentence; she reads it.")
            ),
            choices=lambda answers, _f: (
                (Choice("none", _("Without a word")),)
                if answers["verdict"] == "grant"
                else wordings.choices(wordings.NO_LEAVE)
            ),
            reader=lambda typed, _a, _f: readers.words(typed, least=3),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
