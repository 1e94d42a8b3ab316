"""How often a plan for a customer was put forward, which is what people call its version."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None
NUMBER = sa.BigInteger()


def upgrade() -> None:
    op.add_column("remedies", sa.Column("put_count", NUMBER, nullable=False, server_default="0"))
    op.execute("UPDATE remedies SET put_count = 1 WHERE state <> 'planning' OR put_by IS NOT NULL")
    op.add_column("rounds", sa.Column("plan_number", NUMBER, nullable=False, server_default="1"))
    for table, column in (("remedies", "put_count"), ("rounds", "plan_number")):
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column(column, existing_type=NUMBER, existing_nullable=False, server_default=None)


def downgrade() -> None:
    op.drop_column("rounds", "plan_number")
    op.drop_column("remedies", "put_count")
