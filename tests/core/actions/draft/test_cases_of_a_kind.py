"""Rulebooks that hold for a kind of case: the reporter is asked for the kind only where two fit."""

from datetime import date

import pytest

from core.actions.case.register_case import register_case
from core.actions.case.show_case import show_case
from core.actions.draft.fill_draft import fill_draft
from core.actions.draft.view_draft import view_draft
from core.actions.rulebook.settle_rulebook import settle_rulebook
from core.errors import NotAllowed
from core.model.company import InForce
from core.model.draft import Draft
from core.model.person import Person
from core.screens.draft import draft_screen
from tests.fakes import FakeUnitOfWork, check_words
from tests.make import by_no, company, staffed
from tests.make_intake import draft_of, registered

SINCE = date(2025, 1, 1)
GENERAL = InForce(rulebook="logistics-liability", since=SINCE)
CLAIMS = InForce(rulebook="six-grade-incidents", since=SINCE, kind="客户索赔")


async def drafted(*in_force: InForce) -> tuple[FakeUnitOfWork, Person, Draft]:
    uow = await staffed()
    uow.company = company(in_force=in_force)
    sales = await by_no(uow, "E10")
    return uow, sales, await draft_of(uow, sales)


async def test_the_kind_is_asked_by_buttons_and_nothing_is_registered_without_it() -> None:
    uow, sales, draft = await drafted(GENERAL, CLAIMS)

    screen = draft_screen(await view_draft(draft, uow=uow))

    assert [button.text for button in screen.rows[0]] == ["客户索赔", "其他"]
    check_words(uow.company, screen)
    with pytest.raises(NotAllowed, match="draft_incomplete"):
        await register_case(draft, actor=sales, uow=uow)


@pytest.mark.parametrize(
    ("answer", "rulebook"), [("客户索赔", "six-grade-incidents"), ("other", "logistics-liability")]
)
async def test_the_case_stands_under_the_rulebook_of_its_kind(answer: str, rulebook: str) -> None:
    uow, sales, draft = await drafted(GENERAL, CLAIMS)

    draft = await fill_draft(draft, "case_kind", answer, actor=sales, uow=uow)
    case = await register_case(draft, actor=sales, uow=uow)

    assert case.rulebook == rulebook
    assert case.answers["case_kind"] in ("kind_1", "other")
    await show_case(case, uow=uow)


@pytest.mark.parametrize("in_force", [(GENERAL,), (CLAIMS,)])
async def test_where_one_rulebook_fits_nobody_is_asked(in_force: tuple[InForce, ...]) -> None:
    uow, sales, draft = await drafted(*in_force)

    case = await register_case(draft, actor=sales, uow=uow)

    assert case.rulebook == in_force[0].rulebook
    assert not case.answers


async def test_a_case_that_came_before_any_rulebook_takes_that_of_its_kind_later() -> None:
    uow = await staffed()
    uow.company = company(in_force=())
    case = await registered(uow)
    uow.company = company(in_force=(CLAIMS,))

    assert (await settle_rulebook(case, uow=uow)).rulebook == "six-grade-incidents"
