"""All handlers there are: every module of handlers/ that ends in `handlers()`."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import handlers
from handlers.routes import Routes, joined


def all_routes() -> Routes:
    """The routes of every module; two handlers for one thing raise ValueError."""
    return joined(*_parts())


def _parts() -> Iterator[Routes]:
    for module in iter_modules(handlers.__path__):
        listed = getattr(import_module(f"handlers.{module.name}"), "handlers", None)
        if listed is not None:
            yield listed()
