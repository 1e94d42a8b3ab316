"""A case keeps the channel it came by, and the answers to the rulebook's own intake fields."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ADDED = (("channel", ""), ("answers", "{}"))


def upgrade() -> None:
    for name, empty in ADDED:
        op.add_column("cases", sa.Column(name, sa.Text(), nullable=False, server_default=empty))
    with op.batch_alter_table("cases", schema=None) as batch_op:
        for name, _ in ADDED:
            batch_op.alter_column(name, existing_type=sa.Text(), existing_nullable=False, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("cases", schema=None) as batch_op:
        for name, _ in ADDED:
            batch_op.drop_column(name)
