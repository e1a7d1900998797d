"""The road: every step of an application and of a training with its time; notices by name; what staff may do."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, SEALED, column, grant, optional, required, revoke, table, without

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROLES = ("administrator", "officer")
GRANTED = ("classes", "sessions", "select", "publish", "training", "people")

# What is known of the time before there were steps.
FILED = (
    "INSERT INTO steps (kind, matter_id, status, at, staff_id) "
    "SELECT 'application', id, 'terkirim', submitted_at, NULL FROM applications"
)
DECIDED = (
    "INSERT INTO steps (kind, matter_id, status, at, staff_id, reason) "
    "SELECT 'application', id, status, decided_at, decided_by, reason FROM applications "
    "WHERE decided_at IS NOT NULL"
)
ENROLLED = (
    "INSERT INTO steps (kind, matter_id, status, at, staff_id) "
    "SELECT 'enrolment', id, 'peserta', created_at, NULL FROM enrolments"
)


def upgrade() -> None:
    table(
        "steps",
        required("id", KEY),
        required("kind", sa.String(12)),
        required("matter_id", sa.BigInteger()),
        required("status", sa.String(24)),
        required("at", MOMENT),
        optional("staff_id", KEY),
        optional("reason", SEALED),
        refers={"staff_id": "staff"},
    )
    op.create_index("ix_steps_kind_matter", "steps", ["kind", "matter_id"])
    column("deliveries", optional("topic", sa.String(24)), optional("detail", sa.String(60)))
    for statement in (FILED, DECIDED, ENROLLED):
        op.execute(statement)
    grant(*((role, name) for role in ROLES for name in GRANTED))


def downgrade() -> None:
    revoke(*GRANTED)
    without("deliveries", "topic", "detail")
    op.drop_table("steps")
