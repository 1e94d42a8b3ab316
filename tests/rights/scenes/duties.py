"""Duties that a rulebook demands: filled in, finished by one, agreed to by another; forms that ask for a person or count.

何静 (E06) and a second person (E16) are of finance; 陈洁 (E11) leads the case, E12 is of quality as well.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from core.actions.duty.fill_duty import fill_duty
from core.actions.duty.finish_duty import finish_duty, second_duty
from core.model.case import Stage
from core.rights.tie import Tie
from tests.core.actions.duty.test_take_from_report import month
from tests.core.actions.duty.test_take_from_report import the_duty as month_duty
from tests.demanding import given, the_duty, under_demands
from tests.fakes import FakeUnitOfWork
from tests.make import by_no
from tests.rights.scene import Scene, these
from tests.rights.scenes.of_a_duty import duty_scene, state_of

FINANCE, FIRST, QUALITY = these("E06 E16"), these("E06"), these("E11 E12")
DUTY = (
    *("duty:{duty}:0", "duty_files:{duty}:0", "duty_field:{duty}:{version}:0"),
    *("duty_answer:{duty}:{version}:0=", "duty_add:{duty}:{version}", "duty_done:{duty}:{version}"),
    *("duty_second:{duty}:{version}", "duty_undo:{duty}:0"),
)
# who reads by role, who leads the case, and whose duty it is
READERS = these("E04 E05 E06 E08 E09 E11 E12 E16")


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


async def reported() -> FakeUnitOfWork:
    """A whole batch is bad: who saw it is asked for."""
    uow = await under_demands()
    await given(uow, facts={"batch": True})
    return uow


async def _money_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return state_of(await the_duty(uow, "count_money"))


async def _batch_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return state_of(await the_duty(uow, "batch_report"))


async def _month_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return state_of(await month_duty(uow, "satisfaction"))


def _money(state: str, idle: str, **more: Any) -> Scene:
    return duty_scene(
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
    duty_scene("batch report", reported, _batch_shown, "duty_person:{duty}:{version}:9:3", office=QUALITY),
    # it belongs to no case
    Scene(
        name="monthly form",
        made=month,
        presses=("duty_counts:{duty}:{version}",),
        shown=_month_shown,
        ties={Tie.OFFICE: these("E11")},
    ),
)
