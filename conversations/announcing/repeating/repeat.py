"""An officer lets a draft repeat: on days of the week, or so many days before something of each class."""

from dataclasses import dataclass
from datetime import date, timedelta

from conversations import dates, hours, weekdays
from conversations.announcing import drafting, sending
from conversations.announcing.repeating import rhythm, series_page
from conversations.announcing.repeating.rhythm import ANCHORS
from conversations.announcing.timing import same_words, two_people
from conversations.context import Context
from conversations.notices.repeats import ask_others
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Reply, Style
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script
from conversations.weekdays import WEEKDAYS
from locales.text import Text, _, lines, verbatim
from records import announcing, campaigns, series
from records.permissions import Permission
from records.series import Anchor, Plan, Rhythm

WEEKLY = Rhythm.WEEKLY.value
OPEN_END = "-"
WEEKS = (4, 8, 12)
USUAL = ("08:00", "10:00", "13:00", "16:00")
MOST_DAYS, LONGEST_DAYS = 30, 400


@dataclass(frozen=True, slots=True)
class Facts:
    """The draft, today, and the sending hours of a usual day as "08:00-11:30"."""

    campaign_id: int
    today: date
    open_hours: tuple[str, ...]

    def is_open(self, hour: str) -> bool:
        return any(span[:5] <= hour < span[6:] for span in self.open_hours)


def gather(context: Context, matter: Matter) -> Facts | Text:
    campaign = drafting.draft_of(context, matter)
    if isinstance(campaign, Text):
        return campaign
    if amiss := sending.keeps_from_repeating(context, campaign):
        return lines(_("It cannot repeat as it stands."), *amiss, separator="\n\n")
    usual = context.house.calendar.times(context.today).hours
    return Facts(campaign.id, context.today, tuple(f"{span.begin:%H:%M}-{span.end:%H:%M}" for span in usual))


def _hour(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    found = hours.hour(typed)
    if isinstance(found, Misread) or facts.is_open(found):
        return found
    spans = lines(*(verbatim(hours.dotted(span)) for span in facts.open_hours), separator=", ")
    return Misread(_("Announcements go out within the sending hours: {hours} WIB.", hours=spans))


def _usual_hours(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    return tuple(Choice(at, verbatim(hours.dotted(at))) for at in USUAL if facts.is_open(at))


def _days_before(typed: str, _answers: Answers, _facts: Facts) -> str | Misread:
    words = typed.strip().removesuffix("hari").strip()
    if not (words.isascii() and words.isdigit()) or int(words) > MOST_DAYS:
        return Misread(_("Please write a number of days from 0 to {most}.", most=MOST_DAYS))
    return str(int(words))


def _until(typed: str, answers: Answers, facts: Facts) -> str | Misread:
    if typed == OPEN_END and _is_relative(answers, facts):
        return typed
    return dates.between(typed, facts.today, facts.today + timedelta(days=LONGEST_DAYS))


def _ends(answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    later = [(weeks, facts.today + timedelta(weeks=weeks)) for weeks in WEEKS]
    offered = tuple(
        Choice(day.isoformat(), _("{weeks} weeks: until {day}", weeks=weeks, day=day)) for weeks, day in later
    )
    return offered if _is_weekly(answers, facts) else (Choice(OPEN_END, _("Until I stop it")), *offered)


def _said_until(value: str, _answers: Answers, _facts: Facts) -> Text:
    return _("Until I stop it") if value == OPEN_END else _("{day}", day=date.fromisoformat(value))


def _is_weekly(answers: Answers, _facts: Facts) -> bool:
    return answers.get("when") == WEEKLY


def _is_relative(answers: Answers, _facts: Facts) -> bool:
    return answers.get("when") not in (None, WEEKLY)


def planned(answers: Answers) -> Plan:
    """What was chosen, as it is kept."""
    until = None if answers["until"] == OPEN_END else date.fromisoformat(answers["until"])
    if answers["when"] != WEEKLY:
        anchor = Anchor(answers["when"])
        return Plan(Rhythm.BEFORE, answers["hour"], anchor=anchor, days_before=int(answers["before"]), until=until)
    ahead, with_lessons = answers["about"][0], answers["about"][1:] == "l"
    return Plan(Rhythm.WEEKLY, answers["hour"], answers["days"], None, int(ahead), with_lessons, until)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """It repeats from now on. Where a second officer must agree to what goes to many, she agrees to the series."""
    officer = officer_with(context, Permission.ANNOUNCE)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    draft = campaigns.by_id(context.session, facts.campaign_id)
    if draft is None:
        return Conclusion(drafting.begun(facts.campaign_id))
    waits = two_people.needs_another(context, draft, officer)
    announcing.change(context.session, draft.id, fingerprint=same_words.fingerprint(context, draft))
    made = series.begin(context.session, facts.campaign_id, planned(answers), officer.id, context.now, waits=waits)
    if made is None:
        return Conclusion(drafting.begun(facts.campaign_id))
    note(context, officer, "series.proposed" if waits else "series.begun", f"series:{made.id}")
    if waits:
        ask_others(context, made)
    return Conclusion(series_page.page(context, made))


_WHENS = (
    Choice(WEEKLY, _("📅 On days of the week")),
    *(Choice(anchor.value, _("⏳ Before: {what}", what=words)) for anchor, words in ANCHORS.items()),
)
_DAYS = (Choice("0,1,2,3,4", _("Monday-Friday")), *(Choice(str(n), day) for n, day in enumerate(WEEKDAYS)))
_ABOUTS = (
    Choice("0l", _("Lessons of that day: only where there are any")),
    Choice("1l", _("Lessons of the next day: only where there are any")),
    Choice("0", _("Something else: every time")),
)

SCRIPT = Script(
    name="announcement_repeat",
    version=1,
    title=lambda _facts: _("An announcement that repeats"),
    asks=(
        Ask(
            key="when",
            prompt=lambda _a, _f: _("When does this announcement go out?"),
            label=_("Repeats"),
            choices=lambda _a, _f: _WHENS,
        ),
        Ask(
            key="days",
            prompt=lambda _a, _f: _("On which days? Tap one, or write several, for example: Monday, Thursday."),
            label=_("Days"),
            reader=lambda typed, _a, _f: weekdays.weekdays(typed),
            choices=lambda _a, _f: _DAYS,
            shown=lambda value, _a, _f: lines(*(WEEKDAYS[int(day)] for day in value.split(",")), separator=", "),
            when=_is_weekly,
            columns=2,
        ),
        Ask(
            key="about",
            prompt=lambda _a, _f: _("What is it about? On days without lessons and on holidays no class is reminded."),
            label=_("About"),
            choices=lambda _a, _f: _ABOUTS,
            when=_is_weekly,
        ),
        Ask(
            key="before",
            prompt=lambda _a, _f: _(
                "How many days before? Each class gets its own, with its own {field}.", field="{tanggal}"
            ),
            label=_("Days before"),
            reader=_days_before,
            choices=lambda _a, _f: tuple(Choice(str(n), _("{days} days", days=n)) for n in (1, 2, 3, 7)),
            when=_is_relative,
            columns=2,
        ),
        Ask(
            key="hour",
            prompt=lambda _a, _f: _("At what time?"),
            label=_("Time"),
            reader=_hour,
            choices=_usual_hours,
            shown=lambda value, _a, _f: verbatim(hours.dotted(value)),
            columns=2,
        ),
        Ask(
            key="until",
            prompt=lambda _a, _f: _("Until when? Tap one, or write a date."),
            label=_("Until"),
            reader=_until,
            choices=_ends,
            shown=_said_until,
            rests_on=("when",),
        ),
        Ask(
            key="sure",
            prompt=lambda answers, _f: _(
                "It goes out {rhythm}. Each time it is written to whoever is in the audience by then. Shall it repeat "
                "from now on?",
                rhythm=rhythm.in_words(planned(answers)),
            ),
            choices=lambda _a, _f: (
                Choice("yes", _("🔁 Yes, repeat it"), Style.SUCCESS),
                Choice("no", _("Change the days"), reopens="when"),
            ),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=drafting.windows,
    leaving=drafting.LEAVING,
    stopped=drafting.left,
)
