"""Somebody who answers twice in one case has two notices, and each goes its own way when the case is decided anew."""

from dataclasses import replace

from msgspec import structs

from bot.render.renderer import Renderer
from core.actions.case.open_dossier import open_dossier
from core.actions.figures.assess_case import assess_case
from core.actions.money.book_reversals import book_reversals
from core.actions.notice.issue_notices import issue_notices
from core.actions.notice.settle_notices import lift_notices
from core.ledger.balances import owed_by
from core.model.assessment import Assessment, Line
from core.model.case import Stage
from core.model.money import Money
from tests.fakes import FakeUnitOfWork
from tests.liability import complete, last_told, who


async def decided(uow: FakeUnitOfWork, *amounts: int) -> None:
    """The case is decided with these amounts in fen for 张伟, each in a part of its own."""
    dossier = await open_dossier(1, uow=uow)
    assessed = assess_case(dossier, uow=uow).assessment
    assert assessed is not None
    case = await uow.cases.put(replace(dossier.case, stage=Stage.DECIDED))
    dossier = replace(dossier, case=case)
    await book_reversals(1, uow=uow)
    standing = await issue_notices(dossier, in_parts(assessed, amounts), uow=uow)
    await lift_notices(standing, dossier, uow=uow)


def in_parts(assessed: Assessment, amounts: tuple[int, ...]) -> Assessment:
    first = assessed.people[0]
    parts = tuple(
        structs.replace(
            first,
            role=f"part{place}",
            amount=Money(fen),
            lines=(Line("5.1", "compensation", Money(fen), None, None, ()),),
        )
        for place, fen in enumerate(amounts)
    )
    return structs.replace(assessed, people=parts)


async def frozen(uow: FakeUnitOfWork) -> None:
    for notice in await uow.notices.where():
        await uow.notices.put(replace(notice, is_frozen=True))


async def standing(uow: FakeUnitOfWork) -> list[tuple[str, str]]:
    return [(one.number[-1], str(one.amount)) for one in await uow.notices.where() if one.is_standing]


async def twice(*amounts: int) -> FakeUnitOfWork:
    uow = await complete()
    await decided(uow, 60000, 20000)
    await frozen(uow)
    await decided(uow, *amounts)
    return uow


async def owed(uow: FakeUnitOfWork) -> Money:
    return owed_by(await uow.ledger.owed((await who(uow, "E17")).id))


async def test_the_part_that_did_not_change_keeps_its_notice_and_the_other_is_replaced() -> None:
    uow = await twice(30000, 20000)

    assert await standing(uow) == [("2", "200.00"), ("3", "300.00")]
    first, second, third = await uow.notices.where()
    assert (first.replaced_by, second.is_frozen, third.is_frozen) == (third.id, False, False)
    assert await owed(uow) == Money(50000)


async def test_a_part_that_falls_away_is_lifted_and_the_other_is_not_said_to_be_over() -> None:
    uow = await twice(20000)

    assert await standing(uow) == [("2", "200.00")]
    first = await uow.notices.get(1)
    assert (first.lifted_at, first.is_frozen) == (uow.now, False)
    said = Renderer(uow.company).rendered("zh-Hans", last_told(uow, "E17", "notice_lifted")).html
    assert "本案的另一份通知单照旧" in said
    assert "不再算作" not in said
    assert await owed(uow) == Money(20000)


async def test_without_any_part_left_both_are_lifted() -> None:
    uow = await twice()

    assert await standing(uow) == []
    assert await owed(uow) == Money(0)
    assert [notice.is_frozen for notice in await uow.notices.where()] == [False] * 2


async def test_a_further_part_gets_a_notice_of_its_own() -> None:
    uow = await twice(60000, 20000, 5000)

    assert await standing(uow) == [("1", "600.00"), ("2", "200.00"), ("3", "50.00")]


async def test_the_same_amount_twice_keeps_both_notices() -> None:
    uow = await complete()
    await decided(uow, 20000, 20000)
    await decided(uow, 20000, 20000)

    assert await standing(uow) == [("1", "200.00"), ("2", "200.00")]
