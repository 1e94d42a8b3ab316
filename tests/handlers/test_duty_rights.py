"""Every press on a duty of everybody, however it stands, against the table of rights."""

from dataclasses import replace

import pytest

from core.actions.fill_duty import fill_duty
from core.actions.finish_duty import finish_duty, second_duty
from core.actions.record_event import record_event
from core.model.case import Stage
from handlers.press import Press
from tests.demanding import the_duty, under_demands
from tests.fakes import FakeUnitOfWork
from tests.handlers.rights import DUTY_ARGUMENTS, allowed_on_duty, tellers
from tests.handlers.test_rights import Attempts
from tests.make import PEOPLE, by_no

EVERYBODY = (*PEOPLE, "E12", "E16")
STATES = ("open", "finished", "done", "closed")


async def duty_at(state: str) -> FakeUnitOfWork:
    uow = await under_demands()
    duty, first, second = await the_duty(uow, "count_money"), await by_no(uow, "E06"), await by_no(uow, "E16")
    await fill_duty(duty.id, 1, 0, "100", actor=first, uow=uow)
    if state != "open":
        await finish_duty(duty.id, 2, actor=first, uow=uow)
    if state in ("done", "closed"):
        await second_duty(duty.id, 3, actor=second, uow=uow)
    if state == "closed":
        await uow.cases.put(replace(await uow.cases.get(1), stage=Stage.CLOSED))
    return uow


async def those_who_can(press: Press, attempts: Attempts) -> frozenset[str]:
    able = [number for number in EVERYBODY if await attempts.counts(press, await by_no(attempts.uow, number))]
    return frozenset(able)


@pytest.mark.parametrize("state", STATES)
async def test_a_press_on_a_duty_counts_only_where_the_table_says_so(state: str) -> None:
    attempts = Attempts(await duty_at(state))
    duty = await the_duty(attempts.uow, "count_money")

    found = {
        verb: await those_who_can(Press(verb, duty.id, duty.version, arg, "cb", 1), attempts)
        for verb, arg in DUTY_ARGUMENTS.items()
    }

    assert found == {verb: allowed_on_duty(verb, state) for verb in DUTY_ARGUMENTS}


@pytest.mark.parametrize("state", STATES)
async def test_a_press_on_an_older_state_of_a_duty_counts_for_nobody(state: str) -> None:
    attempts = Attempts(await duty_at(state))
    duty = await the_duty(attempts.uow, "count_money")

    for verb in DUTY_ARGUMENTS.keys() - {"duty_undo"}:
        for other in (0, duty.version - 1, duty.version + 1):
            press = Press(verb, duty.id, other, DUTY_ARGUMENTS[verb], "cb", 1)
            assert await those_who_can(press, attempts) == frozenset(), verb


@pytest.mark.parametrize("state", ["open", "closed"])
async def test_only_some_tell_when_something_happened_and_only_once_by_button(state: str) -> None:
    attempts = Attempts(await duty_at(state))
    press = Press("event_now", 1, 1, "0", "cb", 1)

    assert await those_who_can(press, attempts) == (tellers() if state == "open" else frozenset())


async def test_a_second_tap_on_now_changes_nothing() -> None:
    uow = await duty_at("open")
    await record_event(1, "arrived", uow.now.isoformat(), actor=await by_no(uow, "E11"), uow=uow)

    found = await those_who_can(Press("event_now", 1, 1, "0", "cb", 1), Attempts(uow))

    assert found == frozenset()
