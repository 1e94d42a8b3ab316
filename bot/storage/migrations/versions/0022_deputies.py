"""Who stands in for somebody absent, and whom a deputy decided for."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "deputyships",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("person_id", "deputy_id")),
        *(sa.Column(name, sa.Date(), nullable=False) for name in ("from_on", "until_on")),
        sa.Column("named_by", sa.BigInteger(), nullable=False),
        sa.Column("named_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_deputyships_deputy_id", "deputyships", ["deputy_id"])
    op.add_column("decisions", sa.Column("for_id", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("decisions", "for_id")
    op.drop_table("deputyships")
