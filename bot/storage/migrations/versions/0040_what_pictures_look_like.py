"""What a picture looks like is kept with it; those that were fetched before are not looked at again."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("evidence", sa.Column("sight", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.alter_column("sight", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_column("sight")
