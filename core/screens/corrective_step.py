"""One step of correcting a cause: what is there, how to say more, and who fits a name that was typed."""

from collections.abc import Iterator, Sequence

from core.errors import NoSuchThing
from core.model.cause_class import CauseClass
from core.model.corrective_action import ActionKind
from core.model.message import Button, Message
from core.model.person import Person
from core.rules.corrective.corrective_file import CorrectiveFile
from core.rules.corrective.corrective_steps import StepState, steps_of
from core.screens.corrective import KIND_OF_STEP, corrective_head, step_said, to_card
from core.screens.label_width import shortened
from core.screens.picks import Rows, in_rows

_CLASSES_IN_A_ROW = 4


def step_at(file: CorrectiveFile, number: int) -> StepState:
    """The step of that number; NoSuchThing if there is none."""
    found = next((state for state in steps_of(file) if state.number == number), None)
    if found is None:
        raise NoSuchThing("thing_unknown")
    return found


def step_screen(file: CorrectiveFile, state: StepState, language: str, *, may_change: bool) -> Message:
    """What is there, and for whoever may change it what to press or write."""
    back = Button("back", "corrective", file.case.id, file.case.version)
    return Message(
        template="corrective_step_shown",
        data=corrective_head(file) | {"said": step_said(file, state), "may_change": may_change},
        rows=(*_duties(file, state, language), *(_ways(file, state) if may_change else ()), (back,)),
    )


def people_for_plan(file: CorrectiveFile, verb: str, typed: str, found: Sequence[Person]) -> Message:
    """Who fits what was typed, each a button of that verb; type again if nobody does."""
    return Message(
        template="people_found",
        data=corrective_head(file) | {"typed": typed, "found": len(found)},
        rows=(*people_rows(file, verb, found), (to_card(file),)),
    )


def people_rows(file: CorrectiveFile, verb: str, people: Sequence[Person]) -> Rows:
    """A row for each person, with department and number."""
    case = file.case
    return tuple(
        (
            Button(
                "",
                verb,
                case.id,
                case.version,
                str(one.id),
                text=f"{one.name} · {one.department} · {one.employee_no}",
            ),
        )
        for one in people
    )


def _duties(file: CorrectiveFile, state: StepState, language: str) -> Rows:
    kind = ActionKind.CORRECTIVE if state.step == "effect" else KIND_OF_STEP.get(state.step)
    duties = (*state.demanded, *(file.actions(kind) if kind else ()))
    buttons = (
        Button("", "duty", duty.id, duty.version, text=shortened(duty.label.in_language(language)))
        for duty in duties
    )
    return in_rows(buttons, 2)


def _ways(file: CorrectiveFile, state: StepState) -> Rows:
    case = file.case
    match state.step:
        case "team":
            return in_rows(_members(file))
        case "cause":
            last = str(len(file.plan.whys))
            drop = (Button("why_drop", "why_drop", case.id, case.version, last),) if file.plan.whys else ()
            return (*in_rows(_classes(file), _CLASSES_IN_A_ROW), *((drop,) if drop else ()))
        case "effect":
            return (
                (
                    Button("effect_shown", "effect", case.id, case.version, "yes"),
                    Button("effect_lacking", "effect", case.id, case.version, "no"),
                ),
            )
    kind = KIND_OF_STEP.get(state.step)
    add = Button(f"add_{kind}", "action_new", case.id, case.version, kind.value) if kind else None
    return ((add,),) if add else ()


def _members(file: CorrectiveFile) -> Iterator[Button]:
    case = file.case
    return (
        Button("team_out", "team_out", case.id, case.version, str(one), text=file.dossier.name(one))
        for one in file.plan.team
    )


def _classes(file: CorrectiveFile) -> Iterator[Button]:
    case, chosen = file.case, file.cause_class()
    return (
        Button(
            f"class_{one}" if one is not chosen else f"class_{one}_chosen",
            "cause_class",
            case.id,
            case.version,
            one.value,
        )
        for one in CauseClass
    )
