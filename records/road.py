"""The road from applicant to certificate: which status may follow which, and every step with its time.

A status changes only by `move`, a conditional update: of two who decide at once, one does. Its step (see steps) tells
since when, by whom and why.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import bindparam, update
from sqlalchemy.orm import Session

from records.applications import Application, ApplicationStatus
from records.batches import batched
from records.bnsp import Bnsp, BnspStatus
from records.competency import Competency, CompetencyStatus
from records.enrolments import Enrolment, EnrolmentStatus
from records.incubator import Incubation, IncubatorStatus
from records.steps import Kind, tread, tread_all

_A = ApplicationStatus
_E = EnrolmentStatus
_C = CompetencyStatus
_B = BnspStatus
_I = IncubatorStatus

# Which status may follow. The objections that an officer grants lead back from a refusal. A class that is cancelled
# ends the way of everybody on it who is not moved; from there one may apply anew, and after withdrawing (see refiling).
APPLICATION: Mapping[StrEnum, tuple[StrEnum, ...]] = {
    _A.SUBMITTED: (_A.VERIFYING, _A.NOT_SELECTED, _A.WITHDRAWN),
    _A.VERIFYING: (_A.CORRECTION, _A.ADMINISTRATIVELY_PASSED, _A.NOT_ELIGIBLE, _A.NOT_SELECTED, _A.WITHDRAWN),
    _A.CORRECTION: (_A.VERIFYING, _A.NOT_ELIGIBLE, _A.NOT_SELECTED, _A.WITHDRAWN),
    _A.NOT_ELIGIBLE: (_A.VERIFYING,),
    _A.ADMINISTRATIVELY_PASSED: (
        _A.VERIFYING,
        _A.TEST_SCHEDULED,
        _A.SELECTED,
        _A.RESERVE,
        _A.NOT_SELECTED,
        _A.WITHDRAWN,
    ),
    _A.TEST_SCHEDULED: (
        _A.ADMINISTRATIVELY_PASSED,
        _A.SELECTED,
        _A.RESERVE,
        _A.NOT_SELECTED,
        _A.ABSENT,
        _A.WITHDRAWN,
    ),
    _A.SELECTED: (_A.REREGISTERING, _A.NOT_SELECTED, _A.WITHDRAWN),
    _A.RESERVE: (_A.REREGISTERING, _A.NOT_SELECTED, _A.WITHDRAWN),
    _A.NOT_SELECTED: (_A.RESERVE, _A.SUBMITTED),
    _A.ABSENT: (_A.TEST_SCHEDULED,),
    _A.REREGISTERING: (_A.PARTICIPANT, _A.NOT_SELECTED, _A.WITHDRAWN),
    _A.PARTICIPANT: (_A.SUBMITTED,),
    _A.WITHDRAWN: (_A.SUBMITTED,),
}
ENROLMENT: Mapping[StrEnum, tuple[StrEnum, ...]] = {
    _E.PARTICIPANT: (_E.GRADUATED, _E.NOT_GRADUATED, _E.WITHDRAWN, _E.DISMISSED),
    _E.GRADUATED: (),
    _E.NOT_GRADUATED: (),
    _E.WITHDRAWN: (),
    _E.DISMISSED: (),
}
# A result that was told wrongly is taken back; a candidate who sits again has a new one.
COMPETENCY: Mapping[StrEnum, tuple[StrEnum, ...]] = {
    _C.REGISTERED: (_C.COMPETENT, _C.NOT_YET, _C.ABSENT),
    _C.COMPETENT: (_C.REGISTERED,),
    _C.NOT_YET: (_C.REGISTERED,),
    _C.ABSENT: (_C.REGISTERED,),
}
BNSP: Mapping[StrEnum, tuple[StrEnum, ...]] = {
    _B.IN_PROCESS: (_B.ISSUED,),
    _B.ISSUED: (_B.HANDED_OVER, _B.EXPIRED),
    _B.HANDED_OVER: (_B.EXPIRED,),
    _B.EXPIRED: (),
}
INCUBATOR: Mapping[StrEnum, tuple[StrEnum, ...]] = {
    _I.PROPOSED: (_I.INCUBATING, _I.STRUCK),
    _I.STRUCK: (_I.PROPOSED,),
    _I.INCUBATING: (),
}
# Where a road may end: whoever stands there need not wait for anything of ours. By the road's statuses, since the same
# word means another thing on another road.
ENDS: Mapping[type[StrEnum], frozenset[StrEnum]] = {
    _A: frozenset({_A.NOT_ELIGIBLE, _A.NOT_SELECTED, _A.ABSENT, _A.PARTICIPANT, _A.WITHDRAWN}),
    _E: frozenset({_E.GRADUATED, _E.NOT_GRADUATED, _E.WITHDRAWN, _E.DISMISSED}),
    _C: frozenset({_C.COMPETENT, _C.NOT_YET, _C.ABSENT}),
    _B: frozenset({_B.EXPIRED}),
    _I: frozenset({_I.INCUBATING, _I.STRUCK}),
}

_ROADS: Mapping[Kind, tuple[Any, Mapping[StrEnum, tuple[StrEnum, ...]]]] = {
    Kind.APPLICATION: (Application, APPLICATION),
    Kind.ENROLMENT: (Enrolment, ENROLMENT),
    Kind.COMPETENCY: (Competency, COMPETENCY),
    Kind.BNSP: (Bnsp, BNSP),
    Kind.INCUBATOR: (Incubation, INCUBATOR),
}


def before(kind: Kind, status: StrEnum) -> tuple[str, ...]:
    """The statuses from which one may come to this one."""
    return tuple(earlier.value for earlier, following in _ROADS[kind][1].items() if status in following)


@cache
def _moving(kind: Kind, to: StrEnum) -> Any:
    """Built once for each status. Objects at hand follow what the database says."""
    model = _ROADS[kind][0]
    return (
        update(model)
        .where(model.id == bindparam("matter"), model.status.in_(before(kind, to)))
        .values(status=to.value)
        .returning(model.id)
        .execution_options(synchronize_session="fetch")
    )


def move(
    session: Session,
    kind: Kind,
    matter_id: int,
    to: StrEnum,
    now: datetime,
    *,
    staff_id: int | None = None,
    reason: str | None = None,
) -> bool:
    """Moves on where the road leads there from where it stands: True means that this call did it."""
    if session.execute(_moving(kind, to), {"matter": matter_id}).first() is None:
        return False
    tread(session, kind, matter_id, to, now, staff_id=staff_id, reason=reason)
    return True


def move_all(
    session: Session,
    kind: Kind,
    matters: Mapping[int, str | None],
    to: StrEnum,
    now: datetime,
    *,
    staff_id: int | None = None,
) -> set[int]:
    """Moves many on at once, each with its reason (None where there is none): those whom this call moved. Hundreds take
    as long as a few by `move`.
    """
    model, moved = _ROADS[kind][0], set[int]()
    for some in batched(sorted(matters)):
        rows = session.execute(
            update(model)
            .where(model.id.in_(some), model.status.in_(before(kind, to)))
            .values(status=to.value)
            .returning(model.id),
            execution_options={"synchronize_session": False},
        )
        moved |= set(rows.scalars())
    tread_all(session, kind, {matter: matters[matter] for matter in sorted(moved)}, to, now, staff_id)
    return moved
