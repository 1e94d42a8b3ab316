from dataclasses import replace

import pytest

from core.actions.case.join_case import join_case
from core.actions.draft.add_to_draft import add_to_draft
from core.actions.draft.reopen_draft import reopen_draft
from core.actions.draft.split_draft import split_draft
from core.actions.draft.take_in_piece import take_in_piece
from core.errors import NotAllowed, SomebodyWasFirst
from core.model.draft import DraftState
from core.model.evidence import Kind, Storing
from tests.make import NOW, by_no, staffed
from tests.make_intake import draft_of, piece, registered


async def test_a_burst_settles_two_seconds_after_its_last_message() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")

    await take_in_piece(piece(), is_forwarded=True, actor=sales, uow=uow)
    late = NOW + uow.company.settle
    await take_in_piece(piece(received_at=late), is_forwarded=True, actor=sales, uow=uow)

    assert [timer.due_at for timer in uow.timers.by_key.values()] == [late + uow.company.settle]


async def test_what_comes_a_moment_after_the_burst_is_another() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")
    await take_in_piece(piece(), is_forwarded=False, actor=sales, uow=uow)
    later = NOW + uow.company.settle * 2

    await take_in_piece(piece(received_at=later), is_forwarded=False, actor=sales, uow=uow)

    assert len(uow.drafts.things) == 2


async def test_a_cancelled_draft_takes_a_late_part_in_silence() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")
    draft = replace(await draft_of(uow, sales), state=DraftState.CANCELLED)

    await add_to_draft(draft, piece(), actor=sales, uow=uow)

    assert not uow.timers.by_key
    assert len(uow.evidence.things) == 1


async def test_everything_from_one_sender_cannot_be_split() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")
    draft = await draft_of(uow, sales)
    await add_to_draft(draft, piece(origin_name="王工"), actor=sales, uow=uow)

    with pytest.raises(NotAllowed):
        await split_draft(draft, actor=sales, uow=uow)


async def test_a_submitted_draft_cannot_be_taken_up_again() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")
    await registered(uow)

    with pytest.raises(SomebodyWasFirst):
        await reopen_draft(1, actor=sales, uow=uow)


async def test_files_that_cannot_be_fetched_show_on_the_groups_card() -> None:
    uow = await staffed()
    case = await registered(uow)
    sales = await by_no(uow, "E10")

    await join_case((piece(kind=Kind.VIDEO, storing=Storing.TOO_BIG),), case, actor=sales, uow=uow)

    assert uow.outbox.posted[-1][1].data["missing"] == 1


async def test_the_owner_sees_the_files_that_were_added() -> None:
    uow = await staffed()
    case = await registered(uow)

    await join_case(
        (piece(kind=Kind.PHOTO), piece(text="见图")), case, actor=await by_no(uow, "E10"), uow=uow
    )

    told = uow.outbox.told_to("E11")[-1]
    assert (told.files, told.data["words"]) == ((1,), "见图")
