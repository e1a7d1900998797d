"""The page of an audience: its groups in words, how many they are, a few of their names, and what may be changed."""

from collections.abc import Iterator

from conversations.announcing.audience import group_words
from conversations.announcing.audience.group_address import Address, next_place
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Rows, grid
from locales.text import Text, _, lines, verbatim
from records.audiences import Audience, recipients
from records.audiences.recipients import Recipient, Size
from records.campaigns import Campaign
from records.permissions import Permission

NAMES = 5
MERE_CHAT = _("a chat that asked to be told")


def page(context: Context, campaign: Campaign, turn: int = 0) -> Reply:
    """With other names at each turn. It shows people's names, so it cannot be forwarded."""
    audience = campaign.people
    size = recipients.count(context.session, audience)
    text = lines(
        _("👥 <b>Recipients of the announcement</b>"),
        in_words(context, audience),
        counted(size) if audience.tidied().groups else None,
        _names(context, campaign, size, turn),
        separator="\n\n",
    )
    return Reply(text, rows=_rows(campaign, size, turn), protected=True)


def in_words(context: Context, audience: Audience) -> Text:
    """Its groups by number, then those that are left out."""
    tidy = audience.tidied()
    if not tidy.groups and not tidy.without:
        return _("Nobody is chosen yet. Add a group, for example a cohort.")
    numbered = [
        _("{number}. {group}", number=number, group=group_words.group(context, address.group(audience)))
        for number, address in places(audience, 0)
    ]
    singly = len(audience.without_people)
    split = len(tidy.groups)
    return lines(
        *numbered[:split],
        _("<b>Except:</b>") if tidy.without or singly else None,
        *numbered[split:],
        _("• {count} people one by one", count=singly) if singly else None,
    )


def places(audience: Audience, campaign_id: int) -> Iterator[tuple[int, Address]]:
    """The groups that ask for anything, numbered, those left out last."""
    taken = [
        Address(campaign_id, without, at)
        for without in (False, True)
        for at, group in enumerate(audience.side(without))
        if not group.is_empty
    ]
    return enumerate(taken, 1)


def counted(size: Size) -> Text:
    """How many they are, and how many of them read Telegram."""
    if not size.people:
        return _("<b>Nobody</b> is left. Choose more, or leave fewer out.")
    return _("<b>{people} people</b>, {with_chat} with a Telegram chat", people=size.people, with_chat=size.with_chat)


def _names(context: Context, campaign: Campaign, size: Size, turn: int) -> Text | None:
    officer = officer_with(context, Permission.ANNOUNCE)
    if not size.people or officer is None:
        return None
    note(context, officer, "audience.seen", f"campaign:{campaign.id}")
    some = recipients.sample(context.session, campaign.people, NAMES, turn)
    head = _("Among them:") if size.people > NAMES else _("They are:")
    return lines(head, *(_("• {name}", name=named(one)) for one in some))


def named(one: Recipient) -> Text:
    return MERE_CHAT if one.name is None else verbatim(one.name)


def _rows(campaign: Campaign, size: Size, turn: int) -> Rows:
    audience, own = campaign.people, campaign.id
    groups = [
        button
        for number, address in places(audience, own)
        for button in (
            Button(_("✏️ {number}", number=number), f"m:group:{address}"),
            Button(_("🗑 {number}", number=number), f"m:groupdrop:{address}"),
        )
    ]
    wider = next_place(audience, own, without=False)
    narrower = next_place(audience, own, without=True)
    buttons = [
        None if wider is None else Button(_("➕ Group"), f"m:group:{wider}"),
        None if narrower is None or not size.people else Button(_("🚫 Except a group"), f"m:group:{narrower}"),
        Button(_("🚫 Except people"), f"m:audskip:{own}.0") if size.people or audience.without_people else None,
        Button(_("👀 Other names"), f"m:audience:{own}.{turn + 1}") if size.people > NAMES else None,
        Button(_("💾 Save"), f"m:audsave:{own}") if audience.tidied().groups else None,
        Button(_("📂 Saved ones"), f"m:audsaved:{own}.0"),
    ]
    back = Button(_("⬅️ The announcement"), f"m:campaign:{own}")
    return (*grid(groups, 4), *grid([button for button in buttons if button is not None]), (back,))
