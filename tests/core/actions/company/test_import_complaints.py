from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from core.actions.company.import_part import begin_import, begun_before, import_part
from core.actions.kin.link_cases import link_cases
from core.errors import NoSuchThing, NotAllowed
from core.imports.complaint import Complaint
from core.imports.doubles import Double
from core.imports.known import KnownCase
from core.model.case import Stage
from core.model.case_link import LinkKind
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.imported import Doubles, Import
from tests.fakes import FakeUnitOfWork
from tests.importing import COMPLAINTS, brought, taken, undone
from tests.make import NOW, case, staffed


def complaint(**changes: Any) -> Complaint:
    settings: dict[str, Any] = {
        "line": 2,
        "number": "A-17",
        "site": "suzhou",
        "customer": "宏达机电",
        "order_no": "SO-1",
        "received_on": date(2024, 5, 6),
        "happened": "漏水",
    }
    return Complaint(**(settings | changes))


async def added(uow: FakeUnitOfWork, batch: Import) -> tuple[int, ...]:
    return (await brought(uow, batch))[0]


async def test_an_earlier_complaint_becomes_a_closed_case_under_its_own_number() -> None:
    uow = await staffed()

    batch = await taken(uow, complaint(closed_on=date(2024, 5, 9), result="换货"))

    there = await uow.cases.get((await added(uow, batch))[0])
    assert (there.number, there.stage, there.import_id, there.rulebook) == (
        "A-17",
        Stage.CLOSED,
        batch.id,
        "",
    )
    assert there.received_at == datetime(2024, 5, 6, 4, tzinfo=UTC)
    assert there.stage_since == datetime(2024, 5, 9, 4, tzinfo=UTC)
    assert not there.is_occurred_known
    assert there.first_reply_due_at is None
    assert uow.log.acts() == ["import_begun", "complaints_imported"]
    assert uow.duties.things == {}
    assert await uow.timers.running("") == ()


@pytest.mark.parametrize(("doubles", "numbers"), [(Doubles.SKIP, ["A-17"]), (Doubles.ADD, ["A-17", "A-18"])])
async def test_doubles_are_left_out_or_added_all_the_same_but_never_with_one_number(
    doubles: Doubles, numbers: list[str]
) -> None:
    uow = await staffed()
    await taken(uow, complaint())

    batch = await taken(uow, complaint(number="ａ-17"), complaint(number="A-18"), doubles=doubles)

    assert [one.number for one in await uow.cases.where()] == numbers
    assert batch.skipped == 3 - len(numbers)


async def test_a_double_fills_what_is_empty_and_its_number_stays_findable() -> None:
    uow = await staffed()
    there = await uow.cases.add(
        case(
            customer="宏达 机电",
            order_no="so-1",
            part_no="",
            demand="",
            received_at=datetime(2024, 5, 6, tzinfo=UTC),
        )
    )

    batch = await taken(uow, complaint(part_no="P-1", demand="退款", product="阀门"))

    now = await uow.cases.get(there.id)
    assert (now.part_no, now.demand, now.product) == ("P-1", "退款", "水泵")
    assert now.answers == {"earlier_number": "A-17"}
    assert batch.added == 0
    assert uow.log.acts() == ["import_begun", "case_filled_by_import", "complaints_imported"]

    back = await undone(uow, batch.id)

    assert await uow.cases.get(there.id) == there
    assert (back.emptied, back.changed) == (3, 0)


async def test_a_double_by_number_that_knows_nothing_new_changes_nothing() -> None:
    uow = await staffed()
    await taken(uow, complaint())

    batch = await taken(uow, complaint())

    assert (batch.added, batch.filled, batch.skipped) == (0, 0, 0)


async def test_two_lines_about_one_complaint_become_one_case() -> None:
    uow = await staffed()

    batch = await taken(
        uow,
        complaint(),
        complaint(line=3, number="A-18", product="水泵"),
        complaint(line=4, number="B-1", order_no="SO-2"),
    )

    first, second = await uow.cases.where()
    assert (first.product, first.answers) == ("水泵", {"earlier_number": "A-18"})
    assert (second.number, second.product) == ("B-1", "")
    assert batch.added == 2


async def test_undo_removes_what_was_added_and_leaves_what_was_used_since() -> None:
    uow = await staffed()
    batch = await taken(uow, complaint(), complaint(number="A-18", order_no="SO-2"))
    await uow.evidence.add(
        Evidence(
            holder=Holder.CASE,
            holder_id=(await added(uow, batch))[0],
            kind=Kind.TEXT,
            storing=Storing.STORED,
            chat_id=1,
            message_id=1,
            received_at=NOW,
            received_by=1,
        )
    )

    back = await undone(uow, batch.id)

    assert [one.number for one in await uow.cases.where()] == ["A-17"]
    assert (back.removed, back.stays, (await uow.imports.get(batch.id)).undone_at) == (1, ("A-17",), NOW)
    assert uow.log.acts()[-1] == "import_undone"


async def test_undo_leaves_a_field_that_somebody_has_changed_and_a_case_that_is_gone() -> None:
    uow = await staffed()
    first = await taken(uow, complaint())
    second = await taken(uow, complaint(demand="退款", product="水泵"))
    there = await uow.cases.get((await added(uow, first))[0])
    await uow.cases.put(replace(there, demand="换货"))

    back = await undone(uow, second.id)

    assert (back.emptied, back.changed) == (1, 1)
    third = await taken(uow, complaint(product="水泵"))
    await undone(uow, first.id)
    assert (await undone(uow, third.id)).emptied == 0


async def test_an_import_is_undone_once() -> None:
    uow = await staffed()
    batch = await taken(uow, complaint())
    await undone(uow, batch.id)

    with pytest.raises(NotAllowed) as again:
        await undone(uow, batch.id)
    with pytest.raises(NoSuchThing) as unknown:
        await undone(uow, 99)

    assert (again.value.what, unknown.value.what) == ("import_undone_already", "import_unknown")


async def test_that_a_fault_came_back_is_kept_as_a_link_but_opens_nothing_in_an_imported_case() -> None:
    uow = await staffed()
    batch = await taken(uow, complaint())
    later = await uow.cases.add(case(stage=Stage.INVESTIGATING, owner_id=2))
    earlier = await uow.cases.get((await added(uow, batch))[0])

    await link_cases(earlier, later, LinkKind.RECURRENCE, actor=None, uow=uow)

    assert uow.duties.things == {}
    assert (await undone(uow, batch.id)).stays == ("A-17",)


def many(count: int) -> list[Complaint]:
    return [complaint(line=2 + at, number=f"A-{at}", order_no=f"SO-{at}") for at in range(count)]


async def test_a_file_is_taken_in_part_by_part_and_counted_as_one() -> None:
    uow = await staffed()

    batch = await taken(uow, *many(7), at_once=3)

    assert (batch.added, batch.finished_at) == (7, NOW)
    assert [len(part.added) for part in await uow.import_parts.where()] == [3, 3, 1]
    back = await undone(uow, batch.id)
    assert (back.removed, await uow.cases.where()) == (7, ())
    assert uow.log.acts()[2:] == ["import_part_undone"] * 3 + ["import_undone"]


async def test_an_import_that_was_interrupted_goes_on_where_it_stopped() -> None:
    uow = await staffed()
    batch = await begin_import(COMPLAINTS, uow=uow)
    await import_part(batch.id, many(2), Doubles.SKIP, known_to=0, uow=uow)

    before = await begun_before(COMPLAINTS, uow=uow)
    again = await taken(uow, *many(5), doubles=Doubles.SKIP)

    assert before.brought == {1, 2}
    assert (again.id, again.added, again.finished_at) == (batch.id, 5, NOW)
    assert len(await uow.cases.where()) == 5
    assert (await begun_before(COMPLAINTS, uow=uow)).batch.id == 0


async def test_an_import_that_was_interrupted_can_be_taken_back() -> None:
    uow = await staffed()
    batch = await begin_import(COMPLAINTS, uow=uow)
    await import_part(batch.id, many(2), Doubles.SKIP, known_to=0, uow=uow)

    assert (await undone(uow, batch.id)).removed == 2

    with pytest.raises(NotAllowed, match="import_undone_already"):
        await import_part(batch.id, many(2), Doubles.SKIP, known_to=0, uow=uow)


@pytest.mark.parametrize(
    ("doubles", "numbers", "skipped"),
    [
        (Doubles.SKIP, ["A-0", "B-1", "A-2"], 2),
        (Doubles.ADD, ["A-0", "B-1", "A-2", "A-1"], 1),
        (Doubles.MERGE, ["A-0", "B-1", "A-2"], 0),
    ],
)
async def test_what_was_registered_while_the_file_was_taken_in_is_there_already_too(
    doubles: Doubles, numbers: list[str], skipped: int
) -> None:
    uow = await staffed()
    batch = await begin_import(COMPLAINTS, uow=uow)
    for number, order in (("A-0", "SO-9"), ("B-1", "SO-1")):
        await uow.cases.add(
            case(
                number=number,
                customer="宏达机电",
                order_no=order,
                received_at=datetime(2024, 5, 6, tzinfo=UTC),
            )
        )

    await import_part(batch.id, many(3), doubles, known_to=0, uow=uow)

    assert [one.number for one in await uow.cases.where()] == numbers
    assert (await uow.imports.get(batch.id)).skipped == skipped


async def test_a_case_that_is_gone_by_then_is_not_filled() -> None:
    uow = await staffed()
    batch = await begin_import(COMPLAINTS, uow=uow)
    gone = KnownCase(7, "A-17", "suzhou", "宏达机电", "SO-1", "", "", NOW)
    step = Double(complaint(demand="退款"), gone, None, is_same_number=True)

    await import_part(batch.id, (step,), Doubles.MERGE, known_to=7, uow=uow)

    assert (await uow.imports.get(batch.id)).filled == 0
