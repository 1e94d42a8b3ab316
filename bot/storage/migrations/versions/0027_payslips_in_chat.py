"""What stands in a sheet that was sent in chat: wages, or payslips."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("wages_uploads", sa.Column("kind", sa.Text(), nullable=False, server_default="wages"))
    with op.batch_alter_table("wages_uploads", schema=None) as batch_op:
        batch_op.alter_column("kind", existing_type=sa.Text(), existing_nullable=False, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("wages_uploads", schema=None) as batch_op:
        batch_op.drop_column("kind")
