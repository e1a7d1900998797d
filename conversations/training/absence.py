"""A participant asks for leave (izin): which days, why, with a photo or without. An officer answers."""

from dataclasses import dataclass
from datetime import date, timedelta

from conversations import dates, readers, wordings
from conversations.buttons import MY_STATUS
from conversations.context import Context
from conversations.event import File
from conversations.notices import absences as notices
from conversations.officer import INVISIBLE
from conversations.reply import Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from conversations.training.trainee import own, tell_staff
from locales.text import Text, _
from records import absences
from records.enrolments import EnrolmentStatus
from records.permissions import Permission

LONGEST_DAYS = 14
BACKWARDS_DAYS = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """Leave may be asked for from `earliest` (a few days back: who is ill may write later) to `latest`."""

    enrolment_id: int
    name: str
    programme: str
    today: date
    earliest: date
    latest: date


def gather(context: Context, matter: Matter) -> Facts | Text:
    trainee = own(context, matter.about)
    if trainee is None:
        return INVISIBLE
    if trainee.status is not EnrolmentStatus.PARTICIPANT:
        return _("The training has ended, so that no leave is needed.")
    today = context.today
    earliest = max(trainee.starts_on, today - timedelta(days=BACKWARDS_DAYS))
    latest = max(trainee.ends_on, earliest)
    return Facts(trainee.id, trainee.name, trainee.programme, today, earliest, latest)


def _first_choices(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    tomorrow = facts.today + timedelta(days=1)
    offered = ((facts.today, _("Today")), (tomorrow, _("Tomorrow")))
    return tuple(Choice(day.isoformat(), label) for day, label in offered if facts.earliest <= day <= facts.latest)


def _last_bound(answers: Answers, facts: Facts) -> tuple[date, date]:
    first = date.fromisoformat(answers["first"])
    return first, max(first, min(facts.latest, first + timedelta(days=LONGEST_DAYS - 1)))


def _until(typed: str, answers: Answers, facts: Facts) -> str | Misread:
    return dates.between(typed, *_last_bound(answers, facts))


def _until_choices(answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    first, last = _last_bound(answers, facts)
    following = [first + timedelta(days=n) for n in (1, 2)]
    one_day = Choice(first.isoformat(), _("Only that day"))
    return (one_day, *(Choice(day.isoformat(), _("{day}", day=day)) for day in following if day <= last))


def _photo(file: File, _answers: Answers, _facts: Facts) -> Misread | None:
    if file.mime.startswith("image/"):
        return None
    return Misread(_("Please send it as a photo, or tap “Without a photo”."))


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    first, last = date.fromisoformat(answers["first"]), date.fromisoformat(answers["until"])
    photo = None if answers["photo"] == "none" else File.from_json(answers["photo"]).file_id
    asked = absences.ask(context.session, facts.enrolment_id, first, last, answers["reason"], photo, context.now)
    tell_staff(context, notices.LEAVE_ASKED, Permission.TRAINING, asked)
    return Conclusion(
        Reply(
            _(
                "Your request lies with the officers: leave for {name}, {days}. The answer comes here. "
                "Until then it is not granted yet.",
                name=facts.name,
                days=dates.days(first, last),
            ),
            rows=column(MY_STATUS),
        )
    )


SCRIPT = Script(
    name="absence",
    version=1,
    title=lambda facts: _("Leave for {name}", name=facts.name),
    asks=(
        Ask(
            key="first",
            prompt=lambda _a, facts: _(
                "From which day does <b>{name}</b> need leave from {programme}? Tap, or write the day, for example "
                "{example}.",
                name=facts.name,
                programme=facts.programme,
                example=dates.written(facts.today),
            ),
            choices=_first_choices,
            reader=lambda typed, _a, facts: dates.between(typed, facts.earliest, facts.latest),
            columns=2,
        ),
        Ask(
            key="until",
            rests_on=("first",),
            prompt=lambda _a, _f: _("Until which day?"),
            choices=_until_choices,
            reader=_until,
        ),
        Ask(
            key="reason",
            prompt=lambda _a, _f: _("Why? Tap, or write it in a few words. Only the officers read it."),
            choices=lambda _a, _f: wordings.choices(wordings.ABSENCE),
            reader=lambda typed, _a, _f: readers.words(typed, least=3),
            sensitive=True,
        ),
        Ask(
            key="photo",
            prompt=lambda _a, _f: _(
                "If you have a paper that says so (a doctor's letter, an invitation), send a photo of it. It may stay "
                "away."
            ),
            choices=lambda _a, _f: (Choice("none", _("Without a photo")),),
            upload=_photo,
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
