"""An appeal in chat, from the late wish to the decision, as each of them reads it."""

from typing import Any

import pytest

from core.errors import NoSuchThing
from core.model.duty import Duty
from core.model.evidence import Holder
from core.model.person import Person
from core.screens.due import due_screen
from handlers import appealing, cases, correcting
from tests.core.actions.appeals import appealed, noticed, notices_of, without_zhang
from tests.due_pages import all_of
from tests.fakes import FakeUnitOfWork
from tests.handlers.liability_talk import MODULES
from tests.handlers.talk import Talk, photo
from tests.liability import last_told, verbs, who
from tests.make import NOW
from tests.waiting import what_waits

STICKER: dict[str, Any] = {"location": {"latitude": 31.3, "longitude": 120.6}}


async def chat(uow: FakeUnitOfWork, employee_no: str, *seen: str) -> Talk:
    """That person's chat, with the last message of each of these templates before them."""
    person = await who(uow, employee_no)
    one = Talk(uow, person, *(module.handlers() for module in (*MODULES, appealing, cases, correcting)))
    one.reply.said += [last_told(uow, employee_no, template) for template in seen]
    return one


async def taken(uow: FakeUnitOfWork) -> Talk:
    auditor = await chat(uow, "E08", "appeal_received")
    await auditor.presses("take_appeal")
    return auditor


async def test_both_sides_are_heard_with_words_and_pictures_before_the_decision() -> None:
    uow = await appealed()
    auditor = await taken(uow)
    worker = await chat(uow, "E17", "appeal_progress")
    owner = await chat(uow, "E11", "appeal_progress")

    await worker.presses("put_to_appeal")
    await worker.sends(**photo("record"))
    await worker.sends("这是当天的记录")
    await worker.presses("done")
    await owner.presses("put_to_appeal")
    await owner.sends("记录无误")

    assert "这是当天的记录" in owner.words(last_told(uow, "E11", "appeal_piece_put"))
    assert "记录无误" in worker.words(last_told(uow, "E17", "appeal_piece_put"))
    assert len(await uow.evidence.where(holder=Holder.APPEAL, holder_id=1)) == 3
    auditor.reply.said.append(last_told(uow, "E08", "appeal_received"))
    assert "陈洁 已答复" in auditor.words()
    await auditor.presses("appeal_files")
    assert len(auditor.latest().files) == 1


async def test_a_piece_too_big_to_be_fetched_is_said_so_and_its_reference_kept() -> None:
    uow = await appealed()
    await taken(uow)
    worker = await chat(uow, "E17", "appeal_progress")
    await worker.presses("put_to_appeal")

    await worker.sends(**photo("huge", size=30_000_000))

    assert "file_too_big" in [one.template for one in worker.reply.said]
    assert len(await uow.evidence.where(holder=Holder.APPEAL, holder_id=1)) == 1


async def test_the_decision_is_told_with_its_reasons() -> None:
    uow = await appealed()
    auditor = await taken(uow)
    owner = await chat(uow, "E11", "appeal_progress")
    await owner.presses("put_to_appeal")
    await owner.sends("记录无误")
    auditor.reply.said.append(last_told(uow, "E08", "appeal_received"))

    await auditor.presses("appeal_lifted")
    await auditor.sends("记录上不是他签的")

    assert "结果：<b>撤销</b>" in auditor.words()
    worker = await chat(uow, "E17", "appeal_progress")
    assert "记录上不是他签的" in worker.words()
    assert "申诉结果：张伟 不再承担" in owner.words(last_told(uow, "E11", "correction_opened"))
    await without_zhang(uow)
    assert "公司为此向您道歉" in worker.words(last_told(uow, "E17", "notice_lifted"))


@pytest.mark.parametrize(
    ("label", "word", "is_frozen"), [("admit_appeal", "逾期受理", True), ("not_admit", "不予受理", False)]
)
async def test_a_late_appeal_is_admitted_or_not_with_a_reason(label: str, word: str, is_frozen: bool) -> None:
    uow = await noticed()
    worker = await chat(uow, "E17", "notice_issued")
    (notice,) = await notices_of(uow)
    assert notice.appeal_until is not None
    uow.now = notice.appeal_until.replace(day=notice.appeal_until.day + 5)
    await worker.presses("appeal")
    assert "不能直接受理" in worker.words()
    await worker.sends("住院了，刚看到")
    assert "没有冻结" in worker.words()

    auditor = await chat(uow, "E08", "appeal_received")
    await auditor.presses(label)
    await auditor.sends("有住院证明" if is_frozen else "没有证明")

    assert word in auditor.words()
    assert (await notices_of(uow))[0].is_frozen is is_frozen


async def test_what_is_no_piece_is_asked_for_again() -> None:
    uow = await appealed()
    auditor = await taken(uow)
    await auditor.presses("put_to_appeal")

    await auditor.sends(**STICKER)

    assert auditor.latest().template == "appeal_piece_asked"


@pytest.mark.parametrize("forged", ["judge:1:0:hang", "admit:1:0:perhaps"])
async def test_what_no_button_offers_is_refused(forged: str) -> None:
    uow = await appealed()
    auditor = await taken(uow)

    with pytest.raises(NoSuchThing):
        await auditor.hits(forged)


async def test_a_correction_begins_with_its_reason() -> None:
    uow = await noticed()
    finance = await chat(uow, "E06")
    await finance.hits("case:1:0")
    await finance.presses("correct_figures")
    await finance.sends("运费发票后来到了")

    assert "调查中" in finance.words()
    assert "运费发票后来到了" in finance.words(last_told(uow, "E11", "correction_opened"))


async def a_review_for(investigator: Person, uow: FakeUnitOfWork) -> Duty:
    """An earlier case of the same person has changed: whoever investigates looks at the later one again."""
    return await uow.duties.add(
        Duty(
            case_id=1,
            kind="review_repetition",
            owner_id=investigator.id,
            data={"person_id": 3, "earlier": "250201"},
            opened_at=NOW,
        )
    )


async def test_a_later_case_is_left_as_it_is_with_a_reason() -> None:
    uow = await noticed()
    investigator = await who(uow, "E11")
    review = await a_review_for(investigator, uow)
    owner = await chat(uow, "E11")

    await owner.hits(f"leave_as_is:{review.id}:0")
    await owner.sends("没有计算在内")

    assert "不用更正" in owner.words()
    assert (await uow.duties.get(review.id)).done_at == uow.now


async def kinds_waiting(uow: FakeUnitOfWork, employee_no: str) -> list[str]:
    waiting = await what_waits(await who(uow, employee_no), uow=uow)
    return [one.kind for one in waiting if one.kind.startswith("appeal")]


async def test_an_appeal_waits_for_each_of_them_in_turn_and_is_opened_from_there() -> None:
    uow = await appealed()
    assert await kinds_waiting(uow, "E08") == ["appeal_to_hear"]
    assert await kinds_waiting(uow, "E11") == []
    auditor, owner = await taken(uow), await chat(uow, "E11")
    assert await kinds_waiting(uow, "E08") == ["appeal_to_decide"]
    assert await kinds_waiting(uow, "E11") == ["appeal_to_answer"]

    await auditor.hits("appeals:1:0")
    assert auditor.latest().template == "appeal_received"
    await owner.hits("appeals:1:0")
    await owner.presses("put_to_appeal")
    await owner.sends("记录无误")

    assert await kinds_waiting(uow, "E11") == []
    with pytest.raises(NoSuchThing):
        await owner.hits("appeals:1:0")


async def test_a_review_is_opened_again_from_what_waits() -> None:
    uow = await noticed()
    investigator = await who(uow, "E11")
    review = await a_review_for(investigator, uow)
    owner = await chat(uow, "E11")
    waiting = await what_waits(investigator, uow=uow)
    assert "review" in verbs(due_screen(all_of(waiting), NOW, "zh-Hans"))

    await owner.hits(f"review:{review.id}:0")

    assert verbs(owner.latest()) == ["correct", "leave_as_is"]
