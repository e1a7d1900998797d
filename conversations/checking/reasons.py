"""Reasons: why an application is sent back or does not meet the requirements, from a list or in an officer's own words.

One from the list is kept as its code behind a mark that nobody can type, so that everyone reads it in her language.
"""

from dataclasses import dataclass

from conversations import readers
from conversations.script import Answers, Choice, Misread
from locales.text import Text, _, verbatim
from records import cancelling
from records.documents import DocumentKind

MARK = "\N{SECTION SIGN}"


@dataclass(frozen=True, slots=True)
class Reason:
    """What the applicant reads, the short word on the officer's button, and which documents are to be sent again."""

    words: Text
    label: Text
    documents: tuple[DocumentKind, ...] = ()


CORRECTIONS: dict[str, Reason] = {
    "ktp_unclear": Reason(
        _("The photo of your KTP cannot be read well. Please take it once more, in good light and without a flash."),
        _("KTP not readable"),
        (DocumentKind.KTP,),
    ),
    "diploma_unclear": Reason(
        _("The photo of your ijazah cannot be read well. Please take it once more, in good light, the whole page."),
        _("Ijazah not readable"),
        (DocumentKind.DIPLOMA,),
    ),
    "ktp_other": Reason(
        _("The document sent as KTP is not your KTP. Please send a photo of your own KTP."),
        _("Not her KTP"),
        (DocumentKind.KTP,),
    ),
    "diploma_other": Reason(
        _("The document sent as ijazah is not your ijazah or SKL. Please send a photo of it."),
        _("Not her ijazah"),
        (DocumentKind.DIPLOMA,),
    ),
    "data_differs": Reason(
        _("Your name, NIK or date of birth is not the same as on your KTP. Please look again and correct it."),
        _("Data differ from the KTP"),
    ),
    "education_differs": Reason(
        _("The education you chose is not the one on your ijazah. Please look at it once more and correct it."),
        _("Education differs from the ijazah"),
    ),
    "counter": Reason(
        _("We would like to see the originals. Please come to the counter with your KTP and ijazah."),
        _("To the counter with originals"),
    ),
}
REFUSALS: dict[str, Reason] = {
    "domicile": Reason(
        _(
            "Your KTP is not from the city, which this class requires. Classes of the national budget take people from "
            "anywhere."
        ),
        _("KTP of another city"),
    ),
    "age": Reason(_("Your age does not fit the requirements of this class."), _("Age does not fit")),
    "education": Reason(_("Your education does not fit the requirements of this class."), _("Education does not fit")),
    "earlier": Reason(
        _("You have followed a course here before, and this class is for those who have not had a turn yet."),
        _("Followed a course before"),
    ),
    "not_corrected": Reason(
        _("What we asked you to correct was not corrected in time. You are welcome in the next cohort."),
        _("Not corrected in time"),
    ),
    "data": Reason(
        _("Your data could not be confirmed. Please come to the counter with your KTP."), _("Data not confirmed")
    ),
}
_ALL = CORRECTIONS | REFUSALS
# Kept by the records themselves, for whoever was on the way through a class that is cancelled.
_CLASS_CANCELLED = _("The class is cancelled.")


def in_words(kept: str) -> Text:
    """A reason from the list in the reader's language, or the officer's own words."""
    if kept == cancelling.REASON:
        return _CLASS_CANCELLED
    known = _ALL.get(kept.removeprefix(MARK)) if kept.startswith(MARK) else None
    return verbatim(kept) if known is None else known.words


def documents_of(kept: str) -> tuple[DocumentKind, ...]:
    """The documents that a reason asks for again."""
    known = _ALL.get(kept.removeprefix(MARK)) if kept.startswith(MARK) else None
    return () if known is None else known.documents


def choices(reasons: dict[str, Reason]) -> tuple[Choice, ...]:
    return tuple(Choice(f"{MARK}{code}", reason.label) for code, reason in reasons.items())


def read(typed: str, _answers: Answers, _facts: object) -> str | Misread:
    """The officer's own words."""
    return readers.words(typed.replace(MARK, ""), least=5)
