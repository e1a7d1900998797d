"""Calls: the phone list of those whom no message reaches, who has it before her, and what came of each call."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, SEALED, optional, required, table

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "call_listings",
        required("followup_id", KEY),
        required("staff_id", KEY),
        required("at", MOMENT),
        key=("followup_id",),
        refers={"followup_id": "followups", "staff_id": "staff"},
    )
    table(
        "call_claims",
        required("person_id", KEY),
        optional("followup_id", KEY),
        optional("staff_id", KEY),
        optional("until", MOMENT),
        optional("skipped_at", MOMENT),
        key=("person_id",),
        refers={"person_id": "people", "followup_id": "followups", "staff_id": "staff"},
    )
    table(
        "calls",
        required("id", KEY),
        required("followup_id", KEY),
        required("person_id", KEY),
        required("staff_id", KEY),
        required("at", MOMENT),
        required("outcome", sa.String(16)),
        optional("part", sa.String(8)),
        optional("phone_digest", sa.String(64)),
        optional("rests_until", MOMENT),
        optional("before", SEALED),
        optional("undone_at", MOMENT),
        refers={"followup_id": "followups", "person_id": "people", "staff_id": "staff"},
    )
    op.create_index("ix_calls_followup_id", "calls", ["followup_id"])
    op.create_index("ix_calls_person_id", "calls", ["person_id"])


def downgrade() -> None:
    for name in ("calls", "call_claims", "call_listings"):
        op.drop_table(name)
