"""The answers to an announcement, as staff see them: how many, and who."""

from dataclasses import dataclass

from conversations import paging
from conversations.announcing.answering.answering import options
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, column
from locales.text import Text, _, lines, verbatim
from records import campaign_answers
from records.campaign_answers import SILENT
from records.campaigns import Campaign

SHOWN = 25
BAR = 10
NOT_YET = _("Not answered yet")


@dataclass(frozen=True, slots=True)
class Count:
    """One line: the answer, how many gave it, and its share of those who got the announcement."""

    choice: str
    label: Text
    people: int
    share: float


def counted(context: Context, campaign: Campaign) -> list[Count]:
    """Every answer in its order, and last of all who has not answered."""
    given = campaign_answers.counts(context.session, campaign.id)
    everybody = sum(given.values())
    labels = [(one.choice, _("{sign} {answer}", sign=one.sign, answer=one.label)) for one in options(campaign)]
    found = [(choice, label, given.get(choice, 0)) for choice, label in labels] + [(SILENT, NOT_YET, given[SILENT])]
    return [Count(choice, label, people, people / everybody if everybody else 0) for choice, label, people in found]


def summary(context: Context, campaign: Campaign) -> Text | None:
    """The counts in a line each, for the page of the announcement; None where it takes no answers."""
    if campaign.answering is None:
        return None
    return lines(
        *(_("{answer}: <b>{count}</b>", answer=one.label, count=one.people) for one in counted(context, campaign))
    )


def button(campaign: Campaign) -> Button | None:
    """To the page of the answers, where there can be any."""
    return None if campaign.answering is None else Button(_("💬 Answers"), f"m:annreplies:{campaign.id}")


def page(context: Context, campaign: Campaign) -> Reply:
    """Counts with bars; a tap on one shows who."""
    found = counted(context, campaign)
    text = lines(_("💬 <b>Answers</b> to the announcement"), *map(_bar, found), separator="\n\n")
    people = [
        Button(_("{answer} · {count}", answer=one.label, count=one.people), f"m:annwho:{campaign.id}.{one.choice}.0")
        for one in found
        if one.people
    ]
    write = Button(_("✏️ Write to those who have not answered"), f"m:annwrite:{campaign.id}.{SILENT}")
    sheet = Button(_("📊 As Excel"), f"m:annsheet:{campaign.id}")
    refresh = Button(_("🔄 Count again"), f"m:annreplies:{campaign.id}")
    silent = found[-1].people
    return Reply(text, rows=column(*people, write if silent else None, sheet, refresh, _back(campaign), STAFF_MENU))


def _back(campaign: Campaign) -> Button:
    return Button(_("⬅️ The announcement"), f"m:campaign:{campaign.id}")


def _bar(one: Count) -> Text:
    filled = round(one.share * BAR)
    bar = "▰" * filled + "▱" * (BAR - filled)
    return _("{answer}\n{bar} <b>{count}</b>", answer=one.label, bar=bar, count=one.people)


def who(context: Context, campaign: Campaign, choice: str, wanted: int) -> Reply | None:
    """The names of those who answered so, a page at a time."""
    found = next((one for one in counted(context, campaign) if one.choice == choice), None)
    if found is None:
        return None
    at = paging.within(wanted, found.people, SHOWN)
    people = campaign_answers.names(context.session, campaign.id, choice, SHOWN, at * SHOWN)
    listed = [_("{n}. {name}", n=n, name=_named(name)) for n, name in enumerate(people, at * SHOWN + 1)]
    head = _("<b>{answer}</b>: {count} people", answer=found.label, count=found.people)
    text = lines(head, paging.where(at, found.people, SHOWN), *listed)
    turn = paging.turning(at, found.people, f"m:annwho:{campaign.id}.{choice}.", SHOWN)
    write = Button(_("✏️ Write to them"), f"m:annwrite:{campaign.id}.{choice}") if found.people else None
    back = Button(_("⬅️ Answers"), f"m:annreplies:{campaign.id}")
    return Reply(text, rows=(*filter(None, [turn]), *column(write, back, STAFF_MENU)), protected=True)


def _named(name: str | None) -> Text:
    return _("somebody we do not know by name") if name is None else verbatim(name)
