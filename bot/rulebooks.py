"""Reads the editions that ship with the package, and keeps the compiled ones."""

from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

from bot.working_days import working_days
from core.model.fault import BadRequest, Fault
from core.rulebook.checks.problems import check_edition
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.compiling import compile_rulebook
from core.rulebook.edition import Edition, LossKinds, WageGuard
from core.rulebook.in_force import edition_in_force
from core.rulebook.parsing import read_edition, read_loss_kinds, read_wage_guard


@cache
def ids() -> tuple[str, ...]:
    """Return the ids of all rulebooks that ship, in order."""
    return tuple(sorted(folder.name for folder in _folder("editions").iterdir() if folder.is_dir()))


def rulebook(rulebook_id: str, on: date) -> CompiledRulebook:
    """Return the edition in force for an incident of that day; the first edition where the day is earlier.

    Raises BadRequest where there is no such rulebook.
    """
    if rulebook_id not in ids():
        allowed = f"allowed are {', '.join(ids())}"
        raise BadRequest((Fault("rulebook", f"found is {rulebook_id!r};", allowed),))
    return edition_in_force(editions(rulebook_id), on)


@cache
def loss_kinds() -> LossKinds:
    """Return the kinds of loss that any rulebook may name, with their words."""
    return read_loss_kinds((_folder("shared") / "loss-kinds.toml").read_text("utf-8"))


@cache
def editions(rulebook_id: str) -> tuple[CompiledRulebook, ...]:
    """Return every edition of a rulebook that ships."""
    files = (_folder("editions") / rulebook_id).iterdir()
    texts = [file.read_text("utf-8") for file in files if file.name.endswith(".toml")]
    return tuple(_read(text) for text in texts)


def ready(edition: Edition, text_hash: str) -> CompiledRulebook:
    """Return the edition compiled with what ships beside it; it must have passed its checks."""
    return replace(compile_rulebook(edition, wage_guard(), loss_kinds(), working_days()), sha256=text_hash)


def _read(text: str) -> CompiledRulebook:
    edition = read_edition(text)
    check_edition(edition, loss_kinds())
    return ready(edition, sha256(text.encode()).hexdigest())


@cache
def wage_guard() -> WageGuard:
    """Return the statutory guard that ships."""
    return read_wage_guard((_folder("shared") / "wage-guard.toml").read_text("utf-8"))


def _folder(name: str) -> Traversable:
    return resources.files("core.rulebook") / name
