"""A case under chapters of two regulations, from the loss to the notice, in the words that people read."""

from dataclasses import replace
from datetime import date

import pytest

from bot.company_rulebooks import CompanyRulebooks
from bot.render.renderer import Renderer
from core.actions.case.open_dossier import open_dossier
from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.figures.put_figures import put_figures
from core.actions.investigation.add_loss import add_loss
from core.actions.investigation.name_party import name_party
from core.actions.investigation.set_department import set_department
from core.actions.investigation.set_fact import set_fact
from core.actions.rulebook.put_under import put_under
from core.model.company import InForce
from core.model.message import Message
from core.model.roles import Role
from core.rules.figures.approval_chain import next_step
from core.rules.figures.figures_kept import figures_in
from core.rules.figures.who_approves import who_approves
from tests.core.rulebook.compositions import composition
from tests.fakes import FakeUnitOfWork
from tests.handlers.liability_talk import liability_talk
from tests.liability import investigated, last_told, the_case, version, who

OURS = composition(
    grading="six-grade-incidents", liability="incident-compensation", approvals="incident-compensation"
)
IN_FORCE = InForce(rulebook="ours", since=date(2025, 1, 1), posts={"office": Role.GENERAL_MANAGER})


async def under_ours() -> FakeUnitOfWork:
    uow = await investigated(in_force=(IN_FORCE,))
    uow.rulebooks = CompanyRulebooks({}, {"ours": OURS})  # type: ignore[assignment]  # the same face
    await uow.cases.put(put_under(await the_case(uow), "ours", uow=uow))
    owner = await who(uow, "E11")
    await add_loss(1, {"kind": "material", "amount": "800.00"}, actor=owner, uow=uow)
    await set_fact(1, "fault", "single", actor=owner, uow=uow)
    await set_department(1, "仓储部", "main", actor=owner, uow=uow)
    await name_party(1, (await who(uow, "E17")).id, "responsible", actor=owner, uow=uow)
    return uow


async def decided() -> FakeUnitOfWork:
    uow = await under_ours()
    await put_figures(1, actor=await who(uow, "E11"), uow=uow)
    await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E03"), uow=uow)
    figures = figures_in((await uow.figures.where())[-1].answer)
    while asked := next_step(dossier := await open_dossier(1, uow=uow), figures):
        approver = who_approves(asked.by, dossier)[0]
        await approve_figures(1, await version(uow), asked.step, actor=approver, uow=uow)
    return uow


def read(message: Message, uow: FakeUnitOfWork, language: str) -> str:
    return Renderer(uow.company).rendered(language, message).html


async def test_the_preview_grades_by_one_regulation_and_charges_by_another() -> None:
    uow = await under_ours()
    quality = await liability_talk(uow, "E11")

    await quality.hits(f"investigate:1:{await version(uow)}")

    assert "本公司规定" in quality.words()
    assert "《质量事故赔偿规定》4(3)(2) 条" in quality.words()
    assert "320.00" in quality.words()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-Hans", "按《本公司规定》《公司质量事故赔偿管理制度》3.2 条"),
        ("en", "under “Our rules”, “Quality-incident compensation”, clause 3.2"),
    ],
)
async def test_the_notice_names_the_regulation_with_the_clause(language: str, said: str) -> None:
    uow = await decided()

    assert said in read(last_told(uow, "E17", "notice_issued"), uow, language)


async def test_the_reasons_name_both_regulations_and_the_hash_of_the_whole() -> None:
    uow = await decided()
    employee = await liability_talk(uow, "E17")

    await employee.hits(f"why:1:{await version(uow)}:{(await who(uow, 'E17')).id}")

    words = employee.words()
    assert "《质量事故赔偿规定》4(3)" in words
    assert "《公司质量事故赔偿管理制度》3.2 条" in words
    assert (await the_case(uow)).edition_sha256[:12] in words


async def test_a_notice_from_before_there_were_compositions_reads_as_it_did() -> None:
    uow = await decided()
    message = last_told(uow, "E17", "notice_issued")
    content = {key: value for key, value in message.data["content"].items() if key != "sources"}  # type: ignore[attr-defined]
    old = replace(message, data={**message.data, "content": content | {"clauses": ["3.2"]}})

    assert "3.2 条" in read(old, uow, "zh-Hans")
