import pytest

from core.errors import NotThisPerson
from core.model.deadline_clock import Subject
from core.model.evidence import Holder, Kind
from core.model.party import Hearing
from tests.clocks import running
from tests.fakes import FakeUnitOfWork
from tests.handlers.liability_talk import liability_talk
from tests.handlers.talk import Talk, photo
from tests.liability import last_told, named, unlinked
from tests.ringing import hours_pass


async def party(uow: FakeUnitOfWork) -> Talk:
    talk = await liability_talk(uow, "E17")
    talk.reply.said.append(last_told(uow, "E17", "party_informed"))
    return talk


async def test_a_statement_takes_texts_and_photos_until_done() -> None:
    uow = await named()
    worker = await party(uow)
    assert "现在没有任何结论" in worker.words()

    await worker.presses("state")
    await worker.sends("叉车刹车坏了")
    await worker.sends(caption="就是这台", **photo("a"))
    await worker.sends(**photo("b"))
    await worker.presses("done")

    assert [one.text for one in await uow.statements.where(case_id=1)] == ["叉车刹车坏了", "就是这台"]
    pieces = await uow.evidence.where(holder=Holder.STATEMENT)
    assert [(one.kind, one.holder_id) for one in pieces] == [(Kind.PHOTO, 2), (Kind.PHOTO, 2)]
    assert await uow.dialogues.find(worker.actor.id) is None
    assert "就是这台" in worker.words(last_told(uow, "E11", "statement_received"))
    assert last_told(uow, "E11", "statement_shown").files == (pieces[-1].id,)


async def test_an_album_without_words_is_one_statement_and_acknowledged_once() -> None:
    uow = await named()
    worker = await party(uow)
    await worker.presses("state")
    before = len(worker.reply.said)

    for name in ("a", "b", "c"):
        await worker.sends(media_group_id="g1", **photo(name))

    assert len(worker.reply.said) == before + 1
    assert [one.text for one in await uow.statements.where(case_id=1)] == [""]
    assert len(await uow.evidence.where(holder=Holder.STATEMENT)) == 3


async def test_a_picture_too_big_to_be_fetched_is_said_so_and_its_reference_kept() -> None:
    uow = await named()
    worker = await party(uow)
    await worker.presses("state")

    await worker.sends(**photo("huge", size=30_000_000))

    assert "file_too_big" in [one.template for one in worker.reply.said]
    assert len(await uow.evidence.where(holder=Holder.STATEMENT)) == 1


async def test_a_sticker_is_kindly_refused() -> None:
    uow = await named()
    worker = await party(uow)
    await worker.presses("state")

    await worker.sends(sticker={
        "file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
        "is_animated": False, "is_video": False,
    })  # fmt: skip

    assert "没有记下" in worker.words()
    assert await uow.statements.where(case_id=1) == ()


async def test_declining_is_said_not_to_be_consent() -> None:
    uow = await named()
    worker = await party(uow)

    await worker.presses("stay_silent")

    assert worker.reply.toasts == ["statement_declined"]


async def test_strangers_are_not_asked_for_a_statement() -> None:
    stranger = await liability_talk(await named(), "E10")

    with pytest.raises(NotThisPerson, match="only_the_named"):
        await stranger.hits("speak:1:0")


async def test_the_clock_rings_and_silence_is_noted() -> None:
    uow = await named()
    clock = (await running(uow, Subject.PARTY))[0]

    await hours_pass(uow, 24)

    one = await uow.parties.one(person_id=clock.person_id)
    assert one is not None
    assert one.hearing is Hearing.NOT_ANSWERED
    assert await running(uow, Subject.PARTY) == ()


async def test_a_letter_on_paper_is_handed_over_by_press() -> None:
    uow = await named()
    person = await unlinked(uow, "E06")
    quality = await liability_talk(uow, "E11")
    await quality.hits(f"party_role:1:0:{person.id}:next_step")
    assert "期限从交付时起算" in quality.words()
    manager = await liability_talk(uow, "E05")
    manager.reply.said.append(last_told(uow, "E05", "paper_asked"))
    assert "何静 不能在这里收到消息" in manager.words()

    await manager.presses("handed_over")

    assert manager.reply.toasts == ["handed_over_now"]
    assert "已交付 何静" in manager.words()
