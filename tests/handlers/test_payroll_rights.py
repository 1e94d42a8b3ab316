"""Every press on a payroll batch of everybody, and of deputies, however it stands, against the table of rights."""

import pytest
from telegram import Update

from bot.all_routes import all_routes
from core.actions.stand_ins import acting_for
from core.errors import NotThisPerson, Refusal
from core.model.person import Person
from core.model.roles import Role
from core.rights.bar import Bar
from handlers.press import Press
from handlers.turn import Turn
from tests.core.actions.test_payroll import charged, closed, made, prepared
from tests.fakes import FakeUnitOfWork
from tests.handlers.rights import holders, rows_of
from tests.handlers.talk import FakeReply
from tests.liability import who
from tests.make import PEOPLE

ROUTES = all_routes()
BRINGS = {"prepared": prepared, "made": made, "closed": closed}
ON_A_BATCH = ("pay", "pay_lines", "pay_wages", "pay_make", "pay_return", "pay_close", "pay_settle")
MAKER, FINANCE = "E06", frozenset({"E06", "E30"})
EVERYBODY = (*PEOPLE, "E30")


async def batch_at(state: str) -> FakeUnitOfWork:
    uow = await charged()
    await BRINGS[state](uow)
    return uow


async def is_refused_as_a_person(verb: str, actor: Person, uow: FakeUnitOfWork) -> bool:
    batch = await uow.batches.get(1)
    turn = Turn(
        uow=uow,
        update=Update(update_id=1),
        actor=actor,
        chat_id=actor.chat_id or 0,
        reply=FakeReply(uow.company),
        press=Press(verb, batch.id, batch.version, "0", "cb", 1),
    )
    kept = {name: dict(getattr(uow, name).things) for name in ("batches", "batch_lines")}
    try:
        await ROUTES.presses[verb](turn)
    except NotThisPerson:
        return True
    except Refusal:
        return False
    finally:
        for name, things in kept.items():
            getattr(uow, name).things = things
    return False


def entitled(verb: str) -> frozenset[str]:
    (right,) = rows_of(verb)
    roles = {who for who in right.who if isinstance(who, Role)}
    return frozenset(
        number
        for number in EVERYBODY
        if any(
            number in (holders(role) | (FINANCE if role is Role.FINANCE else frozenset())) for role in roles
        )
    )


def barred(verb: str, state: str) -> frozenset[str]:
    (right,) = rows_of(verb)
    return frozenset({MAKER}) if Bar.MADE_IT in right.not_if and state == "made" else frozenset()


@pytest.mark.parametrize("state", BRINGS)
async def test_a_press_on_a_batch_is_for_those_the_table_names(state: str) -> None:
    uow = await batch_at(state)

    refused = {
        verb: {
            number for number in EVERYBODY if await is_refused_as_a_person(verb, await who(uow, number), uow)
        }
        for verb in ON_A_BATCH
    }

    assert refused == {verb: set(EVERYBODY) - (entitled(verb) - barred(verb, state)) for verb in ON_A_BATCH}


@pytest.mark.parametrize("absent", ["E06", "E30", "E08", "E05"])
async def test_a_deputy_has_no_more_than_who_is_away_and_never_both_signatures(absent: str) -> None:
    uow = await batch_at("made")
    acting = await acting_for(await who(uow, "E09"), await who(uow, absent), uow=uow)

    refused = {verb for verb in ON_A_BATCH if await is_refused_as_a_person(verb, acting, uow)}

    assert refused == {verb for verb in ON_A_BATCH if absent not in entitled(verb) - barred(verb, "made")}
