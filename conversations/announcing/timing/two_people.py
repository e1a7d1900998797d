"""Two people: what goes to many is seen by a second officer, where there is one."""

from conversations.context import Context
from conversations.notices import announcing as notices
from conversations.officer import officer_with
from locales.text import Text, _
from records import campaigns, proposing, staff
from records.audiences import recipients
from records.campaigns import Campaign
from records.permissions import Permission
from records.rewordings import Rewording
from records.staff import Officer


def is_large(context: Context, campaign: Campaign) -> bool:
    return is_many(context, recipients.count(context.session, campaign.people).with_chat)


def is_many(context: Context, people: int) -> bool:
    return people > context.house.profile.announcements.two_person_over


def needs_another(context: Context, campaign: Campaign, officer: Officer) -> bool:
    """Whether a second officer must look first; alone in her office, nobody waits for one that there is not."""
    return is_large(context, campaign) and bool(proposing.others(context.session, officer.id))


def warning(context: Context, campaign: Campaign) -> Text | None:
    """To the only officer there is."""
    officer = officer_with(context, Permission.ANNOUNCE)
    if officer is None or not is_large(context, campaign) or proposing.others(context.session, officer.id):
        return None
    return _(
        "It goes to more than {most} people, and you are the only officer who may announce: nobody else can look at it "
        "first. Please read it once more, slowly. That you sent it alone is noted.",
        most=context.house.profile.announcements.two_person_over,
    )


def ask_others(context: Context, campaign: Campaign, officer: Officer) -> None:
    """Every other officer who may announce is shown it, each time it is proposed."""
    for other in proposing.others(context.session, officer.id):
        notices.PROPOSED.to_chat(context, other.chat_id, campaign.id, key=_moment(context))


def say_that_it_waits(context: Context, campaign: Campaign, officer: Officer) -> None:
    """To whoever proposes it without having tapped just now."""
    notices.PROPOSED.to_chat(context, officer.chat_id, campaign.id, key=_moment(context))


def tell_proposer(context: Context, campaign_id: int, officer: Officer) -> None:
    """What this officer decided; whoever decides about her own knows."""
    campaign = campaigns.by_id(context.session, campaign_id)
    if campaign is not None and campaign.proposed_by not in (None, officer.id):
        chat_id = staff.by_id(context.session, campaign.proposed_by).chat_id
        notices.DECIDED.to_chat(context, chat_id, campaign.id, key=_moment(context), detail=str(officer.id))


def asked(context: Context) -> Text:
    """To whoever waits from now on."""
    return _(
        "It goes to more than {most} people, so a second officer looks at it first. The others are asked now; you are "
        "told at once what they decide.",
        most=context.house.profile.announcements.two_person_over,
    )


def ask_about(context: Context, rewording: Rewording) -> None:
    """Every other officer who may announce is shown a correction."""
    for other in proposing.others(context.session, rewording.staff_id):
        notices.CORRECTION.to_chat(context, other.chat_id, rewording.id)


def tell_writer(context: Context, rewording: Rewording, officer: Officer) -> None:
    """What this officer decided about a correction; whoever decides about her own knows."""
    if officer.id != rewording.staff_id:
        chat_id = staff.by_id(context.session, rewording.staff_id).chat_id
        notices.CORRECTION_DECIDED.to_chat(context, chat_id, rewording.id, detail=str(officer.id))


def _moment(context: Context) -> str:
    return str(int(context.now.timestamp()))
