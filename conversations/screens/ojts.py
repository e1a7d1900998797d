"""The on-the-job training (OJT) of a class's graduates."""

from conversations import dates, pasted
from conversations.context import Context
from conversations.reply import Button, Reply, column
from conversations.screen import Outcome, Screen, begins
from conversations.training.trainee import TRAINING, back_to_class, chosen_class
from locales.text import _, lines
from records import ojts, trainees
from records.enrolments import EnrolmentStatus
from records.permissions import Permission

LISTED = 60


def ojt_list(context: Context, argument: str) -> Outcome:
    """The graduates with their OJT; a tap notes one."""
    chosen = chosen_class(context, argument)
    if chosen is None:
        return None
    people = trainees.of_class(context.session, chosen.id, EnrolmentStatus.GRADUATED)
    said = []
    for one in people:
        found = ojts.latest(context.session, one.id)
        said.append(
            None
            if found is None
            else _("{company}, {days}", company=found.company[:40], days=dates.days(found.first_day, found.last_day))
        )
    head = _("<b>OJT of {programme}</b>, {cohort}", programme=chosen.programme, cohort=chosen.cohort)
    buttons = [Button(_("🏭 {name}", name=one.name), f"m:ojt:{one.id}") for one in people[:LISTED]]
    hint = _("OJT is a status of its own; it is not counted as working. Tap a name to note it.")
    back = column(*buttons, back_to_class(chosen.id), TRAINING)
    listed = pasted.listed([one.name for one in people], said)
    return Reply(lines(head, listed, hint, separator="\n\n"), rows=back, protected=True)


SCREENS = (
    Screen("ojts", ojt_list, Permission.TRAINING),
    Screen("ojt", begins("ojt"), Permission.TRAINING),
)
