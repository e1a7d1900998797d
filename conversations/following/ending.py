"""The ending: what is written down and said once a follow-up is answered, or not to be asked again."""

from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.following.facts import Facts
from conversations.following.recording import HERSELF, Observer
from conversations.giving.back import AFTER_ANSWERING
from conversations.reply import Reply, Rows
from conversations.script import Answers, Conclusion, Matter
from locales.text import Text, _, lines
from records import audit, followups
from records.followups import FollowupState


def settle(context: Context, matter: Matter, answers: Answers, facts: Facts, observer: Observer, actor: str) -> None:
    """Whoever took it down: the record is complete, and the follow-up answered. `actor` is a pseudonym."""
    if matter.about is None:
        raise ValueError("a follow-up is about a row of the plan")
    observer.complete(context, matter, answers, facts)
    followups.end(context.session, matter.about, FollowupState.ANSWERED, context.now)
    audit.note(
        context.session,
        at=context.now,
        actor=actor,
        action="followup.answered",
        matter=f"followup:{matter.about}",
    )


def conclude(context: Context, matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    """She answered it herself."""
    actor = context.house.vault.pseudonym("person", matter.subject_person or 0)
    settle(context, matter, answers, facts, HERSELF, actor)
    return Conclusion(Reply(lines(_thanks(facts), separator="\n\n"), rows=rows()))


def _thanks(facts: Facts) -> Text:
    return _(
        "Thank you, {name}. Your answer is noted for month {wave} after the training in {programme}. "
        "If something changes or you need help, send /tanya: an officer answers.",
        name=facts.name,
        wave=facts.wave,
        programme=facts.programme,
    )


def rows() -> Rows:
    """Where she may go on from here."""
    return (*AFTER_ANSWERING, (BACK_HOME,))


def stop(context: Context, matter: Matter, facts: Facts) -> Reply:
    """'Do not ask again': nothing more is planned for her, and it is one tap. It holds also where the last wave had
    ended in silence: the follow-up she answers so is the one that remembers it.
    """
    if matter.subject_person is not None and matter.about is not None:
        followups.end(context.session, matter.about, FollowupState.STOPPED)
        followups.stop_person(context.session, matter.subject_person)
        audit.note(
            context.session,
            at=context.now,
            actor=context.house.vault.pseudonym("person", matter.subject_person),
            action="followup.stopped",
            matter=f"followup:{matter.about}",
        )
    return Reply(
        _("Understood, {name}: we do not ask again. What you answered so far stays. All the best.", name=facts.name)
    )
