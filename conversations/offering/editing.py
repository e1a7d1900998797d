"""Editing: the script that changes one field of something. What shall change, then its new value; the old one stands
beside it.

Of two officers who change the same, the last one wins; she reads which value stood there.
"""

from collections.abc import Callable, Mapping
from typing import Any

from conversations import phrases
from conversations.context import Context
from conversations.offering.field import NOTHING, Desk, Field, windows
from conversations.officer import note, officer_with
from conversations.reply import Reply
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script
from locales.text import Text, _, verbatim
from records.permissions import Permission

KEEP = "="
SHORT = 40


def editing(
    name: str,
    fields: tuple[Field, ...],
    *,
    gather: Callable[[Context, Matter], Desk | Text],
    store: Callable[[Context, Desk, Mapping[str, Any]], None],
    page: Callable[[Context, int], Reply],
    trail: str,
    warn: Callable[[Context, Desk, str], Text | None] = lambda _context, _desk, _key: None,
) -> Script[Desk]:
    """`store` writes columns; `page` shows the matter afterwards; `trail` names it in the audit trail ("class");
    `warn` says what the change does not do by itself.
    """
    by_key = {field.key: field for field in fields}

    def chosen(answers: Answers) -> Field:
        return by_key[answers["field"]]

    def old(answers: Answers, desk: Desk) -> Text:
        return chosen(answers).said(desk.present.get(answers["field"]), desk)

    def read(typed: str, answers: Answers, desk: Desk) -> str | Misread:
        field = chosen(answers)
        return Misread(phrases.TAP_ONE) if field.read is None else field.read(typed, desk.present.get, desk)

    def choices(answers: Answers, desk: Desk) -> tuple[Choice, ...]:
        kept = Choice(KEEP, _("Keep: {value}", value=_short(desk.present.get(answers["field"]), old(answers, desk))))
        return (kept, *chosen(answers).offered(desk.present.get, desk))

    def conclude(context: Context, _matter: Matter, answers: Answers, desk: Desk) -> Conclusion:
        field, value, before = chosen(answers), answers["value"], desk.present.get(answers["field"], NOTHING)
        officer = officer_with(context, Permission.CLASSES)
        if officer is None or value in (KEEP, before):
            return Conclusion(page(context, desk.matter_id).with_note(_("Nothing was changed.")))
        store(context, desk, field.keep(value, desk))
        note(context, officer, f"{trail}.changed", f"{trail}:{desk.matter_id}:{field.key}")
        changed = _(
            "✅ {label}: <b>{new}</b>. Before: {old}.",
            label=field.label,
            new=field.said(value, desk),
            old=field.said(before, desk),
        )
        reply, warning = page(context, desk.matter_id), warn(context, desk, field.key)
        return Conclusion((reply if warning is None else reply.with_note(warning)).with_note(changed))

    return Script(
        name=name,
        version=1,
        title=lambda desk: _("Changing {what}", what=desk.what),
        asks=(
            Ask(
                key="field",
                prompt=lambda _a, desk: _("What shall change in <b>{what}</b>?", what=desk.what),
                choices=lambda _a, _d: tuple(Choice(field.key, field.label) for field in fields),
                columns=2,
            ),
            Ask(
                key="value",
                prompt=lambda answers, desk: _(
                    "{label} is now: <b>{old}</b>\n\n{prompt}",
                    label=chosen(answers).label,
                    old=old(answers, desk),
                    prompt=chosen(answers).prompt,
                ),
                reader=read,
                choices=choices,
                shown=lambda value, answers, desk: (
                    old(answers, desk) if value == KEEP else chosen(answers).said(value, desk)
                ),
                rests_on=("field",),
            ),
        ),
        gather=gather,
        conclude=conclude,
        windows=windows,
    )


def _short(value: str | None, said: Text) -> Text:
    """What fits on a button."""
    return said if value is None or len(value) <= SHORT else verbatim(value[: SHORT - 1] + "…")
