"""Mismatches: what an officer must look at first, because it does not fit together or does not fit the class."""

from collections.abc import Callable

from conversations import vocabulary
from conversations.applying.nik import parse
from conversations.context import Context
from locales.text import Text, _
from records import applications, candidates, classes, documents
from records.applications import Application, ApplicationStatus
from records.documents import Document, DocumentState
from records.enrolments import Enrolment
from records.people import Person
from records.requirements import Hurdle, Obstacle, check

LETTERS = 60


def of(context: Context, application: Application, person: Person, papers: list[Document]) -> list[Text]:
    """Each in one short line, the gravest first."""
    found = [
        *_nik(context, person),
        *_requirements(context, application, person),
        *_papers(context, papers),
        *_attendance(context, person, candidates.earlier(context.session, person.id, application.id)),
    ]
    if application.status == ApplicationStatus.CORRECTION.value:
        found.append(_("was asked for a correction and has not corrected it in time"))
    return found


def _nik(context: Context, person: Person) -> list[Text]:
    """The date of birth and the sex that the NIK holds, against those that were given."""
    nik = parse(person.nik or "", context.today)
    if nik is None:
        return [_("there is no such NIK")]
    found = []
    if person.born is not None and person.born != nik.birth_date:
        found.append(_("the NIK says born on {day}", day=nik.birth_date))
    if person.sex is not None and person.sex != nik.sex.value:
        found.append(_("the NIK says {sex}", sex=vocabulary.SEX[nik.sex]))
    return found


def _requirements(context: Context, application: Application, person: Person) -> list[Text]:
    brief = classes.brief(context.session, application.class_id)
    if brief is None:
        return []
    hers = candidates.candidate(context.session, person, brief.starts_on, besides=application.id)
    return [_HURDLES[obstacle.hurdle](context, obstacle) for obstacle in check(brief.requirements, hers)]


def _papers(context: Context, papers: list[Document]) -> list[Text]:
    found = []
    for paper in papers:
        kind = vocabulary.PAPER[paper.kind]
        others = documents.elsewhere(context.session, paper)
        if others:
            other = applications.by_id(context.session, others[0])
            found.append(
                _("the same {document} lies with {number}", document=kind, number=other.number if other else "?")
            )
        if paper.state == DocumentState.NOT_IN_HAND.value:
            found.append(_("{document} not in hand yet", document=kind))
        elif paper.state == DocumentState.COUNTER.value:
            found.append(_("{document} is brought to the counter", document=kind))
        if paper.why == "same":
            found.append(_("one file serves for two documents"))
        if not paper.sorted:
            found.append(_("it is not certain which picture is the {document}", document=kind))
    return found


def _attendance(context: Context, person: Person, earlier: list[Enrolment]) -> list[Text]:
    """By our own records, or by what she says."""
    brief = classes.brief(context.session, earlier[0].class_id) if earlier else None
    if brief is not None:
        programme, cohort = short(brief.programme, LETTERS), short(brief.cohort, LETTERS)
        return [_("attended before: {programme}, {cohort}", programme=programme, cohort=cohort)]
    if not person.attended_before:
        return []
    if person.attended_year is not None:
        return [_("says that she attended before, in {year}", year=str(person.attended_year))]
    return [_("says that she attended before")]


def short(words: str, most: int) -> str:
    """Words that are shown in little space."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _bound(words: Callable[[int, int], Text]) -> Callable[[Context, Obstacle], Text]:
    return lambda _context, obstacle: words(obstacle.bound or 0, obstacle.given or 0)


_HURDLES: dict[Hurdle, Callable[[Context, Obstacle], Text]] = {
    Hurdle.RESIDENCE: lambda context, _o: _("not from {city}", city=context.house.profile.city),
    Hurdle.TOO_YOUNG: _bound(lambda bound, given: _("{age} years old, at least {bound}", age=given, bound=bound)),
    Hurdle.TOO_OLD: _bound(lambda bound, given: _("{age} years old, at most {bound}", age=given, bound=bound)),
    Hurdle.EDUCATION_BELOW: lambda _c, _o: _("education below what the class requires"),
    Hurdle.EDUCATION_ABOVE: lambda _c, _o: _("education above what the class requires"),
    Hurdle.EARLIER_COURSE: lambda _c, _o: _("the class is for those who attended none before"),
    Hurdle.RECENT_COURSE: _bound(lambda bound, _g: _("attended in the last {years} years", years=bound)),
    Hurdle.WORKING: lambda _c, _o: _("works, but the class is for those without work"),
    Hurdle.STUDYING: lambda _c, _o: _("studies, but the class is not for those in school"),
}
