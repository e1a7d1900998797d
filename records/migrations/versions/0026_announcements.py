"""Announcements: an audience of any kind, a draft that is kept, content beside the words, and who approved it."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CREATED = (
    ("audience", sa.Text()),
    ("extras", sa.LargeBinary()),
    ("template", sa.String(24)),
    ("date_meant", sa.Date()),
    ("answering", sa.String(12)),
    ("send_at", MOMENT),
    ("urgent_why", sa.LargeBinary()),
    ("fingerprint", sa.String(64)),
    ("drafted_at", MOMENT),
    ("started_at", MOMENT),
)


def upgrade() -> None:
    with op.batch_alter_table("campaigns") as batch:
        for name, kind in CREATED:
            batch.add_column(sa.Column(name, kind, nullable=True))
        batch.add_column(sa.Column("formatted", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch.add_column(sa.Column("approved_by", KEY, nullable=True))
        batch.create_foreign_key("fk_campaigns_approved_by_staff", "staff", ["approved_by"], ["id"])
        batch.alter_column("words", existing_type=sa.LargeBinary(), nullable=True)
        batch.alter_column("confirmed_at", existing_type=MOMENT, nullable=True)
    # What was announced before went to one cohort, in words without marks.
    op.execute("""UPDATE campaigns SET audience = '{"groups":[{"cohort":["' || cohort_id || '"]}]}'""")
    op.execute("UPDATE campaigns SET drafted_at = confirmed_at, started_at = confirmed_at")
    with op.batch_alter_table("campaigns") as batch:
        batch.alter_column("audience", existing_type=sa.Text(), nullable=False)
        batch.alter_column("drafted_at", existing_type=MOMENT, nullable=False)
        batch.alter_column("formatted", existing_type=sa.Boolean(), server_default=None)
        batch.drop_constraint("fk_campaigns_cohort_id_cohorts", type_="foreignkey")
        batch.drop_column("cohort_id")


def downgrade() -> None:
    """What had no cohort, or was never confirmed, has no place in the table as it was."""
    op.execute("DELETE FROM deliveries WHERE campaign_id IS NOT NULL")
    op.execute("DELETE FROM campaigns")
    with op.batch_alter_table("campaigns") as batch:
        batch.add_column(sa.Column("cohort_id", KEY, nullable=False))
        batch.create_foreign_key("fk_campaigns_cohort_id_cohorts", "cohorts", ["cohort_id"], ["id"])
        batch.drop_constraint("fk_campaigns_approved_by_staff", type_="foreignkey")
        batch.alter_column("words", existing_type=sa.LargeBinary(), nullable=False)
        batch.alter_column("confirmed_at", existing_type=MOMENT, nullable=False)
        for name in ("approved_by", "formatted", *reversed([name for name, _kind in CREATED])):
            batch.drop_column(name)
