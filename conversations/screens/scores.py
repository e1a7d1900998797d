"""Scores of a class, for officers: how many are missing, and the three ways to bring them in."""

from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, column
from conversations.screen import Outcome, Screen, begins, number
from conversations.sessions import score_sheet
from conversations.sessions.scoring import Facts, facts_of
from locales.text import Text, _, lines
from records import imports, scoring
from records.imports import ImportState
from records.permissions import Permission

KIND = "scores"


def _facts(context: Context, argument: str) -> Facts | None:
    chosen, officer = number(argument), officer_with(context, Permission.SESSIONS)
    return None if chosen is None or officer is None else facts_of(context, chosen, officer.id)


def scores_page(context: Context, argument: str) -> Outcome:
    facts = _facts(context, argument)
    return None if facts is None else page(facts)


def page(facts: Facts) -> Reply:
    head = _(
        "<b>Scores, {programme}</b>\n{count} people are scheduled for a test.",
        programme=facts.programme,
        count=len(facts.people),
    )
    return Reply(
        lines(head, *(_component(facts, code) for code in facts.components)),
        rows=column(
            Button(_("✍️ One score"), f"m:scoreone:{facts.class_id}") if facts.people else None,
            Button(_("📋 Paste as lines"), f"m:scorelines:{facts.class_id}") if facts.people else None,
            Button(_("⬇️ Excel template"), f"m:scoretemplate:{facts.class_id}") if facts.people else None,
            Button(_("⬆️ Send the Excel file"), f"m:scorefile:{facts.class_id}") if facts.people else None,
            Button(_("⬅️ Back"), f"m:sittings:{facts.class_id}"),
        ),
    )


def _component(facts: Facts, code: str) -> Text:
    there = sum(code in facts.known.get(application, {}) for application, _name in facts.people.values())
    return _(
        "• {component}: {there} there, {missing} missing",
        component=facts.components[code],
        there=there,
        missing=len(facts.people) - there,
    )


def template(context: Context, argument: str) -> Outcome:
    facts = _facts(context, argument)
    return None if facts is None else score_sheet.template(facts.class_id)


def save(context: Context, argument: str) -> Outcome:
    """All of a checked file in this transaction, or nothing of it."""
    chosen, officer = number(argument), officer_with(context, Permission.SESSIONS)
    if chosen is None or officer is None:
        return None
    kept = imports.proposed(context.session, chosen, KIND, officer.id)
    if kept is None or kept.content is None:
        return None
    class_id, made = kept.about, scoring.from_json(kept.content)
    done = scoring.apply(context.session, class_id, made, officer.id, context.now)
    imports.settle(context.session, chosen, ImportState.APPLIED if done else ImportState.DROPPED, context.now)
    facts = facts_of(context, class_id, officer.id)
    if not done:
        told = _("Something has changed meanwhile; nothing was saved. Please send it again.")
    else:
        note(context, officer, "score.imported", f"class:{class_id}:{len(made)}")
        told = _("{count} scores are saved.", count=len(made))
    return None if facts is None else page(facts).with_note(told)


def drop(context: Context, argument: str) -> Outcome:
    chosen, officer = number(argument), officer_with(context, Permission.SESSIONS)
    kept = None if chosen is None or officer is None else imports.proposed(context.session, chosen, KIND, officer.id)
    if kept is None or officer is None:
        return None
    imports.settle(context.session, kept.id, ImportState.DROPPED, context.now)
    facts = facts_of(context, kept.about, officer.id)
    return None if facts is None else page(facts).with_note(_("Nothing of the file was saved."))


SCREENS = (
    Screen("scores", scores_page, Permission.SESSIONS),
    Screen("scoretemplate", template, Permission.SESSIONS),
    Screen("scoresave", save, Permission.SESSIONS),
    Screen("scoredrop", drop, Permission.SESSIONS),
    Screen("scoreone", begins("score"), Permission.SESSIONS),
    Screen("scorelines", begins("score_lines"), Permission.SESSIONS),
    Screen("scorefile", begins("score_sheet"), Permission.SESSIONS),
)
