"""What the clauses demand besides amounts: the chain of approval, duties, the way of appeal."""

from core.model.assessment import AppealRoute, ApprovalStep, OpenDuty
from core.rulebook.circumstances import Circumstances
from core.rulebook.compiled import CompiledRulebook


def approval_chain(rulebook: CompiledRulebook, case: Circumstances) -> tuple[ApprovalStep, ...]:
    """Return the steps in order; a step that stands instead of another takes its place."""
    steps: dict[int, ApprovalStep] = {}
    replaced: set[int] = set()
    for ruled in rulebook.approvals:
        row = ruled.row
        if not ruled.gate.holds(case) or (row.step in replaced and not row.instead):
            continue
        steps[row.step] = ApprovalStep(row.clause, row.step, row.by, row.act)
        if row.instead:
            replaced.add(row.step)
    return tuple(steps[number] for number in sorted(steps))


def open_duties(rulebook: CompiledRulebook, case: Circumstances) -> tuple[OpenDuty, ...]:
    """Return the duties whose condition holds."""
    return tuple(
        OpenDuty(name, ruled.row.clause, ruled.row.owner, ruled.row.kind, ruled.row.label, ruled.row.copies)
        for name, ruled in rulebook.duties
        if ruled.gate.holds(case)
    )


def appeal_route(rulebook: CompiledRulebook) -> AppealRoute | None:
    """Return where an appeal goes; None where the regulation does not say."""
    row = rulebook.edition.appeal
    return None if row is None else AppealRoute(row.clause, row.to, row.deadline, row.not_by)
