"""The papers and lists of a class as files. Arguments: `class.form.pdf|xlsx` for a paper, `class.stage` for a list."""

from collections.abc import Callable, Sequence

from conversations import vocabulary
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Document, Reply, column
from locales.text import Text, _, verbatim
from records import classes, rosters
from records.applications import ApplicationStatus
from records.enrolments import EnrolmentStatus
from records.people import Education, Sex
from records.rosters import Entry, Stage
from records.session import Session
from scheduler.errand import Tools
from scheduler.rosters import Roster, as_pdf, as_workbook
from scheduler.workbook import Cell, Heading, Page, workbook

LANGUAGE = "id"


async def paper(tools: Tools, argument: str) -> Reply | None:
    class_id, code, kind = argument.split(".")
    roster = await tools.database.read(_roster, tools, int(class_id), code)
    if roster is None:
        return None
    made = await tools.slow.run(as_workbook if kind == "xlsx" else as_pdf, roster)
    name = f"{code}-{roster.foot.partition(' ')[0]}.{kind}"
    return _sent(_("<b>{title}</b>\n{head}", title=roster.form.title, head=roster.head[0]), name, made, int(class_id))


def _roster(session: Session, tools: Tools, class_id: int, code: str) -> Roster | None:
    context = tools.context(session, tools.clock.now())
    rules = context.house.profile.papers
    form = next((form for form in rules.forms if form.code == code), None)
    a_class, brief = classes.by_id(session, class_id), classes.brief(session, class_id)
    if form is None or a_class is None or brief is None:
        return None
    say = _plainly(context)
    when = say(_("{first} to {last}", first=a_class.starts_on, last=a_class.ends_on))
    place = context.house.profile.city.removeprefix("Kota ").removeprefix("Kabupaten ")
    return Roster(
        form=form,
        head=(f"{brief.programme}, {brief.cohort}", when, a_class.place),
        entries=tuple(rosters.roster(session, class_id, Stage.PARTICIPANTS)),
        transport_a_day=rules.transport_a_day,
        closing=(
            f"{place}, ................................",
            rules.signed_by,
            " ",
            " ",
            "(......................................)",
        ),
        foot=f"{a_class.code} · {context.house.profile.name}",
        made_at=context.now,
    )


async def listing(tools: Tools, argument: str) -> Reply | None:
    class_id, _dot, code = argument.partition(".")
    stage = Stage(code)
    page = await tools.database.read(_list, tools, int(class_id), stage)
    if page is None:
        return None
    made = await tools.slow.run(workbook, page)
    count = len(list(page.rows))
    text = _("<b>{title}</b>: {count} people", title=page.note, count=count)
    return _sent(text, f"{code}-{class_id}.xlsx", made, int(class_id))


def _list(session: Session, tools: Tools, class_id: int, stage: Stage) -> Page | None:
    brief = classes.brief(session, class_id)
    if brief is None:
        return None
    context = tools.context(session, tools.clock.now())
    entries = rosters.roster(session, class_id, stage)
    components = sorted({name for entry in entries for name, _value in entry.scores})
    rows = [_row(context, n, entry, components) for n, entry in enumerate(entries, 1)]
    return Page(stage.value, _headings(components), rows, note=f"{brief.programme}, {brief.cohort}: {stage.value}")


def _headings(components: Sequence[str]) -> list[Heading]:
    known = (
        ("No.", 5),
        ("Nomor pendaftaran", 18),
        ("Nama", 28),
        ("NIK", 20),
        ("Tanggal lahir", 13),
        ("Jenis kelamin", 12),
        ("Telepon", 17),
        ("Kecamatan", 20),
        ("Kelurahan", 20),
        ("Kab/kota lain", 20),
        ("Alamat", 36),
        ("Pendidikan", 24),
        ("Status", 30),
        ("Nomor sertifikat", 24),
    )
    return [
        Heading(head, width) for head, width in (*known, *((component.capitalize(), 12) for component in components))
    ]


def _row(context: Context, n: int, entry: Entry, components: Sequence[str]) -> list[Cell]:
    say, profile = _plainly(context), context.house.profile
    kecamatan = None if entry.kecamatan is None else profile.kecamatan_of(entry.kecamatan)
    marks = dict(entry.scores)
    return [
        n,
        entry.number,
        entry.name,
        entry.nik,
        entry.born,
        say(vocabulary.SEX_LABEL[Sex(entry.sex)]) if entry.sex else "",
        entry.phone,
        kecamatan.name if kecamatan else "",
        profile.kelurahan_name(entry.kecamatan or "", entry.kelurahan or ""),
        entry.town,
        entry.address,
        say(vocabulary.EDUCATION[Education(entry.education)]) if entry.education else "",
        say(_status(entry.status)),
        entry.certificate,
        *(marks.get(component) for component in components),
    ]


def _status(code: str) -> Text:
    if code in set(EnrolmentStatus) and code != ApplicationStatus.PARTICIPANT.value:
        return vocabulary.ENROLMENT[EnrolmentStatus(code)]
    return vocabulary.APPLICATION[ApplicationStatus(code)] if code in set(ApplicationStatus) else verbatim(code)


def _plainly(context: Context) -> Callable[[Text], str]:
    languages = context.house.languages
    return lambda text: languages.plain(text, LANGUAGE)


def _sent(text: Text, name: str, content: bytes, class_id: int) -> Reply:
    back = Button(_("⬅️ Papers and lists"), f"m:papers:{class_id}")
    return Reply(text, rows=column(back, STAFF_MENU), document=Document(name, content), protected=False)
