"""A duty that a rulebook demands keeps its rule, whose it is, its form, and who did it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("duties", sa.Column("key", sa.Text(), nullable=True))
    op.add_column("duties", sa.Column("rule", sa.Text(), nullable=False, server_default=""))
    op.add_column("duties", sa.Column("site", sa.Text(), nullable=False, server_default=""))
    op.add_column("duties", sa.Column("role", sa.Text(), nullable=True))
    op.add_column("duties", sa.Column("answers", sa.Text(), nullable=False, server_default="{}"))
    op.add_column("duties", sa.Column("version", sa.BigInteger(), nullable=False, server_default="1"))
    op.add_column("duties", sa.Column("finished_at", sa.DateTime(), nullable=True))
    op.add_column("duties", sa.Column("finished_by", sa.BigInteger(), nullable=True))
    op.create_index("ix_duties_role_done_at", "duties", ["role", "done_at"])
    op.create_index("ix_duties_key", "duties", ["key"], unique=True)


def downgrade() -> None:
    op.drop_index("ix_duties_key", table_name="duties")
    op.drop_index("ix_duties_role_done_at", table_name="duties")
    with op.batch_alter_table("duties", schema=None) as batch_op:
        for name in ("finished_by", "finished_at", "version", "answers", "role", "site", "rule", "key"):
            batch_op.drop_column(name)
