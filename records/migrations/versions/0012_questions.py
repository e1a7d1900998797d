"""Questions: claims, promises, saved replies, what no script understood; reminders of what is unfinished."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, SEALED, column, optional, required, table, without

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column(
        "questions",
        optional("promised_at", MOMENT),
        optional("claimed_by", KEY),
        optional("claimed_until", MOMENT),
        optional("closed_at", MOMENT),
        refers={"claimed_by": "staff"},
    )
    column("talks", sa.Column("nudged", sa.Integer(), nullable=False, server_default="0"))
    table(
        "saved_replies",
        required("id", KEY),
        required("title", sa.String(40)),
        required("words", sa.Text()),
        unique=(("title",),),
    )
    table(
        "scraps",
        sa.Column("chat_id", KEY, nullable=False, autoincrement=False),
        required("words", SEALED),
        required("at", MOMENT),
        key=("chat_id",),
    )


def downgrade() -> None:
    op.drop_table("scraps")
    op.drop_table("saved_replies")
    without("talks", "nudged")
    with op.batch_alter_table("questions") as batch:
        batch.drop_constraint("fk_questions_claimed_by_staff", type_="foreignkey")
    without("questions", "promised_at", "claimed_by", "claimed_until", "closed_at")
