"""Which posts of a company a rulebook names, so that somebody must hold each."""

from core.rulebook.compiled import CompiledRulebook, RateRule


def posts_of(rulebook: CompiledRulebook) -> tuple[str, ...]:
    """The posts that approve or choose a rate under it, each once, in the order of their names."""
    approving = {rule.step.by for rule in rulebook.approvals}
    choosing = {rule.by for rule in rulebook.charges if isinstance(rule, RateRule) and rule.by is not None}
    return tuple(sorted(approving | choosing))
