"""Something back: job openings, who is told of them, the showcase of alumni, and what people report of either."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, SEALED, optional, required, table

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

LOOKED_AT_BY = {"claimed_by": "staff", "decided_by": "staff"}


def _sent_in() -> tuple[sa.Column[object], ...]:
    """What every submission has."""
    return (
        required("id", KEY),
        required("revision", sa.Integer()),
        required("draft", SEALED),
        optional("public", sa.Text()),
        optional("waits_since", MOMENT),
        optional("claimed_by", KEY),
        optional("claimed_until", MOMENT),
        optional("decided_by", KEY),
        optional("reason", SEALED),
        required("created_at", MOMENT),
    )


def upgrade() -> None:
    _openings()
    _alerts()
    table(
        "showcases",
        *_sent_in(),
        required("state", sa.String(12)),
        optional("kept", SEALED),
        optional("programme_id", KEY),
        optional("place", sa.String(16)),
        required("confirmed_at", MOMENT),
        optional("asked_at", MOMENT),
        optional("hidden_why", sa.String(12)),
        _cascading("showcases", "person_id", "people"),
        refers={**LOOKED_AT_BY, "programme_id": "programmes"},
        unique=(("person_id",),),
    )
    for name in ("waits_since", "state", "confirmed_at"):
        op.create_index(f"ix_showcases_{name}", "showcases", [name])
    table(
        "suspicions",
        required("id", KEY),
        required("kind", sa.String(12)),
        required("about", sa.BigInteger()),
        required("chat_id", sa.BigInteger()),
        required("why", sa.String(16)),
        required("at", MOMENT),
        optional("settled_at", MOMENT),
        optional("settled_by", KEY),
        refers={"settled_by": "staff"},
        unique=(("kind", "about", "chat_id"),),
    )


def _openings() -> None:
    table(
        "job_openings",
        *_sent_in(),
        required("state", sa.String(12)),
        optional("chat_id", sa.BigInteger()),
        optional("sender", SEALED),
        optional("sender_phone", SEALED),
        optional("staff_id", KEY),
        optional("published_at", MOMENT),
        optional("expires_on", sa.Date()),
        optional("reminded_for", sa.Date()),
        optional("over_at", MOMENT),
        optional("over_why", sa.String(12)),
        refers={**LOOKED_AT_BY, "staff_id": "staff"},
    )
    for name in ("waits_since", "state", "chat_id"):
        op.create_index(f"ix_job_openings_{name}", "job_openings", [name])
    table(
        "job_opening_trades",
        _cascading("job_opening_trades", "opening_id", "job_openings"),
        required("programme_id", KEY),
        key=("opening_id", "programme_id"),
        refers={"programme_id": "programmes"},
    )
    op.create_index("ix_job_opening_trades_programme_id", "job_opening_trades", ["programme_id"])


def _alerts() -> None:
    table(
        "job_alerts",
        required("id", KEY),
        required("chat_id", sa.BigInteger()),
        _cascading("job_alerts", "person_id", "people", nullable=True),
        required("version", sa.Integer()),
        required("given_at", MOMENT),
        optional("stopped_at", MOMENT),
        optional("told_on", sa.Date()),
        unique=(("chat_id",),),
    )
    table(
        "job_alert_trades",
        _cascading("job_alert_trades", "alert_id", "job_alerts"),
        required("programme_id", KEY),
        required("since", MOMENT),
        key=("alert_id", "programme_id"),
        refers={"programme_id": "programmes"},
    )
    op.create_index("ix_job_alert_trades_programme_id", "job_alert_trades", ["programme_id"])
    table(
        "job_tellings",
        _cascading("job_tellings", "alert_id", "job_alerts"),
        _cascading("job_tellings", "opening_id", "job_openings"),
        required("day", sa.Date()),
        key=("alert_id", "opening_id"),
    )
    op.create_index("ix_job_tellings_opening_id", "job_tellings", ["opening_id"])


def _cascading(table_name: str, name: str, other: str, *, nullable: bool = False) -> sa.Column[object]:
    """A reference that goes with what it refers to."""
    key = sa.ForeignKey(f"{other}.id", ondelete="CASCADE", name=f"fk_{table_name}_{name}_{other}")
    return sa.Column(name, KEY, key, nullable=nullable)


MADE = (
    *("job_openings", "job_opening_trades", "job_alerts", "job_alert_trades", "job_tellings"),
    *("showcases", "suspicions"),
)


def downgrade() -> None:
    for name in reversed(MADE):
        op.drop_table(name)
