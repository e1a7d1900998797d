"""Amendments: what is done to a message that was sent, instead of sending one."""

from dataclasses import dataclass

from conversations.reply import Reply


@dataclass(frozen=True, slots=True)
class Rewrite:
    """It shows this from now on."""

    message_id: int
    reply: Reply


@dataclass(frozen=True, slots=True)
class Erase:
    """It is deleted from the chat."""

    message_id: int


# What is done in a chat.
Act = Reply | Rewrite | Erase
