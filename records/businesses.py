"""Businesses: what somebody who runs one has called it in a follow-up, to offer it again where she shows it."""

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.labour import Activity
from records.monitoring import MonitoringRecord

# The question of the follow-up that asks for the name, and what stands there where she skipped it.
NAMED, SKIPPED = "employer", "-"


def named(session: Session, person_id: int) -> str | None:
    """What she called it in her latest answers; None where she runs none, or gave no name."""
    record = session.scalar(
        select(MonitoringRecord)
        .where(MonitoringRecord.person_id == person_id)
        .order_by(MonitoringRecord.recorded_at.desc(), MonitoringRecord.id.desc())
        .limit(1)
    )
    if record is None:
        return None
    told = json.loads(record.details)
    runs_one = Activity.OWN_BUSINESS.value in (told.get("q1"), told.get("q2c"))
    name = told.get(NAMED) if runs_one else None
    return None if name is None or name == SKIPPED else str(name)
