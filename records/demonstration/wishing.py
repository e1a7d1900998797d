"""Wishing: some of those who apply would rather learn what is not taught this time, as the office must know to plan."""

from datetime import datetime, timedelta

from records.demonstration.cast import Group
from records.demonstration.roll import Roll
from records.demonstration.trades import Trade
from records.programmes import Programme
from records.wishes import Wish

# Nothing of this is open in the demonstration; how many wish for it.
WANTED = (("las", 5), ("komputer", 4), ("hp", 3), ("bubut", 1))
# By how many days ago the first of them wished.
SINCE_DAYS = 40


def write(roll: Roll, trades: dict[str, tuple[Trade, Programme]], now: datetime) -> None:
    seekers = [member.chat_id for member in roll.cast().of(Group.SEEKER) if member.started]
    roll.session.add_all(
        Wish(
            chat_id=chat_id,
            programme_id=trades[code][1].id,
            at=now - timedelta(days=max(1, SINCE_DAYS - 9 * place)),
        )
        for code, count in WANTED
        for place, chat_id in enumerate(seekers[:count])
    )
