"""Monitoring: the whole questionnaire in the records, waves of a class, reminders asked for, minimum wages by year."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, column, grant, optional, required, revoke, table, without

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

TOLD = ("relevance", "umk_reached", "sector", "work_place", "seeking", "satisfaction", "ojt_paid", "staff_id")


def upgrade() -> None:
    column(
        "monitoring_records",
        optional("relevance", sa.Integer()),
        optional("umk_reached", sa.Boolean()),
        optional("sector", sa.String(4)),
        optional("work_place", sa.String(12)),
        optional("seeking", sa.String(16)),
        optional("satisfaction", sa.Integer()),
        optional("ojt_paid", sa.Boolean()),
        optional("staff_id", KEY),
        sa.Column("complete", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("latest", sa.Boolean(), nullable=False, server_default=sa.true()),
        refers={"staff_id": "staff"},
    )
    _mark_latest()
    op.create_index("ix_monitoring_wave_latest", "monitoring_records", ["wave", "latest", "enrolment_id"])
    column(
        "followups",
        optional("snoozed_until", MOMENT),
        sa.Column("snoozes", sa.Integer(), nullable=False, server_default="0"),
        optional("answered_at", MOMENT),
    )
    column("classes", optional("followup_waves", sa.String(60)))
    column("enrolments", optional("imported_at", MOMENT))
    table(
        "minimum_wages",
        sa.Column("year", sa.Integer(), nullable=False, autoincrement=False),
        required("amount", sa.Integer()),
        required("staff_id", KEY),
        required("at", MOMENT),
        key=("year",),
        refers={"staff_id": "staff"},
    )
    grant(("administrator", "follow"), ("officer", "follow"))


def _mark_latest() -> None:
    """Of several records of an enrolment and a wave, the last one counts."""
    op.execute(
        """
        UPDATE monitoring_records SET latest = false WHERE EXISTS (
            SELECT 1 FROM monitoring_records AS later
            WHERE later.enrolment_id = monitoring_records.enrolment_id AND later.wave = monitoring_records.wave
            AND (later.recorded_at > monitoring_records.recorded_at
                 OR (later.recorded_at = monitoring_records.recorded_at AND later.id > monitoring_records.id)))
        """
    )


def downgrade() -> None:
    revoke("follow")
    op.drop_table("minimum_wages")
    without("enrolments", "imported_at")
    without("classes", "followup_waves")
    without("followups", "snoozed_until", "snoozes", "answered_at")
    op.drop_index("ix_monitoring_wave_latest", "monitoring_records")
    with op.batch_alter_table("monitoring_records") as batch:
        batch.drop_constraint("fk_monitoring_records_staff_id_staff", type_="foreignkey")
    without("monitoring_records", *TOLD, "complete", "latest")
