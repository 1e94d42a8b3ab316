"""The press by which somebody's data is erased, or kept."""

import pytest

from core.actions.person.propose_forgetting import propose_forgetting
from handlers import forgetting
from tests.core.actions.person.test_persons_data import gone
from tests.handlers.talk import talk_with
from tests.liability import last_told
from tests.make import by_no


@pytest.mark.parametrize(("button", "name"), [("forget_yes", "—"), ("forget_no", "张伟")])
async def test_what_is_pressed_is_done(button: str, name: str) -> None:
    uow = await gone()
    await propose_forgetting(await by_no(uow, "E17"), actor=await by_no(uow, "E04"), uow=uow)
    talk = await talk_with(uow, "E07", forgetting)
    await talk.presses(button, last_told(uow, "E07", "forgetting_asked"))

    assert (await uow.persons.get(3)).name == name
    assert talk.latest().rows == ()
