"""Registration: from "I want to learn this" to a number. One fact an ask."""

from dataclasses import dataclass
from datetime import date

from conversations import readers, vocabulary
from conversations.context import Context
from conversations.home import status
from conversations.nik import Nik, parse
from conversations.reply import Button, Qr, Reply, Style, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from locales.text import Text, _, verbatim
from records import applications, audit, classes, consents, people
from records.consents import Purpose
from records.people import Education, Particulars, Sex
from records.profile import Profile
from records.requirements import Requirements, age_on

NOTICE_VERSION = 1
OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Facts:
    """The class applied for, and what the centre's profile says of places."""

    programme: str
    cohort: str
    cohort_id: int
    starts_on: date
    requirements: Requirements
    profile: Profile
    today: date


def gather(context: Context, matter: Matter) -> Facts | Text:
    brief = None if matter.about is None else classes.brief(context.session, matter.about)
    if brief is None or not brief.is_open(context.now):
        return _("Registration for this class is closed. Look at /menu for classes that are open.")
    return Facts(
        programme=brief.programme,
        cohort=brief.cohort,
        cohort_id=brief.cohort_id,
        starts_on=brief.starts_on,
        requirements=brief.requirements,
        profile=context.house.profile,
        today=context.today,
    )


# The asks, in their order.


def _notice(_answers: Answers, facts: Facts) -> Text:
    return _(
        "<b>Registration: {programme}</b>\n\n"
        "{centre} asks for your name, NIK, place of residence, phone, education and activity, in order to select "
        "participants and to report the training, as a public task. Not selected: kept 12 months. Participants: "
        "36 months "
        "after training. You may see, correct or withdraw your data at any time; contact: {officer}. "
        "Telegram is a service abroad; you may also register at the counter.\n\n"
        "The training is free, and no officer ever asks you for money or an OTP.\n\nDo you agree to go on?",
        programme=facts.programme,
        centre=facts.profile.name,
        officer=facts.profile.data_protection_officer,
    )


def _nik_reader(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    return readers.nik(typed, facts.today)


def _from_nik(answers: Answers, facts: Facts) -> Nik:
    nik = parse(answers["nik"], facts.today)
    if nik is None:
        raise ValueError("a NIK that was read is read again")
    return nik


def _birth_question(answers: Answers, facts: Facts) -> Text:
    nik = _from_nik(answers, facts)
    return _(
        "Your NIK says that you were born on <b>{day}</b>, <b>{sex}</b>. Is that right?",
        day=nik.birth_date,
        sex=vocabulary.SEX[nik.sex],
    )


def _yes_no(_answers: Answers, _facts: Facts) -> tuple[Choice, ...]:
    return (
        Choice("yes", _("Yes, that is right"), Style.SUCCESS),
        Choice("no", _("No")),
        Choice("nik", _("I mistyped my NIK"), reopens="nik"),
    )


def _too_young(born: date, facts: Facts) -> Misread | None:
    """The age on the first day of the class against its bounds."""
    rules, age = facts.requirements, age_on(born, facts.starts_on)
    if age < rules.minimum_age:
        return Misread(
            _(
                "This class is for people of {least} and over; you will be {age} when it begins. "
                "Please come to the counter: we gladly look with you for what is possible now.",
                least=rules.minimum_age,
                age=age,
            )
        )
    if rules.maximum_age is not None and age > rules.maximum_age:
        return Misread(
            _(
                "This class is for people up to {most}; you will be {age} when it begins. "
                "Please look at other classes in /menu, or ask an officer with /tanya.",
                most=rules.maximum_age,
                age=age,
            )
        )
    return None


def _check_birth(value: str, answers: Answers, facts: Facts) -> Misread | None:
    return _too_young(_from_nik(answers, facts).birth_date, facts) if value == "yes" else None


def _birth_reader(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    value = readers.birth_date(typed, facts.today)
    if isinstance(value, Misread):
        return value
    return _too_young(date.fromisoformat(value), facts) or value


def _said_no(answers: Answers, _facts: Facts) -> bool:
    return answers.get("birth") == "no"


def _born(answers: Answers, facts: Facts) -> date:
    return (
        date.fromisoformat(answers["birth_date"]) if _said_no(answers, facts) else _from_nik(answers, facts).birth_date
    )


def _sex(answers: Answers, facts: Facts) -> Sex:
    return Sex(answers["sex"]) if _said_no(answers, facts) else _from_nik(answers, facts).sex


def _differs(answers: Answers, facts: Facts) -> bool:
    """The date or sex given is not the one in the NIK."""
    if not _said_no(answers, facts) or "birth_date" not in answers or "sex" not in answers:
        return False
    nik = _from_nik(answers, facts)
    return (nik.birth_date, nik.sex) != (_born(answers, facts), _sex(answers, facts))


def _difference(answers: Answers, facts: Facts) -> Text:
    nik = _from_nik(answers, facts)
    return _(
        "Your NIK says {nik_day}, {nik_sex}; you wrote {day}, {sex}. What shall we do?",
        nik_day=nik.birth_date,
        nik_sex=vocabulary.SEX[nik.sex],
        day=_born(answers, facts),
        sex=vocabulary.SEX[_sex(answers, facts)],
    )


def _difference_choices(_answers: Answers, _facts: Facts) -> tuple[Choice, ...]:
    return (
        Choice("nik", _("Correct the NIK"), reopens="nik"),
        Choice("date", _("Correct the date of birth"), reopens="birth_date"),
        Choice("sex", _("Correct woman/man"), reopens="sex"),
        Choice("ktp", _("Both stand so on my KTP")),
    )


def _kecamatan(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    own = tuple(Choice(k.code, verbatim(k.name)) for k in facts.profile.kecamatan)
    return (*own, Choice(OUTSIDE, _("Outside {city}", city=facts.profile.city)))


def _check_kecamatan(value: str, _answers: Answers, facts: Facts) -> Misread | None:
    if value != OUTSIDE or not facts.requirements.residents_only:
        return None
    return Misread(
        _(
            "This class is paid by the city and therefore only for people with a KTP of {city}. "
            "If yours is from elsewhere, see in /menu whether a class of the national budget (APBN) is open.",
            city=facts.profile.city,
        )
    )


def _kelurahan(answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    kecamatan = facts.profile.kecamatan_of(answers.get("kecamatan") or "")
    return () if kecamatan is None else tuple(Choice(k.code, verbatim(k.name)) for k in kecamatan.kelurahan)


def _from_the_city(answers: Answers, _facts: Facts) -> bool:
    """Most are, so that the number of steps counts the kelurahan from the start."""
    return answers.get("kecamatan") != OUTSIDE


def _from_outside(answers: Answers, _facts: Facts) -> bool:
    return answers.get("kecamatan") == OUTSIDE


def _shown_birth(value: str, answers: Answers, facts: Facts) -> Text:
    agrees = value == "yes" or ("sex" in answers and not _differs(answers, facts))
    if not agrees:
        return _("different from the NIK")
    nik = _from_nik(answers, facts)
    return _("{day}, {sex}", day=nik.birth_date, sex=vocabulary.SEX[nik.sex])


ASKS: tuple[Ask[Facts], ...] = (
    Ask(
        key="notice",
        prompt=_notice,
        choices=lambda _a, _f: (Choice("yes", _("✅ I agree, go on"), Style.SUCCESS),),
        help=_("If you do not agree, tap “✖️ Cancel”: nothing is kept. You may register at the counter as well."),
    ),
    Ask(
        key="name",
        label=_("Name"),
        prompt=lambda _a, _f: _("What is your <b>full name</b>, as on your KTP?"),
        reader=lambda typed, _a, _f: readers.name(typed),
        help=_("Write it exactly as on your KTP, titles left out."),
    ),
    Ask(
        key="nik",
        label=_("NIK"),
        prompt=lambda _a, _f: _("What is your <b>NIK</b>? It is the number of 16 digits at the top of your KTP."),
        reader=_nik_reader,
        sensitive=True,
        help=_("Your NIK is stored encrypted and shown to the officers who check applications only."),
    ),
    Ask(
        key="birth",
        label=_("Born"),
        rests_on=("nik",),
        prompt=_birth_question,
        choices=_yes_no,
        check=_check_birth,
        shown=_shown_birth,
        help=_("The date of birth and the sex are part of the NIK. If they are not yours, say no."),
    ),
    Ask(
        key="birth_date",
        label=_("Date of birth"),
        when=_said_no,
        prompt=lambda _a, _f: _("What is your <b>date of birth</b>? For example: 17-8-1999"),
        reader=_birth_reader,
        shown=lambda value, _a, _f: readers.shown_date(value),
    ),
    Ask(
        key="sex",
        label=_("Woman/man"),
        when=_said_no,
        prompt=lambda _a, _f: _("Are you a woman or a man, as on your KTP?"),
        choices=lambda _a, _f: tuple(Choice(sex.value, vocabulary.SEX_LABEL[sex]) for sex in Sex),
        columns=2,
    ),
    Ask(
        key="difference",
        when=_differs,
        rests_on=("nik", "birth_date", "sex"),
        prompt=_difference,
        choices=_difference_choices,
    ),
    Ask(
        key="kecamatan",
        label=_("Kecamatan"),
        prompt=lambda _a, _f: _("In which <b>kecamatan</b> do you live, by your KTP?"),
        choices=_kecamatan,
        check=_check_kecamatan,
        help=_("The kecamatan on your KTP, also if you live somewhere else at present."),
    ),
    Ask(
        key="kelurahan",
        label=_("Kelurahan"),
        when=_from_the_city,
        rests_on=("kecamatan",),  # the codes of kelurahan begin anew in every kecamatan
        prompt=lambda _a, _f: _("And in which <b>kelurahan</b>?"),
        choices=_kelurahan,
        columns=2,
        help=_("Some kelurahan were joined in 2015: choose the present name."),
    ),
    Ask(
        key="town",
        label=_("Kabupaten or kota"),
        when=_from_outside,
        prompt=lambda _a, _f: _("Of which <b>kabupaten or kota</b> is your KTP?"),
        reader=lambda typed, _a, _f: readers.words(typed, limit=80, least=3),
    ),
    Ask(
        key="address",
        label=_("Address"),
        prompt=lambda _a, _f: _("What is your <b>address</b>, with RT/RW? For example: Jl. Melati 5 RT 02 RW 03"),
        reader=lambda typed, _a, _f: readers.address(typed),
    ),
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
    Ask(
        key="education",
        label=_("Education"),
        prompt=lambda _a, _f: _("What is your highest <b>finished education</b>?"),
        choices=lambda _a, _f: tuple(Choice(e.value, vocabulary.EDUCATION[e]) for e in Education),
    ),
    Ask(
        key="activity",
        label=_("Present activity"),
        prompt=lambda _a, _f: _("What do you <b>do at present</b>?"),
        choices=lambda _a, _f: tuple(Choice(code, words) for code, words in vocabulary.PRESENT_ACTIVITY.items()),
    ),
)


def _particulars(answers: Answers, facts: Facts) -> Particulars:
    return Particulars(
        name=answers["name"],
        nik=answers["nik"],
        birth_date=_born(answers, facts),
        sex=_sex(answers, facts),
        phone=answers["phone"],
        kecamatan=answers["kecamatan"] if _from_the_city(answers, facts) else None,
        kelurahan=answers.get("kelurahan"),
        town=answers.get("town"),
        address=answers["address"],
        education=Education(answers["education"]),
        activity=answers["activity"],
    )


def conclude(context: Context, matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """Files the application, unless the NIK belongs to somebody who writes from another account."""
    session, vault = context.session, context.house.vault
    known = people.known(session, vault, answers["nik"])
    if known is not None and known.chat_id not in (None, context.chat_id):
        return Conclusion(Reply(_taken(), rows=column(Button(_("💬 Ask an officer"), "m:ask"))))
    person_id = people.keep(session, vault, _particulars(answers, facts), context.now)
    people.link(session, person_id, context.chat_id, context.now)
    consents.give(session, person_id, Purpose.REGISTRATION, NOTICE_VERSION, context.now)
    filed = applications.file(session, person_id, facts.cohort_id, matter.about or 0, context.now)
    audit.note(
        session,
        at=context.now,
        actor=vault.pseudonym("person", person_id),
        action="application.filed" if filed.new else "application.repeated",
        matter=f"application:{filed.id}",
    )
    return Conclusion(_filed(facts, filed) if filed.new else _had_applied(filed))


def _taken() -> Text:
    return _(
        "This NIK is already registered from another Telegram account. If that was you, an officer will gladly "
        "connect this account: put a question to them."
    )


def _had_applied(filed: applications.Filed) -> Reply:
    text = _(
        "You had already applied to this cohort; your number is still <b>{number}</b>. See /status.",
        number=filed.number,
    )
    return Reply(text, rows=column(Button(_("📋 My status"), "m:status")), fresh=True)


def _filed(facts: Facts, filed: applications.Filed) -> Reply:
    text = _(
        "<b>Your registration is in.</b>\n"
        "Registration number: <code>{number}</code>\n"
        "{programme}, {cohort}\n\n"
        "Next: an officer checks your application, and you hear from us here. "
        "You are not a participant yet: participants are selected by a test, not by who comes first. "
        "Show this QR at the counter. Everything is free; no officer asks for money or an OTP.",
        number=filed.number,
        programme=facts.programme,
        cohort=facts.cohort,
    )
    rows = ((Button(_("📄 Copy the number"), copy=filed.number),), (Button(_("📋 My status"), "m:status"),))
    return Reply(text, rows=rows, picture=Qr(filed.number), fresh=True)


SCRIPT = Script(
    name="registration",
    version=1,
    title=lambda facts: _("Registration for {programme}", programme=facts.programme),
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
