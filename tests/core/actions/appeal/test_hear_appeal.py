"""Somebody free of any part hears both sides, who see what is put, and only then decides."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.render.renderer import Renderer
from core.actions.appeal.admit_appeal import admit_appeal
from core.actions.appeal.decide_appeal import decide_appeal
from core.actions.appeal.open_appeal import open_appeal
from core.actions.appeal.read_appeal import read_appeal
from core.actions.appeal.take_appeal import take_appeal
from core.actions.notice.hand_over_paper import hand_over_paper
from core.errors import NotAllowed, NotThisPerson, SomebodyWasFirst, WrongStage
from core.model.notice import AppealOutcome, AppealState
from core.model.roles import Grant, Role
from tests.core.actions.appeals import appealed, heard, judged, notices_of, puts
from tests.liability import last_told, unlinked, verbs, who
from tests.make import PEOPLE

HEARERS = {"E08"}


async def test_only_who_had_no_part_in_the_case_takes_an_appeal() -> None:
    uow = await appealed()

    for employee_no in set(PEOPLE) - HEARERS:
        with pytest.raises(NotThisPerson, match="appeal_of_others"):
            await take_appeal(1, actor=await who(uow, employee_no), uow=uow)

    assert (await take_appeal(1, actor=await who(uow, "E08"), uow=uow)).appeal.hearer_id


async def test_an_auditor_who_approved_the_case_does_not_hear_it() -> None:
    uow = await appealed()
    approver = await who(uow, "E05")
    await uow.persons.put(replace(approver, grants=(*approver.grants, Grant(Role.AUDITOR, "suzhou"))))

    file = await open_appeal(1, uow=uow)

    assert {person.employee_no for person in file.hearers()} == HEARERS


async def test_without_a_free_auditor_the_management_hears_it() -> None:
    uow = await appealed()
    await uow.persons.put(replace(await who(uow, "E08"), grants=()))

    file = await open_appeal(1, uow=uow)

    assert {person.employee_no for person in file.hearers()} == {"E09"}


async def test_taking_it_tells_both_sides_who_hears_and_until_when() -> None:
    uow = await appealed()

    await take_appeal(1, actor=await who(uow, "E08"), uow=uow)

    for side in ("E17", "E11"):
        assert verbs(last_told(uow, side, "appeal_progress")) == ["appeal_put"]
    assert (await uow.appeals.get(1)).answers_due_at == uow.now + timedelta(hours=24)
    told = len(uow.outbox.told)
    await take_appeal(1, actor=await who(uow, "E08"), uow=uow)
    assert len(uow.outbox.told) == told


async def test_a_second_auditor_comes_too_late_to_take_it() -> None:
    uow = await appealed()
    await uow.persons.put(replace(await who(uow, "E09"), grants=(Grant(Role.AUDITOR, "suzhou"),)))
    await take_appeal(1, actor=await who(uow, "E08"), uow=uow)

    with pytest.raises(SomebodyWasFirst, match="appeal_is_taken"):
        await take_appeal(1, actor=await who(uow, "E09"), uow=uow)
    with pytest.raises(NotThisPerson, match="appeal_has_hearer"):
        await decide_appeal(1, AppealOutcome.UPHELD, reason="x", actor=await who(uow, "E09"), uow=uow)


async def test_each_side_sees_what_the_other_puts_and_so_does_the_hearer() -> None:
    uow = await heard()

    assert last_told(uow, "E17", "appeal_piece_put").data["text"] == "装配记录上是他签的"
    card = Renderer(uow.company).rendered("zh-Hans", last_told(uow, "E08", "appeal_received")).html
    assert "陈洁：装配记录上是他签的" in card
    assert last_told(uow, "E08", "appeal_piece_put").rows[0][0].verb == "appeals"
    await puts(uow, "E08", "请拿原件")
    assert last_told(uow, "E11", "appeal_piece_put").data["by"] == "钱进"


async def test_nobody_else_puts_or_reads_anything() -> None:
    uow = await heard()

    with pytest.raises(NotThisPerson):
        await puts(uow, "E03", "x")
    with pytest.raises(NotThisPerson):
        await read_appeal(1, actor=await who(uow, "E03"), uow=uow)


async def test_nothing_is_put_before_somebody_hears_it_nor_after_the_decision() -> None:
    uow = await appealed()
    with pytest.raises(WrongStage):
        await puts(uow, "E17", "x")

    uow = await judged(AppealOutcome.UPHELD)
    with pytest.raises(WrongStage):
        await puts(uow, "E17", "x")


async def test_nothing_is_decided_before_the_other_side_has_answered_or_its_time_is_over() -> None:
    uow = await appealed()
    auditor = await who(uow, "E08")
    due = (await take_appeal(1, actor=auditor, uow=uow)).appeal.answers_due_at
    assert due is not None

    uow.now = due - timedelta(seconds=1)
    with pytest.raises(NotAllowed, match="hear_both_sides"):
        await decide_appeal(1, AppealOutcome.UPHELD, reason="x", actor=auditor, uow=uow)
    uow.now = due
    await decide_appeal(1, AppealOutcome.UPHELD, reason="x", actor=auditor, uow=uow)


async def test_an_upheld_appeal_lets_the_notice_go_on_and_tells_everybody_concerned() -> None:
    uow = await judged(AppealOutcome.UPHELD)

    (notice,) = await notices_of(uow)
    assert (notice.is_frozen, notice.is_standing) == (False, True)
    shown = last_told(uow, "E17", "notice_issued")
    assert "appeal" not in verbs(shown)
    assert "您的申诉：维持" in Renderer(uow.company).rendered("zh-Hans", shown).html
    for concerned in ("E17", "E11", "E04", "E05"):
        assert last_told(uow, concerned, "appeal_progress").data["appeal"] == await uow.appeals.get(1)
    assert not any(one.template == "appeal_progress" for one in uow.outbox.told_to("E10"))


async def test_an_appeal_is_decided_once() -> None:
    uow = await judged(AppealOutcome.UPHELD)

    with pytest.raises(SomebodyWasFirst):
        await decide_appeal(1, AppealOutcome.LIFTED, reason="x", actor=await who(uow, "E08"), uow=uow)
    with pytest.raises(SomebodyWasFirst):
        await take_appeal(1, actor=await who(uow, "E08"), uow=uow)


async def test_a_late_appeal_waits_for_the_auditor_who_may_admit_it() -> None:
    uow = await appealed(late=True)
    assert verbs(last_told(uow, "E08", "appeal_received"))[:2] == ["admit", "admit"]

    await admit_appeal(1, is_admitted=True, reason="住院", actor=await who(uow, "E08"), uow=uow)

    (notice,) = await notices_of(uow)
    assert notice.is_frozen
    assert (await uow.appeals.get(1)).state is AppealState.OPEN
    assert last_told(uow, "E17", "appeal_progress").data["appeal"] == await uow.appeals.get(1)


async def test_a_late_appeal_that_is_not_admitted_changes_nothing() -> None:
    uow = await appealed(late=True)

    await admit_appeal(1, is_admitted=False, reason="没有理由", actor=await who(uow, "E08"), uow=uow)

    (notice,) = await notices_of(uow)
    assert (notice.is_frozen, notice.is_standing) == (False, True)
    with pytest.raises(SomebodyWasFirst):
        await admit_appeal(1, is_admitted=True, reason="x", actor=await who(uow, "E08"), uow=uow)


async def test_who_had_a_part_in_the_case_admits_nothing() -> None:
    uow = await appealed(late=True)

    with pytest.raises(NotThisPerson):
        await admit_appeal(1, is_admitted=False, reason="x", actor=await who(uow, "E11"), uow=uow)


async def test_who_has_no_chat_gets_the_decision_on_paper_and_no_time_to_speak_begins_with_it() -> None:
    uow = await heard()
    zhang = await unlinked(uow, "E17")
    party = await uow.parties.one(person_id=zhang.id)
    await decide_appeal(1, AppealOutcome.UPHELD, reason="x", actor=await who(uow, "E08"), uow=uow)

    duty = (await uow.duties.where(kind="inform_party"))[-1]
    assert duty.data["text"] == "zh-Hans:appeal_progress"
    uow.now += timedelta(days=1)
    await hand_over_paper(duty.id, actor=await uow.persons.get(duty.owner_id or 0), uow=uow)

    assert await uow.parties.one(person_id=zhang.id) == party
