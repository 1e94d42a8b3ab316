"""Duties that some may not do though their office is asked: who is named in the case, and who did what must stay apart.

何静 (E06) and E16 are of finance, 陈洁 (E11) and E12 of quality; 方圆 (E14) is of both and is named. 李强 (E03) heads the
department that improves, and is of quality as well.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from core.actions.duty.fill_duty import fill_duty
from core.actions.duty.finish_duty import finish_duty
from core.model.roles import Role
from core.rights.bar import Bar
from core.rights.tie import Tie
from tests.core.rulebook.shipped import compiled
from tests.demanding import TEXT, the_duty, under_demands
from tests.fakes import FakeUnitOfWork
from tests.make import by_no
from tests.rights.people import also_holds, is_named, joins
from tests.rights.scene import Numbers, Scene, these
from tests.rights.scenes.of_a_duty import duty_scene, state_of

FINANCE, FIRST, NAMED = these("E06 E16"), these("E06"), these("E14")
FILLING = ("duty_answer:{duty}:{version}:0=", "duty_add:{duty}:{version}", "duty_done:{duty}:{version}")
SECOND = "duty_second:{duty}:{version}"
KEPT_APART = 'not_by = ["improve"]\n'
BOOK = compiled(
    TEXT.replace(KEPT_APART, f"{KEPT_APART}two_persons = true\n").replace('evidence = "photo"\n', "")
)


async def counted(*, is_finished: bool) -> FakeUnitOfWork:
    """The money is counted; one of finance is named."""
    uow = await under_demands()
    await joins(uow, "E14", "方圆", Role.QUALITY, Role.FINANCE)
    await is_named(uow, "E14")
    duty, first = await the_duty(uow, "count_money"), await by_no(uow, "E06")
    await fill_duty(duty.id, 1, 0, "100", actor=first, uow=uow)
    if is_finished:
        await finish_duty(duty.id, 2, actor=first, uow=uow)
    return uow


async def improved(*, is_finished: bool) -> FakeUnitOfWork:
    """李强 has improved; two others of quality verify it."""
    uow = await under_demands(BOOK)
    await also_holds(uow, "E03", Role.QUALITY)
    improve, doer = await the_duty(uow, "improve"), await by_no(uow, "E03")
    await uow.duties.put(replace(improve, done_at=uow.now, done_by=doer.id, finished_by=doer.id))
    if is_finished:
        verify = await the_duty(uow, "verify")
        await finish_duty(verify.id, verify.version, actor=await by_no(uow, "E12"), uow=uow)
    return uow


async def _money_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return state_of(await the_duty(uow, "count_money"))


async def _verify_shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return state_of(await the_duty(uow, "verify"))


def _barring(scene: Scene, bar: Bar, people: Numbers) -> Scene:
    """The office as it is, with these of it barred."""
    return replace(
        scene,
        ties={**scene.ties, Tie.OFFICE: scene.ties[Tie.OFFICE] | people},
        bars={**scene.bars, bar: people},
    )


SCENES = (
    _barring(
        duty_scene(
            "counted among one named",
            partial(counted, is_finished=False),
            _money_shown,
            *FILLING,
            office=FINANCE,
        ),
        Bar.NAMED_UNLESS_ALONE,
        NAMED,
    ),
    _barring(
        duty_scene(
            "counted once among one named",
            partial(counted, is_finished=True),
            _money_shown,
            SECOND,
            office=FINANCE,
            first=FIRST,
        ),
        Bar.NAMED_UNLESS_ALONE,
        NAMED,
    ),
    _barring(
        duty_scene(
            "verified apart",
            partial(improved, is_finished=False),
            _verify_shown,
            "duty_done:{duty}:{version}",
            office=these("E11 E12"),
        ),
        Bar.DID_APART,
        these("E03"),
    ),
    _barring(
        duty_scene(
            "verified apart by one",
            partial(improved, is_finished=True),
            _verify_shown,
            SECOND,
            office=these("E11 E12"),
            first=these("E12"),
        ),
        Bar.DID_APART,
        these("E03"),
    ),
)
