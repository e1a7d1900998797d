"""Ahead: what the messages of a batch share is read once for all of them: the announcements, and what their recipients
have for the fields.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from conversations.announcing import message
from conversations.announcing.message import Issue
from conversations.announcing.timing import when
from conversations.context import Context
from conversations.notice import Skip
from conversations.reply import Reply
from records import campaigns
from records.campaigns import Campaign
from records.deliveries import Claim, DeliveryKind
from records.field_values import FieldValues
from records.session import Session

_KINDS = (DeliveryKind.ANNOUNCEMENT, DeliveryKind.CORRECTION)


@dataclass(frozen=True, slots=True)
class Ahead:
    """By the campaign's id: the announcement, where it has words, and by the person's id her values, where it uses
    any.
    """

    issues: Mapping[int, Issue] = field(default_factory=dict)
    values: Mapping[int, Mapping[int, FieldValues]] = field(default_factory=dict)
    _due: dict[int, datetime] = field(default_factory=dict)

    @classmethod
    def of(cls, session: Session, claims: Sequence[Claim]) -> "Ahead":
        people: defaultdict[int, list[int]] = defaultdict(list)
        for claim in claims:
            if claim.kind in _KINDS and claim.campaign_id is not None:
                people[claim.campaign_id] += [] if claim.person_id is None else [claim.person_id]
        found = {campaign_id: campaigns.by_id(session, campaign_id) for campaign_id in people}
        issues = {
            campaign_id: issue
            for campaign_id, campaign in found.items()
            if campaign is not None and (issue := message.issue_of(campaign)) is not None
        }
        values = {
            campaign_id: message.values_for(session, issue, people[campaign_id])
            for campaign_id, issue in issues.items()
        }
        return cls(issues, values)

    def campaign_of(self, claim: Claim) -> Campaign | None:
        """The announcement that a claim is a message of; None where it has no words."""
        issue = None if claim.campaign_id is None else self.issues.get(claim.campaign_id)
        return None if issue is None else issue.campaign

    def due_at(self, context: Context, campaign: Campaign) -> datetime:
        """When it may be sent, looked up in the calendar once for the batch."""
        due = self._due.get(campaign.id)
        if due is None:
            due = self._due[campaign.id] = when.due_at(context, campaign)
        return due

    def reply_for(self, claim: Claim, delivery_id: int) -> Reply | Skip:
        """What the recipient of a claim gets; `delivery_id` is that of the announcement's own message."""
        issue = None if claim.campaign_id is None else self.issues.get(claim.campaign_id)
        if issue is None:
            return Skip("no words")
        known = self.values.get(issue.campaign.id, {})
        return message.reply_for(issue, None if claim.person_id is None else known.get(claim.person_id), delivery_id)
