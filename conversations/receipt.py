"""What became of one attempt to send: the mouth's word to the sender, without any of Telegram's types."""

from dataclasses import dataclass

from records.deliveries import DeliveryStatus
from records.shown import Shown


@dataclass(frozen=True, slots=True)
class Receipt:
    """`status` is how it ended; `retry_after` (seconds) asks to try again, `pause` to hold all bulk that long
    meanwhile.

    `fatal`: the message itself is refused, so that nobody else will get it either. `newest` is the message that a page
    may take the place of (0: none), which a photo is not. `shows`: messages that were sent and must not stay.
    """

    status: DeliveryStatus
    why: str | None = None
    message_id: int | None = None
    newest: int | None = None
    retry_after: float | None = None
    pause: bool = False
    fatal: bool = False
    moved_to: int | None = None
    shows: tuple[tuple[int, Shown], ...] = ()
