"""Open duties are looked through by office, not all of them for everybody."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None
OPEN = sa.text("done_at IS NULL")


def upgrade() -> None:
    op.drop_index("ix_duties_open", table_name="duties")
    op.create_index("ix_duties_open", "duties", ["kind", "role", "site"], sqlite_where=OPEN)


def downgrade() -> None:
    op.drop_index("ix_duties_open", table_name="duties")
    op.create_index("ix_duties_open", "duties", ["kind"], sqlite_where=OPEN)
