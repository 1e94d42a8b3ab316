"""A month's batch, ways of paying otherwise, accounts: 何静 (E06) and 冯刚 (E30) are of finance, 何静 makes the batch."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from core.actions.money.answer_plan import answer_plan
from core.actions.money.ask_plan import ask_plan
from core.actions.money.report_payroll import report_payroll
from core.payroll.batch import PlanKind, PlanTerms
from core.rights.bar import Bar
from core.rights.tie import Tie
from tests.core.actions.money.test_payroll import charged, closed, made, notice_of, prepared
from tests.fakes import FakeUnitOfWork
from tests.liability import who
from tests.rights.scene import NOBODY, Numbers, Scene, these
from tests.rights.scenes.cases import NAMED, REPORTER

MAKER, CLOSER = these("E06"), these("E30")
BATCH = (
    *(
        "/payroll",
        "pay:1:0",
        "pay_lines:1:0:0",
        "pay_wages:1:0:0",
        "pay_paper:1:0",
    ),
    *("pay_sheet:1:0", "pay_make:1:{version}", "pay_return:1:{version}", "pay_close:1:{version}"),
    *("pay_settle:1:{version}", "payslips_send:1:0", "wages_send:0:0", "wages_of:0:0:2025-04"),
)
PLAN = ("plan_of:{notice}:0", "plan_ask:{notice}:0:pause", "plan_yes:1:0", "plan_no:1:0", "plan_end:1:0")
ACCOUNT = ("account:3:0", "account_paper:3:0")


async def batch_at(bring: Callable[[FakeUnitOfWork], Awaitable[object]]) -> FakeUnitOfWork:
    """The batch of March as batch 1, brought there."""
    uow = await charged()
    await bring(uow)
    return uow


async def come_back(uow: FakeUnitOfWork) -> None:
    """Closed, and the payslips are read back."""
    view = await closed(uow)
    await report_payroll(view.batch.id, {line.id: line.amount for line in view.lines}, uow=uow)


async def asked(*, is_approved: bool = False) -> FakeUnitOfWork:
    """何静 has asked for a pause for 张伟."""
    uow = await batch_at(prepared)
    notice, finance = await notice_of(uow, "E17"), await who(uow, "E06")
    await ask_plan(notice.id, PlanTerms(PlanKind.PAUSE), reason="家中有病人", actor=finance, uow=uow)
    if is_approved:
        await answer_plan(1, is_approved=True, actor=await who(uow, "E05"), uow=uow)
    return uow


async def _shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return {"version": (await uow.batches.get(1)).version, "notice": (await notice_of(uow, "E17")).id}


def _batch(
    name: str,
    bring: Callable[[FakeUnitOfWork], Awaitable[object]],
    maker: Numbers,
    idle: str,
    **answered: Numbers,
) -> Scene:
    return Scene(
        name=f"batch {name}",
        made=partial(batch_at, bring),
        presses=BATCH,
        shown=_shown,
        site="",
        bars={Bar.MADE_IT: maker},
        idle=these(idle),
        answered=answered,
    )


def _plan(name: str, *, is_approved: bool, idle: str = "", **answered: Numbers) -> Scene:
    return Scene(
        name=f"plan {name}",
        made=partial(asked, is_approved=is_approved),
        presses=PLAN,
        shown=_shown,
        site="",
        ties={Tie.STEP: these("E05")},
        bars={Bar.NAMED: NAMED, Bar.REPORTED: REPORTER, Bar.ASKED_FOR_IT: MAKER},
        idle=these(idle),
        answered=answered,
    )


SCENES = (
    _batch("prepared", prepared, NOBODY, "pay_paper pay_sheet pay_return pay_close pay_settle payslips_send"),
    _batch("made", made, MAKER, "pay_paper pay_sheet pay_make pay_settle payslips_send", pay_make=MAKER),
    _batch("closed", closed, MAKER, "pay_make pay_return pay_close pay_settle", pay_close=CLOSER),
    _batch("come back", come_back, MAKER, "pay_make pay_return pay_close", pay_close=CLOSER),
    _plan("asked", is_approved=False),
    _plan("approved", is_approved=True, idle="plan_yes plan_no", plan_yes=these("E05")),
    Scene(name="account", made=charged, presses=ACCOUNT),
    Scene(name="account to be found", made=charged, presses=("account_find:0:0",), site=""),
)
