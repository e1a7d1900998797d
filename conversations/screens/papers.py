"""Papers and lists of a class: what is printed for its participants, and who is at which stage, as files."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Background, Button, Reply, Rows, column, grid
from conversations.screen import Outcome, Screen, number
from locales.text import Text, _, verbatim
from records import classes, cohorts, rosters
from records.permissions import Permission
from records.rosters import Stage

STAGES: dict[Stage, Text] = {
    Stage.APPLICANTS: _("All applicants"),
    Stage.CHECKED: _("Papers passed"),
    Stage.TESTED: _("Invited to the test"),
    Stage.RESULT: _("Result of the selection"),
    Stage.PARTICIPANTS: _("Participants"),
    Stage.GRADUATES: _("Graduates"),
}
LISTED = 60
KINDS = ("pdf", "xlsx")


def papers(context: Context, argument: str) -> Outcome:
    """Of one class; `c7`: which class of that cohort; without an argument, which cohort."""
    if not argument:
        return _cohorts(context)
    if argument.startswith("c"):
        return _classes(context, number(argument[1:]))
    chosen = number(argument)
    brief = None if chosen is None else classes.brief(context.session, chosen)
    if chosen is None or brief is None:
        return None
    text = _(
        "<b>Papers and lists</b>\n{programme}, {cohort}\n\n"
        "To print, or as Excel. Lists hold personal data: keep them safe.",
        programme=brief.programme,
        cohort=brief.cohort,
    )
    return Reply(text, rows=(*_forms(context, chosen), *_stages(chosen), (_back(brief.cohort_id), STAFF_MENU)))


def _back(cohort_id: int) -> Button:
    return Button(_("⬅️ Back"), f"m:papers:c{cohort_id}")


def _cohorts(context: Context) -> Reply:
    every = cohorts.all_of_them(context.session)
    if not every:
        return Reply(_("There is no class yet."), rows=column(STAFF_MENU))
    rows = [Button(verbatim(cohort.name), f"m:papers:c{cohort.id}") for cohort in every[:LISTED]]
    return Reply(_("Papers and lists of which cohort?"), rows=column(*rows, STAFF_MENU))


def _classes(context: Context, cohort_id: int | None) -> Reply | None:
    cohort = None if cohort_id is None else cohorts.by_id(context.session, cohort_id)
    if cohort is None:
        return None
    rows = [
        Button(verbatim(programme), f"m:papers:{a_class.id}")
        for a_class, programme in classes.of_cohort(context.session, cohort.id)
    ]
    text = _("Papers and lists of which class of {cohort}?", cohort=cohort.name)
    return Reply(text, rows=column(*rows[:LISTED], Button(_("⬅️ Back"), "m:papers"), STAFF_MENU))


def _forms(context: Context, class_id: int) -> Rows:
    return tuple(
        (
            Button(verbatim(f"🖨 {form.title}"), f"m:paper:{class_id}.{form.code}.pdf"),
            Button(_("Excel"), f"m:paper:{class_id}.{form.code}.xlsx"),
        )
        for form in context.house.profile.papers.forms
    )


def _stages(class_id: int) -> Rows:
    buttons = [
        Button(_("📄 {list}", list=label), f"m:list:{class_id}.{stage.value}") for stage, label in STAGES.items()
    ]
    return grid(buttons)


def paper(context: Context, argument: str) -> Outcome:
    class_id, code, kind = (*argument.split("."), "", "")[:3]
    known = code in {form.code for form in context.house.profile.papers.forms} and kind in KINDS
    chosen = number(class_id)
    if not known or chosen is None or classes.brief(context.session, chosen) is None:
        return None
    if not rosters.roster(context.session, chosen, Stage.PARTICIPANTS):
        return _nobody(chosen)
    return _made(context, class_id, f"{class_id}.{code}.{kind}", "paper")


def _nobody(class_id: int) -> Reply:
    """A paper without names is nothing to sign."""
    text = _("Nobody is a participant of this class yet, so there is nothing to print. Applicants are in the lists.")
    return Reply(text, rows=column(Button(_("⬅️ Papers and lists"), f"m:papers:{class_id}"), STAFF_MENU))


def listing(context: Context, argument: str) -> Outcome:
    class_id, _dot, code = argument.partition(".")
    return _made(context, class_id, f"{class_id}.{code}", "list") if code in set(Stage) else None


def _made(context: Context, class_id: str, argument: str, errand: str) -> Outcome:
    """Whoever takes people's data out of the house is written down."""
    chosen, officer = number(class_id), officer_with(context, Permission.PEOPLE)
    if chosen is None or officer is None or classes.brief(context.session, chosen) is None:
        return None
    note(context, officer, f"{errand}.exported", f"class:{argument}")
    back = Button(_("⬅️ Papers and lists"), f"m:papers:{chosen}")
    return Reply(_("🖨 The file is being made …"), rows=column(back), background=Background(errand, argument))


SCREENS = (
    Screen("papers", papers, Permission.PEOPLE),
    Screen("paper", paper, Permission.PEOPLE),
    Screen("list", listing, Permission.PEOPLE),
)
