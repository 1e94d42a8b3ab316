"""The full-text index of cases; it is filled when the bot starts, from the cases that are there."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE case_index USING fts5"
        "(open, inner_words, tags, tokenize = 'unicode61', prefix = '1 2')"
    )


def downgrade() -> None:
    op.execute("DROP TABLE case_index")
