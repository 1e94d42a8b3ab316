"""Rulebooks for tests: texts compiled with what ships beside the editions."""

from importlib import resources

from bot.working_days import working_days
from core.rulebook.checks.problems import check_edition
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.compiling import compile_rulebook
from core.rulebook.edition import LossKinds, WageGuard
from core.rulebook.parsing import read_edition, read_loss_kinds, read_wage_guard

SHARED = resources.files("core.rulebook") / "shared"


def wage_guard() -> WageGuard:
    return read_wage_guard((SHARED / "wage-guard.toml").read_text("utf-8"))


def kinds() -> LossKinds:
    return read_loss_kinds((SHARED / "loss-kinds.toml").read_text("utf-8"))


def compiled(text: str) -> CompiledRulebook:
    edition = read_edition(text)
    check_edition(edition, kinds())
    return compile_rulebook(edition, wage_guard(), kinds(), working_days())
