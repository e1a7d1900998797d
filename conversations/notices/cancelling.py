"""To the people of a class that is cancelled: where they go from here, and how to say no. It names whom it is for."""

from conversations.applying import eligibility, own
from conversations.buttons import ASK, MY_STATUS
from conversations.context import Context
from conversations.notice import Composed, Notice, Skip
from conversations.offering.reasons import reason_text
from conversations.reply import Button, Reply, Style, column
from conversations.selecting import standing
from locales.text import Text, _
from records import applications, candidates, claims, classes, offers, people
from records.applications import Application, ApplicationStatus
from records.classes import Brief
from records.deliveries import Claim
from records.offers import Offer
from records.requirements import check

WISH = "wish"


def _matter(context: Context, claim: Claim) -> tuple[Offer, str, Application | None] | None:
    """The class that was, the name of the person, and her application where she had one."""
    offer = offers.by_id(context.session, claim.about)
    if offer is None or claim.person_id is None:
        return None
    person = people.by_id(context.session, claim.person_id)
    return offer, person.name, applications.in_cohort(context.session, person.id, offer.cohort_id)


def _compose_moved(context: Context, claim: Claim) -> Composed:
    """`about` is the cancelled class, `detail` the one she moves to."""
    found, target = _matter(context, claim), int(claim.detail or 0)
    brief = classes.brief(context.session, target)
    if found is None or brief is None:
        return Skip("no such class")
    offer, name, application = found
    if application is not None and application.class_id != target:
        return Skip("she is in another class by now")
    text = _(
        "{name}, the class {old} cannot take place: {reason}. We are sorry.\n\n"
        "You need not do anything: you now belong to <b>{new}</b>, {cohort}, which begins on {day}, at {place}. "
        "{stays}{number}.\n\n"
        "If that does not suit you, tap “I withdraw”, or ask an officer. Everything is free.",
        name=name,
        old=offer.programme,
        reason=reason_text(offer.cancel_reason or ""),
        new=brief.programme,
        cohort=brief.cohort,
        day=brief.starts_on,
        place=brief.place,
        stays=_stays(context, application, brief),
        number=_number(application),
    )
    no = None if application is None else Button(_("I withdraw"), f"m:withdraw:{application.id}")
    return Reply(text, rows=column(Button(_("👀 See the class"), f"m:class:{target}"), MY_STATUS, no, ASK))


def _stays(context: Context, application: Application | None, brief: Brief) -> Text:
    """What she has reached, or that the other class has requirements that must be looked at first."""
    if application is not None and application.status in claims.CHECKABLE:
        person = people.by_id(context.session, application.person_id)
        hers = candidates.candidate(context.session, person, brief.starts_on, besides=application.id)
        obstacles = check(brief.requirements, hers)
        if obstacles:
            return _(
                "This class has a requirement that may not fit you ({why}): an officer looks at it, and you hear from "
                "us here",
                why=eligibility.why(obstacles[0], context.house.profile),
            )
    return _("What you have reached so far stays")


def _number(application: Application | None) -> Text | str:
    return "" if application is None else _(", your number is still {number}", number=application.number)


def _compose_waiting(context: Context, claim: Claim) -> Composed:
    """`about` is the cancelled class; she is in reserve for another one (still, or from now on)."""
    found = _matter(context, claim)
    if found is None:
        return Skip("no such class")
    offer, name, application = found
    if application is None or application.status != ApplicationStatus.RESERVE.value:
        return Skip("no longer in reserve")
    text = _(
        "{name}, the class {old} cannot take place: {reason}. We are sorry.\n\n"
        "You are in reserve with your number {number}:\n{where}\n\n"
        "You need not do anything: where a seat becomes free, we offer it to you here.",
        name=name,
        old=offer.programme,
        reason=reason_text(offer.cancel_reason or ""),
        number=application.number,
        where=standing.reserve_lines(context, application),
    )
    return Reply(text, rows=column(MY_STATUS, *standing.buttons(application), ASK))


def _compose_ended(context: Context, claim: Claim) -> Composed:
    """`about` is the cancelled class; `detail` tells whether she is on the wish list."""
    found = _matter(context, claim)
    if found is None:
        return Skip("no such class")
    offer, name, application = found
    again = _begins_anew(context, application)
    wished = claim.detail == WISH
    follows = (
        _(
            "You are on the wish list: we write here as soon as registration for {programme} opens again. If you do "
            "not want that, take it back in “🔔 My wishes”.",
            programme=offer.programme,
        )
        if wished
        else _("You are welcome in the next cohort: you find it in /menu as soon as it opens.")
    )
    text = _(
        "{name}, we are sorry: the class {programme}, {cohort}, cannot take place: {reason}. Your registration for it "
        "ends here; it was not because of you.\n\n{follows}\n\n"
        "{again} Do you think this is a mistake? Ask an officer, a person looks at it.",
        name=name,
        programme=offer.programme,
        cohort=offer.cohort,
        reason=reason_text(offer.cancel_reason or ""),
        follows=follows,
        again=_("Would another class of this cohort suit you? Ask an officer.") if again is None else _AGAIN,
    )
    wishes = Button(_("🔔 My wishes"), "m:wishes") if wished else None
    return Reply(text, rows=column(again, MY_STATUS, wishes, ASK))


_AGAIN = _("Another class of this cohort is open: choose it with a tap. Your number and your answers stay.")


def _begins_anew(context: Context, application: Application | None) -> Button | None:
    """To the other classes of the cohort, where one is open and her application ended with its class."""
    found = None if application is None else own.of_chat(context, application.id)
    if found is None or not found.was_called_off(context) or not own.others_open(context, found):
        return None
    return Button(_("🔁 Another class of this cohort"), f"m:reclass:{found.application.id}", style=Style.PRIMARY)


MOVED = Notice("class_moved", _compose_moved)
WAITING = Notice("class_waiting", _compose_waiting)
ENDED = Notice("class_ended", _compose_ended)
ALL = (MOVED, WAITING, ENDED)
