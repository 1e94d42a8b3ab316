"""Who put an edition forward, beside who sent it; until now the one took the place of the other."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("proposed_editions", sa.Column("put_by", sa.BigInteger(), nullable=True))
    op.execute(
        "UPDATE proposed_editions SET put_by = person_id WHERE state IN ('proposed', 'approved', 'rejected')"
    )


def downgrade() -> None:
    op.drop_column("proposed_editions", "put_by")
