"""Latest: the database itself keeps it to one record that counts, and figures find theirs by one index alone."""

from alembic import op
from sqlalchemy import text

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_monitoring_wave_latest", "monitoring_records")
    _unique("talk_id", "enrolment_id")
    _keep_one()
    op.create_index(
        "uq_monitoring_latest",
        "monitoring_records",
        ["wave", "enrolment_id"],
        unique=True,
        sqlite_where=text("latest = 1"),
        postgresql_where=text("latest"),
    )


def downgrade() -> None:
    op.drop_index("uq_monitoring_latest", "monitoring_records")
    _unique("enrolment_id", "talk_id")
    op.create_index("ix_monitoring_wave_latest", "monitoring_records", ["wave", "latest", "enrolment_id"])


def _unique(first: str, second: str) -> None:
    """The same two columns in the other order: an index that begins with the enrolment would be taken for the figures'
    own, and has none of what they count.
    """
    with op.batch_alter_table("monitoring_records") as batch:
        batch.drop_constraint(f"uq_monitoring_records_{second}", type_="unique")
        batch.create_unique_constraint(f"uq_monitoring_records_{first}", [first, second])


def _keep_one() -> None:
    """Where two count, by whatever accident, the later one does."""
    op.execute(
        """
        UPDATE monitoring_records SET latest = false WHERE latest AND EXISTS (
            SELECT 1 FROM monitoring_records AS later
            WHERE later.enrolment_id = monitoring_records.enrolment_id AND later.wave = monitoring_records.wave
            AND later.latest AND later.id > monitoring_records.id)
        """
    )
