from tests.handlers.talk import talk
from tests.liability import put
from tests.make import staffed
from tests.make_intake import registered


async def test_what_waits_to_be_confirmed_is_shown_again_below() -> None:
    director = await talk(await put(), "E04")
    await director.sends("/due")

    await director.presses("handle")

    assert director.latest().template == "responsibility_asked"
    assert director.latest().card
    assert director.latest().is_moved


async def test_whoever_has_nothing_to_decide_sees_the_case() -> None:
    uow = await put()
    director, quality = await talk(uow, "E04"), await talk(uow, "E11")
    await director.sends("/due")

    await quality.presses("handle", director.latest())

    assert quality.latest().template == "case_opened"


async def test_triage_is_reached_from_the_list_of_what_waits() -> None:
    uow = await staffed()
    await registered(uow)
    quality = await talk(uow, "E11")
    await quality.sends("/due")

    await quality.presses("handle")

    assert quality.latest().template == "triage_asked"
