"""What the clauses demand besides amounts: the chain of approval, duties, ways to appeal."""

from core.model.assessment import AppealRoute, ApprovalStep, OpenDuty
from core.rulebook.circumstances import Circumstances
from core.rulebook.compiled import CompiledRulebook


def approval_chain(rulebook: CompiledRulebook, case: Circumstances) -> tuple[ApprovalStep, ...]:
    """Return the steps in order; a step that stands instead of another takes its place."""
    steps: dict[int, ApprovalStep] = {}
    replaced: set[int] = set()
    for rule in rulebook.approvals:
        number = rule.step.step
        if not rule.gate.holds(case) or (number in replaced and not rule.instead):
            continue
        steps[number] = rule.step
        if rule.instead:
            replaced.add(number)
    return tuple(steps[number] for number in sorted(steps))


def open_duties(rulebook: CompiledRulebook, case: Circumstances) -> tuple[OpenDuty, ...]:
    """Return the duties whose condition holds."""
    return tuple([ruled.row for ruled in rulebook.duties if ruled.gate.holds(case)])


def open_appeals(rulebook: CompiledRulebook, case: Circumstances) -> tuple[AppealRoute, ...]:
    """Return the ways to appeal whose condition holds."""
    return tuple([ruled.row for ruled in rulebook.appeals if ruled.gate.holds(case)])
