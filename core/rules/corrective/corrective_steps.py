"""The eight steps by which a cause is corrected (8D): which are there, and which are missing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from core.model.corrective_action import ActionKind
from core.model.duty import Duty
from core.rulebook.duty_rules import CorrectiveStep
from core.rules.corrective.corrective_file import CorrectiveFile


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    """One step; `demanded` are the duties of the rulebook that belong to it."""

    step: CorrectiveStep
    number: int
    is_there: bool
    demanded: tuple[Duty, ...]


def steps_of(file: CorrectiveFile) -> tuple[StepState, ...]:
    """All eight in their order.

    A step is there once no duty of the rulebook that belongs to it is open, and either the plan says it or such a
    duty has said it since the round began.
    """
    return tuple(_state(file, number, step) for number, step in enumerate(_IS_SAID, 1))


def _state(file: CorrectiveFile, number: int, step: CorrectiveStep) -> StepState:
    demanded = _demanded(file, step)
    is_open = any(duty.is_open for duty in demanded)
    is_said = any(_is_of_this_round(duty, file) for duty in demanded) or _IS_SAID[step](file)
    return StepState(step=step, number=number, is_there=is_said and not is_open, demanded=demanded)


def _is_of_this_round(duty: Duty, file: CorrectiveFile) -> bool:
    """What was done before the fault came back says nothing of why it did."""
    return file.plan.round == 1 or (duty.done_at is not None and duty.done_at >= file.plan.opened_at)


def _demanded(file: CorrectiveFile, step: CorrectiveStep) -> tuple[Duty, ...]:
    rules = {name for name, rule in file.edition.duties.items() if rule.step == step}
    return tuple(
        duty
        for duty in file.dossier.duties
        if duty.is_demanded and duty.rule in rules and not duty.has_fallen_away
    )


def _has_team(file: CorrectiveFile) -> bool:
    return file.case.owner_id is not None and bool(file.plan.team)


def _has_problem(file: CorrectiveFile) -> bool:
    return bool(file.plan.problem or file.case.happened)


def _is_contained(file: CorrectiveFile) -> bool:
    taken = file.actions(ActionKind.CONTAINMENT)
    return _all_done(taken) if taken else bool(file.case.containment) and file.plan.round == 1


def _has_cause(file: CorrectiveFile) -> bool:
    """Of a fault that came back the cause named at first is not enough: it is asked why anew."""
    is_named = bool(file.case.cause) and file.plan.round == 1
    return (is_named or bool(file.plan.whys)) and file.cause_class() is not None


def _has_actions(file: CorrectiveFile) -> bool:
    return bool(file.actions(ActionKind.CORRECTIVE))


def _is_effective(file: CorrectiveFile) -> bool:
    return file.plan.effect_at is not None and _all_done(file.actions(ActionKind.CORRECTIVE))


def _is_prevented(file: CorrectiveFile) -> bool:
    taken = file.actions(ActionKind.PREVENTIVE)
    return bool(taken) and _all_done(taken)


def _has_lessons(file: CorrectiveFile) -> bool:
    return bool(file.plan.lessons)


def _all_done(actions: Sequence[Duty]) -> bool:
    return not any(duty.is_open for duty in actions)


_IS_SAID: Final[Mapping[CorrectiveStep, Callable[[CorrectiveFile], bool]]] = {
    "team": _has_team,
    "problem": _has_problem,
    "containment": _is_contained,
    "cause": _has_cause,
    "actions": _has_actions,
    "effect": _is_effective,
    "prevention": _is_prevented,
    "lessons": _has_lessons,
}
