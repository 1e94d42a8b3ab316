"""An action is agreed on in three answers: what, by whom, until when."""

from datetime import date, timedelta
from enum import StrEnum

from core.actions.corrective.fill_plan import LONGEST_WHY
from core.actions.corrective.plan_action import plan_action
from core.actions.corrective.read_corrective import corrective_to_change
from core.errors import NoSuchThing, NotAllowed
from core.model.corrective_action import ActionKind, CorrectiveAction
from core.model.person import Person
from core.rules.corrective.corrective_file import CorrectiveFile
from core.rules.corrective.likely_doers import likely_doers
from core.rules.staff.find_person import find_person
from core.rules.typed.date_text import day_in
from core.rules.typed.fitting_text import fitting_text
from core.screens.action_asked import SPANS, doer_asked, due_asked, what_asked
from core.screens.corrective import corrective_card
from core.screens.corrective_step import people_for_plan
from handlers.corrective import MOST_FOUND
from handlers.numbers import number_in
from handlers.preview import case_in
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    WHAT = "action_what"
    DOER = "action_doer"
    DUE = "action_due"


async def action_begun(turn: Turn) -> None:
    """＋ was pressed: ask what is to be done."""
    file = await corrective_to_change(turn.press.id, actor=turn.actor, uow=turn.uow)
    kind = _kind(turn.press.arg)
    await turn.redraw(what_asked(file, kind))
    await turn.expect(Step.WHAT, case_id=file.case.id, kind=kind.value)


async def what_typed(turn: Turn) -> None:
    """Ask who does it; what is too long is said now, not after two more answers."""
    file = await corrective_to_change(case_in(turn), actor=turn.actor, uow=turn.uow)
    # it stands on one line of the card, among other actions
    what = fitting_text(" ".join(turn.words.split()), LONGEST_WHY)
    await turn.reply.say(doer_asked(file, what, likely_doers(file.dossier, turn.actor)))
    await turn.expect(Step.DOER, case_id=file.case.id, kind=turn.asked("kind"), what=what)


async def doer_typed(turn: Turn) -> None:
    """Show who fits; the question stays open until one is picked."""
    file = await corrective_to_change(case_in(turn), actor=turn.actor, uow=turn.uow)
    found = find_person(turn.words, file.dossier.staff.values(), file.dossier.day)
    await turn.reply.say(people_for_plan(file, "action_doer", turn.words, found[:MOST_FOUND]))


async def doer_picked(turn: Turn) -> None:
    """Ask until when."""
    file = await _begun(turn)
    doer = _person(file, number_in(turn.press.arg))
    await turn.redraw(due_asked(file, turn.asked("what"), doer))
    await turn.expect(
        Step.DUE, case_id=file.case.id, kind=turn.asked("kind"), what=turn.asked("what"), doer=doer.id
    )


async def due_picked(turn: Turn) -> None:
    """So many days from today."""
    file = await _begun(turn)
    days = number_in(turn.press.arg)
    if days not in SPANS:
        raise NoSuchThing("thing_unknown")
    await _agree(turn, file, file.dossier.day + timedelta(days=days))


async def due_typed(turn: Turn) -> None:
    """That day."""
    file = await corrective_to_change(case_in(turn), actor=turn.actor, uow=turn.uow)
    await _agree(turn, file, day_in(turn.words, file.dossier.day))


async def _agree(turn: Turn, file: CorrectiveFile, due_on: date) -> None:
    doer = turn.asked("doer")
    action = CorrectiveAction(
        kind=_kind(turn.asked("kind")),
        what=turn.asked("what"),
        owner_id=number_in(doer) if doer else None,
        due_on=due_on,
    )
    file = await plan_action(file.case.id, action, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.redraw(corrective_card(file, turn.actor))


async def _begun(turn: Turn) -> CorrectiveFile:
    """The plan of the case under the button, if this person is in the middle of agreeing on an action there."""
    file = await corrective_to_change(turn.press.id, actor=turn.actor, uow=turn.uow)
    if not turn.asked("what") or turn.asked("case_id") != str(file.case.id):
        raise NotAllowed("action_begin_again")
    return file


def _kind(text: str) -> ActionKind:
    if text not in list(ActionKind):
        raise NoSuchThing("thing_unknown")
    return ActionKind(text)


def _person(file: CorrectiveFile, person_id: int) -> Person:
    person = file.dossier.staff.get(person_id)
    if person is None or person.has_left(file.dossier.day):
        raise NoSuchThing("person_unknown")
    return person


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={"action_new": action_begun, "action_doer": doer_picked, "action_due": due_picked},
        steps={Step.WHAT: what_typed, Step.DOER: doer_typed, Step.DUE: due_typed},
    )
