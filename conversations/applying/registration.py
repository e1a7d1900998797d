"""Registration: from "I want to learn this" to a number. One fact an ask."""

from conversations import readers
from conversations.applying import background, dossier, full, identity, residence
from conversations.applying.applicant import Facts
from conversations.buttons import ASK, MY_STATUS
from conversations.context import Context
from conversations.home import status
from conversations.reply import Button, Card, Reply, Style, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script, Windows
from locales.text import Text, _
from records import applications, audit, classes, consents, people, refiling, relinks
from records.consents import Purpose
from records.people import Education, Known, Particulars
from records.session import Session

# 2: also the year a school was finished, and earlier courses.
NOTICE_VERSION = 2


def gather(context: Context, matter: Matter) -> Facts | Text:
    brief = None if matter.about is None else classes.brief(context.session, matter.about)
    if brief is None or not brief.is_open(context.now):
        return _("Registration for this class is closed. Look at /menu for classes that are open.")
    return facts_of(context, brief)


def facts_of(context: Context, brief: classes.Brief) -> Facts:
    return Facts(
        programme=brief.programme,
        cohort=brief.cohort,
        cohort_id=brief.cohort_id,
        starts_on=brief.starts_on,
        requirements=brief.requirements,
        profile=context.house.profile,
        today=context.today,
    )


def _notice(_answers: Answers, facts: Facts) -> Text:
    return _(
        "<b>Registration: {programme}</b>\n\n"
        "{centre} asks for your name, NIK, place of residence, phone, education, activity and earlier courses, in "
        "order to select participants and to report the training, as a public task. Not selected: kept 12 months. "
        "Participants: 36 months after training; in the year after it we ask graduates a few times whether they work. "
        "You may see, correct or withdraw your data at any time; contact: {officer}. "
        "Telegram is a service abroad; you may also register at the counter.\n\n"
        "The training is free, and no officer ever asks you for money or an OTP.\n\nDo you agree to go on?",
        programme=facts.programme,
        centre=facts.profile.name,
        officer=facts.profile.data_protection_officer,
    )


ASKS: tuple[Ask[Facts], ...] = (
    Ask(
        key="notice",
        prompt=_notice,
        choices=lambda _a, _f: (Choice("yes", _("✅ I agree, go on"), Style.SUCCESS),),
        help=_("If you do not agree, tap “✖️ Cancel”: nothing is kept. You may register at the counter as well."),
    ),
    *identity.ASKS,
    *residence.ASKS,
    Ask(
        key="phone",
        label=_("Phone"),
        contact=True,
        prompt=lambda _a, _f: _(
            "What is your <b>phone number</b>? Tap “📱 Share my number” below, or type it. "
            "If you see no such button, tap the small icon with four squares beside the typing field."
        ),
        reader=lambda typed, _a, _f: readers.phone(typed),
        help=_("We call or write to this number if Telegram fails."),
    ),
    *background.ASKS,
)


def particulars(answers: Answers, facts: Facts) -> Particulars:
    """What all the answers say of her."""
    home = residence.residence(answers, facts)
    year, attended_year = answers.get("year"), answers.get("attended_year")
    return Particulars(
        name=answers["name"],
        nik=answers["nik"],
        birth_date=identity.born(answers, facts),
        sex=identity.sex(answers, facts),
        phone=answers["phone"],
        kecamatan=home.kecamatan,
        kelurahan=home.kelurahan,
        town=home.town,
        address=answers["address"],
        education=Education(answers["education"]),
        year_finished=None if year is None else int(year),
        activity=answers["activity"],
        attended_before=answers["attended"] == "yes",
        attended_year=None if attended_year is None else int(attended_year),
    )


def conclude(context: Context, matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """Files the application, unless the NIK is known and not from this chat.

    A NIK is no secret: whoever merely types one must not get at the record, the status or the follow-ups behind it.
    """
    session, vault = context.session, context.house.vault
    known = people.known(session, vault, answers["nik"])
    if known is not None and known.chat_id != context.chat_id:
        return Conclusion(_taken(context, known), again="nik")
    if is_shut(session, matter.about or 0, known, facts.cohort_id):
        return Conclusion(full.no_more(context, matter.about or 0), again=ASKS[0].key)
    person_id = people.keep(session, vault, particulars(answers, facts), context.now)
    people.link(session, person_id, context.chat_id, context.now)
    consents.give(session, person_id, Purpose.REGISTRATION, NOTICE_VERSION, context.now)
    filed = refiling.file(session, person_id, facts.cohort_id, matter.about or 0, context.now)
    audit.note(
        session,
        at=context.now,
        actor=vault.pseudonym("person", person_id),
        action="application.filed" if filed.new else "application.repeated",
        matter=f"application:{filed.id}",
    )
    if not filed.new:
        return Conclusion(_had_applied(filed))
    return Conclusion(_filed(facts, filed, answers["name"], dossier.open_for(context, filed.id)))


def is_shut(session: Session, class_id: int, known: Known | None, cohort_id: int) -> bool:
    """Whether the class takes no more applicants; whoever has a number in this cohort is told that one instead."""
    if not applications.is_full(session, class_id):
        return False
    return known is None or not refiling.stands(session, known.person_id, cohort_id)


def _taken(context: Context, known: Known) -> Reply:
    """Nothing that she filled in is lost: once an officer has connected her account, she goes on from her NIK."""
    met = relinks.meet(context.session, context.chat_id, known.person_id, context.first_name, context.now)
    text = _(
        "This NIK is already known here, and not from this Telegram account. If you mistyped it, correct it. If it is "
        "yours, ask that this account be connected: an officer looks at it. What you filled in stays."
    )
    rows = column(
        None if met is None else Button(_("🔗 It is mine: connect this account"), f"m:relink:{met.id}"),
        Button(_("✏️ Look at the NIK again"), "m:resume"),
        ASK,
    )
    return Reply(text, rows=rows, fresh=True)


def _had_applied(filed: applications.Filed) -> Reply:
    text = _(
        "You had already applied to this cohort; your number is still <b>{number}</b>. See /status.",
        number=filed.number,
    )
    return Reply(text, rows=column(MY_STATUS), fresh=True)


def _filed(facts: Facts, filed: applications.Filed, name: str, wanted: Text | None) -> Reply:
    """`wanted`: which documents, and until when; None where the class wants none."""
    text = _(
        "<b>Your registration is in.</b>\n"
        "Registration number: <code>{number}</code>\n"
        "{programme}, {cohort}\n\n"
        "{next} "
        "You are not a participant yet: participants are selected by a test, not by who comes first. "
        "Show this card at the counter, or say the number. Everything is free; no officer asks for money or an OTP.",
        number=filed.number,
        programme=facts.programme,
        cohort=facts.cohort,
        next=_("Next: an officer checks your application, and you hear from us here.") if wanted is None else wanted,
    )
    rows = column(
        Button(_("📎 Send documents"), f"m:documents:{filed.id}", style=Style.PRIMARY) if wanted is not None else None,
        Button(_("📄 Copy the number"), copy=filed.number),
        Button(_("➕ Complete (optional)"), f"m:complete:{filed.id}"),
        MY_STATUS,
    )
    card = Card(filed.number, name, f"{facts.programme}, {facts.cohort}", facts.profile.name)
    return Reply(text, rows=rows, picture=card, fresh=True)


SCRIPT = Script(
    name="registration",
    version=1,
    title=lambda facts: _("Registration for {programme}", programme=facts.programme),
    named="name",
    asks=ASKS,
    gather=gather,
    conclude=conclude,
    windows=lambda context: Windows(
        context.house.profile.registration.untouched_days, context.house.profile.registration.begun_days
    ),
    summary=lambda _a, facts: _(
        "Please check your registration for <b>{programme}</b>, {cohort}.",
        programme=facts.programme,
        cohort=facts.cohort,
    ),
    submit=_("📨 Send my registration"),
    afterwards=status,
)
