"""Under each of the forty-one regulations a case is registered, investigated and closed in chat, as only it demands."""

from collections import Counter
from collections.abc import AsyncIterator

import pytest

from bot.rulebooks import ids
from tests.conversations.every_rulebook import Company, company
from tests.conversations.rulebook_plans import plans

PLANS = plans()


@pytest.fixture(scope="session")
async def open_company(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Company]:
    async with company(tmp_path_factory.mktemp("company")) as one:
        yield one


@pytest.mark.parametrize("name", [pytest.param(name, id=f"{name}: {PLANS[name].only}") for name in PLANS])
async def test_a_case_is_registered_investigated_and_closed_in_chat_under(
    name: str, open_company: Company
) -> None:
    played = await open_company.plays(name)

    assert played.unseen(PLANS[name]) == []
    assert "已关闭" in played.shown["closed"]


def test_every_rulebook_that_ships_is_played() -> None:
    assert list(PLANS) == list(ids())


def test_each_rulebook_shows_something_that_no_other_shows() -> None:
    times_shown = Counter(
        (at, words) for plan in PLANS.values() for at, said in plan.shows.items() for words in said
    )
    without_own = [
        name
        for name, plan in PLANS.items()
        if not any(times_shown[at, words] == 1 for at, said in plan.shows.items() for words in said)
    ]

    assert without_own == []
