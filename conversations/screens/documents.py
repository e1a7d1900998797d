"""The documents of an application as pages: how they stand, what a file is that was sent, and who is late."""

from dataclasses import replace

from conversations.applying import document_words, dossier, legibility
from conversations.buttons import BACK_HOME, STAFF_MENU
from conversations.context import Context
from conversations.event import File, Sent
from conversations.reply import Button, Reply, column
from conversations.screen import Begin, Outcome, Screen, number
from locales.text import Text, _, lines
from records import documents, dossiers, people, receiving
from records.applications import Application
from records.documents import DocumentKind, DocumentState
from records.permissions import Permission
from records.receiving import Parcel

LISTED = 30
NOTHING = "no"


def page(context: Context, argument: str) -> Outcome:
    """What is lacking is asked for; where nothing is, how each document stands and how to replace it."""
    application = dossier.mine(context, number(argument))
    if application is None:
        return None
    if application.status in dossiers.AWAITING and dossier.lacking(context, application):
        return Begin("documents", application.id)
    found = documents.of_application(context.session, application.id)
    listed = [
        _("• {kind}: {state}", kind=document_words.named(d.kind), state=document_words.STATE[DocumentState(d.state)])
        for d in found
    ]
    text = lines(
        _(
            "<b>Documents of {number}</b>, {name}",
            number=application.number,
            name=people.by_id(context.session, application.person_id).name,
        ),
        *listed,
        _("To replace one, just send the new photo here and say what it is.")
        if application.status in dossiers.AWAITING
        else _("They have been checked and can no longer be replaced here."),
    )
    return Reply(text, rows=column(Button(_("🏢 What do I bring?"), f"m:bring:{application.id}"), BACK_HOME))


def bring(context: Context, argument: str) -> Outcome:
    """The checklist for the counter, with the way there."""
    if dossier.mine(context, number(argument)) is None:
        return None
    return Reply(document_words.bring(context), rows=column(BACK_HOME), venue=document_words.place(context))


def offer(context: Context, event: Sent) -> Reply | None:
    """A file that no talk asks for: what is it? None where no application of this chat awaits documents."""
    found = dossier.awaiting(context)
    if not found or event.file is None:
        return None
    refusal = legibility.why_not(event.file, context.house.profile.documents)
    if refusal is not None:
        return Reply(refusal.text, rows=column(BACK_HOME), background=refusal.background)
    offered = receiving.receive(context.session, found[0].id, None, _parcel(context, event.file), context.now)
    buttons = [
        Button(_label(context, application, kind, several=len(found) > 1), f"m:file:{offered}.{application.id}.{kind}")
        for application in found[:3]
        for kind in dossier.wanted(context, application)
    ]
    text = _("Thank you for the file. What is it?")
    return Reply(text, rows=column(*buttons, Button(_("It is no document"), f"m:file:{offered}.0.{NOTHING}")))


def _parcel(context: Context, file: File) -> Parcel:
    return Parcel(file.file_id, context.chat_id, file.message_id)


def _label(context: Context, application: Application, kind: DocumentKind, *, several: bool) -> Text:
    new = kind in dossier.lacking(context, application)
    name = people.by_id(context.session, application.person_id).name
    whose = _("{kind} of {name}", kind=document_words.KIND[kind], name=name) if several else document_words.KIND[kind]
    return _("📎 {document}", document=whose) if new else _("🔁 {document}, instead of the one before", document=whose)


def file(context: Context, argument: str) -> Outcome:
    """She says what the file is: it is taken, to be fetched and looked at."""
    document_id, application_id, kind = (*argument.split("."), "", "")[:3]
    chosen, application = number(document_id), dossier.mine(context, number(application_id))
    document = None if chosen is None else documents.by_id(context.session, chosen)
    if document is None or document.chat_id != context.chat_id or document.state != DocumentState.OFFERED.value:
        return None
    if kind == NOTHING:
        receiving.drop(context.session, document.id, context.now)
        return Reply(_("All right, it is not taken. It stays in your chat only."), rows=column(BACK_HOME))
    if application is None or application.status not in dossiers.AWAITING:
        return None
    known = next((one for one in dossier.wanted(context, application) if one.value == kind), None)
    if known is None or not receiving.assign(context.session, document.id, application.id, known, context.now):
        return None
    text = _("Thank you. We look whether it can be read, and tell you here in a moment.")
    left = dossier.lacking(context, application)
    more = _("📎 Send the {kind} too", kind=document_words.KIND[left[0]]) if left else None
    return Reply(
        text,
        rows=column(None if more is None else Button(more, f"m:documents:{application.id}"), BACK_HOME),
        background=dossier.TAKE_UP,
    )


def same(context: Context, argument: str) -> Outcome:
    """One file holds both documents: she says so."""
    chosen = number(argument)
    document = None if chosen is None else documents.by_id(context.session, chosen)
    if document is None or dossier.mine(context, document.application_id) is None:
        return None
    if not receiving.accept_same(context.session, document.id, context.now):
        return None
    complete = dossier.settle(context, document.application_id, (DocumentKind(document.kind),))
    text = _("Thank you, noted: one file for both.")
    return Reply(
        lines(text, document_words.complete_text() if complete else None, separator="\n\n"), rows=column(BACK_HOME)
    )


def again(context: Context, argument: str) -> Outcome:
    """She sent one file twice by mistake: the one that was asked about is asked for anew."""
    chosen = number(argument)
    document = None if chosen is None else documents.by_id(context.session, chosen)
    if document is None or dossier.mine(context, document.application_id) is None:
        return None
    if not receiving.withdraw_same(context.session, document.id, context.now):
        return None
    return Begin("documents", document.application_id)


def late(context: Context, _argument: str) -> Reply:
    """For staff: whose documents were due and are not all there."""
    found = dossiers.overdue(context.session, context.now, LISTED)
    if not found:
        return Reply(_("Nobody is late with documents."), rows=column(STAFF_MENU))
    listed = [_("• {number} {name}, until {day}", number=one.number, name=one.name, day=one.due_at) for one in found]
    count = dossiers.overdue_count(context.session, context.now)
    text = lines(_("<b>Late with documents: {count}</b>", count=count), *listed)
    return replace(Reply(text, rows=column(STAFF_MENU)), protected=True)


SCREENS = (
    Screen("documents", page),
    Screen("bring", bring),
    Screen("file", file),
    Screen("samefile", same),
    Screen("again", again),
    Screen("late", late, Permission.REVIEW),
)
