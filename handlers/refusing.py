"""Triage: 退回补充 asks what is missing; 不成立 and 非质量问题 ask for the reason and the next step."""

from core.actions.case.refuse_case import refuse_case
from core.actions.case.return_case import return_case
from core.actions.case.triage_rights import check_triage
from core.actions.draft.intake_in_force import intake_of
from core.errors import SomebodyWasFirst
from core.model.case import Case, Outcome
from core.model.intake_step import IntakeStep
from core.screens.refusing import (
    BY_RULEBOOK,
    lacking_asked,
    lacking_by_rulebook,
    next_step_asked,
    reason_asked,
)
from handlers.case_turn import asked_case, pressed_case, triaged_case
from handlers.picking import worded
from handlers.routes import Routes
from handlers.turn import Turn


async def wanted_return(turn: Turn) -> None:
    """退回补充 was pressed: ask what is missing."""
    case = await pressed_case(turn)
    await check_triage(case, actor=turn.actor, uow=turn.uow)
    await turn.redraw(lacking_asked(case, await intake_of(case, uow=turn.uow)))
    await turn.expect(IntakeStep.RETURNING, case=case.id)


async def said_lacking(turn: Turn) -> None:
    """What is missing was typed."""
    await _returned(turn, turn.words, await asked_case(turn))


async def picked_lacking(turn: Turn) -> None:
    """What is missing was pressed."""
    case = await pressed_case(turn)
    await _returned(turn, await _lacking_words(turn, case), case)


async def _lacking_words(turn: Turn, case: Case) -> str:
    if turn.press.arg != BY_RULEBOOK:
        return await worded(turn, "lacking", turn.press.arg)
    message = lacking_by_rulebook(case, await intake_of(case, uow=turn.uow))
    return await turn.uow.outbox.words(turn.actor.language, message)


async def _returned(turn: Turn, lacking: str, case: Case) -> None:
    case = await return_case(case, lacking, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.redraw(await triaged_case(turn, case))


async def wanted_refusal(turn: Turn) -> None:
    """不成立 or 非质量问题 was pressed: ask for the reason."""
    case = await pressed_case(turn)
    await check_triage(case, actor=turn.actor, uow=turn.uow)
    outcome = Outcome(turn.press.verb)
    await turn.redraw(reason_asked(case, outcome))
    await turn.expect(IntakeStep.REFUSING, case=case.id, outcome=outcome.value)


async def said_reason(turn: Turn) -> None:
    """The reason was typed: ask for the next step."""
    case = await asked_case(turn)
    outcome = Outcome(turn.asked("outcome"))
    await turn.ask(
        IntakeStep.REFUSING_NEXT,
        next_step_asked(case, outcome, turn.words),
        case=case.id,
        outcome=outcome.value,
        reason=turn.words,
    )


async def said_next_step(turn: Turn) -> None:
    """The next step was typed."""
    await _refused(turn, turn.words)


async def picked_next_step(turn: Turn) -> None:
    """The next step was pressed."""
    await _refused(turn, await worded(turn, "next_step", turn.press.arg))


async def _refused(turn: Turn, next_step: str) -> None:
    if not turn.asked("reason"):
        raise SomebodyWasFirst("question_gone")
    outcome, reason = Outcome(turn.asked("outcome")), turn.asked("reason")
    case = await refuse_case(
        await asked_case(turn), outcome, reason, next_step, actor=turn.actor, uow=turn.uow
    )
    await turn.settle()
    await turn.redraw(await triaged_case(turn, case))


def handlers() -> Routes:
    """Sending a case back, or away."""
    return Routes(
        presses={
            "return": wanted_return,
            "lacking": picked_lacking,
            "unjustified": wanted_refusal,
            "not_quality": wanted_refusal,
            "next_step": picked_next_step,
        },
        steps={
            IntakeStep.RETURNING: said_lacking,
            IntakeStep.REFUSING: said_reason,
            IntakeStep.REFUSING_NEXT: said_next_step,
        },
    )
