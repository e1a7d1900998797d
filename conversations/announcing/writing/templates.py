"""Templates: what a BLK announces again and again, as a beginning that staff may use as it is or write anew."""

from dataclasses import dataclass

from conversations.announcing.writing import markup
from conversations.context import Context
from conversations.script import Misread
from locales.languages import DEFAULT
from locales.text import Text, _


@dataclass(frozen=True, slots=True)
class Template:
    """`words` hold fields in braces, which stay as they are until the announcement is sent."""

    code: str
    label: Text
    words: Text


TEMPLATES: tuple[Template, ...] = (
    Template(
        "opening",
        _("📣 Registration opens"),
        _(
            "<b>Registration for free trainings is open</b>\n\nHello {nama}, you can register with us until "
            "<b>{tanggal}</b>. Training, materials and certificate are free.\n\nSend /menu and choose a training. "
            "Please have your KTP and your last school certificate at hand. No officer ever asks you for money or "
            "an OTP."
        ),
    ),
    Template(
        "closing",
        _("⏳ Registration closes"),
        _(
            "<b>Registration closes on {tanggal}</b>\n\nHello {nama}, this is a reminder: until {tanggal} you can "
            "still register or send documents that are missing. Send /status to see how your registration "
            "stands.\n\nIf you have done everything already, you need not do anything. Thank you."
        ),
    ),
    Template(
        "test",
        _("📝 Test dates"),
        _(
            "<b>Selection test on {tanggal}</b>\n\nHello {nama}, you (registration number <b>{nomor}</b>) are "
            "invited to the selection test for {kelas} on <b>{tanggal}</b>.\n\nPlease come 30 minutes early and bring:"
            "\n• your KTP\n• your registration number\n• a pen\n\nIf you cannot come, please tell us before that day: "
            "/tanya."
        ),
    ),
    Template(
        "reregistration",
        _("✍️ Re-registration"),
        _(
            "<b>Re-registration until {tanggal}</b>\n\nHello {nama}, please re-register for {kelas} until "
            "<b>{tanggal}</b>: send /status and tap the button there. Whoever does not re-register in time gives the "
            "seat to a reserve. You are not a participant before you have re-registered.\n\nEverything is free."
        ),
    ),
    Template(
        "competency",
        _("🎓 Competency test"),
        _(
            "<b>Competency test on {tanggal}</b>\n\nHello {nama}, the competency test for {kelas} is on "
            "<b>{tanggal}</b>. Please bring your KTP and two photos 3x4, and wear the training clothes.\n\nQuestions? "
            "Write to us with /tanya. Good luck!"
        ),
    ),
    Template(
        "holiday",
        _("🏖 No training"),
        _(
            "<b>No training on {tanggal}</b>\n\nHello {nama}, on <b>{tanggal}</b> there is no training, and our office "
            "is closed. The training goes on on the next day of your timetable.\n\nQuestions may be sent with /tanya; "
            "we answer when we are back."
        ),
    ),
    Template(
        "job",
        _("💼 Job opening"),
        _(
            "<b>Job opening for alumni</b>\n\nHello {nama}, a business is looking for people who have learnt {kelas}. "
            "Applications are taken until <b>{tanggal}</b>.\n\nSend /menu and tap the job openings for all of them. "
            "Applying is free: nobody may ask you for money."
        ),
    ),
)


def by_code(code: str) -> Template | None:
    return next((template for template in TEMPLATES if template.code == code), None)


def written(context: Context, template: Template) -> str:
    """Its words as they are sent: in the language in which everybody here begins."""
    found = markup.read(context.house.languages.html(template.words, DEFAULT))
    if isinstance(found, Misread):
        raise ValueError(f"the template {template.code} cannot be sent: {found.text.msgid}")
    return found
