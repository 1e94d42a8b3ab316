from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from core.actions.import_complaints import import_complaints
from core.actions.link_cases import link_cases
from core.actions.undo_import import undo_import
from core.errors import NoSuchThing, NotAllowed
from core.imports.complaint import Complaint
from core.imports.doubles import Doubles
from core.model.case import Stage
from core.model.case_link import LinkKind
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.imported import Import, ImportKind
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, case, staffed

SOURCE = Import(kind=ImportKind.COMPLAINTS, file_name="old.xlsx", sha256="f" * 64, made_at=NOW)


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


async def take(uow: FakeUnitOfWork, *entries: Complaint, doubles: Doubles = Doubles.MERGE) -> Import:
    return await import_complaints(SOURCE, entries, doubles, uow=uow)


async def test_an_earlier_complaint_becomes_a_closed_case_under_its_own_number() -> None:
    uow = await staffed()

    batch = await take(uow, complaint(closed_on=date(2024, 5, 9), result="换货"))

    taken = await uow.cases.get(batch.added[0])
    assert (taken.number, taken.stage, taken.import_id, taken.rulebook) == (
        "A-17",
        Stage.CLOSED,
        batch.id,
        "",
    )
    assert taken.received_at == datetime(2024, 5, 6, 4, tzinfo=UTC)
    assert taken.stage_since == datetime(2024, 5, 9, 4, tzinfo=UTC)
    assert not taken.is_occurred_known
    assert taken.first_reply_due_at is None
    assert uow.log.acts() == ["complaints_imported"]
    assert uow.duties.things == {}
    assert await uow.timers.running("") == ()


@pytest.mark.parametrize(("doubles", "numbers"), [(Doubles.SKIP, ["A-17"]), (Doubles.ADD, ["A-17", "A-18"])])
async def test_doubles_are_left_out_or_added_all_the_same_but_never_with_one_number(
    doubles: Doubles, numbers: list[str]
) -> None:
    uow = await staffed()
    await take(uow, complaint())

    batch = await take(uow, complaint(number="ａ-17"), complaint(number="A-18"), doubles=doubles)

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

    batch = await take(uow, complaint(part_no="P-1", demand="退款", product="阀门"))

    now = await uow.cases.get(there.id)
    assert (now.part_no, now.demand, now.product) == ("P-1", "退款", "水泵")
    assert now.answers == {"earlier_number": "A-17"}
    assert batch.added == ()
    assert uow.log.acts() == ["case_filled_by_import", "complaints_imported"]

    undone = await undo_import(batch.id, uow=uow)

    assert await uow.cases.get(there.id) == there
    assert (undone.emptied, undone.changed) == (3, 0)


async def test_a_double_by_number_that_knows_nothing_new_changes_nothing() -> None:
    uow = await staffed()
    await take(uow, complaint())

    batch = await take(uow, complaint())

    assert (batch.added, batch.filled, batch.skipped) == ((), (), 0)


async def test_two_lines_about_one_complaint_become_one_case() -> None:
    uow = await staffed()

    batch = await take(
        uow,
        complaint(),
        complaint(line=3, number="A-18", product="水泵"),
        complaint(line=4, number="B-1", order_no="SO-2"),
    )

    first, second = await uow.cases.where()
    assert (first.product, first.answers) == ("水泵", {"earlier_number": "A-18"})
    assert (second.number, second.product) == ("B-1", "")
    assert len(batch.added) == 2


async def test_undo_removes_what_was_added_and_leaves_what_was_used_since() -> None:
    uow = await staffed()
    batch = await take(uow, complaint(), complaint(number="A-18", order_no="SO-2"))
    await uow.evidence.add(
        Evidence(
            holder=Holder.CASE,
            holder_id=batch.added[0],
            kind=Kind.TEXT,
            storing=Storing.STORED,
            chat_id=1,
            message_id=1,
            received_at=NOW,
            received_by=1,
        )
    )

    undone = await undo_import(batch.id, uow=uow)

    assert [one.number for one in await uow.cases.where()] == ["A-17"]
    assert (undone.removed, undone.stays, undone.batch.undone_at) == (1, ("A-17",), NOW)
    assert uow.log.acts()[-1] == "import_undone"


async def test_undo_leaves_a_field_that_somebody_has_changed_and_a_case_that_is_gone() -> None:
    uow = await staffed()
    first = await take(uow, complaint())
    second = await take(uow, complaint(demand="退款", product="水泵"))
    there = await uow.cases.get(first.added[0])
    await uow.cases.put(replace(there, demand="换货"))

    undone = await undo_import(second.id, uow=uow)

    assert (undone.emptied, undone.changed) == (1, 1)
    third = await take(uow, complaint(product="水泵"))
    await undo_import(first.id, uow=uow)
    assert (await undo_import(third.id, uow=uow)).emptied == 0


async def test_an_import_is_undone_once() -> None:
    uow = await staffed()
    batch = await take(uow, complaint())
    await undo_import(batch.id, uow=uow)

    with pytest.raises(NotAllowed) as again:
        await undo_import(batch.id, uow=uow)
    with pytest.raises(NoSuchThing) as unknown:
        await undo_import(99, uow=uow)

    assert (again.value.what, unknown.value.what) == ("import_undone_already", "import_unknown")


async def test_that_a_fault_came_back_is_kept_as_a_link_but_opens_nothing_in_an_imported_case() -> None:
    uow = await staffed()
    batch = await take(uow, complaint())
    later = await uow.cases.add(case(stage=Stage.INVESTIGATING, owner_id=2))
    earlier = await uow.cases.get(batch.added[0])

    await link_cases(earlier, later, LinkKind.RECURRENCE, actor=None, uow=uow)

    assert uow.duties.things == {}
    assert (await undo_import(batch.id, uow=uow)).stays == ("A-17",)
