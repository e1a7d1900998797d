"""The second tap of two: the first has brought the next question under the finger, and the second would answer it."""

from datetime import datetime, timedelta

from conversations.event import Event, Tapped
from records.talks import StoredTalk


def is_second_of_two(event: Event, talk: StoredTalk, glance: timedelta, now: datetime) -> bool:
    """Whether this tap comes sooner after the last step of its talk than anybody can have read what that shows.

    The question is on her screen later than its talk was touched, and her tap is here later than she made it: what is
    measured is never less than the time she had. A clock that stands still measures nothing.
    """
    return isinstance(event, Tapped) and timedelta() < now - talk.touched_at < glance
