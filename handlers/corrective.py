"""How the cause of a case is corrected: the card, its steps, and what is written in them."""

from collections.abc import Awaitable, Callable
from enum import StrEnum

from core.actions.corrective.check_effect import check_effect, effect_to_check
from core.actions.corrective.fill_plan import add_why, drop_why, say_lessons, say_problem, sort_cause
from core.actions.corrective.join_team import join_team, leave_team
from core.actions.corrective.read_corrective import corrective_to_change, read_corrective
from core.model.message import Message
from core.rights.action import Action
from core.rights.may import may
from core.rules.corrective.corrective_file import CorrectiveFile
from core.rules.corrective.corrective_rights import around_plan
from core.rules.staff.find_person import find_person
from core.screens.corrective import corrective_card, corrective_head, to_card
from core.screens.corrective_step import people_for_plan, step_at, step_screen
from handlers.numbers import number_in
from handlers.preview import case_in
from handlers.routes import Routes
from handlers.turn import Turn

MOST_FOUND = 8
TEAM, CAUSE = 1, 4
Said = Callable[..., Awaitable[CorrectiveFile]]


class Step(StrEnum):
    """What is being asked."""

    PROBLEM = "plan_problem"
    WHY = "plan_why"
    LESSONS = "plan_lessons"
    TEAM = "plan_team"
    EFFECT = "effect_found"


_ASKED = {"team": Step.TEAM, "problem": Step.PROBLEM, "cause": Step.WHY, "lessons": Step.LESSONS}


async def card_opened(turn: Turn) -> None:
    """8D was pressed on a case."""
    file = await read_corrective(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.redraw(corrective_card(file, turn.actor))


async def step_opened(turn: Turn) -> None:
    """A step was pressed: what is there; what is written next belongs to it."""
    file = await read_corrective(turn.press.id, actor=turn.actor, uow=turn.uow)
    await _show(turn, file, number_in(turn.press.arg))


async def _show(turn: Turn, file: CorrectiveFile, number: int) -> None:
    state = step_at(file, number)
    may_change = may(Action.PLAN_CORRECTIVE, turn.actor, around_plan(file))
    await turn.settle()
    await turn.redraw(step_screen(file, state, turn.actor.language, may_change=may_change))
    if may_change and state.step in _ASKED:
        await turn.expect(_ASKED[state.step], case_id=file.case.id)


async def name_typed(turn: Turn) -> None:
    """Show who fits; the question stays open."""
    file = await corrective_to_change(case_in(turn), actor=turn.actor, uow=turn.uow)
    found = find_person(turn.words, file.dossier.staff.values(), file.dossier.day)
    await turn.reply.say(people_for_plan(file, "team_pick", turn.words, found[:MOST_FOUND]))


async def member_picked(turn: Turn) -> None:
    """Somebody joins the team."""
    person_id = number_in(turn.press.arg)
    file = await join_team(turn.press.id, person_id, actor=turn.actor, uow=turn.uow)
    await _show(turn, file, TEAM)


async def member_dropped(turn: Turn) -> None:
    """Somebody leaves it."""
    person_id = number_in(turn.press.arg)
    file = await leave_team(turn.press.id, person_id, actor=turn.actor, uow=turn.uow)
    await _show(turn, file, TEAM)


async def problem_typed(turn: Turn) -> None:
    """Keep the problem in the team's words."""
    await _keep(turn, say_problem)


async def lessons_typed(turn: Turn) -> None:
    """Keep what was learnt."""
    await _keep(turn, say_lessons)


async def _keep(turn: Turn, said: Said) -> None:
    file = await said(case_in(turn), turn.words, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.reply.say(corrective_card(file, turn.actor))


async def why_typed(turn: Turn) -> None:
    """Keep one more answer, and ask why again."""
    file = await add_why(case_in(turn), turn.words, actor=turn.actor, uow=turn.uow)
    await _show(turn, file, CAUSE)


async def why_dropped(turn: Turn) -> None:
    """The last answer was taken away."""
    number = number_in(turn.press.arg)
    await _show(turn, await drop_why(turn.press.id, number, actor=turn.actor, uow=turn.uow), CAUSE)


async def class_picked(turn: Turn) -> None:
    """The cause is counted by that class."""
    file = await sort_cause(turn.press.id, turn.press.arg, actor=turn.actor, uow=turn.uow)
    await _show(turn, file, CAUSE)


async def effect_pressed(turn: Turn) -> None:
    """Whether it helped was pressed: ask what was found."""
    file = await effect_to_check(turn.press.id, actor=turn.actor, uow=turn.uow)
    helped = turn.press.arg != "no"
    message = Message(
        template="effect_asked",
        data=corrective_head(file) | {"helped": helped},
        rows=((to_card(file),),),
    )
    await turn.redraw(message)
    await turn.expect(Step.EFFECT, case_id=file.case.id, helped=helped)


async def effect_typed(turn: Turn) -> None:
    """Keep what was found."""
    helped = turn.asked("helped") != str(False)
    file = await check_effect(case_in(turn), turn.words, actor=turn.actor, uow=turn.uow, helped=helped)
    await turn.settle()
    await turn.reply.say(corrective_card(file, turn.actor))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "corrective": card_opened,
            "corrective_step": step_opened,
            "team_pick": member_picked,
            "team_out": member_dropped,
            "why_drop": why_dropped,
            "cause_class": class_picked,
            "effect": effect_pressed,
        },
        steps={
            Step.PROBLEM: problem_typed,
            Step.WHY: why_typed,
            Step.LESSONS: lessons_typed,
            Step.TEAM: name_typed,
            Step.EFFECT: effect_typed,
        },
    )
