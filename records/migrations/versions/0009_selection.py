"""Selections and re-registration: rules of a class, proposals with their placements, deadlines, preferred hours."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, SEALED, column, optional, required, table, without

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "score_rules",
        required("class_id", KEY),
        required("weights", sa.String(200)),
        optional("passing", sa.Integer()),
        key=("class_id",),
        refers={"class_id": "classes"},
    )
    table(
        "selections",
        required("id", KEY),
        required("cohort_id", KEY),
        required("state", sa.String(12)),
        required("drafted_by", KEY),
        required("drafted_at", MOMENT),
        optional("sent_by", KEY),
        optional("sent_at", MOMENT),
        optional("published_by", KEY),
        optional("published_at", MOMENT),
        optional("decree", sa.String(80)),
        optional("confirm_by", MOMENT),
        refers={"cohort_id": "cohorts", "drafted_by": "staff", "sent_by": "staff", "published_by": "staff"},
    )
    op.create_index("ix_selections_cohort_id", "selections", ["cohort_id"])
    table(
        "placements",
        required("id", KEY),
        required("selection_id", KEY),
        required("application_id", KEY),
        required("class_id", KEY),
        required("choice", sa.Integer()),
        required("place", sa.Integer()),
        optional("total", sa.Integer()),
        optional("tie", sa.String(16)),
        optional("barred", sa.String(16)),
        required("outcome", sa.String(16)),
        optional("position", sa.Integer()),
        optional("changed_by", KEY),
        optional("reason", SEALED),
        refers={
            "selection_id": "selections",
            "application_id": "applications",
            "class_id": "classes",
            "changed_by": "staff",
        },
        unique=(("selection_id", "application_id", "class_id"),),
    )
    op.create_index("ix_placements_application_id", "placements", ["application_id"])
    op.create_index("ix_placements_class_outcome", "placements", ["class_id", "outcome"])
    table(
        "reregistrations",
        required("application_id", KEY),
        required("offered_at", MOMENT),
        required("confirm_by", MOMENT),
        key=("application_id",),
        refers={"application_id": "applications"},
    )
    op.create_index("ix_reregistrations_confirm_by", "reregistrations", ["confirm_by"])
    column("people", optional("preferred_hours", sa.String(8)))


def downgrade() -> None:
    without("people", "preferred_hours")
    for name in ("reregistrations", "placements", "selections", "score_rules"):
        op.drop_table(name)
