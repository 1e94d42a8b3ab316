"""Notices handed over, refused, replaced and lifted; appeals heard and decided; corrections."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0006"
branch_labels = None
depends_on = None

INSTANT, NUMBER, WORDS = sa.DateTime(), sa.BigInteger(), sa.Text()
ADDED = {
    "notices": (
        ("handed_over_at", INSTANT),
        ("refused_at", INSTANT),
        ("refused_before", WORDS),
        ("replaced_by", NUMBER),
        ("lifted_at", INSTANT),
    ),
    "appeals": (
        ("clause", WORDS),
        ("admitted_by", NUMBER),
        ("admitted_at", INSTANT),
        ("admission_reason", WORDS),
        ("hearer_id", NUMBER),
        ("taken_at", INSTANT),
        ("answers_due_at", INSTANT),
        ("outcome", WORDS),
        ("decision_reason", WORDS),
        ("decided_at", INSTANT),
    ),
}
# words that are there always, empty where nothing was said
ALWAYS = ("refused_before", "clause", "admission_reason", "decision_reason")


def upgrade() -> None:
    for table, columns in ADDED.items():
        for name, kind in columns:
            is_always = name in ALWAYS
            empty = "" if is_always else None
            op.add_column(table, sa.Column(name, kind, nullable=not is_always, server_default=empty))
        with op.batch_alter_table(table, schema=None) as batch_op:
            for name in (name for name, _ in columns if name in ALWAYS):
                batch_op.alter_column(name, existing_type=WORDS, existing_nullable=False, server_default=None)
    op.create_index("ix_notices_person_id", "notices", ["person_id"])
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        *(sa.Column(name, NUMBER, nullable=False) for name in ("case_id", "version", "opened_by")),
        sa.Column("reason", WORDS, nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        *(sa.Column(name, NUMBER, nullable=True) for name in ("appeal_id", "person_id")),
        sa.Column("outcome", WORDS, nullable=True),
        sa.Column("done_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_corrections_case_id", "corrections", ["case_id"])


def downgrade() -> None:
    op.drop_table("corrections")
    op.drop_index("ix_notices_person_id", "notices")
    for table, columns in ADDED.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for name, _ in columns:
                batch_op.drop_column(name)
