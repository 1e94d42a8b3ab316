"""Find what is to be emptied without reading what is empty already."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    raw = sa.text("state = 'done' AND raw <> ''")
    op.create_index("ix_inbox_still_raw", "inbox", ["state", "received_at"], sqlite_where=raw)
    worded = sa.text("state <> 'waiting' AND payload <> ''")
    op.create_index("ix_outbox_still_worded", "outbox", ["queued_at"], sqlite_where=worded)


def downgrade() -> None:
    op.drop_index("ix_outbox_still_worded", "outbox")
    op.drop_index("ix_inbox_still_raw", "inbox")
