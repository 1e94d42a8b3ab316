"""A printed notice comes back signed, or was not taken: each is dated, with its proof."""

from typing import Any

import pytest

from core.actions.figures.approve_figures import approve_figures
from core.actions.notice.keep_receipt import keep_receipt
from core.actions.notice.note_refused_receipt import note_refused_receipt
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst
from core.model.duty import Duty
from core.model.evidence import Holder
from core.model.notice import Notice
from handlers import paper, papers, receipts
from tests.core.actions.appeals import said
from tests.fakes import FakeUnitOfWork
from tests.handlers.liability_talk import MODULES
from tests.handlers.talk import Talk, photo, talk_with
from tests.liability import confirmed, last_told, unlinked, verbs, version, who


async def on_paper() -> tuple[FakeUnitOfWork, Talk]:
    """张伟 has no Telegram: the printed notice is with a superior, whose chat it is."""
    uow = await confirmed()
    await unlinked(uow, "E17")
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)
    duty = (await uow.duties.where(kind="hand_over_notice"))[0]
    superior = await uow.persons.get(duty.owner_id or 0)
    chat = Talk(uow, superior, *(module.handlers() for module in (*MODULES, paper, papers, receipts)))
    chat.reply.said.append(last_told(uow, superior.employee_no, "paper_asked"))
    return uow, chat


async def the_notice(uow: FakeUnitOfWork) -> Notice:
    found = await uow.notices.one(person_id=(await who(uow, "E17")).id)
    assert found is not None
    return found


async def test_the_notice_can_be_printed_handed_over_or_refused() -> None:
    _, superior = await on_paper()

    assert verbs(superior.latest()) == ["notice_pdf", "handed", "not_taken"]
    await superior.presses("pdf")
    assert superior.latest().files


async def test_handing_over_is_dated_and_starts_the_time_to_appeal() -> None:
    uow, superior = await on_paper()

    await superior.presses("handed_over")

    notice = await the_notice(uow)
    assert (notice.handed_over_at, notice.acknowledged_at) == (uow.now, None)
    assert notice.appeal_until is not None
    assert verbs(superior.latest()) == ["receipt"]


async def test_the_signed_page_books_the_receipt_and_is_kept() -> None:
    uow, superior = await on_paper()
    await superior.presses("handed_over")
    await superior.presses("send_receipt")
    await superior.sends("马上发")
    await superior.sends(**photo("signed"))

    notice = await the_notice(uow)
    kept = await uow.evidence.where(holder=Holder.RECEIPT, holder_id=notice.id)
    assert (notice.acknowledged_at, len(kept)) == (uow.now, 1)
    assert "签收已登记" in superior.words()
    assert "notice_signed_for" in uow.log.acts()


async def test_a_page_too_big_to_be_fetched_is_said_so_and_its_reference_kept() -> None:
    uow, superior = await on_paper()
    await superior.presses("handed_over")
    await superior.presses("send_receipt")

    await superior.sends(**photo("signed", size=30_000_000))

    assert "file_too_big" in [one.template for one in superior.reply.said]
    assert len(await uow.evidence.where(holder=Holder.RECEIPT)) == 1


async def test_a_refusal_is_dated_with_its_witness_and_is_no_consent() -> None:
    uow, superior = await on_paper()
    await superior.presses("not_taken")
    await superior.sends("何静在场，本人看完不收")

    notice = await the_notice(uow)
    assert (notice.refused_at, notice.refused_before) == (uow.now, "何静在场，本人看完不收")
    assert (notice.agreed_at, notice.acknowledged_at) == (None, None)
    assert notice.appeal_until is not None
    assert "拒收不等于同意" in superior.words()


async def test_a_photo_proves_a_refusal_too_even_after_handing_over() -> None:
    uow, superior = await on_paper()
    asked = superior.latest()
    await superior.presses("handed_over")
    await superior.presses("not_taken", asked)
    await superior.sends(**photo("door"))

    notice = await the_notice(uow)
    assert notice.refused_at == uow.now
    assert await uow.evidence.where(holder=Holder.RECEIPT, holder_id=notice.id)


async def test_what_is_neither_words_nor_file_is_asked_for_again() -> None:
    uow, superior = await on_paper()
    asked = superior.latest()
    where: dict[str, Any] = {"location": {"latitude": 31.3, "longitude": 120.6}}
    await superior.presses("not_taken")
    await superior.sends(**where)
    assert superior.latest().template == "refusal_asked"

    await superior.presses("handed_over", asked)
    await superior.presses("send_receipt")
    await superior.sends(**where)
    assert superior.latest().template == "receipt_asked"
    assert (await the_notice(uow)).refused_at is None


async def test_each_is_booked_once_and_by_who_hands_over_alone() -> None:
    uow, superior = await on_paper()
    asked = superior.latest()
    duty = asked.rows[1][0].id
    with pytest.raises(NotAllowed, match="hand_over_first"):
        await superior.hits(f"receipt:{duty}:0")
    await superior.presses("not_taken")
    await superior.sends("何静")

    for verb in ("receipt", "not_taken"):
        with pytest.raises(SomebodyWasFirst):
            await superior.hits(f"{verb}:{duty}:0")
    stranger = await talk_with(uow, "E10", receipts)
    with pytest.raises(NotThisPerson):
        await stranger.hits(f"receipt:{duty}:0")


async def test_words_alone_sign_for_nothing_and_silence_proves_nothing() -> None:
    uow, superior = await on_paper()
    duty = superior.latest().rows[1][0].id
    with pytest.raises(NotAllowed, match="refusal_needs_witness"):
        await note_refused_receipt(duty, said(" "), actor=superior.actor, uow=uow)
    await superior.presses("handed_over")

    with pytest.raises(NotAllowed, match="receipt_needs_picture"):
        await keep_receipt(duty, said("签了"), actor=superior.actor, uow=uow)


async def test_only_a_notice_has_a_receipt() -> None:
    uow, superior = await on_paper()
    other = await uow.duties.add(Duty(kind="inform_party", owner_id=superior.actor.id, opened_at=uow.now))

    with pytest.raises(NoSuchThing):
        await superior.hits(f"receipt:{other.id}:0")
