"""The index of cases follows every change in its own transaction, and finds words in Chinese."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import product
from typing import Any

import pytest

from bot.storage.case_index import keep_words
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from core.errors import NoSuchThing
from core.finding import tags
from core.finding.segments import indexed, phrases_in
from core.finding.wanted import CaseWords, Term, Wanted, Way
from core.model.case import Case, Stage
from core.model.duty import Duty
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.party import Party, Statement
from tests import make
from tests.fake_case_index import reaches

SUZHOU = (tags.at_site("suzhou"),)


def text_of(case_id: int, words: str) -> Evidence:
    return Evidence(
        holder=Holder.CASE,
        holder_id=case_id,
        kind=Kind.TEXT,
        storing=Storing.NO_FILE,
        text=words,
        chat_id=1,
        message_id=1,
        received_by=1,
        received_at=make.NOW,
    )


async def ids_of(uow: SqlUnitOfWork, *words: str, reads_inner: bool = False, most: int = 10) -> list[int]:
    terms = tuple(Term(phrases_in(word)) for word in words)
    way = Way(tags=SUZHOU, terms=terms, reads_inner=reads_inner)
    return list(await uow.case_index.find(Wanted(ways=(way,)), most))


@pytest.mark.parametrize(
    "words",
    [
        ("水泵",),
        ("泵",),
        ("水",),
        ("轴封漏水",),
        ("漏水",),
        ("宏达", "漏水"),
        ("P-300",),
        ("p300",),
        ("Ｐ３００",),
        ("SO-20871",),
        ("so20871",),
        ("20871",),
        ("0871",),
        ("208",),
        ("250303",),
        ("SO-20871水泵",),
    ],
)
async def test_a_case_is_found_by(units: UnitsOfWork, words: tuple[str, ...]) -> None:
    async with units.open(make.NOW) as uow:
        await uow.cases.add(make.case())

    async with units.open(make.NOW) as uow:
        assert await ids_of(uow, *words) == [1]


SAID = ("宏达机电", "SO-3001", "水", "漏水")


@pytest.mark.parametrize("reads_inner", [True, False])
async def test_words_meet_wherever_all_of_them_stand_and_nowhere_else(
    units: UnitsOfWork, reads_inner: bool
) -> None:
    kept = [
        CaseWords(
            case_id=number,
            open=indexed(word for word, at in zip(SAID, places, strict=True) if at == "open"),
            inner=indexed(word for word, at in zip(SAID, places, strict=True) if at == "inner"),
            tags=f"{SUZHOU[0]} n{number % 3}",
        )
        for number, places in enumerate(product(("open", "inner", "nowhere"), repeat=len(SAID)), 1)
    ]
    async with units.open(make.NOW) as uow:
        await keep_words(uow.connection, kept)
        for words in product(("宏达机电300", "达机", "3001", "3", "水", "so3", "b1"), repeat=2):
            terms = tuple(Term(phrases_in(word), ("n1",) if word == "水" else ()) for word in words)
            way = Way(tags=(*SUZHOU, "n7"), terms=terms, reads_inner=reads_inner)

            found = await uow.case_index.find(Wanted(ways=(way,)), len(kept))

            fitting = [one.case_id for one in reversed(kept) if reaches(one, set(one.tags.split()), way)]
            assert list(found) == fitting, words


@pytest.mark.parametrize(
    "words", [("泵水",), ("300P",), ("宏达", "阀门"), ("泵运行",), ("漏水换货",), ("087100",)]
)
async def test_a_case_is_not_found_by(units: UnitsOfWork, words: tuple[str, ...]) -> None:
    async with units.open(make.NOW) as uow:
        await uow.cases.add(make.case())
        assert await ids_of(uow, *words) == []


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("' OR 1=1 --", []),
        ("NEAR(水 泵)", []),
        ("水泵*", [1]),
        ("水泵 OR 阀门", []),
        ("{tags}:s1", []),
        ("-水泵", [1]),
        ("𠮷野家", []),
    ],
)
async def test_signs_and_operators_are_plain_text(units: UnitsOfWork, word: str, found: list[int]) -> None:
    async with units.open(make.NOW) as uow:
        await uow.cases.add(make.case())
        assert await ids_of(uow, word) == found


@pytest.mark.parametrize("word", ["%", '"', "*", "\x00"])
def test_of_signs_alone_nothing_is_looked_up(word: str) -> None:
    assert phrases_in(word) == ()


async def test_the_newest_come_first_and_pages_follow_each_other(units: UnitsOfWork) -> None:
    wanted = Wanted(ways=(Way(tags=SUZHOU),))
    async with units.open(make.NOW) as uow:
        for number in range(5):
            await uow.cases.add(make.case(number=f"25030{number}"))

        assert await uow.case_index.find(wanted, 2) == (5, 4)
        assert await uow.case_index.find(wanted, 2, after=2) == (3, 2)
        assert await uow.case_index.find(wanted, 2, after=4) == (1,)


async def test_what_is_changed_is_found_by_its_new_words_only(units: UnitsOfWork) -> None:
    async with units.open(make.NOW) as uow:
        case = await uow.cases.add(make.case())
    async with units.open(make.NOW) as uow:
        await uow.cases.put(replace(case, product="阀门"))

    async with units.open(make.NOW) as uow:
        assert await ids_of(uow, "水泵") == []
        assert await ids_of(uow, "阀门") == [1]


async def test_evidence_and_statements_are_found_each_by_who_may_read_them(units: UnitsOfWork) -> None:
    async with units.open(make.NOW) as uow:
        case = await uow.cases.add(make.case())
        await uow.evidence.add(text_of(case.id, "密封圈老化"))
        await uow.statements.add(Statement(case_id=case.id, person_id=3, text="叉车故障", said_at=make.NOW))

    async with units.open(make.NOW) as uow:
        assert await ids_of(uow, "老化") == [1]
        assert await ids_of(uow, "叉车") == []
        assert await ids_of(uow, "叉车", reads_inner=True) == [1]


async def test_who_is_named_no_longer_sees_the_case_once_dropped(units: UnitsOfWork) -> None:
    seen = Wanted(ways=(Way(tags=(tags.seen_by(3),)),))
    async with units.open(make.NOW) as uow:
        await uow.cases.add(make.case())
        party = await uow.parties.add(
            Party(
                case_id=1,
                person_id=3,
                role="direct",
                department="仓储部",
                hearing_due_at=make.NOW + timedelta(hours=24),
                named_by=2,
                named_at=make.NOW,
            )
        )
        assert await uow.case_index.find(seen, 1) == (1,)

        await uow.parties.remove(party.id)
        await uow.parties.remove(99)
        assert await uow.case_index.find(seen, 1) == ()


async def test_pieces_of_a_draft_touch_no_case(units: UnitsOfWork) -> None:
    async with units.open(make.NOW) as uow:
        await uow.evidence.add(replace(text_of(1, "水泵"), holder=Holder.DRAFT))

        assert uow.touched == set()
        assert await uow.case_index.follow() == 0


async def test_a_case_whose_words_are_the_same_is_not_written_again(units: UnitsOfWork) -> None:
    async with units.open(make.NOW) as uow:
        case = await uow.cases.add(make.case())
        assert await uow.case_index.follow() == 1

        await uow.cases.put(replace(case, version=2))
        assert await uow.case_index.follow() == 0


async def test_what_a_savepoint_undoes_is_undone_in_the_index_and_nothing_else_is_lost(
    units: UnitsOfWork,
) -> None:
    async with units.open(make.NOW) as uow:
        case = await uow.cases.add(make.case())
        with pytest.raises(NoSuchThing):
            await _fail_after_changing(uow, case)

    async with units.open(make.NOW) as uow:
        assert await ids_of(uow, "阀门") == []
        assert await ids_of(uow, "水泵") == [1]


async def _fail_after_changing(uow: SqlUnitOfWork, case: Case) -> None:
    async with uow.savepoint():
        await uow.cases.put(replace(case, product="阀门"))
        await uow.cases.add(make.case(number="250304"))
        assert await ids_of(uow, "阀门") == [1]
        await uow.cases.get(99)


async def test_what_is_open_comes_overdue_first_then_by_stage_in_pages(units: UnitsOfWork) -> None:
    before, after = make.NOW - timedelta(hours=1), make.NOW + timedelta(hours=1)
    async with units.open(make.NOW) as uow:
        states: tuple[dict[str, Any], ...] = (
            {"stage": Stage.CLOSED, "first_reply_due_at": before},
            {"stage": Stage.APPROVING},
            {"stage": Stage.REGISTERED, "first_reply_due_at": after},
            {"stage": Stage.REGISTERED, "first_reply_due_at": before},
            {"stage": Stage.INVESTIGATING, "first_reply_due_at": before, "replied_at": before},
            {"stage": Stage.INVESTIGATING, "site": "wuxi", "first_reply_due_at": before},
            {"stage": Stage.DECIDED},
        )
        for number, changes in enumerate(states):
            await uow.cases.add(make.case(number=str(number), **changes))
        late = partial(Duty, kind="x", owner_id=1, opened_at=before)
        await uow.duties.add(late(case_id=7, due_at=before - timedelta(hours=1)))
        await uow.duties.add(late(case_id=4, due_at=before))
        await uow.duties.add(late(case_id=2, due_at=before, done_at=before, done_by=1))
        await uow.duties.add(late(case_id=2, due_at=after))
        await uow.duties.add(late(due_at=before))

        found = [await uow.case_index.open_at(("suzhou",), make.NOW, 2, after) for after in (0, 2, 4, 6)]
        nowhere = await uow.case_index.open_at((), make.NOW, 2)

    assert found == [(7, 4), (3, 5), (2,), ()]
    assert nowhere == ()


async def test_who_can_reach_nothing_finds_nothing(units: UnitsOfWork) -> None:
    async with units.open(make.NOW) as uow:
        await uow.cases.add(make.case())
        assert await uow.case_index.find(Wanted(ways=(Way(tags=()),)), 1) == ()


async def test_a_case_at_a_site_that_was_given_up_is_still_found(units: UnitsOfWork) -> None:
    async with units.open(make.NOW) as uow:
        await uow.cases.add(make.case(site="gone"))
        wanted = Wanted(ways=(Way(tags=(tags.at_site("gone"),)),))
        assert await uow.case_index.find(wanted, 1) == (1,)
