"""Every model at once, for the migrations and for tests that build a schema."""

from records import (  # noqa: F401  a model is known once its module is imported
    applications,
    appointments,
    audit,
    campaigns,
    chats,
    claims,
    classes,
    cohorts,
    consents,
    corrections,
    deliveries,
    enrolments,
    followups,
    imports,
    keys,
    leadership,
    monitoring,
    objections,
    people,
    permissions,
    programmes,
    questions,
    relinks,
    scores,
    shown,
    sittings,
    staff,
    steps,
    talks,
    wishes,
)
from records.base import Base

metadata = Base.metadata
