"""An officer puts right what an announcement says after it has begun to go out: she sees it, and says yes."""

from dataclasses import dataclass

from conversations.announcing import drafting
from conversations.announcing.buttons import see
from conversations.announcing.going import rewording
from conversations.announcing.groups import group_chat_page
from conversations.announcing.timing import two_people
from conversations.announcing.writing import fields, lengths, markup
from conversations.announcing.writing.fields import Field
from conversations.announcing.writing.words import HELP, SHOWN_LETTERS, read
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Reply, Rows, Style, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from locales.text import Text, _, lines, verbatim
from records import amending, campaigns, contents, group_recipients, proposing, reach, rewordings
from records.permissions import Permission
from records.reach import Reach
from records.staff import Officer

NOT_ANY_MORE = _("This announcement cannot be corrected: it was taken back, or has not begun.")
# What the line below the words takes, which says when they were corrected.
BELOW = 80
CORRECTING = _("It is being corrected in the chats. How far that is stands on its page.")


@dataclass(frozen=True, slots=True)
class Facts:
    """Whom it reaches; how long the words may be, whether it is about a day, and whether it went to groups too."""

    campaign_id: int
    reach: Reach
    limit: int = lengths.TEXT - BELOW
    has_day: bool = True
    has_groups: bool = False


def gather(context: Context, matter: Matter) -> Facts | Text:
    campaign = None if matter.about is None else campaigns.by_id(context.session, matter.about)
    if officer_with(context, Permission.ANNOUNCE) is None or campaign is None:
        return INVISIBLE
    if campaign.status not in amending.BEGUN or campaign.recalled_at is not None:
        return NOT_ANY_MORE
    return Facts(
        campaign.id,
        reach.of(context.session, campaign.id),
        lengths.limit(contents.read(campaign)) - BELOW,
        has_day=campaign.date_meant is not None,
        has_groups=bool(group_recipients.ids_of(campaign.extras)),
    )


def _read(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    found = read(typed, facts.limit)
    amiss = None if isinstance(found, Misread) else _unfillable(found, facts)
    return found if amiss is None else Misread(amiss)


def _unfillable(words: str, facts: Facts) -> Text | None:
    """A field for which there is nothing to fill in wherever it stands already."""
    if Field.DATE in fields.used(words) and not facts.has_day:
        return _("This announcement is about no day: please write the day itself.")
    if facts.has_groups and (own := group_chat_page.personal(words)):
        return _(
            "It went to a group too, which cannot read {fields}: that is different for each person. Please leave it "
            "out.",
            fields=own,
        )
    nobodys = [field for field, people in rewording.lacking(words, facts.reach) if people == facts.reach.people]
    return _("Nobody in the audience has a {field}.", field=f"{{{nobodys[0]}}}") if nobodys else None


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """What reaches many is looked at by a second officer first, as the announcement was."""
    officer = officer_with(context, Permission.ANNOUNCE)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    is_large = two_people.is_many(context, facts.reach.people)
    if is_large and proposing.others(context.session, officer.id):
        return Conclusion(_propose(context, officer, answers["words"], facts))
    if not rewording.say(context, facts.campaign_id, answers["words"]):
        return Conclusion(Reply(NOT_ANY_MORE))
    action = "campaign.corrected_alone" if is_large else "campaign.corrected"
    note(context, officer, action, f"campaign:{facts.campaign_id}")
    return Conclusion(Reply(CORRECTING, rows=_below(facts)))


def _propose(context: Context, officer: Officer, words: str, facts: Facts) -> Reply:
    made = rewordings.propose(context.session, facts.campaign_id, words, officer.id)
    note(context, officer, "campaign.correction_proposed", f"campaign:{facts.campaign_id}")
    two_people.ask_about(context, made)
    meanwhile = _("Until then the old words stay. What is still going out can be paused on its page.")
    return Reply(lines(two_people.asked(context), meanwhile, separator="\n\n"), rows=_below(facts))


def _below(facts: Facts) -> Rows:
    return column(see(facts.campaign_id), STAFF_MENU)


def _in_short(value: str, _answers: Answers, _facts: Facts) -> Text:
    written = markup.words(value)
    return verbatim(written if len(written) <= SHOWN_LETTERS else written[: SHOWN_LETTERS - 1] + "…")


def _prompt(_answers: Answers, _facts: Facts) -> Text:
    asked = _("What should it say instead? Write all of it anew, in one message. You see it before it changes.")
    return lines(asked, HELP, separator="\n\n")


SCRIPT = Script(
    name="announcement_correction",
    version=2,
    title=lambda _facts: _("Correction of the announcement"),
    asks=(
        Ask(key="words", prompt=_prompt, reader=_read, formatted=True, shown=_in_short),
        Ask(
            key="sure",
            prompt=lambda answers, facts: lines(
                rewording.shown(answers["words"], facts.reach), _("Correct it?"), separator="\n\n"
            ),
            choices=lambda _a, _f: (
                Choice("yes", _("✏️ Yes, correct it"), Style.SUCCESS),
                Choice("no", _("Change the words"), reopens="words"),
            ),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
    stopped=drafting.left_alone,
)
