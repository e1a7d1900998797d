"""People who are left out one by one: the names of an audience, a tap each."""

from dataclasses import replace

from conversations import paging
from conversations.announcing.audience.audience_page import counted
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, column
from locales.text import _, lines, verbatim
from records.audiences import Audience, recipients
from records.audiences.recipients import Recipient
from records.campaigns import Campaign
from records.permissions import Permission

EVERYBODY = "all"


def everybody(audience: Audience) -> Audience:
    """The same as if nobody were left out by herself."""
    return replace(audience, without_people=frozenset())


def page(context: Context, campaign: Campaign, at: int) -> Reply:
    """It shows people's names, so it cannot be forwarded."""
    audience, session = campaign.people, context.session
    of_all = everybody(audience)
    # Mere chats have no name to be left out by; they make the last pages shorter.
    count = recipients.count(session, of_all).people
    at = paging.within(at, count)
    shown = recipients.page(session, of_all, paging.SHOWN, at * paging.SHOWN)
    officer = officer_with(context, Permission.ANNOUNCE)
    if officer is not None and shown:
        note(context, officer, "audience.seen", f"campaign:{campaign.id}")
    text = lines(
        _("🚫 <b>Leave people out</b>\nTap whoever is not to get this announcement; a second tap takes it back."),
        counted(recipients.count(session, audience)),
        paging.where(at, count),
        separator="\n\n",
    )
    turns = paging.turning(at, count, f"m:audskip:{campaign.id}.")
    left_out = len(audience.without_people)
    nobody = Button(_("↩️ Leave nobody out ({count})", count=left_out), f"m:audskip:{campaign.id}.{at}.-{EVERYBODY}")
    back = Button(_("⬅️ Recipients"), f"m:audience:{campaign.id}")
    look = Button(_("🔎 Look for somebody"), f"m:audfind:{campaign.id}") if count > paging.SHOWN else None
    buttons = [_person(campaign, audience, at, one) for one in shown]
    rows = (*column(*buttons), *((turns,) if turns else ()), *column(look, nobody if left_out else None, back))
    return Reply(text, rows=rows, protected=True)


def some(campaign: Campaign, found: list[Recipient]) -> Reply:
    """The first of those who were looked for; a tap leads back to all of them."""
    shown = found[: paging.SHOWN]
    rest = len(found) - len(shown)
    text = lines(
        _("Several recipients are called so. Whom to leave out?"),
        _("… and {count} more people", count=rest) if rest else None,
    )
    back = Button(_("⬅️ Recipients"), f"m:audience:{campaign.id}")
    again = Button(_("🔎 Look for somebody"), f"m:audfind:{campaign.id}")
    buttons = [_person(campaign, campaign.people, 0, one) for one in shown]
    return Reply(text, rows=column(*buttons, again, back), protected=True)


def _person(campaign: Campaign, audience: Audience, at: int, one: Recipient) -> Button:
    is_out = one.person_id in audience.without_people
    data = f"m:audskip:{campaign.id}.{at}.{'-' if is_out else '+'}{one.person_id}"
    name = verbatim(one.name or "")
    return Button(_("🚫 {name}", name=name) if is_out else name, data)


def changed(context: Context, audience: Audience, wish: str) -> Audience | None:
    """`+12` leaves somebody of the audience out, `-12` lets her in again, `-all` everybody; None for anything else."""
    sign, who = wish[:1], wish[1:]
    if sign == "-" and who == EVERYBODY:
        return everybody(audience)
    if sign not in ("+", "-") or not who.isascii() or not who.isdigit() or len(who) > 18:
        return None
    person_id = int(who)
    if sign == "-":
        return replace(audience, without_people=audience.without_people - {person_id})
    if not recipients.includes(context.session, everybody(audience), person_id):
        return None
    return audience.leaving_out(person_id)
