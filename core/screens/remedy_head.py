"""What every private message about a plan for a customer is filled with."""

from core.model.money import Money
from core.model.remedy import CostClass, Undertaking
from core.rules.remedy.remedy_chain import remedy_chain
from core.rules.remedy.remedy_file import RemedyFile
from core.screens.case_head import head_of


def remedy_head(file: RemedyFile) -> dict[str, object]:
    """Number and customer, the plan line by line, what it costs and who signed."""
    case, remedy = file.case, file.remedy
    return head_of(case) | {
        "customer": case.customer,
        "plan": remedy.number,
        "state": remedy.state,
        "reason": remedy.reason,
        "lines": tuple(line(one, file) for one in file.undertakings),
        "cost": file.cost,
        "classes": _by_class(file),
        "signings": _signings(file),
        "proposer": file.dossier.name(remedy.put_by),
        "words": file.dossier.glossary,
    }


def line(one: Undertaking, file: RemedyFile) -> dict[str, object]:
    """One part of the plan as it is shown, with who is to confirm it while that is asked for."""
    asked = file.to_confirm(one)
    return {
        "kind": one.kind,
        "what": one.what,
        "owner": file.dossier.name(one.owner_id),
        "due": one.due_on,
        "cost": one.cost,
        "costs": tuple((cost.cost_class, Money(cost.fen), cost.basis) for cost in one.costs),
        "done_at": one.done_at,
        "done_by": file.dossier.name(one.done_by),
        "confirms": file.dossier.name(asked.owner_id) if asked else "",
        "is_late": one.done_at is None and one.due_on is not None and one.due_on < file.dossier.day,
    }


def _by_class(file: RemedyFile) -> tuple[tuple[CostClass, Money], ...]:
    costs = [cost for one in file.undertakings for cost in one.costs]
    sums = {kind: sum(cost.fen for cost in costs if cost.cost_class is kind) for kind in CostClass}
    return tuple((kind, Money(fen)) for kind, fen in sums.items() if fen)


def _signings(file: RemedyFile) -> tuple[tuple[object, str, str, str], ...]:
    """Each signature with the post's words, the post, its clause and who gave it."""
    given = {one.step: one.person_id for one in file.remedy.standing()}
    offices = file.dossier.glossary.offices
    return tuple(
        (offices.get(one.post), one.post, one.clause.split("#")[0], file.dossier.name(given.get(one.step)))
        for one in remedy_chain(file)
    )
