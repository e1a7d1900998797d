"""What became of a document, and that some are still wanted."""

from conversations.applying import document_words, dossier, legibility
from conversations.buttons import MY_STATUS
from conversations.context import Context
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.reply import Button, Reply, Rows, column
from locales.text import Text, _, lines
from records import applications, documents, dossiers, people
from records.applications import Application, ApplicationStatus
from records.deliveries import Claim
from records.documents import Document, DocumentState


def outcome(context: Context, claim: Claim) -> Composed:
    """Whether a file could be read; with the last one wanted, that all are there."""
    document = documents.by_id(context.session, claim.about)
    application = None if document is None else applications.by_id(context.session, document.application_id)
    if document is None or application is None:
        return Skip("no document")
    match document.state:
        case DocumentState.STORED.value:
            return _stored(context, document, application, complete=dossier.completed_by(context, document))
        case DocumentState.SAME.value:
            return _same(context, document, application)
        case DocumentState.UNREADABLE.value:
            return _unreadable(context, document, application)
        case _:
            return Skip("replaced meanwhile")


def _name(context: Context, application: Application) -> str:
    return people.by_id(context.session, application.person_id).name


def _removed(document: Document) -> Text:
    if document.in_chat:
        return _("We could not remove your message from this chat; you may delete it yourself.")
    return _("Your message was removed from this chat.")


def _stored(context: Context, document: Document, application: Application, *, complete: bool) -> Reply:
    text = _(
        "✅ Thank you, we have it: {kind} of {name} ({number}). It is readable and stored, encrypted. {removed}",
        kind=document_words.named(document.kind),
        name=_name(context, application),
        number=application.number,
        removed=_removed(document),
    )
    if complete:
        return Reply(lines(text, document_words.complete_text(), separator="\n\n"), rows=column(_status()))
    return Reply(text, rows=_rest(context, application))


def _rest(context: Context, application: Application) -> Rows:
    left = dossier.lacking(context, application)
    if not left:
        return column(_status())
    return column(Button(_("📎 Send the {kind}", kind=document_words.KIND[left[0]]), f"m:documents:{application.id}"))


def _same(context: Context, document: Document, application: Application) -> Reply:
    text = _(
        "The file for the {kind} of {name} is the very same as another one that was sent. Is that right, does one file "
        "hold both?",
        kind=document_words.named(document.kind),
        name=_name(context, application),
    )
    return Reply(
        text,
        rows=column(
            Button(_("Yes, one file for both"), f"m:samefile:{document.id}"),
            Button(_("No, I send another one"), f"m:again:{document.id}"),
        ),
    )


def _unreadable(context: Context, document: Document, application: Application) -> Reply:
    text = _(
        "The {kind} of {name} ({number}) could not be taken. {why} {removed}",
        kind=document_words.named(document.kind),
        name=_name(context, application),
        number=application.number,
        why=legibility.TROUBLE.get(document.why or "", legibility.TROUBLE["broken"]),
        removed=_removed(document),
    )
    return Reply(text, rows=column(_again(application), _at_counter(application)))


def _again(application: Application) -> Button:
    return Button(_("📎 Send documents"), f"m:documents:{application.id}")


def _at_counter(application: Application) -> Button:
    return Button(_("🏢 What do I bring?"), f"m:bring:{application.id}")


def _status() -> Button:
    return MY_STATUS


def reminder(context: Context, claim: Claim) -> Composed:
    """Some days before the end, and once it has passed."""
    application = applications.by_id(context.session, claim.about)
    found = None if application is None else dossiers.of(context.session, application.id)
    if application is None or found is None or application.status != ApplicationStatus.SUBMITTED.value:
        return Skip("no longer wanted")
    left = dossier.lacking(context, application)
    if not left:
        return Skip("all of them came")
    said = _late if found.due_at <= context.now else _soon
    text = said(context, application, document_words.in_words(left))
    return Reply(text, rows=column(_again(application), _at_counter(application)))


def _soon(context: Context, application: Application, left: Text) -> Text:
    return _(
        "{name}, a friendly reminder: for your registration {number} these documents are still wanted: {kinds}. They "
        "are wanted until {day}. You may send a photo here, or bring them to the counter.",
        name=_name(context, application),
        number=application.number,
        kinds=left,
        day=dossier.last_day(context, application),
    )


def _late(context: Context, application: Application, left: Text) -> Text:
    return _(
        "{name}, the time for the documents of your registration {number} is over, and these have not come: {kinds}. "
        "Your registration is not lost: send them now, bring them to the counter, or ask an officer with /tanya.",
        name=_name(context, application),
        number=application.number,
        kinds=left,
    )


OUTCOME = Notice("document", outcome, Hours.ANY)
REMINDER = Notice("documents_reminder", reminder, Hours.SENDING)
