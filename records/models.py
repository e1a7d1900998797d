"""Every model at once, for the migrations and for tests that build a schema."""

from records import (  # noqa: F401  a model is known once its module is imported
    applications,
    appointments,
    audit,
    campaigns,
    chats,
    classes,
    cohorts,
    consents,
    deliveries,
    enrolments,
    followups,
    imports,
    keys,
    leadership,
    monitoring,
    people,
    permissions,
    programmes,
    questions,
    relinks,
    scores,
    sittings,
    staff,
    steps,
    talks,
    wishes,
)
from records.base import Base

metadata = Base.metadata
