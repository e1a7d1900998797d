"""Tests and interviews: sittings, who is invited to them, scores, and files that wait for a yes."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, SEALED, optional, required, table

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

SEATS = "taken >= 0 AND taken <= capacity"


def upgrade() -> None:
    _sittings()
    _appointments()
    table(
        "scores",
        required("id", KEY),
        required("application_id", KEY),
        required("component", sa.String(16)),
        required("value", sa.Integer()),
        required("staff_id", KEY),
        required("at", MOMENT),
        refers={"application_id": "applications", "staff_id": "staff"},
        unique=(("application_id", "component"),),
    )
    table(
        "imports",
        required("id", KEY),
        required("kind", sa.String(16)),
        required("about", sa.BigInteger()),
        required("staff_id", KEY),
        optional("content", SEALED),
        required("state", sa.String(12)),
        required("created_at", MOMENT),
        optional("settled_at", MOMENT),
        refers={"staff_id": "staff"},
    )


def _sittings() -> None:
    table(
        "sittings",
        required("id", KEY),
        required("kind", sa.String(16)),
        required("cohort_id", KEY),
        optional("class_id", KEY),
        required("starts_at", MOMENT),
        required("minutes", sa.Integer()),
        required("place", sa.String(160)),
        optional("latitude", sa.Float()),
        optional("longitude", sa.Float()),
        required("capacity", sa.Integer()),
        required("taken", sa.Integer()),
        required("round", sa.Integer()),
        required("state", sa.String(12)),
        required("created_at", MOMENT),
        required("created_by", KEY),
        refers={"cohort_id": "cohorts", "class_id": "classes", "created_by": "staff"},
    )
    with op.batch_alter_table("sittings") as batch:
        batch.create_check_constraint(op.f("ck_sittings_seats"), SEATS)
    for name in ("cohort_id", "class_id", "starts_at"):
        op.create_index(f"ix_sittings_{name}", "sittings", [name])


def _appointments() -> None:
    table(
        "appointments",
        required("id", KEY),
        required("application_id", KEY),
        required("kind", sa.String(16)),
        required("sitting_id", KEY),
        required("seated", sa.Boolean()),
        optional("waits_for", KEY),
        optional("queue", sa.Integer()),
        required("changed", sa.Boolean()),
        required("round", sa.Integer()),
        required("answer", sa.String(8)),
        optional("answered_at", MOMENT),
        optional("attendance", sa.String(8)),
        required("invited_at", MOMENT),
        refers={"application_id": "applications", "sitting_id": "sittings", "waits_for": "sittings"},
        unique=(("application_id", "kind"),),
    )
    op.create_index("ix_appointments_sitting_id", "appointments", ["sitting_id"])
    op.create_index("ix_appointments_waits_for_queue", "appointments", ["waits_for", "queue"])


def downgrade() -> None:
    for name in ("imports", "scores", "appointments", "sittings"):
        op.drop_table(name)
