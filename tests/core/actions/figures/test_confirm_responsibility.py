from dataclasses import replace

import pytest

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.answer_objection import answer_objection
from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.figures.object_to_figures import object_to_figures
from core.actions.figures.put_figures import put_figures
from core.actions.figures.show_current import show_current
from core.actions.investigation.add_loss import add_loss
from core.actions.investigation.explain_excess import explain_excess
from core.actions.investigation.name_party import name_party
from core.errors import FiguresChanged, NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst, WrongStage
from core.model.case import Stage
from core.model.decision import Act
from core.model.roles import Role
from core.rules.figures.desk_rights import Said
from tests.fakes import FakeUnitOfWork
from tests.liability import complete, confirmed, last_told, put, the_case, verbs, version, who


async def confirm(uow: FakeUnitOfWork, employee_no: str, desk: int = 0, at: int | None = None) -> Said:
    shown = await version(uow) if at is None else at
    return await confirm_responsibility(1, shown, desk, actor=await who(uow, employee_no), uow=uow)


async def two_desks() -> FakeUnitOfWork:
    """张伟 of 仓储部, where 李强 is no party, and 何静 of 财务部."""
    uow = await complete()
    owner = await who(uow, "E11")
    await name_party(1, (await who(uow, "E06")).id, "next_step", actor=owner, uow=uow)
    await explain_excess(1, "后道另计", actor=owner, uow=uow)
    await put_figures(1, actor=owner, uow=uow)
    return uow


async def test_the_superior_confirms_in_the_place_of_a_supervisor_who_is_a_party() -> None:
    uow = await put()

    assert await confirm(uow, "E04") is Said.DONE

    (decision,) = await uow.decisions.where(case_id=1)
    assert (decision.act, decision.desk, decision.version) == (Act.CONFIRMED, "仓储部", await version(uow))
    assert (await the_case(uow)).stage is Stage.APPROVING
    assert verbs(last_told(uow, "E05", "approval_asked")) == ["approve", "reject", "why", "evidence"]
    assert verbs(last_told(uow, "E04", "responsibility_asked"))[0] == "take_back"


async def test_a_second_press_counts_once() -> None:
    uow = await put()
    await confirm(uow, "E04")

    assert await confirm(uow, "E04") is Said.ALREADY
    assert len(await uow.decisions.where(case_id=1)) == 1


async def test_a_party_speaks_for_themselves_once_and_decides_nothing() -> None:
    uow = await put()

    assert [await confirm(uow, "E03"), await confirm(uow, "E03")] == [Said.AS_PARTY, Said.ALREADY]

    (statement,) = await uow.statements.where(case_id=1)
    assert (statement.text, statement.person_id) == ("@confirm", (await who(uow, "E03")).id)
    assert await uow.decisions.where(case_id=1) == ()


async def test_a_party_who_is_no_supervisor_has_no_say_at_the_desk() -> None:
    uow = await put()

    with pytest.raises(NotThisPerson, match="desk_of_others"):
        await confirm(uow, "E17")
    with pytest.raises(NotThisPerson, match="desk_of_others"):
        await object_to_figures(
            1, await version(uow), 0, reason="不同意", actor=await who(uow, "E17"), uow=uow
        )

    assert await uow.statements.where(case_id=1) == ()


@pytest.mark.parametrize("stranger", ["E10", "E11", "E05", "E06", "E08"])
async def test_strangers_to_the_desk_are_told_whose_it_is(stranger: str) -> None:
    uow = await put()

    with pytest.raises(NotThisPerson, match="desk_of_others") as refused:
        await confirm(uow, stranger)

    assert refused.value.data["names"] == ("吴琳",)
    assert refused.value.data["parties"] == ("李强",)


async def test_a_desk_that_is_not_there_is_unknown() -> None:
    uow = await put()

    with pytest.raises(NoSuchThing):
        await confirm(uow, "E04", desk=7)


async def test_of_two_who_may_confirm_the_first_counts_and_the_second_is_told() -> None:
    uow = await put()
    await uow.persons.put(replace(await who(uow, "E04"), deputy_no="E09"))
    await confirm(uow, "E09")

    with pytest.raises(SomebodyWasFirst, match="desk_confirmed") as refused:
        await confirm(uow, "E04")

    assert refused.value.data["name"] == "郑芳"


async def test_approval_opens_when_all_departments_have_answered() -> None:
    uow = await two_desks()

    await confirm(uow, "E04", desk=0)
    assert (await the_case(uow)).stage is Stage.CONFIRMING
    await confirm(uow, "E05", desk=1)

    assert (await the_case(uow)).stage is Stage.APPROVING


async def test_a_press_on_older_figures_is_refused_with_old_and_new() -> None:
    uow = await put()
    shown = await version(uow)
    await add_loss(1, {"kind": "other", "amount": "60.00"}, actor=await who(uow, "E11"), uow=uow)

    with pytest.raises(FiguresChanged) as refused:
        await confirm(uow, "E04", at=shown)

    changes = refused.value.data["changes"]
    assert isinstance(changes, tuple)
    assert [(one.what, str(one.old), str(one.new)) for one in changes] == [
        ("direct_loss", "1460.00", "1520.00"),
        ("share", "876.00", "912.00"),
        ("share", "146.00", "152.00"),
        ("share", "146.00", "152.00"),
        ("company", "292.00", "304.00"),
    ]


async def test_of_figures_that_were_never_put_nothing_can_be_said() -> None:
    uow = await put()

    with pytest.raises(FiguresChanged) as refused:
        await confirm(uow, "E04", at=1)

    assert refused.value.data["changes"] == ()


async def test_a_decided_case_takes_no_confirmation() -> None:
    uow = await put()
    await uow.cases.put(replace(await the_case(uow), stage=Stage.DECIDED))

    with pytest.raises(WrongStage):
        await confirm(uow, "E04")


async def test_a_stand_in_who_is_the_approver_approves_with_the_same_press() -> None:
    uow = await put(posts={"general_manager": Role.DIRECTOR, "administration_manager": Role.RECHECK})

    await confirm(uow, "E04")

    merged = [one for one in await uow.decisions.where(case_id=1) if one.is_merged]
    assert [(one.act, one.desk) for one in merged] == [(Act.APPROVED, "general_manager")]
    assert (await the_case(uow)).stage is Stage.DECIDED
    row = next(row for row in uow.log.rows if row.act == "figures_approved")
    assert row.facts["merged"] is True


async def test_the_present_card_is_shown_to_whom_it_waits_for() -> None:
    uow = await put()
    before = len(uow.outbox.told)
    dossier = await open_dossier(1, uow=uow)

    await show_current(dossier, actor=await who(uow, "E04"), uow=uow)
    await show_current(dossier, actor=await who(uow, "E10"), uow=uow)

    assert [number for number, _ in uow.outbox.told[before:]] == ["E04"]


async def test_the_approvers_card_is_shown_while_approving_and_none_without_figures() -> None:
    uow = await confirmed()
    before = len(uow.outbox.told)

    for employee_no in ("E05", "E04"):
        await show_current(await open_dossier(1, uow=uow), actor=await who(uow, employee_no), uow=uow)
    assert [(number, one.template) for number, one in uow.outbox.told[before:]] == [("E05", "approval_asked")]

    await add_loss(1, {"kind": "other", "amount": "60.00"}, actor=await who(uow, "E11"), uow=uow)
    before = len(uow.outbox.told)
    await show_current(await open_dossier(1, uow=uow), actor=await who(uow, "E05"), uow=uow)
    assert len(uow.outbox.told) == before


async def test_an_objection_of_the_desk_stands_before_its_confirmation() -> None:
    uow = await put()
    await object_to_figures(1, await version(uow), 0, reason="偏高", actor=await who(uow, "E04"), uow=uow)

    with pytest.raises(NotAllowed, match="objection_is_open"):
        await confirm(uow, "E04")


async def test_who_confirms_after_their_objection_was_answered_is_seen_by_the_next_step() -> None:
    uow = await put()
    shown, deputy = await version(uow), await who(uow, "E04")
    await object_to_figures(1, shown, 0, reason="比例偏高", actor=deputy, uow=uow)
    objection = (await uow.decisions.where(case_id=1))[-1]
    await answer_objection(1, shown, objection.id, reason="按制度", actor=await who(uow, "E11"), uow=uow)
    assert last_told(uow, "E05", "approval_asked").data["desks"] == (("仓储部", Act.KEPT, "陈洁", "按制度"),)

    await confirm(uow, "E04")

    assert last_told(uow, "E05", "approval_asked").data["desks"] == (("仓储部", Act.CONFIRMED, "吴琳", ""),)
