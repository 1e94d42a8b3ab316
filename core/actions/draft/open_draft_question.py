"""Let the next text answer what a draft still misses."""

from typing import Final

from core.actions.draft.intake_in_force import intake_in_force
from core.model.dialogue import Dialogue
from core.model.draft import Draft
from core.model.intake_step import IntakeStep
from core.ports import UnitOfWork
from core.rules.draft.intake_gaps import missing_in

_OURS: Final = (IntakeStep.FILLING, IntakeStep.WALKING, IntakeStep.WALKING_PHOTOS)


async def open_draft_question(draft: Draft, *, uow: UnitOfWork) -> None:
    """Ask for the first missing field, or for none; a question that belongs to something else stays open."""
    current = await uow.dialogues.find(draft.person_id)
    if current is not None and current.step not in _OURS:
        return
    missing = missing_in(draft, await intake_in_force(draft, uow=uow))
    if missing:
        data = {"draft": draft.id, "field": missing[0]}
        step = IntakeStep.FILLING.value
        await uow.dialogues.put(Dialogue(person_id=draft.person_id, step=step, data=data, asked_at=uow.now))
    elif current is not None:
        await uow.dialogues.remove(draft.person_id)
