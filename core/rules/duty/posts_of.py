"""Which posts of a company a rulebook names, so that somebody must hold each."""

from core.rulebook.compiled import CompiledRulebook, RateRule
from core.rules.remedy.who_signs import is_head


def posts_of(rulebook: CompiledRulebook) -> tuple[str, ...]:
    """The posts that approve, choose a rate or sign for a plan under it, each once, in the order of their names."""
    approving = {rule.step.by for rule in rulebook.approvals}
    choosing = {rule.by for rule in rulebook.charges if isinstance(rule, RateRule) and rule.by is not None}
    remedy = rulebook.edition.remedy
    signing = (
        {row.by for row in remedy.approvals if not is_head(row.by, rulebook.sources)} if remedy else set()
    )
    return tuple(sorted(approving | choosing | signing))
