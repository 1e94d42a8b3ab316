"""The summary of a payroll batch: whose wage gives or gets how much, what is held back and why, and who made it."""

from collections import defaultdict
from collections.abc import Mapping

from core.model.money import Money
from core.model.paper import Paper, PaperKind
from core.model.person import Person
from core.papers.heading import EVERY_DAY_WITH_ITS_YEAR
from core.payroll.planning import PlannedPerson
from core.payroll.view import PayrollView


def payroll_paper(view: PayrollView, staff: Mapping[int, Person], language: str) -> Paper:
    """The batch by persons, to be signed; no wage stands on it, and no reward says for what.

    `staff` are those who made and closed it, by id.
    """
    batch = view.batch
    return Paper(
        kind=PaperKind.PAYROLL_SUMMARY,
        language=language,
        number=batch.number,
        data={
            "today": EVERY_DAY_WITH_ITS_YEAR,
            "batch": batch,
            "made_by": staff[batch.made_by].name if batch.made_by else "",
            "closed_by": staff[batch.closed_by].name if batch.closed_by else "",
            "people": [_person(one) for one in view.people],
            "lines": len(view.lines),
            "withheld": view.withheld,
            "paid_back": view.paid_back,
            "carried_over": view.carried_over,
            "held": _held(view),
            "differing": len(view.differing),
            "owed_after": view.owed_after,
        },
    )


def _person(one: PlannedPerson) -> dict[str, object]:
    return {
        "employee_no": one.person.employee_no,
        "name": one.person.name,
        "lines": len(one.lines),
        "withheld": one.withheld,
        "paid_back": one.paid_back,
        "remaining": one.remaining,
        "said": one.said_on_payslip,
    }


def _held(view: PayrollView) -> list[dict[str, object]]:
    """Each reason why something is not withheld, with whom it concerns and over how much."""
    names = {one.person.id: one.person for one in view.people}
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for question in view.questions:
        found[question.kind].append((question.person_id, question.amount.fen))
    return [
        {
            "kind": kind,
            "people": [names[one].name for one in dict.fromkeys(person_id for person_id, _ in asked)],
            "amount": Money(sum(fen for _, fen in asked)),
        }
        for kind, asked in found.items()
    ]
