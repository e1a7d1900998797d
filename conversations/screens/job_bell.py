"""Job alerts: of which kejuruan one hears when an opening is published. A tap agrees, another takes it back."""

from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.reply import Button, Reply, Style, column, grid
from conversations.screen import Outcome, Screen, number
from locales.text import Text, _, lines, verbatim
from records import graduates, job_alerts, job_board, people, programmes
from records.programmes import Programme

# The version of the words to which a tap agrees; one more with every change of what they say.
CONSENT_VERSION = 1
LISTED = 40
OPENINGS = Button(_("💼 See the openings"), "m:jobs")
STOP = Button(_("🔕 No more openings"), "m:jobbellstop")


def bell(context: Context, _argument: str) -> Reply:
    return _page(context, None)


def _page(context: Context, noted: Text | None) -> Reply:
    """Her own kejuruan first."""
    heard, own = job_alerts.of_chat(context.session, context.chat_id), own_trades(context)
    known = sorted(programmes.all_of_them(context.session), key=lambda one: (one.id not in own, one.name))
    counts = job_board.by_trade(context.session, context.today)
    consent = _(
        "<b>Tell me of job openings</b>\n\nTap a kejuruan: with that you agree that we write to you here when an "
        "opening for it is published, at most one message a day, in the sending hours. We keep this chat and the "
        "kejuruan for it, nothing else, and give it to nobody. A second tap, or “🔕 No more openings”, ends it at "
        "once, and changes nothing else."
    )
    buttons = [_toggle(one, one.id in heard, counts.get(one.id, 0)) for one in known[:LISTED]]
    rows = (*grid(buttons), *column(STOP if heard else None, OPENINGS, BACK_HOME))
    return Reply(lines(noted, consent, separator="\n\n"), rows=rows)


def own_trades(context: Context) -> frozenset[int]:
    """What the people of this chat have learnt here."""
    return frozenset(one.programme_id for one in graduates.of_chat(context.session, context.chat_id))


def _toggle(one: Programme, heard: bool, count: int) -> Button:
    name = _("{programme} ({count})", programme=one.name, count=count) if count else verbatim(one.name)
    if heard:
        return Button(_("✅ {programme}", programme=name), f"m:jobbelloff:{one.id}", style=Style.SUCCESS)
    return Button(_("🔔 {programme}", programme=name), f"m:jobbellon:{one.id}")


def on(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    programme = None if chosen is None else programmes.by_id(context.session, chosen)
    if programme is None:
        return None
    person_id = _for_whom(context)
    job_alerts.follow(context.session, context.chat_id, person_id, programme.id, CONSENT_VERSION, context.now)
    return _page(context, _("Noted: you hear of openings for {programme}.", programme=programme.name))


def _for_whom(context: Context) -> int | None:
    """The one whose consent it is: whoever graduated last of the people of this chat, else the latest of them."""
    found = [one.person_id for one in graduates.of_chat(context.session, context.chat_id)]
    found += [one.id for one in people.of_chat(context.session, context.chat_id) if one.deceased_on is None]
    return found[0] if found else None


def off(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    programme = None if chosen is None else programmes.by_id(context.session, chosen)
    if programme is None:
        return None
    job_alerts.leave(context.session, context.chat_id, programme.id, context.now)
    return _page(context, _("Taken back: nothing more about {programme}.", programme=programme.name))


def stop(context: Context, _argument: str) -> Outcome:
    job_alerts.stop(context.session, context.chat_id, context.now)
    text = _("🔕 Understood: we write to you of no more openings. You can read them here whenever you like.")
    return Reply(text, rows=column(OPENINGS, BACK_HOME))


SCREENS = (
    Screen("jobbell", bell),
    Screen("jobbellon", on),
    Screen("jobbelloff", off),
    Screen("jobbellstop", stop),
)
