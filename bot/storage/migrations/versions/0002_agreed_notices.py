"""A notice keeps when its figures were opened, and when the employee agreed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("notices", sa.Column("figures_opened_at", sa.DateTime(), nullable=True))
    op.add_column("notices", sa.Column("agreed_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.drop_column("agreed_at")
        batch_op.drop_column("figures_opened_at")
