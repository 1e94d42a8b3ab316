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
from core.rulebook.edition import LossKinds
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
    return edition_in_force(_editions(rulebook_id), on)


@cache
def loss_kinds() -> LossKinds:
    """Return the kinds of loss that any rulebook may name, with their words."""
    return read_loss_kinds((_folder("shared") / "loss-kinds.toml").read_text("utf-8"))


@cache
def _editions(rulebook_id: str) -> tuple[CompiledRulebook, ...]:
    guard = read_wage_guard((_folder("shared") / "wage-guard.toml").read_text("utf-8"))
    kinds = loss_kinds()
    files = (_folder("editions") / rulebook_id).iterdir()
    texts = [file.read_text("utf-8") for file in files if file.name.endswith(".toml")]
    editions = {sha256(text.encode()).hexdigest(): read_edition(text) for text in texts}
    for edition in editions.values():
        check_edition(edition, kinds)
    return tuple(
        replace(compile_rulebook(edition, guard, kinds, working_days()), sha256=text_hash)
        for text_hash, edition in editions.items()
    )


def _folder(name: str) -> Traversable:
    return resources.files("core.rulebook") / name
