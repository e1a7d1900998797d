"""The progress message: when it will be done, said as an hour, or as less than a minute where an hour says nothing."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from conversations.announcing.going.course import Course
from conversations.announcing.going.progress import progress
from locales.languages import DEFAULT, Languages
from records.campaigns import CampaignStatus, Tally
from records.deliveries import DeliveryStatus

NOW = datetime(2026, 11, 30, 3, 0, tzinfo=UTC)
JAKARTA = ZoneInfo("Asia/Jakarta")
TALLY = Tally({DeliveryStatus.SENT: 30, DeliveryStatus.WAITING: 70})


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(seconds=59), "⏱ Selesai kurang dari semenit lagi."),
        (timedelta(minutes=5), "⏱ Selesai sekitar pukul 10.05 WIB."),
        (None, "Menunggu: 70"),
    ],
)
def test_it_says_when_it_will_be_done(left: timedelta | None, said: str) -> None:
    ends_at = None if left is None else NOW + left
    reply = progress(Course(1, CampaignStatus.SENDING, TALLY, ends_at=ends_at), NOW, JAKARTA)
    assert reply.text is not None
    assert Languages.load(JAKARTA).plain(reply.text, DEFAULT).endswith(said)
