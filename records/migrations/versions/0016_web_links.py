"""Web links: talks that no chat holds, found by what they are about, and the links that officers sent."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, optional, required, table

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("talks") as batch:
        batch.alter_column("actor_chat", existing_type=sa.BigInteger(), nullable=True)
    op.create_index("ix_talks_about_script", "talks", ["about", "script"])
    table(
        "web_links",
        required("followup_id", KEY),
        optional("sent_at", MOMENT),
        optional("sent_by", KEY),
        optional("opened_at", MOMENT),
        key=("followup_id",),
        refers={"followup_id": "followups", "sent_by": "staff"},
    )


def downgrade() -> None:
    op.drop_table("web_links")
    op.drop_index("ix_talks_about_script", "talks")
    op.execute("UPDATE talks SET actor_chat = 0 WHERE actor_chat IS NULL")
    with op.batch_alter_table("talks") as batch:
        batch.alter_column("actor_chat", existing_type=sa.BigInteger(), nullable=False)
