"""A graduate shows her business in the showcase: what everybody will read, and her consent to it.

Nothing is taken from her record by itself: what is known already is offered as a button, and she taps it or not.
"""

from dataclasses import dataclass

from conversations import readers
from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.giving import stall_pages
from conversations.giving.telling_officers import tell_of_first
from conversations.officer import INVISIBLE
from conversations.reply import Reply, Style, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script, Windows
from conversations.talk import Entry
from locales.text import Text, _, verbatim
from records import audit, businesses, graduates, people, programmes, showcases
from records.profile import Profile
from records.showcases import Showcase, Stall

# The version of the words she agrees to; one more with every change of what they say.
CONSENT_VERSION = 1
# Before what is chosen instead of typed, so that nobody can type it.
KNOWN = "\N{SECTION SIGN}"
NOTHING = KNOWN + "0"
OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Facts:
    """Whose business; the kejuruan (id and name), her own first; what is known and may be offered; what stands there
    now.
    """

    person_id: int
    name: str
    programmes: tuple[tuple[str, str], ...]
    profile: Profile
    business: str | None = None
    phone: str | None = None
    before: Stall | None = None


def gather(context: Context, matter: Matter) -> Facts | Text:
    """Only for graduates, and only in the chat that speaks for her."""
    hers = [one for one in graduates.of_chat(context.session, context.chat_id) if one.person_id == matter.about]
    if not hers:
        return INVISIBLE
    session, person_id, own = context.session, hers[0].person_id, {one.programme_id for one in hers}
    known = sorted(programmes.all_of_them(session), key=lambda one: (one.id not in own, one.name))
    there = showcases.of_person(session, person_id)
    return Facts(
        person_id,
        hers[0].name,
        tuple((str(one.id), one.name) for one in known),
        context.house.profile,
        businesses.named(session, person_id),
        people.by_id(session, person_id).phone,
        None if there is None else there.sent_in,
    )


def _agreement(_answers: Answers, facts: Facts) -> Text:
    return _(
        "<b>Show your business in the Etalase alumni</b>\n\n{name}, this is up to you, and changes nothing else "
        "between you and the centre. If you agree, <b>everybody</b> can read what you write in the next questions: the "
        "name of the business, what it sells, the kelurahan, a WhatsApp number and a few words. Nothing else of your "
        "record is shown, not even your own name unless you write it.\n\nAn officer looks at it first. You can change, "
        "hide or delete it at any time with one tap, and once a year we ask whether it still holds.",
        name=facts.name,
    )


def _known_business(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    return () if facts.business is None else (Choice(KNOWN, verbatim(facts.business[:50])),)


def _known_phone(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    known = None if facts.phone is None else readers.phone(facts.phone)
    return (Choice(known, _("📱 {phone}", phone=known)),) if isinstance(known, str) else ()


def _kecamatan(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    own = tuple(Choice(one.code, verbatim(one.name)) for one in facts.profile.kecamatan)
    return (*own, Choice(OUTSIDE, _("Outside {city}", city=facts.profile.city)))


def _kelurahan(answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    kecamatan = facts.profile.kecamatan_of(answers.get("kecamatan") or "")
    return () if kecamatan is None else tuple(Choice(one.code, verbatim(one.name)) for one in kecamatan.kelurahan)


ASKS: tuple[Ask[Facts], ...] = (
    Ask(
        key="agree",
        when=lambda _a, facts: facts.before is None,
        prompt=_agreement,
        choices=lambda _a, _f: (Choice("yes", _("✅ I agree, go on"), Style.SUCCESS),),
        help=_("If you do not agree, tap “✖️ Cancel”: nothing is kept, and nothing else changes."),
    ),
    Ask(
        key="name",
        label=_("Business"),
        prompt=lambda _a, _f: _("What is your <b>business</b> called?"),
        choices=_known_business,
        reader=lambda typed, _a, _f: readers.words(typed.replace(KNOWN, ""), limit=60, least=3),
        shown=lambda value, _a, facts: verbatim((facts.business or "") if value == KNOWN else value),
    ),
    Ask(
        key="sells",
        label=_("It offers"),
        prompt=lambda _a, _f: _("<b>What do you sell or do?</b> A few words, for example: Roti dan kue pesanan"),
        reader=lambda typed, _a, _f: readers.words(typed, limit=100, least=3),
    ),
    Ask(
        key="trade",
        label=_("Kejuruan"),
        prompt=lambda _a, _f: _("Under which <b>kejuruan</b> shall people find it?"),
        choices=lambda _a, facts: tuple(Choice(key, verbatim(name)) for key, name in facts.programmes),
        columns=2,
    ),
    Ask(
        key="kecamatan",
        label=_("Kecamatan"),
        prompt=lambda _a, _f: _("In which <b>kecamatan</b> is it?"),
        choices=_kecamatan,
        columns=2,
    ),
    Ask(
        key="kelurahan",
        label=_("Kelurahan"),
        when=lambda answers, _f: answers.get("kecamatan") not in (None, OUTSIDE),
        rests_on=("kecamatan",),
        prompt=lambda _a, _f: _("In which <b>kelurahan</b>? The street is not asked."),
        choices=_kelurahan,
        columns=2,
    ),
    Ask(
        key="whatsapp",
        label=_("WhatsApp"),
        prompt=lambda _a, _f: _(
            "Which <b>WhatsApp number</b> may everybody see? It may be another one than the one you gave us."
        ),
        choices=_known_phone,
        reader=lambda typed, _a, _f: readers.phone(typed),
    ),
    Ask(
        key="words",
        label=_("A few words"),
        prompt=lambda _a, _f: _("Would you like to <b>say something more</b>? Prices, hours, delivery."),
        choices=lambda _a, _f: (Choice(NOTHING, _("Leave it empty")),),
        reader=lambda typed, _a, _f: readers.words(typed.replace(KNOWN, ""), limit=300, least=3),
        shown=lambda value, _a, _f: _("none") if value == NOTHING else verbatim(value),
    ),
)


def stall_of(answers: Answers, facts: Facts) -> Stall:
    """What was answered, once all of it is."""
    kecamatan = answers["kecamatan"]
    return Stall(
        name=(facts.business or "") if answers["name"] == KNOWN else answers["name"],
        sells=answers["sells"],
        trade=int(answers["trade"]),
        place="" if kecamatan == OUTSIDE else f"{kecamatan}.{answers['kelurahan']}",
        phone=answers["whatsapp"],
        words="" if answers["words"] == NOTHING else answers["words"],
    )


def _entries(facts: Facts) -> tuple[Entry, ...]:
    """The answers that what stands there came of."""
    stall = facts.before
    if stall is None:
        return ()
    kecamatan, _dot, kelurahan = stall.place.rpartition(".")
    return (
        Entry("name", 0, stall.name),
        Entry("sells", 0, stall.sells),
        Entry("trade", 0, str(stall.trade)),
        Entry("kecamatan", 0, kecamatan or OUTSIDE),
        *((Entry("kelurahan", 0, kelurahan),) if kecamatan else ()),
        Entry("whatsapp", 0, stall.phone),
        Entry("words", 0, stall.words or NOTHING),
    )


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    stall, there = stall_of(answers, facts), showcases.of_person(context.session, facts.person_id)
    if stall == facts.before and there is not None and there.reason is None:
        page = stall_pages.for_owner(context, facts.person_id)
        return Conclusion(page.with_note(_("Nothing was changed.")))
    showcase_id = showcases.put(context.session, facts.person_id, stall, CONSENT_VERSION, context.now)
    audit.note(
        context.session,
        at=context.now,
        actor=context.house.vault.pseudonym("person", facts.person_id),
        action="showcase.sent",
        matter=f"showcase:{showcase_id}",
    )
    tell_of_first(context, Showcase, showcase_id)
    text = _("Thank you. An officer looks at it first; then you hear here that it is shown, and if not, why.")
    return Conclusion(Reply(text, rows=column(stall_pages.MINE, BACK_HOME)))


SCRIPT = Script(
    name="showcase",
    version=1,
    title=lambda _f: _("My business in the Etalase"),
    asks=ASKS,
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=3, begun_days=14),
    summary=lambda _a, _f: _("Everybody will read this. Please check it:"),
    submit=_("📮 Send it in"),
    prefill=_entries,
)
