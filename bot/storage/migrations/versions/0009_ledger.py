"""The ledger, append-only by trigger."""

import sqlalchemy as sa
from alembic import op

from bot.storage.triggers import creating

revision = "0009"
down_revision = "0011"
branch_labels = None
depends_on = None

INDEXED = ("case_id", "person_id", "batch_id", "posting")


def upgrade() -> None:
    op.create_table(
        "ledger",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("posting", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("occasion", "account", "fund")),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("clause", sa.Text(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("case_id", "notice_id", "version")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("rulebook", "edition")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("edition_sha256", "figures_sha256")),
        *(sa.Column(name, sa.BigInteger(), nullable=True) for name in ("decided_by", "batch_id", "reverses")),
        sa.Column("booked_at", sa.DateTime(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("previous", "hash")),
        sa.PrimaryKeyConstraint("seq"),
    )
    for name in INDEXED:
        op.create_index(f"ix_ledger_{name}", "ledger", [name])
    for statement in creating("ledger"):
        op.execute(statement)


def downgrade() -> None:
    for name in INDEXED:
        op.drop_index(f"ix_ledger_{name}", table_name="ledger")
    op.drop_table("ledger")
