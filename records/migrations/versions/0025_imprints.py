"""Imprints: what figures count of a record stands in one column, which the database makes and the index holds."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

COUNTED = ("enrolment_id", "wave", "latest", "imprint")
COUNTED_BEFORE = (
    *("enrolment_id", "wave", "latest", "status", "activity", "employment"),
    *("since", "relevance", "umk_reached"),
)
IMPRINT = """
    CASE status WHEN 'working' THEN 1 WHEN 'ojt' THEN 2 WHEN 'unemployed' THEN 3 WHEN 'outside' THEN 4
    WHEN 'undetermined' THEN 5 ELSE 0 END
    + CASE since WHEN 'sebelum' THEN 8 WHEN 'saat' THEN 16 WHEN '0-1' THEN 24 WHEN '2-3' THEN 32 WHEN '4-6' THEN 40
    WHEN '7-12' THEN 48 ELSE 0 END
    + CASE WHEN activity IN ('bantu_keluarga', 'kerja', 'usaha') THEN 64 ELSE 0 END
    + CASE WHEN employment IS NULL THEN 0 WHEN employment <= 3 THEN 128 WHEN employment = 4 THEN 256 ELSE 384 END
    + CASE WHEN relevance IS NULL THEN 0 WHEN relevance >= 3 THEN 1024 ELSE 512 END
    + CASE WHEN umk_reached IS NULL THEN 0 WHEN umk_reached THEN 4096 ELSE 2048 END
"""


def upgrade() -> None:
    _without_indexes()
    with op.batch_alter_table("monitoring_records") as batch:
        batch.add_column(sa.Column("imprint", sa.SmallInteger(), sa.Computed(IMPRINT, persisted=True), nullable=False))
    op.create_index("ix_monitoring_counted", "monitoring_records", list(COUNTED))
    _keep_one()


def downgrade() -> None:
    _without_indexes()
    with op.batch_alter_table("monitoring_records") as batch:
        batch.drop_column("imprint")
    op.create_index("ix_monitoring_counted", "monitoring_records", list(COUNTED_BEFORE))
    _keep_one()


def _without_indexes() -> None:
    op.drop_index("ix_monitoring_counted", "monitoring_records")
    op.drop_index("uq_monitoring_latest", "monitoring_records")


def _keep_one() -> None:
    op.create_index(
        "uq_monitoring_latest",
        "monitoring_records",
        ["wave", "enrolment_id"],
        unique=True,
        sqlite_where=sa.text("latest = 1"),
        postgresql_where=sa.text("latest"),
    )
