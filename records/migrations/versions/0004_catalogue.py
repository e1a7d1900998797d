"""Wishes: who wants to hear when a class of a kejuruan opens."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, optional, required, table

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    table(
        "wishes",
        required("id", KEY),
        required("chat_id", sa.BigInteger()),
        sa.Column("person_id", KEY, sa.ForeignKey("people.id", name="fk_wishes_person_id_people", ondelete="CASCADE")),
        required("programme_id", KEY),
        required("at", MOMENT),
        optional("told_at", MOMENT),
        refers={"programme_id": "programmes"},
        unique=(("chat_id", "programme_id"),),
    )
    op.create_index("ix_wishes_programme_id", "wishes", ["programme_id"])


def downgrade() -> None:
    op.drop_table("wishes")
