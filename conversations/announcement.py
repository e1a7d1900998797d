"""An officer writes an announcement to a cohort: the words, a preview with the number of recipients, and a yes."""

from dataclasses import dataclass

from conversations import readers, timing
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from locales.text import Text, _, verbatim
from records import announcing, campaigns, cohorts
from records.audiences import Audience, Trait, recipients
from records.deliveries import DeliveryKind, DeliveryStatus
from records.permissions import Permission

LETTERS = 3000


@dataclass(frozen=True, slots=True)
class Facts:
    """The cohort, how many people it has, and how many of them have a chat."""

    cohort_id: int
    cohort: str
    people: int
    reachable: int
    staff_id: int
    when: Text


def gather(context: Context, matter: Matter) -> Facts | Text:
    officer = officer_with(context, Permission.ANNOUNCE)
    cohort = None if matter.about is None else cohorts.by_id(context.session, matter.about)
    if officer is None or cohort is None:
        return INVISIBLE
    audience = recipients.read(context.session, Audience.of(Trait.COHORT, cohort.id))
    reachable = sum(chat is not None for _person, chat in audience)
    return Facts(
        cohort.id,
        cohort.name,
        len(audience),
        reachable,
        officer.id,
        timing.in_words(context, DeliveryKind.ANNOUNCEMENT),
    )


def _letters(typed: str, _answers: Answers, _facts: Facts) -> str | Misread:
    """An announcement keeps its lines."""
    kept = "\n".join(readers.clean(line) for line in typed.splitlines()).strip()
    if not any(char.isalnum() for char in kept):
        return Misread(_("Please write the announcement in words."))
    if len(kept) > LETTERS:
        return Misread(
            _("That is too long: {count} characters. Please use at most {limit}.", count=len(kept), limit=LETTERS)
        )
    return kept


def _preview(answers: Answers, facts: Facts) -> Text:
    return _(
        "This is what <b>{reachable}</b> people of {cohort} will read{rest}:\n\n{words}\n\nIt goes out {when}. "
        "Send it?",
        reachable=facts.reachable,
        cohort=facts.cohort,
        rest=_without_chat(facts.people - facts.reachable),
        words=shown(answers["words"]),
        when=facts.when,
    )


def _without_chat(people: int) -> Text:
    return verbatim("") if people == 0 else _(" ({people} more have no Telegram chat with us)", people=people)


def shown(words: str) -> Text:
    """The announcement as its recipients see it."""
    return _("📢 <b>Announcement</b>\n\n{words}", words=verbatim(words))


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """The audience is frozen now; the sender does the rest and reports in this chat."""
    officer = officer_with(context, Permission.ANNOUNCE)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    due = timing.due_at(context, DeliveryKind.ANNOUNCEMENT)
    audience = Audience.of(Trait.COHORT, facts.cohort_id)
    campaign = announcing.draft(context.session, audience, facts.staff_id, context.now)
    campaign.words, campaign.formatted = answers["words"], False
    announcing.confirm(context.session, campaign.id, due, context.now)
    note(context, officer, "campaign.confirmed", f"campaign:{campaign.id}")
    text = _(
        "Confirmed: the announcement goes to {count} people, {when}. How it goes stands below.",
        count=facts.reachable,
        when=facts.when,
    )
    return Conclusion(Reply(text, rows=column(STAFF_MENU)))


def progress(campaign_id: int, tally: campaigns.Tally, finished: bool, stopped: bool = False) -> Reply:
    """The one message that tells how far a campaign is. `stopped`: Telegram refused the words, so that nobody else gets
    them.
    """
    status = DeliveryStatus
    settled = tally.total - tally.pending
    filled = 10 if not tally.total else settled * 10 // tally.total
    head = _("✅ <b>The announcement is out.</b>") if finished else _("📤 <b>Sending the announcement…</b>")
    if stopped:
        head = _(
            "⛔ <b>The announcement was stopped</b>: Telegram refuses it. {count} people did not get it.",
            count=tally.of(status.CANCELLED),
        )
    text = _(
        "{head}\n{bar} {settled} of {total}\n\n"
        "Sent: {sent}\nNot reachable: {blocked}\nFailed: {failed}\nUnknown: {unknown}\nWaiting: {waiting}",
        head=head,
        bar="▰" * filled + "▱" * (10 - filled),
        settled=settled,
        total=tally.total,
        sent=tally.of(status.SENT),
        blocked=tally.of(status.BLOCKED),
        failed=tally.of(status.FAILED),
        unknown=tally.of(status.UNKNOWN),
        waiting=tally.pending,
    )
    return Reply(text, rows=column(Button(_("📄 Delivery report"), f"m:campaign:{campaign_id}")) if finished else ())


SCRIPT = Script(
    name="announcement",
    version=1,
    title=lambda facts: _("Announcement to {cohort}", cohort=facts.cohort),
    asks=(
        Ask(
            key="words",
            prompt=lambda _a, facts: _(
                "Write the announcement to <b>{cohort}</b> ({people} people) in one message. You will see it "
                "before it goes out.",
                cohort=facts.cohort,
                people=facts.people,
            ),
            reader=_letters,
            shown=lambda value, _a, _f: verbatim(value if len(value) <= 40 else value[:39] + "…"),
        ),
        Ask(
            key="sure",
            prompt=_preview,
            choices=lambda _a, facts: (
                Choice("yes", _("📤 Send to {count} people", count=facts.reachable), Style.SUCCESS),
                Choice("no", _("Change the words"), reopens="words"),
            ),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=2),
)
