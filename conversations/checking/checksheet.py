"""The checksheet: one application as an officer checks it, mismatches first, below a picture of a document.

It shows a person's data: it cannot be forwarded, and is taken back once the officer has decided or her claim lapses.
"""

from dataclasses import dataclass
from datetime import timedelta

from conversations import vocabulary
from conversations.buttons import STAFF_MENU
from conversations.checking import mismatches
from conversations.checking.mismatches import short
from conversations.context import Context
from conversations.people.sheet import in_fours
from conversations.reply import Background, Button, Reply, Rows, Style
from locales.text import Text, _, lines, verbatim
from records import applications, claims, classes, cohorts, documents, people, shown
from records.applications import Application
from records.documents import Document
from records.people import Education, Person, Sex
from records.requirements import age_on
from records.shown import Shown

# Telegram's bounds, in UTF-16 units.
CAPTION, MESSAGE = 1024, 4096
NAME, ADDRESS, PLACE, PROGRAMME = 60, 120, 40, 50


@dataclass(frozen=True, slots=True)
class Page:
    """What is said, and the stored file whose picture it goes with; None: there is no picture."""

    reply: Reply
    file: str | None


def about(application_id: int) -> str:
    """The code under which messages that show it are kept."""
    return f"application:{application_id}"


def opened(context: Context, application_id: int) -> Reply:
    """The sheet as a new message; a picture must be fetched first, so it follows."""
    shown.end(context.session, about(application_id), context.now, context.chat_id)
    if _files(documents.of_application(context.session, application_id)):
        return Reply(None, toast=_("One moment…"), background=Background("checksheet", str(application_id)))
    page = compose(context, application_id)
    return Reply(_("This application is gone."), rows=((STAFF_MENU,),)) if page is None else page.reply


def compose(
    context: Context, application_id: int, kind: str = "", *, everything: bool = False, lost: bool = False
) -> Page | None:
    """The sheet with the document of a kind, or the first one there is; without a picture, where `everything` is said
    in words, or the file is `lost`.
    """
    application = applications.by_id(context.session, application_id)
    if application is None:
        return None
    papers = documents.of_application(context.session, application_id)
    files = _files(papers)
    picture = None if everything or lost or not files else next((d for d in files if d.kind == kind), files[0])
    every = _said(context, application, papers)
    if lost:
        every.insert(1, _("⚠️ the picture cannot be opened: please ask for the paper itself"))
    said, whole = fitting(context, every, MESSAGE if picture is None else CAPTION)
    reply = Reply(
        lines(*said),
        rows=() if everything else _rows(application, files, picture, whole),
        fresh=True,
        shown=Shown(about(application_id), context.now + claims.LAPSES_AFTER, context.now),
    )
    return Page(reply, None if picture is None else picture.preview or picture.name)


def _files(papers: list[Document]) -> list[Document]:
    return [paper for paper in papers if paper.has_file]


def _said(context: Context, application: Application, papers: list[Document]) -> list[Text]:
    """Every line, what matters most first."""
    person = people.by_id(context.session, application.person_id)
    odd = mismatches.of(context, application, person, papers)
    return [
        _header(context, application),
        *(_("⚠️ {mismatch}", mismatch=one) for one in odd),
        *_facts(context, application, person),
        *_listed(papers),
        _("Sent {when}", when=application.submitted_at),
    ]


def _header(context: Context, application: Application) -> Text:
    left = claims.waiting(context.session, context.now)
    days = _days_left(context, application)
    if days is None:
        return _("<b>Left: {count}</b>", count=left)
    if days < 0:
        return _("<b>Left: {count}, {days} days over time</b>", count=left, days=-days)
    return _("<b>Left: {count}, {days} days</b>", count=left, days=days)


def _days_left(context: Context, application: Application) -> int | None:
    """Until the day by which every application of the cohort is to be checked."""
    cohort = cohorts.by_id(context.session, application.cohort_id)
    if cohort is None:
        return None
    closed = cohort.closes_at.astimezone(context.house.calendar.zone).date()
    deadline = closed + timedelta(days=context.house.profile.checking.days_after_closing)
    return (deadline - context.today).days


def _facts(context: Context, application: Application, person: Person) -> list[Text]:
    brief = classes.brief(context.session, application.class_id)
    starts = context.today if brief is None else brief.starts_on
    return [
        _(
            "<b>{number}</b> · {programme}, {cohort}",
            number=application.number,
            programme=short(brief.programme if brief else "", PROGRAMME),
            cohort=short(brief.cohort if brief else "", PROGRAMME),
        ),
        _("<b>{name}</b>", name=short(person.name, NAME)),
        _("NIK: <code>{nik}</code>", nik=in_fours(person.nik or "?")),
        _(
            "Born: {born}, {sex}, {age} years when it begins",
            born=person.born or "?",
            sex=vocabulary.SEX[Sex(person.sex)] if person.sex else "?",
            age="?" if person.born is None else age_on(person.born, starts),
        ),
        _("Phone: {phone}", phone=person.phone or "?"),
        _("Residence: {residence}", residence=_residence(context, person)),
        _(
            "Education: {education}{year}",
            education=vocabulary.EDUCATION[Education(person.education)] if person.education else "?",
            year="" if person.year_finished is None else f", {person.year_finished}",
        ),
        _("At present: {activity}", activity=vocabulary.PRESENT_ACTIVITY.get(person.activity or "") or verbatim("?")),
    ]


def _residence(context: Context, person: Person) -> Text:
    where = person.town or "?"
    if person.kecamatan is not None:
        kecamatan = context.house.profile.kecamatan_of(person.kecamatan)
        kelurahan = context.house.profile.kelurahan_name(person.kecamatan, person.kelurahan or "")
        where = f"{kelurahan}, {kecamatan.name if kecamatan else person.kecamatan}"
    return _("{address}, {where}", address=short(person.address or "?", ADDRESS), where=short(where, 2 * PLACE))


def _listed(papers: list[Document]) -> list[Text]:
    """Which documents are there."""
    if not papers:
        return [_("Documents: none")]
    names = [vocabulary.PAPER[paper.kind] for paper in papers if paper.has_file]
    return [_("Documents: {names}", names=lines(*names, separator=", "))] if names else []


def fitting(context: Context, said: list[Text], most: int) -> tuple[list[Text], bool]:
    """As many lines as fit, in their order, and whether that is all of them; a cut is marked."""
    cut = verbatim("…")
    left = most - 2
    kept: list[Text] = []
    for line in said:
        needed = len(context.plain(line).encode("utf-16-le")) // 2 + 1
        if needed > left:
            return [*kept, cut], False
        left -= needed
        kept.append(line)
    return kept, True


def _rows(application: Application, files: list[Document], picture: Document | None, whole: bool) -> Rows:
    others = [paper for paper in files if picture is not None and paper.id != picture.id]
    swaps = tuple(
        Button(_("🔎 Show {document}", document=vocabulary.PAPER[paper.kind]), f"m:swap:{application.id}.{paper.kind}")
        for paper in others
    )
    rest = () if whole else (Button(_("📄 All data"), f"m:alldata:{application.id}"),)
    rows = (
        swaps,
        rest,
        (Button(_("✅ Approve"), f"m:approve:{application.id}", style=Style.SUCCESS),),
        (Button(_("↩️ Ask for a correction"), f"m:sendback:{application.id}"),),
        (Button(_("⛔ Does not meet the requirements"), f"m:refuse:{application.id}", style=Style.DANGER),),
        (Button(_("Skip"), f"m:skip:{application.id}"), STAFF_MENU),
    )
    return tuple(row for row in rows if row)
