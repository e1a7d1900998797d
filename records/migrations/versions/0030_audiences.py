"""Audiences: those that are saved, and the ways by which the people of any audience are found."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "audiences",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("name", sa.String(40), nullable=False, unique=True),
        sa.Column("spec", sa.Text(), nullable=False),
        sa.Column("staff_id", KEY, sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
    )
    op.create_index("ix_people_kecamatan", "people", ["kecamatan"])
    _partial("ix_people_dead", "people", ["id"], "deceased_on IS NOT NULL")
    op.create_index("ix_enrolments_status", "enrolments", ["status"])
    _partial("ix_consents_holding", "consents", ["purpose", "person_id"], "withdrawn_at IS NULL")
    op.drop_index("ix_monitoring_records_person_id", "monitoring_records")
    standing = ["person_id", "latest", "enrolment_id", "wave", "status"]
    op.create_index("ix_monitoring_standing", "monitoring_records", standing)


def downgrade() -> None:
    op.drop_index("ix_monitoring_standing", "monitoring_records")
    op.create_index("ix_monitoring_records_person_id", "monitoring_records", ["person_id"])
    op.drop_index("ix_consents_holding", "consents")
    op.drop_index("ix_enrolments_status", "enrolments")
    op.drop_index("ix_people_dead", "people")
    op.drop_index("ix_people_kecamatan", "people")
    op.drop_table("audiences")


def _partial(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
