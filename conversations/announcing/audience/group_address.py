"""Addresses: which group of which draft a button speaks of, as its data carries it and as it is read back.

A group is `<draft>.g<place>` where its people are in the audience, `<draft>.x<place>` where they are left out.
"""

import re
from dataclasses import dataclass

from conversations.announcing.audience.group_values import offered
from conversations.context import Context
from records import campaigns
from records.audiences import Audience, Group, Trait
from records.campaigns import Campaign, CampaignStatus

# Places on each side of an audience: more than anybody can keep in mind.
MOST = 8
_LETTERS = dict(zip("ckpysdawnrt", Trait, strict=True))
_LETTER_OF = {trait: letter for letter, trait in _LETTERS.items()}
_GROUP = re.compile(r"(?P<draft>[0-9]{1,18})\.(?P<side>[gx])(?P<at>[0-9]{1,2})(\.(?P<rest>.*))?", re.ASCII)
_VALUES = re.compile(r"(?P<trait>[a-z])\.(?P<page>[0-9]{1,4})(\.(?P<sign>[+-])(?P<value>.{1,30}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Address:
    """A place in a draft's audience; one behind the last is a group to come."""

    campaign_id: int
    without: bool
    at: int

    def __str__(self) -> str:
        return f"{self.campaign_id}.{'x' if self.without else 'g'}{self.at}"

    def group(self, audience: Audience) -> Group:
        groups = audience.side(self.without)
        return groups[self.at] if self.at < len(groups) else Group({})

    def values(self, trait: Trait, page: int) -> str:
        """The page of a trait's values."""
        return f"{self}.{_LETTER_OF[trait]}.{page}"


def draft(context: Context, campaign_id: int) -> Campaign | None:
    """A campaign that may still be changed."""
    found = campaigns.by_id(context.session, campaign_id)
    return found if found is not None and found.status == CampaignStatus.DRAFT.value else None


def next_place(audience: Audience, campaign_id: int, *, without: bool) -> Address | None:
    """Where another group would stand; None where there is no room."""
    at = len(audience.side(without))
    return Address(campaign_id, without, at) if at < MOST else None


def read(context: Context, argument: str) -> tuple[Campaign, Address, str] | None:
    """The draft, the place in it, and what else a button says; None where there is no such."""
    found = _GROUP.fullmatch(argument)
    campaign = None if found is None else draft(context, int(found["draft"]))
    if found is None or campaign is None:
        return None
    address = Address(campaign.id, found["side"] == "x", int(found["at"]))
    if address.at > len(campaign.people.side(address.without)) or address.at >= MOST:
        return None
    return campaign, address, found["rest"] or ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A trait, a page of its values, and which value is to hold from now on or not any more, if any."""

    trait: Trait
    page: int
    value: str | None
    wanted: bool


def read_choice(context: Context, group: Group, rest: str) -> Choice | None:
    """Only what is offered now may be chosen, and only what was chosen be given up."""
    found = _VALUES.fullmatch(rest)
    trait = None if found is None else _LETTERS.get(found["trait"])
    if found is None or trait is None:
        return None
    value, wanted = found["value"], found["sign"] == "+"
    if value is not None and value not in (offered(context, group, trait) if wanted else group.of(trait)):
        return None if wanted else Choice(trait, int(found["page"]), None, wanted)
    return Choice(trait, int(found["page"]), value, wanted)
