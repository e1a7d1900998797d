"""The ending: what is written down and said once a follow-up is answered, or not to be asked again."""

from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.following import asking_again, vocabulary
from conversations.following.facts import Facts
from conversations.following.recording import HERSELF, Observer
from conversations.giving.back import AFTER_ANSWERING
from conversations.reply import Reply, Rows, column
from conversations.script import Answers, Conclusion, Matter
from locales.text import Text, _, lines
from records import audit, classmates, followups, help_requests
from records.followups import Followup, FollowupState
from records.questionnaire import Need


def settle(context: Context, matter: Matter, answers: Answers, facts: Facts, observer: Observer, actor: str) -> None:
    """Whoever took it down: the record is complete, and the follow-up answered. `actor` is a pseudonym."""
    if matter.about is None:
        raise ValueError("a follow-up is about a row of the plan")
    observer.complete(context, matter, answers, facts)
    need = answers.get("needs")
    if need is not None and need != Need.NONE:
        help_requests.ask(context.session, matter.about, need, context.now)
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
    followup = None if matter.about is None else followups.by_id(context.session, matter.about)
    others = () if followup is None else (_turn(context, followup), _classmates(context, followup, facts))
    return Conclusion(Reply(lines(_thanks(facts), _help_comes(answers), *others, separator="\n\n"), rows=rows()))


def _thanks(facts: Facts) -> Text:
    return _(
        "Thank you, {name}. Your answer is noted for month {wave} after the training in {programme}. "
        "If something changes or you need help, send /tanya: an officer answers.",
        name=facts.name,
        wave=facts.wave,
        programme=facts.programme,
    )


def _help_comes(answers: Answers) -> Text | None:
    need = answers.get("needs")
    if need is None or need == Need.NONE:
        return None
    return _("🤝 You asked for: {need}. An officer writes to you or calls you.", need=vocabulary.NEED[Need(need)])


def _turn(context: Context, followup: Followup) -> Text:
    turn = classmates.turn(context.session, followup.enrolment_id, followup.wave)
    return _("You are number {place} of {graduates} to have answered.", place=turn.place, graduates=turn.graduates)


def _classmates(context: Context, followup: Followup, facts: Facts) -> Text | None:
    """What became of those who did the same training with her; nothing where it would tell of too few."""
    found = classmates.result(context.session, followup.enrolment_id, followup.wave)
    if found is None:
        return None
    return _(
        "Of {answered} of your cohort in {programme} who have answered, about {tenths} in 10 work or run a business.",
        answered=found.answered,
        programme=facts.programme,
        tenths=found.tenths,
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
    text = _("Understood, {name}: we do not ask again. What you answered so far stays. All the best.", name=facts.name)
    undo = None if matter.about is None else asking_again.button(matter.about)
    return Reply(text, rows=column(undo, BACK_HOME))
