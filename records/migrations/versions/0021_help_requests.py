"""Help requests: what alumni ask the centre for, until an officer has closed it."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, SEALED, optional, required, table

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "help_requests",
        required("id", KEY),
        required("person_id", KEY),
        required("followup_id", KEY),
        required("need", sa.String(12)),
        required("asked_at", MOMENT),
        optional("claimed_by", KEY),
        optional("claimed_until", MOMENT),
        optional("closed_at", MOMENT),
        optional("closed_by", KEY),
        optional("done", SEALED),
        refers={"person_id": "people", "followup_id": "followups", "claimed_by": "staff", "closed_by": "staff"},
        unique=(("followup_id", "need"),),
    )
    for name in ("person_id", "closed_at"):
        op.create_index(f"ix_help_requests_{name}", "help_requests", [name])


def downgrade() -> None:
    op.drop_table("help_requests")
