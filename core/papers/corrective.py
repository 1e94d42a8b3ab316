"""What the 8D report says: the eight steps in the present round, and what was found in earlier ones."""

from collections.abc import Mapping, Sequence

from core.model.corrective_plan import CorrectivePlan
from core.model.duty import Duty
from core.rules.corrective.corrective_file import CorrectiveFile
from core.rules.corrective.corrective_steps import steps_of
from core.screens.corrective import action_said, step_said


def corrective_data(file: CorrectiveFile, plans: Sequence[CorrectivePlan]) -> dict[str, object]:
    """The steps by their names, and the rounds before this one, oldest first."""
    return {
        "round": file.plan.round,
        "watched_until": file.plan.watched_until,
        "steps": {state.step: step_said(file, state) for state in steps_of(file)},
        "rounds": tuple(_round(file, plan) for plan in plans if plan.round < file.plan.round),
    }


def _round(file: CorrectiveFile, plan: CorrectivePlan) -> Mapping[str, object]:
    return {
        "round": plan.round,
        "whys": plan.whys,
        "cause_class": plan.cause_class,
        "effect": plan.effect,
        "lessons": plan.lessons,
        "actions": tuple(action_said(file, duty) for duty in _actions(file, plan.round)),
    }


def _actions(file: CorrectiveFile, number: int) -> tuple[Duty, ...]:
    return tuple(
        duty
        for duty in file.dossier.duties
        if duty.is_planned and not duty.has_fallen_away and duty.data["round"] == number
    )
