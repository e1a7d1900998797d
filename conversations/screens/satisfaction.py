"""How satisfied a class was, for officers: only once its survey is over."""

from conversations.context import Context
from conversations.reply import Reply, column
from conversations.screen import Outcome, Screen
from conversations.training.trainee import back_to_class, chosen_class
from locales.text import Text, _, lines
from records import satisfaction
from records.permissions import Permission


def satisfied(context: Context, argument: str) -> Outcome:
    """The index of a class, once its survey is over and from five answers on."""
    chosen = chosen_class(context, argument)
    if chosen is None:
        return None
    back = column(back_to_class(chosen.id))
    found = satisfaction.of_class(context.session, chosen.id, context.today)
    head = _("<b>Satisfaction with {programme}</b>, {cohort}", programme=chosen.programme, cohort=chosen.cohort)
    if found is None:
        return Reply(lines(head, _not_shown(context, chosen.id)), rows=back)
    rows = [
        _("U{n}. {element}: {average}", n=n, element=ELEMENTS[n - 1], average=f"{average:.2f}".replace(".", ","))
        for n, average in enumerate(found.elements, 1)
    ]
    index = _(
        "SKM index: <b>{index}</b>, category <b>{category}</b> ({count} answers)",
        index=f"{found.index:.2f}".replace(".", ","),
        category=found.category.value,
        count=found.answers,
    )
    return Reply(lines(head, index, lines(*rows), separator="\n\n"), rows=back)


def _not_shown(context: Context, class_id: int) -> Text:
    """While answers may come, an index would give away the latest of them."""
    closes_on = satisfaction.closing(context.session, class_id)
    if closes_on is None:
        return _("Participants are asked when the class is graduated.")
    if context.today <= closes_on:
        return _(
            "Participants may answer until {day}. The index is shown after that day and once {count} have answered, so "
            "that nobody's answer can be guessed.",
            day=closes_on,
            count=satisfaction.SHOWN_FROM,
        )
    return _(
        "The survey is over. Fewer than {count} have answered: nothing is shown, so that nobody can be guessed.",
        count=satisfaction.SHOWN_FROM,
    )


# The nine elements of the regulation, in its order.
ELEMENTS: tuple[Text, ...] = (
    _("Requirements"),
    _("System and procedure"),
    _("Time of completion"),
    _("Cost"),
    _("Product of the service"),
    _("Competence of the staff"),
    _("Conduct of the staff"),
    _("Handling of complaints"),
    _("Facilities"),
)


SCREENS = (Screen("satisfied", satisfied, Permission.TRAINING),)
