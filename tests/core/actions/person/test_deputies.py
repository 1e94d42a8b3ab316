"""Deputies: who names them, for which days, and who is asked meanwhile."""

from dataclasses import replace
from datetime import date

import pytest

from bot.render.renderer import Renderer
from core.actions.case.open_dossier import open_dossier
from core.actions.deadline.keep_digests import digest_rang, keep_digests
from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.person.name_deputy import end_deputyship, name_deputy
from core.actions.person.read_deputies import may_name_others, read_deputies
from core.actions.person.stand_ins import absent_for, acting_for, asked_instead, deputy_of
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst
from core.model.deputy import Deputyship
from core.rights.action import Action
from core.rights.circumstances import NOWHERE, around_dossier
from tests.fakes import FakeUnitOfWork
from tests.liability import confirmed, last_told, later, put, version, who
from tests.make import staffed
from tests.waiting import what_waits

TODAY, TOMORROW, FRIDAY = date(2025, 3, 3), date(2025, 3, 4), date(2025, 3, 7)


async def away(
    uow: FakeUnitOfWork, absent: str, deputy: str, first: date = TODAY, last: date = TOMORROW
) -> Deputyship:
    person = await who(uow, absent)
    return await name_deputy(person, await who(uow, deputy), first, last, actor=person, uow=uow)


async def test_both_are_told_and_it_is_written_down() -> None:
    uow = await staffed()

    row = await away(uow, "E05", "E08")

    assert [message.template for message in uow.outbox.told_to("E08")] == ["deputy_named"]
    assert uow.outbox.told_to("E05") == []
    assert uow.log.rows[-1].facts["deputy"] == row.deputy_id


async def test_an_admin_names_a_deputy_for_others_and_nobody_else_does() -> None:
    uow = await staffed()
    boss, auditor, admin = [await who(uow, number) for number in ("E05", "E08", "E07")]

    with pytest.raises(NotThisPerson, match="deputy_by_self"):
        await name_deputy(boss, auditor, TODAY, TOMORROW, actor=auditor, uow=uow)
    await name_deputy(boss, auditor, TODAY, TOMORROW, actor=admin, uow=uow)

    assert [number for number, _ in uow.outbox.told] == ["E05", "E08"]
    assert may_name_others(admin)
    assert not may_name_others(auditor)


@pytest.mark.parametrize(
    ("first", "last"), [(FRIDAY, TODAY), (date(2025, 2, 1), date(2025, 3, 2))], ids=["turned", "over"]
)
async def test_days_that_are_over_or_turned_round_are_refused(first: date, last: date) -> None:
    uow = await staffed()

    with pytest.raises(NotAllowed, match="deputy_days_wrong"):
        await away(uow, "E05", "E08", first, last)


async def test_nobody_is_their_own_deputy_and_no_leaver_is_one() -> None:
    uow = await staffed()
    await uow.persons.put(replace(await who(uow, "E08"), left_on=date(2025, 3, 1)))

    for deputy in ("E05", "E08"):
        with pytest.raises(NotAllowed, match="deputy_impossible"):
            await away(uow, "E05", deputy)


async def test_who_is_away_is_not_away_twice_and_stands_in_for_nobody() -> None:
    uow = await staffed()
    await away(uow, "E05", "E08", TODAY, FRIDAY)

    for absent, deputy in (("E05", "E09"), ("E04", "E05")):
        with pytest.raises(SomebodyWasFirst, match="away_already"):
            await away(uow, absent, deputy, TOMORROW, TOMORROW)
    await away(uow, "E05", "E09", date(2025, 3, 8), date(2025, 3, 8))


async def test_it_holds_on_its_days_only_both_included() -> None:
    uow = await staffed()
    await away(uow, "E05", "E08", TOMORROW, TOMORROW)
    boss, auditor = await who(uow, "E05"), await who(uow, "E08")

    held = []
    for _ in range(3):
        held.append([one.id for one in await absent_for(auditor, uow=uow)])
        later(uow, days=1)

    assert held == [[], [boss.id], []]


async def test_called_off_it_is_over_and_a_second_tap_changes_nothing() -> None:
    uow = await staffed()
    row = await away(uow, "E05", "E08")
    boss = await who(uow, "E05")

    first = await end_deputyship(row.id, actor=boss, uow=uow)
    again = await end_deputyship(row.id, actor=boss, uow=uow)

    assert first == again
    assert await deputy_of(boss, uow=uow) is None
    assert uow.log.acts() == ["deputy_named", "deputy_ended"]
    assert uow.outbox.told_to("E08")[-1].template == "deputyship_ended"
    with pytest.raises(NoSuchThing):
        await end_deputyship(99, actor=boss, uow=uow)


async def test_a_deputy_who_has_left_since_stands_in_for_nobody() -> None:
    uow = await staffed()
    await away(uow, "E05", "E08")
    await uow.persons.put(replace(await who(uow, "E08"), left_on=date(2025, 3, 2)))

    assert await deputy_of(await who(uow, "E05"), uow=uow) is None


async def test_whose_own_right_it_is_too_is_asked_for_themself() -> None:
    uow = await staffed()
    await away(uow, "E05", "E08")
    boss, auditor = await who(uow, "E05"), await who(uow, "E08")

    asked = await asked_instead(Action.READ_PAYROLL, (boss, auditor), NOWHERE, uow=uow)

    assert asked == (auditor,)


async def test_each_sees_their_own_and_an_admin_those_of_the_site() -> None:
    uow = await staffed()
    await away(uow, "E05", "E08")

    seen = {
        number: len(await read_deputies(actor=await who(uow, number), uow=uow))
        for number in ("E05", "E08", "E07", "E09")
    }
    later(uow, days=2)

    assert seen == {"E05": 1, "E08": 1, "E07": 1, "E09": 0}
    assert await read_deputies(actor=await who(uow, "E05"), uow=uow) == ()


async def test_the_deputy_gets_the_approval_and_decides_it_for_who_is_away() -> None:
    uow = await put()
    await away(uow, "E05", "E08")
    uow.outbox.told.clear()

    await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E04"), uow=uow)
    told = {number for number, message in uow.outbox.told if message.template == "approval_asked"}
    acting = await acting_for(await who(uow, "E08"), await who(uow, "E05"), uow=uow)
    await approve_figures(1, await version(uow), 2, actor=acting, uow=uow)

    assert told == {"E08"}
    decision = uow.decisions.things[max(uow.decisions.things)]
    assert (decision.person_id, decision.for_id) == (acting.id, acting.absent.id)


async def test_who_is_named_or_reported_is_not_asked_in_anybodys_place() -> None:
    for deputy in ("E17", "E10", "E04"):
        uow = await confirmed()
        await away(uow, "E05", deputy)
        there = around_dossier(await open_dossier(1, uow=uow))

        asked = await asked_instead(Action.CONFIRM, (await who(uow, "E05"),), there, uow=uow)

        assert [one.employee_no for one in asked] == ["E05"], deputy


async def test_what_waits_for_who_is_away_waits_for_the_deputy_by_name() -> None:
    uow = await confirmed()
    await away(uow, "E05", "E08")

    waiting = await what_waits(await who(uow, "E08"), uow=uow)

    assert ("approve_figures", "赵刚") in {(one.kind, one.instead_of) for one in waiting}


async def test_nothing_of_a_case_waits_for_a_deputy_who_is_named_in_it() -> None:
    uow = await confirmed()
    await away(uow, "E05", "E17")

    waiting = await what_waits(await who(uow, "E17"), uow=uow)

    assert [one for one in waiting if one.instead_of] == []


async def test_who_is_away_gets_no_digest_but_their_deputy_does() -> None:
    uow = await confirmed()
    await away(uow, "E05", "E08")
    await keep_digests(uow)
    (timer,) = [
        one for one in uow.timers.by_key.values() if one.kind == "digest" and one.data["site"] == "suzhou"
    ]
    uow.now = timer.due_at

    await digest_rang(timer, uow)

    asked = {one.subject_id for one in uow.timers.by_key.values() if one.kind == "digest_for"}
    assert (await who(uow, "E05")).id not in asked
    assert (await who(uow, "E08")).id in asked


@pytest.mark.parametrize(("language", "signed"), [("zh-Hans", "钱进（代赵刚）"), ("en", "钱进 (for 赵刚)")])
async def test_the_notice_says_for_whom_a_deputy_approved(language: str, signed: str) -> None:
    uow = await confirmed()
    await uow.persons.put(replace(await who(uow, "E17"), language=language))
    acting = await acting_for(await who(uow, "E08"), await who(uow, "E05"), uow=uow)

    await approve_figures(1, await version(uow), 2, actor=acting, uow=uow)

    notice = last_told(uow, "E17", "notice_issued")
    assert signed in Renderer(uow.company).rendered(language, notice).html
