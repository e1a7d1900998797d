"""Phrases that belong to no single conversation."""

from conversations.event import Medium
from locales.text import Text, _

BACK = _("⬅️ Back")
HELP = _("❓ Help")
CANCEL = _("✖️ Cancel")
SHARE_NUMBER = _("📱 Share my number")
NUMBER_PLACEHOLDER = _("or type your number")
STALE = _("This button no longer applies.")
NOTED = _("👍 Noted.")
TAP_ONE = _("Please tap one of the buttons.")
FIRST_QUESTION = _("This is the first question, there is nothing before it.")
EDITED = _("A message that was edited is not read again. To change an answer, go back with “⬅️ Back”.")
EDITED_OUTSIDE = _("A message that was edited is not read again. Send a new one, or see /menu.")
CONTACT_NOT_ASKED = _("Thank you, but a contact is not needed here.")
CONTACT_OF_ANOTHER = _("That is somebody else's contact. Please share your own number, or type it.")
HELP_GENERAL = _(
    "You can tap a button or type your answer. “⬅️ Back” returns to the question before. "
    "Nothing you filled in gets lost: leave whenever you like and come back later.\n"
    "To put a question to an officer, send /tanya."
)
LATER = _("You may answer whenever it suits you. If you do not want to be asked any more, tap “🔕 Do not ask again”.")
NO_FILE = _("Please send a photo or a file here, or tap one of the buttons.")
TROUBLE = _("Sorry, something went wrong. Your last answer is not saved yet, please send it again.")
CUT_OFF = _("Our reply was cut off. What you last sent has come.")
NOT_UNDERSTOOD = _("I did not understand that. Choose from the menu, or put your question to an officer.")

_MEDIA = {
    Medium.PHOTO: _("A photo cannot be read here. Please answer with a button or in words."),
    Medium.DOCUMENT: _("A file cannot be read here. Please answer with a button or in words."),
    Medium.STICKER: _("A nice sticker, but it cannot be read here. Please answer with a button or in words."),
    Medium.VOICE: _("A voice message cannot be read here. Please answer with a button or in words."),
    Medium.LOCATION: _("A location cannot be read here. Please answer with a button or in words."),
    Medium.OTHER: _("That cannot be read here. Please answer with a button or in words."),
}


def unreadable(medium: Medium) -> Text:
    """What to say of something sent where words were asked."""
    return _MEDIA[medium]
