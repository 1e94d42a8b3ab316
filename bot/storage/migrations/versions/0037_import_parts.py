"""An import is taken in part by part: what each brought stands by itself, the import only counts it."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "import_parts",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("import_id", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("added", "filled")),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_import_parts_import_id", "import_parts", ["import_id"])
    op.execute(
        "INSERT INTO import_parts (import_id, added, filled, undone_at)"
        " SELECT id, added, filled, undone_at FROM imports"
    )
    _replace_imports(
        sa.BigInteger(),
        "json_array_length(added), json_array_length(filled), skipped, made_at, made_at, undone_at",
        "added, filled, skipped, made_at, finished_at, undone_at",
        sa.Column("finished_at", sa.DateTime(), nullable=True),
    )


def downgrade() -> None:
    ids = "(SELECT coalesce(json_group_array(json(one.value)), '[]') FROM import_parts, json_each({}) AS one"
    of = " WHERE import_parts.import_id = imports_before.id)"
    parts = ", ".join(ids.format(f"import_parts.{name}") + of for name in ("added", "filled"))
    _replace_imports(
        sa.Text(), f"{parts}, skipped, made_at, undone_at", "added, filled, skipped, made_at, undone_at"
    )
    op.drop_table("import_parts")


def _replace_imports(kept_as: sa.types.TypeEngine[Any], old: str, new: str, *more: sa.Column[Any]) -> None:
    op.rename_table("imports", "imports_before")
    op.create_table(
        "imports",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("kind", "file_name", "sha256")),
        *(sa.Column(name, kept_as, nullable=False) for name in ("added", "filled")),
        sa.Column("skipped", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        *more,
        sa.PrimaryKeyConstraint("id"),
    )
    same = "id, kind, file_name, sha256"
    op.execute(f"INSERT INTO imports ({same}, {new}) SELECT {same}, {old} FROM imports_before")  # noqa: S608 - our own words
    op.drop_table("imports_before")
