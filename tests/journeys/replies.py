"""Replies to what could not be taken: the question again, or that a button no longer applies."""

from tests.person import Phone

STALE = "Tombol ini sudah tidak berlaku."


def asked_again(phone: Phone, sentence: str, question: str) -> None:
    """The newest message says what was wrong and holds the question."""
    assert sentence in phone.last()
    assert question in phone.last()
