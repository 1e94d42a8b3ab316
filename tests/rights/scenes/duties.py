"""Duties that a rulebook demands: filled in, finished by one, agreed to by another; signatures, consequences, moments.

何静 (E06) and a second person (E16) are of finance; 陈洁 (E11) leads the case, E12 is of quality as well.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from core.actions.decide_consequence import decide_consequence
from core.actions.fill_duty import fill_duty
from core.actions.finish_duty import finish_duty, second_duty
from core.model.case import Stage
from core.model.duty import Duty
from core.rights.bar import Bar
from core.rights.tie import Tie
from tests.core.actions.test_take_from_report import month
from tests.core.actions.test_take_from_report import the_duty as month_duty
from tests.demanding import given, the_duty, under_demands
from tests.fakes import FakeUnitOfWork
from tests.handlers.test_consequences import late, the_proposal
from tests.handlers.test_signing import invited, signature_of, the_training, training
from tests.make import by_no
from tests.rights.scene import NOBODY, Numbers, Scene, these
from tests.ringing import hours_pass

FINANCE, FIRST, QUALITY, DECIDER = these("E06 E16"), these("E06"), these("E11 E12"), these("E09")
DUTY = (
    *("duty:{duty}:0", "duty_files:{duty}:0", "duty_field:{duty}:{version}:0"),
    *("duty_answer:{duty}:{version}:0=", "duty_add:{duty}:{version}", "duty_done:{duty}:{version}"),
    *("duty_second:{duty}:{version}", "duty_undo:{duty}:0"),
)
# who reads by role, who leads the case, and whose duty it is
READERS = these("E04 E05 E06 E08 E09 E11 E12 E16")
MISSED = ("missed:{duty}:0", "missed_yes:{duty}:0", "missed_no:{duty}:0", "missed_back:{duty}:0")


async def counted(state: str) -> FakeUnitOfWork:
    """The money is to be counted by two of finance: filled in, finished by one, agreed to, the case closed."""
    uow = await under_demands()
    duty, first = await the_duty(uow, "count_money"), await by_no(uow, "E06")
    await fill_duty(duty.id, 1, 0, "100", actor=first, uow=uow)
    if state != "open":
        await finish_duty(duty.id, 2, actor=first, uow=uow)
    if state in ("done", "closed"):
        await second_duty(duty.id, 3, actor=await by_no(uow, "E16"), uow=uow)
    if state == "closed":
        await uow.cases.put(replace(await uow.cases.get(1), stage=Stage.CLOSED))
    return uow


async def asked() -> FakeUnitOfWork:
    """张伟 is asked to sign that he took part."""
    uow = await training()
    await invited(uow, "E17")
    return uow


async def missed(*, is_decided: bool = False) -> FakeUnitOfWork:
    """The goods were not analysed in time: 郑芳 (E09) decides whether anything follows."""
    uow = await late()
    await hours_pass(uow, 48)
    if is_decided:
        proposal, decider = await the_proposal(uow), await by_no(uow, "E09")
        await decide_consequence(proposal.id, "没有说明", is_proposed=False, actor=decider, uow=uow)
    return uow


async def reported() -> FakeUnitOfWork:
    """A whole batch is bad: who saw it is asked for."""
    uow = await under_demands()
    await given(uow, facts={"batch": True})
    return uow


def _of(duty: Duty) -> Mapping[str, object]:
    return {"duty": duty.id, "version": duty.version}


async def _money_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return _of(await the_duty(uow, "count_money"))


async def _training_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return _of(await the_training(uow))


async def _batch_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return _of(await the_duty(uow, "batch_report"))


async def _month_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return _of(await month_duty(uow, "satisfaction"))


async def _signature_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return _of(await signature_of(uow, "E17"))


async def _proposal_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return {**_of(await the_proposal(uow)), "late": (await the_duty(uow, "analyse")).id}


def _scene(
    name: str,
    made: Callable[[], Awaitable[FakeUnitOfWork]],
    shown: Callable[[FakeUnitOfWork], Awaitable[Mapping[str, object]]],
    *presses: str,
    office: Numbers = NOBODY,
    assignee: Numbers = NOBODY,
    doers: Numbers = NOBODY,
    first: Numbers = NOBODY,
    stage: Stage = Stage.INVESTIGATING,
    idle: str = "",
    answered: Mapping[str, Numbers] | None = None,
) -> Scene:
    return Scene(
        name=name,
        made=made,
        presses=presses,
        shown=shown,
        stage=stage,
        ties={
            Tie.OFFICE: office,
            Tie.ASSIGNEE: assignee,
            Tie.DOER: doers,
            Tie.OWNER: these("E11"),
            Tie.REPORTER: these("E10"),
        },
        bars={Bar.DID_FIRST: first, Bar.REPORTED: these("E10"), Bar.LEADS: these("E11")},
        idle=these(idle),
        answered=answered or {},
    )


def _money(state: str, idle: str, **more: Any) -> Scene:
    return _scene(
        f"duty {state}", partial(counted, state), _money_shown, *DUTY, office=FINANCE, idle=idle, **more
    )


SCENES = (
    _money("open", "duty_second duty_undo", answered={"duty_undo": READERS}),
    _money(
        "finished",
        "duty_add duty_field duty_answer duty_done",
        doers=FIRST,
        first=FIRST,
        answered={"duty_done": FIRST},
    ),
    _money(
        "done",
        "duty_add duty_field duty_answer duty_done duty_second",
        doers=FINANCE,
        first=FIRST,
        answered={"duty_done": FIRST, "duty_second": these("E16")},
    ),
    _money(
        "closed",
        "duty_add duty_field duty_answer duty_done duty_second",
        doers=FINANCE,
        first=FIRST,
        stage=Stage.CLOSED,
        answered={"duty_done": FIRST, "duty_second": these("E16")},
    ),
    _scene(
        "training",
        training,
        _training_shown,
        *("duty_people:{duty}:{version}:1:3", "duty_everybody:{duty}:{version}:1"),
        office=QUALITY,
    ),
    _scene("batch report", reported, _batch_shown, "duty_person:{duty}:{version}:9:3", office=QUALITY),
    # it belongs to no case
    Scene(
        name="monthly form",
        made=month,
        presses=("duty_counts:{duty}:{version}",),
        shown=_month_shown,
        ties={Tie.OFFICE: these("E11")},
    ),
    _scene(
        "signature", asked, _signature_shown, "signature:{duty}:0", "sign:{duty}:1", assignee=these("E17")
    ),
    _scene(
        "missed deadline",
        missed,
        _proposal_shown,
        *(*MISSED, "why_then:{late}:0"),
        idle="missed_back",
        assignee=DECIDER,
        office=QUALITY,
    ),
    _scene(
        "missed deadline decided",
        partial(missed, is_decided=True),
        _proposal_shown,
        *MISSED,
        assignee=DECIDER,
    ),
)
