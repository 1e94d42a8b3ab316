"""What cases have to do with each other: duplicates, related ones, recurrences."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "case_links",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("case_id", "other_id")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("kind", "likeness")),
        sa.Column("evidence_before", sa.BigInteger(), nullable=False),
        sa.Column("linked_by", sa.BigInteger(), nullable=True),
        sa.Column("linked_at", sa.DateTime(), nullable=False),
        sa.Column("undone_by", sa.BigInteger(), nullable=True),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_case_links_case_id", "case_links", ["case_id"])
    op.create_index("ix_case_links_other_id", "case_links", ["other_id"])
    live = sa.text("undone_at IS NULL")
    op.create_index(
        "uq_case_links_live", "case_links", ["case_id", "other_id"], unique=True, sqlite_where=live
    )


def downgrade() -> None:
    op.drop_table("case_links")
