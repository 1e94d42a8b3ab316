"""Every press of everybody at every stage, against the table of rights."""

from dataclasses import replace

import pytest
from telegram import Update

from bot.all_routes import all_routes
from core.actions.approve_figures import approve_figures
from core.actions.stand_ins import acting_for
from core.errors import Refusal
from core.model.case import Stage
from core.model.deputy import Deputy
from core.model.person import Person
from core.model.roles import Role
from handlers.press import Press
from handlers.turn import Turn
from tests.fakes import FakeUnitOfWork
from tests.handlers.rights import (
    ARGUMENTS,
    BOUND_TO_FIGURES,
    OPEN,
    UNDER_A_NOTICE,
    allowed,
    allowed_to_deputy,
    holders,
)
from tests.handlers.talk import FakeReply
from tests.liability import complete, confirmed, put, the_case, version, who
from tests.make import PEOPLE

ROUTES = all_routes()
STAGES = (Stage.REGISTERED, Stage.RETURNED, Stage.REFUSED, *OPEN, Stage.DECIDED)
# who is away, and who might press for them: free of any part, named, reporter, decider, investigator
ABSENT = ("E11", "E04", "E05", "E10", "E17")
DEPUTIES = ("E09", "E01", "E10", "E04", "E11")
SHELVES = ("cases", "parties", "statements", "figures", "decisions", "notices", "appeals", "duties")


async def before_triage(stage: Stage) -> FakeUnitOfWork:
    uow = await complete()
    await uow.cases.put(replace(await the_case(uow), stage=stage, owner_id=None))
    uow.parties.things.clear()
    return uow


async def decided() -> FakeUnitOfWork:
    uow = await confirmed()
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)
    return uow


async def case_at(stage: Stage) -> FakeUnitOfWork:
    ways = {
        Stage.INVESTIGATING: complete,
        Stage.CONFIRMING: put,
        Stage.APPROVING: confirmed,
        Stage.DECIDED: decided,
    }
    return await ways[stage]() if stage in ways else await before_triage(stage)


class Attempts:
    """Presses on one case, each undone before the next."""

    def __init__(self, uow: FakeUnitOfWork) -> None:
        self.uow = uow
        self.kept = {name: dict(getattr(uow, name).things) for name in SHELVES}
        self.timers = dict(uow.timers.by_key)

    async def counts(self, press: Press, actor: Person) -> bool:
        """Whether the press changed anything, or was written down as done."""
        self._undo()
        turn = Turn(
            uow=self.uow,
            update=Update(update_id=1),
            actor=actor,
            chat_id=actor.chat_id or 0,
            reply=FakeReply(self.uow.company),
            press=press,
        )
        try:
            await ROUTES.presses[press.verb](turn)
        except Refusal:
            return False
        return bool(self.uow.log.rows) or self.kept != {
            name: getattr(self.uow, name).things for name in SHELVES
        }

    def _undo(self) -> None:
        for name, things in self.kept.items():
            getattr(self.uow, name).things = dict(things)
        self.uow.timers.by_key = dict(self.timers)
        self.uow.log.rows.clear()


async def in_place_of(uow: FakeUnitOfWork, number: str, absent: str) -> Deputy:
    return await acting_for(await who(uow, number), await who(uow, absent), uow=uow)


async def those_who_can(verb: str, arg: str, attempts: Attempts, version_shown: int) -> frozenset[str]:
    press = Press(verb, 1, version_shown, arg, "cb", 1)
    able = [no for no in PEOPLE if await attempts.counts(press, await who(attempts.uow, no))]
    return frozenset(able)


@pytest.mark.parametrize("stage", STAGES)
async def test_every_press_of_everybody_counts_exactly_where_the_table_says_so(stage: Stage) -> None:
    attempts = Attempts(await case_at(stage))
    shown = await version(attempts.uow)

    found = {verb: await those_who_can(verb, arg, attempts, shown) for verb, arg in ARGUMENTS.items()}

    assert found == {verb: allowed(verb, stage) for verb in ARGUMENTS}


@pytest.mark.parametrize("stage", STAGES)
async def test_no_press_there_is_changes_a_case_for_whom_the_table_does_not_allow_it(stage: Stage) -> None:
    attempts = Attempts(await case_at(stage))
    shown = await version(attempts.uow)
    verbs = ROUTES.presses.keys() - ARGUMENTS.keys() - UNDER_A_NOTICE

    found = {verb: await those_who_can(verb, "", attempts, shown) for verb in sorted(verbs)}

    beyond = {verb: able - allowed(verb, stage) for verb, able in found.items()}
    assert {verb: able for verb, able in beyond.items() if able} == {}


@pytest.mark.parametrize("stage", STAGES)
async def test_a_deputy_does_what_the_table_lends_them_and_nothing_else(stage: Stage) -> None:
    attempts = Attempts(await case_at(stage))
    shown = await version(attempts.uow)

    for absent in ABSENT:
        acting = {number: await in_place_of(attempts.uow, number, absent) for number in DEPUTIES}
        found = {
            (verb, number)
            for verb, arg in ARGUMENTS.items()
            for number, deputy in acting.items()
            if await attempts.counts(Press(verb, 1, shown, arg, "cb", 1), deputy)
        }

        assert found == {
            (verb, number)
            for verb in ARGUMENTS
            for number in DEPUTIES
            if allowed_to_deputy(verb, stage, number, absent)
        }, absent


@pytest.mark.parametrize("stage", OPEN)
async def test_a_press_on_other_figures_counts_for_nobody(stage: Stage) -> None:
    attempts = Attempts(await case_at(stage))
    shown = await version(attempts.uow)

    for verb in BOUND_TO_FIGURES:
        for other in (0, shown - 1, shown + 1):
            assert await those_who_can(verb, ARGUMENTS[verb], attempts, other) == frozenset(), verb


async def test_only_the_addressee_presses_under_a_notice() -> None:
    attempts = Attempts(await case_at(Stage.DECIDED))

    for verb in UNDER_A_NOTICE & ROUTES.presses.keys():
        assert await those_who_can(verb, "", attempts, 0) <= {"E17"}, verb
    assert await those_who_can("ack", "", attempts, 0) == {"E17"}


def test_every_role_there_is_plays_a_part() -> None:
    assert all(holders(role) for role in Role)
