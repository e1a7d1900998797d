"""A job opening is sent in by an employer, entered by an officer, or changed by either.

An employer's waits for an officer; an officer's own is published at once.
"""

from dataclasses import replace
from datetime import timedelta

from conversations import readers
from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.giving import opening_pages
from conversations.giving.opening_fields import FIELDS, Facts, entries_of, opening_of
from conversations.giving.telling_officers import tell_of_first
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Reply, Style, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script, Windows
from locales.text import Text, _
from records import job_openings, job_senders, programmes
from records.job_openings import JobOpening
from records.permissions import Permission


def _facts(context: Context) -> Facts:
    rules = context.house.profile.openings
    known = tuple((str(one.id), one.name) for one in programmes.all_of_them(context.session))
    return Facts(known, rules.days, rules.most_days, rules.forget_days)


def _too_many(context: Context) -> Text | None:
    """Against floods: officers read every one of them."""
    rules, session = context.house.profile.openings, context.session
    if job_senders.count_open(session, context.chat_id) >= rules.open_per_chat:
        return _(
            "You have {count} openings that wait or are published, which is as many as one may have. Close one "
            "that is filled, then there is room for another.",
            count=rules.open_per_chat,
        )
    if job_senders.count_since(session, context.chat_id, context.now - timedelta(days=1)) >= rules.a_day:
        return _(
            "You have sent in {count} openings since yesterday. Please send the next one tomorrow.", count=rules.a_day
        )
    return None


def gather_offer(context: Context, _matter: Matter) -> Facts | Text:
    return _too_many(context) or _facts(context)


def gather_new(context: Context, _matter: Matter) -> Facts | Text:
    if officer_with(context, Permission.FOLLOW) is None:
        return INVISIBLE
    return replace(_facts(context), by_staff=True)


def gather_change(context: Context, matter: Matter) -> Facts | Text:
    """Whoever sent it in may change it, and officers."""
    found = None if matter.about is None else job_openings.by_id(context.session, matter.about)
    by_staff = officer_with(context, Permission.FOLLOW) is not None
    if found is None or not (by_staff or found.chat_id == context.chat_id):
        return INVISIBLE
    return replace(_facts(context), opening_id=found.id, before=found.sent_in, by_staff=by_staff)


def _offered(context: Context, _matter: Matter, answers: Answers, _facts_: Facts) -> Conclusion:
    opening_id = job_openings.send_in(
        context.session,
        opening_of(answers),
        context.chat_id,
        answers["sender"],
        answers["sender_phone"],
        context.now,
    )
    tell_of_first(context, JobOpening, opening_id)
    return Conclusion(_waits())


def _waits() -> Reply:
    text = _(
        "Thank you. An officer looks at it first, as a rule within a working day; then you hear here whether it is "
        "published, and if not, why."
    )
    return Reply(text, rows=column(opening_pages.MY_OPENINGS, BACK_HOME))


def _entered(context: Context, _matter: Matter, answers: Answers, _facts_: Facts) -> Conclusion:
    officer = officer_with(context, Permission.FOLLOW)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    opening_id = job_openings.enter(context.session, opening_of(answers), officer.id, context.today, context.now)
    note(context, officer, "opening.entered", f"opening:{opening_id}")
    return Conclusion(opening_pages.for_staff(context, opening_id).with_note(_("✅ It is published.")))


def _changed(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """Where nothing was changed, nothing waits; an officer's change is published at once."""
    opening, officer = opening_of(answers), officer_with(context, Permission.FOLLOW)
    if opening == facts.before and not _was_refused(context, facts.opening_id):
        return Conclusion(_page(context, facts).with_note(_("Nothing was changed.")))
    job_openings.send_again(context.session, facts.opening_id, opening, context.now)
    if officer is None:
        tell_of_first(context, JobOpening, facts.opening_id)
        return Conclusion(_waits())
    job_openings.publish_own(context.session, facts.opening_id, officer.id, context.today, context.now)
    note(context, officer, "opening.changed", f"opening:{facts.opening_id}")
    return Conclusion(_page(context, facts).with_note(_("✅ It is published.")))


def _was_refused(context: Context, opening_id: int) -> bool:
    """Who sends in once more what was refused, or is over, wants it looked at once more."""
    found = job_openings.by_id(context.session, opening_id)
    return found is not None and not found.is_live(context.today) and found.waits_since is None


def _page(context: Context, facts: Facts) -> Reply:
    if facts.by_staff:
        return opening_pages.for_staff(context, facts.opening_id)
    return opening_pages.for_sender(context, facts.opening_id)


def _windows(_context: Context) -> Windows:
    return Windows(untouched_days=1, begun_days=7)


def _agreement(_answers: Answers, facts: Facts) -> Text:
    return _(
        "<b>Send in a job opening</b>\n\nAlumni of the training centre read it here. Three rules hold:\n"
        "• It is <b>free</b> for whoever looks for work: no fee, no deposit, no paid training.\n"
        "• <b>No ijazah or KTP is kept</b> as a pledge.\n"
        "• It is a real place of work, and an officer looks at it before anybody reads it.\n\n"
        "What everybody will read: the business, the work, and how to apply. Your own name and number are for the "
        "officers only, and are deleted {days} days after it is over.",
        days=facts.forget_days,
    )


AGREE: Ask[Facts] = Ask(
    key="agree",
    prompt=_agreement,
    choices=lambda _a, _f: (Choice("yes", _("✅ I keep to that, go on"), Style.SUCCESS),),
)
SENDER: tuple[Ask[Facts], ...] = (
    Ask(
        key="sender",
        label=_("Who sends it in"),
        prompt=lambda _a, _f: _("What is <b>your own name</b>, and what do you do there? Only officers read it."),
        reader=lambda typed, _a, _f: readers.words(typed, limit=120, least=3),
    ),
    Ask(
        key="sender_phone",
        label=_("Your number"),
        contact=True,
        prompt=lambda _a, _f: _(
            "On which <b>number</b> do officers reach you? Tap the button below the typing field, or type it. It is "
            "not published."
        ),
        reader=lambda typed, _a, _f: readers.phone(typed),
    ),
)
CHECK = _("Please check it:")

OFFER = Script(
    name="opening_offer",
    version=1,
    title=lambda _f: _("A job opening"),
    asks=(AGREE, *FIELDS, *SENDER),
    gather=gather_offer,
    conclude=_offered,
    windows=_windows,
    summary=lambda _a, _f: CHECK,
    submit=_("📮 Send it in"),
)
NEW = Script(
    name="opening_new",
    version=1,
    title=lambda _f: _("A job opening"),
    asks=FIELDS,
    gather=gather_new,
    conclude=_entered,
    windows=_windows,
    summary=lambda _a, _f: CHECK,
    submit=_("✅ Publish it"),
)
CHANGE = Script(
    name="opening_change",
    version=1,
    title=lambda facts: _("Change of “{title}”", title="" if facts.before is None else facts.before.title),
    asks=FIELDS,
    gather=gather_change,
    conclude=_changed,
    windows=_windows,
    summary=lambda _a, _f: _("This stands there now. Change what you like, then send it in."),
    submit=_("📮 Send it in"),
    prefill=lambda facts: () if facts.before is None else entries_of(facts.before),
)
