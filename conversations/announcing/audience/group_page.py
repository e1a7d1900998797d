"""The pages of a group: what it asks for, trait by trait, and the values of one, each a tap."""

from conversations import paging
from conversations.announcing.audience import group_words
from conversations.announcing.audience.audience_page import counted
from conversations.announcing.audience.group_address import Address
from conversations.announcing.audience.group_values import offered
from conversations.context import Context
from conversations.reply import Button, Reply, column, grid
from locales.text import Text, _, lines
from records.audiences import Audience, Group, Trait, recipients
from records.campaigns import Campaign

NOTHING_YET: dict[Trait, Text] = {
    Trait.WISH: _("Nobody waits for a trade at present."),
    Trait.CONSENT: _("Nobody has agreed to anything yet."),
    Trait.REPLY: _("No announcement has asked for an answer yet."),
    Trait.SITTING: _("No test or interview is scheduled."),
}


def page(context: Context, campaign: Campaign, address: Address) -> Reply:
    """One button a trait; how many of its values are chosen stands on it."""
    audience = campaign.people
    chosen = address.group(audience)
    buttons = [Button(_label(chosen, trait), f"m:groupof:{address.values(trait, 0)}") for trait in Trait]
    drop = None if chosen.is_empty else Button(_("🗑 Remove this group"), f"m:groupdrop:{address}")
    text = lines(_head(context, address, chosen), _count(context, audience), separator="\n\n")
    return Reply(text, rows=(*grid(buttons), *column(drop, _back(campaign))))


def _label(chosen: Group, trait: Trait) -> Text:
    count, name = len(chosen.of(trait)), group_words.TRAITS[trait]
    return _("✅ {trait} · {count}", trait=name, count=count) if count else name


def _head(context: Context, address: Address, chosen: Group) -> Text:
    title = _("🚫 <b>These are left out</b>") if address.without else _("➕ <b>These are in it</b>")
    how = _("Whoever is in this group has something of everything that is chosen here.")
    return lines(title, how if chosen.is_empty else group_words.group(context, chosen))


def _count(context: Context, audience: Audience) -> Text | None:
    """Of all of its people; nothing before the first group."""
    if not audience.tidied().groups:
        return None
    return lines(_("All recipients together:"), counted(recipients.count(context.session, audience)), separator=" ")


def values(context: Context, campaign: Campaign, address: Address, trait: Trait, at: int) -> Reply:
    """Each with a tick where it is chosen. A button says what shall hold, so that a second tap changes nothing."""
    audience = campaign.people
    chosen = address.group(audience)
    found = offered(context, chosen, trait)
    at = paging.within(at, len(found))
    buttons = [
        _value(context, address, chosen, trait, at, one) for one in found[at * paging.SHOWN : (at + 1) * paging.SHOWN]
    ]
    turns = paging.turning(at, len(found), f"m:groupof:{address.values(trait, 0).removesuffix('0')}")
    text = lines(
        _head(context, address, chosen),
        _("<b>{trait}</b>: tap whoever is meant.", trait=group_words.TRAITS[trait]) if found else None,
        None if found else NOTHING_YET.get(trait, _("There is nothing to choose from yet.")),
        _count(context, audience),
        paging.where(at, len(found)),
        separator="\n\n",
    )
    done = Button(_("👌 Done with this"), f"m:group:{address}")
    return Reply(text, rows=(*column(*buttons), *((turns,) if turns else ()), *column(done, _back(campaign))))


def _value(context: Context, address: Address, chosen: Group, trait: Trait, at: int, one: str) -> Button:
    label, is_chosen = group_words.value(context, trait, one), one in chosen.of(trait)
    data = f"m:groupof:{address.values(trait, at)}.{'-' if is_chosen else '+'}{one}"
    return Button(_("✅ {value}", value=label) if is_chosen else label, data)


def _back(campaign: Campaign) -> Button:
    return Button(_("⬅️ Recipients"), f"m:audience:{campaign.id}")
