"""How causes are corrected: one plan a case and round."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    numbers = ("case_id", "round", "opened_by", "version")
    words = ("team", "problem", "whys", "cause_class", "effect", "lessons")
    op.create_table(
        "corrective_plans",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in numbers),
        *(sa.Column(name, sa.Text(), nullable=False) for name in words),
        sa.Column("effect_by", sa.BigInteger(), nullable=True),
        sa.Column("effect_at", sa.DateTime(), nullable=True),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("watched_until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("case_id", "round", name="uq_corrective_plans_case_id_round"),
    )


def downgrade() -> None:
    op.drop_table("corrective_plans")
