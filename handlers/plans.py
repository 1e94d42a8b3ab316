"""Finance asks for a pause, instalments or a waiver; the general manager answers."""

from enum import StrEnum
from typing import Final

from core.actions.case.open_dossier import open_dossier
from core.actions.money.answer_plan import answer_plan, end_plan
from core.actions.money.ask_plan import ask_plan, open_plans, owed_on, plannable
from core.errors import NoSuchThing, NotAllowed
from core.model.message import Message
from core.model.money import Money
from core.payroll.batch import PlanKind, PlanTerms
from core.payroll.pause import pause_until
from core.rules.typed.amount_text import amount_in
from core.screens.plan import notice_line, plan_asked
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    EACH = "plan_each"
    UNTIL = "plan_until"
    REASON = "plan_reason"


_FIRST: Final = {PlanKind.INSTALMENTS: Step.EACH, PlanKind.PAUSE: Step.UNTIL}


async def notice_opened(turn: Turn) -> None:
    """A line of a batch was pressed."""
    await turn.reply.say(await _line(turn, turn.press.id))


async def plan_pressed(turn: Turn) -> None:
    """暂停, 分期 or 免除 was pressed: ask for the last month, or the amount a month, then why."""
    notice = await plannable(turn.press.id, actor=turn.actor, uow=turn.uow)
    kind = _kind(turn.press.arg)
    data = {"case_id": notice.case_id, "notice_number": notice.number, "kind": kind}
    step = _FIRST.get(kind, Step.REASON)
    await turn.ask(
        step, Message(template=f"{step.value}_asked", data=data), notice=notice.id, kind=kind.value
    )


async def each_typed(turn: Turn) -> None:
    """The amount a month came; now why."""
    each = amount_in(turn.words)
    if not each.fen:
        raise NotAllowed("instalment_of_nothing")
    await _ask_why(turn, each=str(each.fen))


async def until_typed(turn: Turn) -> None:
    """The last month of a pause came; now why."""
    await _ask_why(turn, until=pause_until(turn.words, turn.uow.today(turn.actor.site)))


async def _ask_why(turn: Turn, **known: str) -> None:
    notice = await turn.uow.notices.get(number_in(turn.asked("notice")))
    kind = _kind(turn.asked("kind"))
    data = {"case_id": notice.case_id, "notice_number": notice.number, "kind": kind}
    message = Message(template="plan_reason_asked", data=data)
    await turn.ask(Step.REASON, message, notice=notice.id, kind=kind.value, **known)


async def reason_typed(turn: Turn) -> None:
    """The reason came: it is put to whoever may approve."""
    notice_id, each = number_in(turn.asked("notice")), turn.asked("each")
    terms = PlanTerms(
        _kind(turn.asked("kind")), Money(number_in(each)) if each else None, turn.asked("until")
    )
    await ask_plan(notice_id, terms, reason=turn.words, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.reply.say(await _line(turn, notice_id))


async def approved(turn: Turn) -> None:
    """批准 was pressed."""
    await _answered(turn, is_approved=True)


async def refused(turn: Turn) -> None:
    """不同意 was pressed."""
    await _answered(turn, is_approved=False)


async def ended(turn: Turn) -> None:
    """结束约定 was pressed."""
    plan = await end_plan(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.toast("plan_ended")
    await turn.redraw(await _line(turn, plan.notice_id))


async def _answered(turn: Turn, *, is_approved: bool) -> None:
    plan = await turn.uow.plans.get(turn.press.id)
    notice = await turn.uow.notices.get(plan.notice_id)
    owed = await owed_on(notice, uow=turn.uow)
    plan = await answer_plan(plan.id, is_approved=is_approved, actor=turn.actor, uow=turn.uow)
    await turn.toast("plan_approved" if is_approved else "plan_refused")
    dossier = await open_dossier(plan.case_id, uow=turn.uow)
    await turn.redraw(plan_asked(plan, notice, dossier, owed, is_open=False))


async def _line(turn: Turn, notice_id: int) -> Message:
    notice = await plannable(notice_id, actor=turn.actor, uow=turn.uow)
    case = await turn.uow.cases.get(notice.case_id)
    person = await turn.uow.persons.get(notice.person_id)
    owed = await owed_on(notice, uow=turn.uow)
    plans = await open_plans(notice_id, actor=turn.actor, uow=turn.uow)
    return notice_line(notice, case.number, person.name, owed, plans)


def _kind(text: str) -> PlanKind:
    if text not in set(PlanKind):
        raise NoSuchThing("thing_unknown")
    return PlanKind(text)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "plan_of": notice_opened,
            "plan_ask": plan_pressed,
            "plan_yes": approved,
            "plan_no": refused,
            "plan_end": ended,
        },
        steps={Step.EACH: each_typed, Step.UNTIL: until_typed, Step.REASON: reason_typed},
    )
