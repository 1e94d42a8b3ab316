from datetime import date

from tests.handlers.liability_talk import liability_talk
from tests.liability import confirmed, investigated, the_case, verbs


async def test_the_investigator_types_the_day_and_sees_the_case_as_it_is_then() -> None:
    uow = await investigated()
    quality = await liability_talk(uow, "E11")
    await quality.hits("more:1:1")

    await quality.presses("go_incident_day")
    assert "现在记的是" in quality.words()
    await quality.sends("3月1日")

    assert (await the_case(uow)).occurred_on == date(2025, 3, 1)
    assert "losses" in verbs(quality.latest())


async def test_who_confirmed_already_is_said_beforehand() -> None:
    uow = await confirmed()
    quality = await liability_talk(uow, "E11")

    await quality.hits(f"incident_day:1:{(await the_case(uow)).version}")

    assert "已经作出的确认和批准将作废" in quality.words()
