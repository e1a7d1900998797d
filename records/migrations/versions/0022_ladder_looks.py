"""What each look asks of follow-ups gets its index; who was never reached is not silent but unreachable."""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_followups_person_state", "followups", ["person_id", "state"])
    op.drop_index("ix_followups_person_id", "followups")
    op.create_index("ix_enrolments_ended_on", "enrolments", ["ended_on"])
    op.execute("UPDATE followups SET state = 'unreachable' WHERE state = 'silent' AND reached_at IS NULL")


def downgrade() -> None:
    op.drop_index("ix_enrolments_ended_on", "enrolments")
    op.create_index("ix_followups_person_id", "followups", ["person_id"])
    op.drop_index("ix_followups_person_state", "followups")
