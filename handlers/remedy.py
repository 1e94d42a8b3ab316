"""The customer's side of a case is opened, put to the chain, signed for, taken up again."""

from enum import StrEnum

from core.actions.remedy.adjust_remedy import adjust_remedy, check_adjustable
from core.actions.remedy.move_dispute import move_dispute
from core.actions.remedy.put_remedy import put_remedy
from core.actions.remedy.read_remedy import open_remedy
from core.actions.remedy.sign_remedy import check_signing, send_remedy_back, sign_remedy
from core.rules.remedy.remedy_rights import may_lead
from core.screens.remedy import remedy_more, remedy_screen
from core.screens.remedy_signing import return_reason_asked, signing_done
from core.screens.undertaking import adjustment_asked
from handlers.numbers import number_in
from handlers.remedy_turn import on_this_plan, plan_in, pressed_remedy, shown_remedy
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    REASON = "remedy_reason"
    RETURN = "remedy_back"


async def remedy_opened(turn: Turn) -> None:
    """客户补救 was pressed: where it stands."""
    await turn.settle()
    await turn.redraw(remedy_screen(await pressed_remedy(turn), turn.actor))


async def more_opened(turn: Turn) -> None:
    """更多 was pressed."""
    file = await pressed_remedy(turn)
    leads = may_lead(file, turn.actor)
    await turn.redraw(remedy_more(file) if leads else remedy_screen(file, turn.actor))


async def plan_put(turn: Turn) -> None:
    """提交审批 was pressed."""
    press = turn.press
    file = await put_remedy(press.id, press.version, actor=turn.actor, uow=turn.uow)
    await turn.toast("remedy_put")
    await turn.redraw(remedy_screen(file, turn.actor))


async def plan_signed(turn: Turn) -> None:
    """批准 was pressed under a plan."""
    press = turn.press
    file = await sign_remedy(press.id, press.version, number_in(press.arg), actor=turn.actor, uow=turn.uow)
    await turn.toast("remedy_signed")
    await turn.redraw(signing_done(file))


async def return_wanted(turn: Turn) -> None:
    """驳回 was pressed under a plan: ask why."""
    press = turn.press
    file = await open_remedy(press.id, uow=turn.uow)
    check_signing(file, press.version, number_in(press.arg), turn.actor)
    await turn.ask(
        Step.RETURN, return_reason_asked(file), case=press.id, version=press.version, signing=press.arg
    )


async def return_typed(turn: Turn) -> None:
    """Send it back with that reason."""
    case_id, version = plan_in(turn)
    step = number_in(turn.asked("signing"))
    file = await send_remedy_back(case_id, version, step, turn.words, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.reply.say(signing_done(file))


async def adjustment_wanted(turn: Turn) -> None:
    """调整方案 was pressed: ask why."""
    press = turn.press
    file = await check_adjustable(press.id, press.version, actor=turn.actor, uow=turn.uow)
    await turn.redraw(adjustment_asked(file))
    await turn.expect(Step.REASON, case=press.id, version=press.version)


async def adjustment_typed(turn: Turn) -> None:
    """Take the plan up again for that reason."""
    case_id, version = plan_in(turn)
    file = await adjust_remedy(case_id, version, turn.words, actor=turn.actor, uow=turn.uow)
    await shown_remedy(turn, file)


async def dispute_moved(turn: Turn) -> None:
    """A stage of the dispute was pressed."""
    press = turn.press
    file = await move_dispute(press.id, press.version, press.arg, actor=turn.actor, uow=turn.uow)
    await turn.redraw(remedy_screen(file, turn.actor))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "remedy": remedy_opened,
            "remedy_more": more_opened,
            "remedy_put": on_this_plan(plan_put),
            "remedy_sign": on_this_plan(plan_signed),
            "remedy_back": on_this_plan(return_wanted),
            "remedy_adjust": on_this_plan(adjustment_wanted),
            "dispute": on_this_plan(dispute_moved),
        },
        steps={Step.REASON: adjustment_typed, Step.RETURN: return_typed},
    )
