"""Waiting: the page of an announcement that was proposed or scheduled, and has not begun."""

from conversations.announcing import obstacles, outline, version
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, Rows, Style
from locales.text import Text, _, lines, verbatim
from records import freezing, staff
from records.audiences import recipients
from records.audiences.recipients import Size
from records.campaigns import Campaign, CampaignStatus

DESK = Button(_("⬅️ Announcements"), "m:announce")
SAMPLE = 5


def page(context: Context, campaign: Campaign) -> Reply:
    """What it says, to whom and when, and what this officer may do with it. It names people: it is not forwarded."""
    size = _size(context, campaign)
    above = (_head(context, campaign), outline.facts(context, campaign, size), _sample(context, campaign))
    text = outline.page(context, campaign, above, _warnings(context, campaign))
    see = Button(_("👀 As a recipient sees it"), f"m:annsee:{campaign.id}")
    return Reply(text, rows=(*_rows(context, campaign), (see,), (DESK, STAFF_MENU)), protected=True)


def _head(context: Context, campaign: Campaign) -> Text:
    if _is_frozen(campaign):
        approved = campaign.approved_by
        by = None if approved is None else _("Approved by {name}.", name=_name(context, approved))
        return lines(_("🕒 <b>Announcement</b> · scheduled"), by)
    if is_hers(context, campaign):
        return lines(
            _("🖊 <b>Announcement</b> · waits for a second officer"),
            _("Another officer looks at it first, since it goes to so many. You are told at once what she decides."),
        )
    return lines(
        _("🖊 <b>Announcement</b> · please look at it"),
        _(
            "{name} wants to send it. It goes to so many that a second officer looks first: is it right, and right for "
            "them?",
            name=_name(context, campaign.proposed_by or campaign.staff_id),
        ),
    )


def is_hers(context: Context, campaign: Campaign) -> bool:
    """Whether this officer proposed it."""
    officer = staff.by_chat(context.session, context.chat_id)
    return officer is not None and officer.id == campaign.proposed_by


def _name(context: Context, staff_id: int) -> str:
    return staff.by_id(context.session, staff_id).name


def _warnings(context: Context, campaign: Campaign) -> tuple[Text, ...]:
    """What whoever decides should know, as whoever proposed it did."""
    checks = () if _is_frozen(campaign) else (obstacles.some_lack_it, obstacles.day_over)
    found = (check(context, campaign) for check in checks)
    return tuple(_("⚠️ {what}", what=what) for what in found if what is not None)


def _size(context: Context, campaign: Campaign) -> Size:
    """Of those who will get it, as they were when it was confirmed; as they are now where it is not."""
    if _is_frozen(campaign):
        return freezing.size(context.session, campaign.id)
    return recipients.count(context.session, campaign.people)


def _is_frozen(campaign: Campaign) -> bool:
    return campaign.status == CampaignStatus.SCHEDULED.value


def _sample(context: Context, campaign: Campaign) -> Text | None:
    if _is_frozen(campaign):
        names = freezing.names(context.session, campaign.id, SAMPLE)
    else:
        found = recipients.sample(context.session, campaign.people, SAMPLE)
        names = [one.name for one in found if one.name is not None]
    return _("For example: {names}", names=verbatim(", ".join(names))) if names else None


def _rows(context: Context, campaign: Campaign) -> Rows:
    reopen = Button(_("✏️ Change it"), f"m:annreopen:{campaign.id}")
    if _is_frozen(campaign):
        return ((reopen, Button(_("🛑 Do not send it"), f"m:anncalloff:{campaign.id}")),)
    if is_hers(context, campaign):
        return ((reopen,),)
    seen = version.of(context, campaign)
    yes = Button(_("✅ Approve"), f"m:annapprove:{campaign.id}.{seen}", style=Style.SUCCESS)
    return ((yes, Button(_("⛔ Refuse"), f"m:annrefuse:{campaign.id}")), (reopen,))
