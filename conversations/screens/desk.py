"""The staff's desk: graduating a class, announcements."""

from dataclasses import replace
from datetime import date, timedelta

from conversations.announcement import progress
from conversations.context import Context
from conversations.officer import STAFF_MENU as STAFF_MENU
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Begin, Outcome, Screen, number
from locales.text import Text, _, lines
from records import campaigns, classes, cohorts, deliveries, endings, enrolments, followups
from records.classes import Running
from records.deliveries import DeliveryStatus
from records.enrolments import Enrolment
from records.permissions import Permission

LISTED = 30
# How a delivery ends that did not arrive, as far as we know, and what that means.
MISSED: dict[DeliveryStatus, Text] = {
    DeliveryStatus.BLOCKED: _("no chat, or the bot is blocked"),
    DeliveryStatus.FAILED: _("sending failed"),
    DeliveryStatus.UNKNOWN: _("perhaps it arrived"),
    DeliveryStatus.CANCELLED: _("stopped before"),
}


def graduate_list(context: Context, _argument: str) -> Reply:
    """Classes whose training has begun and is not closed yet, those that should have ended first."""
    running = sorted(_in_training(context), key=lambda c: c.ends_on)
    if not running:
        return Reply(_("No class is in training at present."), rows=column(STAFF_MENU))
    buttons = [Button(_running(c), f"m:closing:{c.id}") for c in running[:LISTED]]
    return Reply(_("Which class has finished its training?"), rows=column(*buttons, STAFF_MENU))


def _running(c: Running) -> Text:
    return _("{programme} · {cohort} · {count}", programme=c.programme, cohort=c.cohort, count=c.participants)


def _chosen(context: Context, argument: str) -> Running | None:
    chosen = number(argument)
    return next((c for c in _in_training(context) if c.id == chosen), None)


def _in_training(context: Context) -> list[Running]:
    every = classes.with_participants(context.session)
    return [c for c in every if c.starts_on <= context.today and not c.graduated]


def closing(context: Context, argument: str) -> Outcome:
    """Asks once more, with what will follow."""
    chosen = _chosen(context, argument)
    if chosen is None:
        return None
    last_day = min(chosen.ends_on, context.today)
    waves = context.house.profile.followup.waves
    return Reply(
        _(
            "<b>{programme}</b>, {cohort}\n{count} participants graduate, with {day} as the end of training.\n\n"
            "They are asked after {waves} months whether they work. Graduate the class?",
            programme=chosen.programme,
            cohort=chosen.cohort,
            count=chosen.participants,
            day=last_day,
            waves=", ".join(str(wave) for wave in waves),
        ),
        rows=column(
            Button(_("🎓 Yes, graduate"), f"m:graduated:{chosen.id}", style=Style.SUCCESS),
            Button(_("No"), "m:graduate"),
        ),
    )


def graduated(context: Context, argument: str) -> Outcome:
    """Every participant graduates and gets her plan of follow-ups."""
    chosen = _chosen(context, argument)
    officer = officer_with(context, Permission.GRADUATE)
    if chosen is None or officer is None:
        return None
    participants = enrolments.participants(context.session, chosen.id)
    for enrolment in participants:
        _graduate(context, enrolment, min(chosen.ends_on, context.today))
    classes.close(context.session, chosen.id, context.now)
    note(context, officer, "class.graduated", f"class:{chosen.id}")
    said = _(
        "🎓 <b>{programme}</b>: {count} participants graduated.", programme=chosen.programme, count=len(participants)
    )
    return Reply(lines(said, _first_followup(context, chosen.id), separator=" "), rows=column(STAFF_MENU))


def _graduate(context: Context, enrolment: Enrolment, last_day: date) -> None:
    session, rules = context.session, context.house.profile.followup
    endings.graduate(session, enrolment.id, last_day, context.now)
    session.refresh(enrolment)
    window = timedelta(days=rules.untouched_days)
    followups.plan(session, enrolment, rules.waves, context.house.calendar, context.now, window)


def _first_followup(context: Context, class_id: int) -> Text:
    """Where a class is closed late, its first waves have passed."""
    first = followups.first_of_class(context.session, class_id)
    if first is None:
        return _("The months of the follow-ups have passed: nobody is asked.")
    return _("The first follow-up goes out on {when}.", when=first)


def announce(context: Context, argument: str) -> Outcome:
    """Chooses the cohort; the talk asks for the words."""
    chosen = number(argument)
    if chosen is not None:
        return None if cohorts.by_id(context.session, chosen) is None else Begin("announcement", chosen)
    buttons = [
        Button(_("{cohort} · {count} people", cohort=c.name, count=count), f"m:announce:{c.id}")
        for c in cohorts.all_of_them(context.session)[:LISTED]
        if (count := len(campaigns.audience(context.session, c.id)))
    ]
    if not buttons:
        return Reply(_("No cohort has participants yet."), rows=column(STAFF_MENU))
    return Reply(_("To which cohort?"), rows=column(*buttons, STAFF_MENU))


def campaign(context: Context, argument: str) -> Outcome:
    """How a campaign stands, and who was not reached."""
    chosen = number(argument)
    found = None if chosen is None else campaigns.by_id(context.session, chosen)
    if found is None:
        return None
    finished = found.status != campaigns.CampaignStatus.SENDING.value
    stopped = found.status == campaigns.CampaignStatus.STOPPED.value
    standing = progress(found.id, campaigns.tally(context.session, found.id), finished, stopped)
    reply = replace(standing, rows=column(STAFF_MENU))
    return reply if not finished else reply.with_note(_report(context, found.id))


def _report(context: Context, campaign_id: int) -> Text:
    missed = deliveries.names_by_status(context.session, campaign_id, tuple(MISSED), LISTED)
    if not missed:
        return _("<b>Delivery report</b>: everybody got it.")
    listed = [_("• {name} ({how})", name=name, how=MISSED[status]) for name, status in missed]
    unlisted = campaigns.tally(context.session, campaign_id).of(*MISSED) - len(missed)
    rest = _("… and {count} more people", count=unlisted) if unlisted else None
    return _("<b>Delivery report</b>. Not reached: {names}", names=lines(*listed, rest))


SCREENS = (
    Screen("graduate", graduate_list, Permission.GRADUATE),
    Screen("closing", closing, Permission.GRADUATE),
    Screen("graduated", graduated, Permission.GRADUATE),
    Screen("announce", announce, Permission.ANNOUNCE),
    Screen("campaign", campaign, Permission.ANNOUNCE),
)
