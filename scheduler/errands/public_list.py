"""The public list of a published selection; the argument is `selection.class`, class 0 for all of them.

All classes come as PDF, one class as a picture.
"""

from collections.abc import Callable
from datetime import date, datetime

from conversations.buttons import STAFF_MENU
from conversations.context import House
from conversations.reply import Button, Document, Reply, column
from locales.text import Text, _
from records import cohorts, publication, selections
from records.publication import Posted
from records.ranking import Outcome
from records.selections import Selection, SelectionState
from records.session import Session
from scheduler.errand import Tools
from scheduler.public_list import PublicList, Section, as_pdf, as_png

Say = Callable[[Text], str]


async def make(tools: Tools, argument: str) -> Reply | None:
    selection_id, _dot, class_id = argument.partition(".")
    found = await tools.database.read(_found, int(selection_id), int(class_id))
    if found is None:
        return None
    selection, cohort, posted = found
    listed = public_list(selection, cohort, posted, tools.house, tools.plain)
    text = _("🖨 The public list of {cohort}: registration numbers only. Pin it up, or post it.", cohort=cohort)
    name = tools.plain(_("result-{cohort}", cohort=cohort)).lower().replace(" ", "-")
    if int(class_id):
        picture = await tools.slow.run(as_png, listed)
        document = Document(f"{name}-{int(class_id)}.png", picture)
        text = _("🖼 {programme}: registration numbers only, as a picture.", programme=listed.sections[0].heading)
    else:
        document = Document(f"{name}.pdf", await tools.slow.run(as_pdf, listed))
    return Reply(text, document=document, rows=column(_others(selection), STAFF_MENU))


def _others(selection: Selection) -> Button:
    return Button(_("🖨 The public list"), f"m:posted:{selection.id}")


def _found(session: Session, selection_id: int, class_id: int) -> tuple[Selection, str, list[Posted]] | None:
    selection = selections.by_id(session, selection_id)
    cohort = None if selection is None else cohorts.by_id(session, selection.cohort_id)
    if selection is None or cohort is None or selection.state != SelectionState.PUBLISHED.value:
        return None
    posted = publication.posted(session, selection_id)
    return selection, cohort.name, [each for each in posted if class_id in (0, each.class_id)]


def public_list(selection: Selection, cohort: str, posted: list[Posted], house: House, say: Say) -> PublicList:
    """Every word of the paper, in one language."""
    if selection.published_at is None or selection.confirm_by is None:
        raise ValueError("only what was published is posted")
    class_ids = dict.fromkeys(each.class_id for each in posted)
    decree, day = selection.decree or "–", _day(selection.published_at, house)
    return PublicList(
        centre=house.profile.name,
        title=say(_("SELECTION RESULT")),
        subtitle=cohort,
        decree=say(_("Decree {decree}, {day}", decree=decree, day=day)),
        columns=(say(_("Number")), say(_("Result"))),
        sections=tuple(_section([p for p in posted if p.class_id == class_id], say) for class_id in class_ids),
        none=say(_("Nobody was selected for this class.")),
        deadline=say(_("Re-register until {when} at the latest", when=selection.confirm_by)),
        notes=_notes(say),
        foot=say(_("Registration numbers only; every applicant is also told personally.")),
        made_at=selection.published_at,
    )


def _day(moment: datetime, house: House) -> date:
    """A decree has a day, and no time of the day."""
    return moment.astimezone(house.calendar.zone).date()


def _notes(say: Say) -> tuple[str, ...]:
    return (
        say(
            _(
                "Whoever does not re-register in time gives the seat to the next reserve, in the order of the "
                "reserves' numbers. Before re-registering nobody is a participant."
            )
        ),
        say(_("Numbers that are not listed were not selected this time and are welcome to register again.")),
        say(_("Everything is free. No officer asks you for money or an OTP.")),
    )


def _section(posted: list[Posted], say: Say) -> Section:
    selected = [each for each in posted if each.outcome is Outcome.SELECTED]
    reserves = sorted((each for each in posted if each.outcome is Outcome.RESERVE), key=lambda each: each.position or 0)
    lines = [(each.number, say(_("PASSED"))) for each in selected]
    lines += [(each.number, say(_("Reserve {position}", position=each.position or 0))) for each in reserves]
    return Section(
        heading=posted[0].programme,
        lines=tuple(lines),
        summary=say(
            _(
                "{count} ranked, {selected} selected, {reserves} in reserve.",
                count=len(posted),
                selected=len(selected),
                reserves=len(reserves),
            )
        ),
    )
