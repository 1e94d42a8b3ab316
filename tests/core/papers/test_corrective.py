"""The 8D report, the dossier and the sheet of corrective actions say what was agreed, done and verified."""

from dataclasses import replace

import pytest

from bot.render.renderer import Renderer
from core.actions.corrective.check_effect import check_effect
from core.actions.kin.answer_recurrence import answer_recurrence
from core.actions.paper.issue_case_paper import issue_case_paper
from core.model.case import Stage
from core.model.message import Message
from core.model.paper import PaperKind
from core.model.party import Statement
from tests.core.actions.kin.test_recurrence import WHY, asked, the_question
from tests.correcting import FIT_TEST, agreed, correcting, verified
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no


async def said_on(uow: FakeUnitOfWork, kind: PaperKind, language: str = "zh-Hans") -> str:
    reader = replace(await by_no(uow, "E11"), language=language)
    await issue_case_paper(1, kind.value, actor=reader, uow=uow)
    paper = uow.papers.issued[-1]
    return Renderer(uow.company).rendered(language, Message(template=f"papers/{kind}", data=paper.data)).html


async def corrected() -> FakeUnitOfWork:
    uow = await correcting(cause="轴封装反", replied_at=NOW, events={"accepted": NOW.isoformat()})
    await agreed(uow)
    await verified(uow)
    await check_effect(1, "三批零泄漏", actor=await by_no(uow, "E11"), uow=uow)
    return uow


@pytest.mark.parametrize(
    ("kind", "language", "line"),
    [
        (PaperKind.EIGHT_D, "zh-Hans", f"<td>{FIT_TEST}</td><td>李强</td><td>2025年3月10日</td>"),
        (PaperKind.EIGHT_D, "en", f"<td>{FIT_TEST}</td><td>李强</td><td>10 Mar 2025</td>"),
        (PaperKind.CORRECTIVE_ACTIONS, "zh-Hans", "<td>2025年3月3日</td><td>陈洁　2025年3月3日</td>"),
        (PaperKind.DOSSIER, "en", "<td>3 Mar 2025</td><td>陈洁, 3 Mar 2025</td>"),
    ],
)
async def test_each_action_has_owner_day_and_who_verified_it(
    kind: PaperKind, language: str, line: str
) -> None:
    assert line in await said_on(await corrected(), kind, language)


async def test_what_is_not_there_yet_is_said_so() -> None:
    said = await said_on(await correcting(), PaperKind.EIGHT_D)

    assert said.count("<p>还没有。</p>") == 4
    assert "尚未验证。" in said
    assert "查明的原因：尚未查明" in said


async def test_an_effect_that_fell_short_is_said_so() -> None:
    uow = await correcting()
    await agreed(uow)
    await verified(uow)
    await check_effect(1, "还有两台漏", actor=await by_no(uow, "E11"), uow=uow, helped=False)

    assert "效果不够：还有两台漏" in await said_on(uow, PaperKind.EIGHT_D)


async def test_after_a_recurrence_the_report_has_both_rounds_and_the_other_case() -> None:
    uow = await asked()
    duty = await the_question(uow)
    await answer_recurrence(duty.id, came_back=True, actor=await by_no(uow, "E11"), uow=uow)

    said = await said_on(uow, PaperKind.EIGHT_D)

    assert "<state>第 2 轮：问题重现</state>" in said
    assert f"<h2>第 1 轮</h2>\n<li>为什么 1：{WHY}</li>" in said
    assert "<li>250402　复发</li>" in said


async def test_the_dossier_tells_everything_in_the_order_of_time() -> None:
    uow = await corrected()
    named = (await by_no(uow, "E03")).id
    await uow.statements.add(Statement(case_id=1, person_id=named, text="按图装的", said_at=NOW))

    said = await said_on(uow, PaperKind.DOSSIER)

    for told in ("收到", "登记", "受理", "首次答复客户", "陈述", "措施验证完成"):
        assert f"<td>{told}</td>" in said
    assert "<td>按图装的</td>" in said


async def test_duties_that_are_done_stand_in_the_timeline_and_withdrawn_ones_do_not() -> None:
    uow = await asked()
    await uow.cases.put(replace(await uow.cases.get(1), stage=Stage.CLOSED))

    said = await said_on(uow, PaperKind.DOSSIER, "en")

    assert "<td>closed</td>" in said
