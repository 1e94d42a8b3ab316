"""Alembic's entry: runs migrations on the connection it was handed."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy.types import TypeDecorator

from bot.storage.all_tables import metadata


def plain_types(kind: str, thing: object, autogen: AutogenContext) -> str | Literal[False]:
    """A migration names plain column types, so that it stays true when ours change."""
    _ = autogen
    if kind == "type" and isinstance(thing, TypeDecorator):
        return f"sa.{type(thing.impl_instance).__name__}()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    render_item=plain_types,
    transaction_per_migration=False,
)
context.run_migrations()
