"""How the cause of a case is corrected: the card with its eight steps."""

from collections.abc import Mapping
from datetime import date, datetime

from core.model.corrective_action import ActionKind
from core.model.duty import Duty
from core.model.instants import AN_INSTANT
from core.model.message import Button, Message, Urgency
from core.model.person import Person
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rights.may import is_theirs
from core.rulebook.duty_rules import CorrectiveStep
from core.rules.corrective.agreed_actions import doer_of, verifier_of
from core.rules.corrective.corrective_file import CorrectiveFile
from core.rules.corrective.corrective_steps import StepState, steps_of
from core.screens.case_head import head_of
from core.screens.picks import in_rows

KIND_OF_STEP: Mapping[CorrectiveStep, ActionKind] = {
    "containment": ActionKind.CONTAINMENT,
    "actions": ActionKind.CORRECTIVE,
    "prevention": ActionKind.PREVENTIVE,
}
_STEPS_IN_A_ROW = 4
# what is due at 24:00 is due on the day that ends then


def corrective_card(file: CorrectiveFile, reader: Person) -> Message:
    """Each step with what is there, and what is missing; a button for each.

    Who reads it only as one of the team goes on neither to the report nor to the case.
    """
    steps = steps_of(file)
    return Message(
        template="corrective_shown",
        data=corrective_head(file)
        | {
            "steps": tuple(step_said(file, state) for state in steps),
            "missing": tuple(state.number for state in steps if not state.is_there),
            "watched_until": file.plan.watched_until,
        },
        rows=(*in_rows((_step(file, state) for state in steps), _STEPS_IN_A_ROW), _beside(file, reader)),
    )


def team_joined(file: CorrectiveFile, *, by: Person) -> Message:
    """To a new member of the team: which case, and where to read on."""
    return Message(
        template="team_joined",
        urgency=Urgency.NOTICE,
        data=corrective_head(file) | {"by": by.name, "problem": file.plan.problem or file.case.happened},
        rows=((to_card(file),),),
    )


def corrective_head(file: CorrectiveFile) -> dict[str, object]:
    """What every screen about the correcting of a cause begins with."""
    case = file.case
    return head_of(case) | {
        "round": file.plan.round,
    }


def step_said(file: CorrectiveFile, state: StepState) -> Mapping[str, object]:
    """One step as a template says it; what a step does not have is empty."""
    plan, case, dossier = file.plan, file.case, file.dossier
    kind, against_cause = KIND_OF_STEP.get(state.step), file.actions(ActionKind.CORRECTIVE)
    return {
        "step": state.step,
        "number": state.number,
        "is_there": state.is_there,
        "leader": dossier.name(case.owner_id),
        "team": tuple(dossier.name(one) for one in plan.team),
        "problem": plan.problem or case.happened,
        "containment": case.containment,
        "cause": case.cause,
        "cause_label": dossier.cause_label(),
        "cause_class": file.cause_class(),
        "whys": plan.whys,
        "verified": sum(not duty.is_open for duty in against_cause),
        "to_verify": len(against_cause),
        "effect": plan.effect,
        "effect_by": dossier.name(plan.effect_by),
        "effect_at": plan.effect_at,
        "lessons": plan.lessons,
        "actions": tuple(action_said(file, duty) for duty in file.actions(kind)) if kind else (),
        "demanded": tuple(
            {"label": duty.label, "clause": duty.clause, "is_open": duty.is_open} for duty in state.demanded
        ),
    }


def action_said(file: CorrectiveFile, duty: Duty) -> Mapping[str, object]:
    """One action: what, who, until when, and how it stands."""
    return {
        "label": duty.label,
        "doer": file.dossier.name(doer_of(duty)),
        "verifier": file.dossier.name(duty.done_by or verifier_of(duty)),
        "due": duty.due_at,
        "due_on": _day(file, duty.due_at and duty.due_at - AN_INSTANT),
        "finished_on": _day(file, duty.finished_at),
        "done_on": _day(file, duty.done_at),
        "state": "done" if duty.done_at else "finished" if duty.finished_at else "open",
    }


def _day(file: CorrectiveFile, at: datetime | None) -> date | None:
    return file.dossier.company.day_at(file.case.site, at) if at else None


def to_card(file: CorrectiveFile) -> Button:
    """Open the card."""
    return Button("corrective", "corrective", file.case.id, file.case.version)


def _step(file: CorrectiveFile, state: StepState) -> Button:
    case = file.case
    label = "step_there" if state.is_there else "step_missing"
    return Button(label, "corrective_step", case.id, case.version, str(state.number), text=f"D{state.number}")


def _beside(file: CorrectiveFile, reader: Person) -> tuple[Button, ...]:
    case = file.case
    if not is_theirs(Action.READ_CORRECTIVE, reader, around_dossier(file.dossier)):
        return ()
    report = Button("paper_eight_d", "paper_of", case.id, case.version, "eight_d")
    return (report, Button("open_case", "case", case.id, case.version, text=case.number))
