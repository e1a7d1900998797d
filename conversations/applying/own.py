"""One's own: the applications that a chat may speak for, and until when their answers may be changed."""

from dataclasses import dataclass

from conversations.context import Context
from conversations.reply import Button
from locales.text import _
from records import applications, claims, classes, offers, people, refiling
from records.applications import Application, ApplicationStatus
from records.classes import Brief
from records.offers import Offer
from records.people import Person


@dataclass(frozen=True, slots=True)
class Own:
    """An application, whose it is, and the class it is for."""

    application: Application
    person: Person
    brief: Brief

    def is_changeable(self, context: Context) -> bool:
        """Until registration closes or an officer takes it up; and once something must be corrected."""
        if self.application.status == ApplicationStatus.CORRECTION.value:
            return True
        return self.is_open(context) and not claims.is_taken_up(context.session, self.application, context.now)

    def is_open(self, context: Context) -> bool:
        return self.application.status != ApplicationStatus.WITHDRAWN.value and self.brief.is_open(context.now)

    def was_called_off(self, context: Context) -> bool:
        """Its class was cancelled, so that it may turn to another one of the cohort."""
        return self.brief.called_off and refiling.ended_by_cancelling(context.session, self.application)


def of_chat(context: Context, application_id: int) -> Own | None:
    """An application, if this chat speaks for whoever made it."""
    application = applications.by_id(context.session, application_id)
    if application is None or people.chat_of(context.session, application.person_id) != context.chat_id:
        return None
    brief = classes.brief(context.session, application.class_id)
    if brief is None:
        return None
    return Own(application, people.by_id(context.session, application.person_id), brief)


def others_open(context: Context, found: Own) -> list[Offer]:
    """The other classes of her cohort that take applicants now."""
    offered = offers.open_at(context.session, context.now, found.application.cohort_id)
    return [offer for offer in offered if offer.id != found.application.class_id and not offer.is_full]


def buttons(context: Context) -> list[Button]:
    """To every application of this chat that can still be changed or completed."""
    found = [
        own
        for person in people.of_chat(context.session, context.chat_id)
        for application in applications.of_person(context.session, person.id)
        if (own := of_chat(context, application.id)) is not None
    ]
    anew = [
        Button(_("🔁 Another class for {number}", number=own.application.number), f"m:reclass:{own.application.id}")
        for own in found
        if own.was_called_off(context) and others_open(context, own)
    ]
    return anew + [
        Button(_("✏️ Change or complete {number}", number=own.application.number), f"m:mine:{own.application.id}")
        for own in found
        if own.is_open(context) or own.is_changeable(context)
    ]
