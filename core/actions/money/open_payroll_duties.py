"""What a batch could not withhold becomes a task for whoever made it: nothing is passed over in silence."""

from collections import defaultdict
from dataclasses import replace
from typing import Final

from core.model.duty import Duty
from core.model.person import Person
from core.payroll.batch import Hold
from core.payroll.view import PayrollView
from core.ports import UnitOfWork

TASKS: Final = tuple(
    f"payroll_{kind}"
    for kind in (
        Hold.NO_CONTRACT,
        Hold.NOT_PUBLISHED,
        Hold.NOT_NOTICED,
        Hold.NO_WAGE,
        Hold.NO_MINIMUM_WAGE,
        Hold.LEAVER,
    )
)
"""What somebody can do something about; an appeal and a pause end by themselves."""


async def open_payroll_duties(view: PayrollView, *, actor: Person, uow: UnitOfWork) -> None:
    """One task for each reason, with the persons concerned; those of earlier batches fall away."""
    for old in await uow.duties.where(kind=TASKS, done_at=None):
        await uow.duties.put(replace(old, done_at=uow.now))
    names: defaultdict[str, list[int]] = defaultdict(list)
    for question in view.questions:
        names[f"payroll_{question.kind}"].append(question.person_id)
    for kind in TASKS:
        if kind in names:
            data = {"batch": view.batch.id, "month": view.batch.month, "persons": sorted(set(names[kind]))}
            await uow.duties.add(Duty(kind=kind, owner_id=actor.id, data=data, opened_at=uow.now))
