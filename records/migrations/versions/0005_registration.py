"""Everything a registration asks: what she finished when, the optional answers, a second choice, relinking."""

import sqlalchemy as sa
from alembic import op

from records.migrations.shapes import KEY, MOMENT, SEALED, column, optional, required, table, without

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

OPTIONAL = (
    ("year_finished", sa.Integer()),
    ("attended_before", sa.Boolean()),
    ("attended_year", sa.Integer()),
    ("email", SEALED),
    ("accommodation", SEALED),
    ("ak1", SEALED),
    ("second_contact_phone", SEALED),
    ("form_of_address", sa.String(8)),
    ("spoken_language", sa.String(8)),
)


def upgrade() -> None:
    column("people", *(optional(name, kind) for name, kind in OPTIONAL))
    column("applications", optional("second_class_id", KEY), refers={"second_class_id": "classes"})
    table(
        "relinks",
        required("id", KEY),
        required("chat_id", sa.BigInteger()),
        required("person_id", KEY),
        required("first_name", SEALED),
        optional("reason", SEALED),
        required("state", sa.String(12)),
        required("at", MOMENT),
        optional("decided_at", MOMENT),
        optional("decided_by", KEY),
        refers={"person_id": "people", "decided_by": "staff"},
    )
    op.create_index("ix_relinks_chat_id", "relinks", ["chat_id"])
    op.create_index("ix_relinks_state", "relinks", ["state"])


def downgrade() -> None:
    op.drop_table("relinks")
    with op.batch_alter_table("applications") as batch:
        batch.drop_constraint("fk_applications_second_class_id_classes", type_="foreignkey")
    without("applications", "second_class_id")
    without("people", *(name for name, _kind in OPTIONAL))
