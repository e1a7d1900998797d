"""What repeats, foretold: as many messages as there are people in the audience now."""

from collections import Counter
from datetime import datetime

from sqlalchemy.orm import Session

from records import campaigns, series, series_dates
from records.audiences import recipients
from records.calendar import Calendar


def messages(session: Session, calendar: Calendar, now: datetime, ends: datetime) -> Counter[datetime]:
    """How many go out at which instant after `now` and before `ends`."""
    found = Counter[datetime]()
    for one in series.active(session):
        model = campaigns.by_id(session, one.campaign_id)
        coming = [] if model is None else series_dates.coming(session, one, model.people, calendar, now, ends)
        for due in coming:
            if due.at < ends:
                found[due.at] += recipients.count(session, due.audience).with_chat
    return found
