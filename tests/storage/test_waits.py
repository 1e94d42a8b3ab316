"""Duties and cases in brief, as they are read out of the tables."""

from dataclasses import replace
from datetime import timedelta

from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from core.model.brief import BriefAppeal, BriefCase, BriefDuty, BriefParty, PartTakers
from core.model.case import Stage
from core.model.decision import Act, Decision
from core.model.duty import RULEBOOK_DUTY, Duty
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.figures import Figures
from core.model.money import ZERO
from core.model.notice import Appeal, AppealState, Notice
from core.model.party import Party
from core.model.roles import Role
from tests.make import NOW, case, person

DUTY = Duty(
    case_id=1,
    kind=RULEBOOK_DUTY,
    owner_id=None,
    data={"not_by": ["analyse"]},
    opened_at=NOW,
    due_at=NOW + timedelta(hours=2),
    role=Role.QUALITY,
    site="suzhou",
)
APPEAL = Appeal(notice_id=1, case_id=1, person_id=7, reason="r", made_at=NOW)
ROUTES = [
    {"by": "customer", "to": "sales"},
    {"by": "employee", "to": "audit"},
    {"by": "employee", "to": "hr"},
]


async def filled(uow: SqlUnitOfWork) -> None:
    await uow.cases.add(case(owner_id=4, reporter_id=5, first_reply_due_at=NOW))
    await uow.cases.add(case(number="250304", stage=Stage.CLOSED))
    for person_id in (7, 8):
        await uow.parties.add(
            Party(
                case_id=1,
                person_id=person_id,
                role="r",
                department="d",
                hearing_due_at=NOW,
                named_by=1,
                named_at=NOW,
            )
        )
    await uow.duties.add(DUTY)
    await uow.duties.add(replace(DUTY, done_at=NOW))
    await uow.duties.add(replace(DUTY, case_id=None, data={}, role=Role.FINANCE, finished_by=3))


async def test_open_duties_come_with_who_leads_reported_and_is_named(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await filled(uow)

        both = await uow.waits.duties(kind=(RULEBOOK_DUTY, "other"))
        (of_quality,) = await uow.waits.duties(kind=RULEBOOK_DUTY, role=(Role.QUALITY, Role.SALES))

    assert both == (
        BriefDuty(1, RULEBOOK_DUTY, 1, "suzhou", Role.QUALITY, DUTY.due_at, None, '["analyse"]', 4, 5),
        BriefDuty(3, RULEBOOK_DUTY, None, "suzhou", Role.FINANCE, DUTY.due_at, 3, None, None, None),
    )
    assert of_quality.apart_from() == ("analyse",)
    assert both[1].apart_from() == ()


async def test_cases_come_with_when_their_first_reply_is_due(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await filled(uow)

        living = await uow.waits.cases(replied_at=None, stage=(Stage.REGISTERED, Stage.DECIDED))

    assert living == (BriefCase(1, NOW),)


async def test_the_ids_of_cases_in_some_stages_come_in_order(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await filled(uow)
        await uow.cases.add(case(number="250305", stage=Stage.DECIDED))

        assert await uow.waits.case_ids((Stage.DECIDED, Stage.CLOSED)) == (2, 3)
        assert await uow.waits.case_ids((Stage.APPROVING,)) == ()


async def appealed(uow: SqlUnitOfWork) -> None:
    await filled(uow)
    await uow.notices.add(
        Notice(number="TZ-1", case_id=1, version=2, person_id=7, amount=ZERO, issued_at=NOW)
    )
    for version, routes in ((1, []), (2, ROUTES)):
        await uow.figures.add(
            Figures(
                case_id=1,
                version=version,
                request={},
                answer={"appeals": routes},
                sha256="",
                put_by=4,
                put_at=NOW,
            )
        )
    await uow.decisions.add(
        Decision(case_id=1, version=2, act=Act.APPROVED, desk="d", person_id=9, decided_at=NOW)
    )


async def test_appeals_come_with_who_had_a_part_in_the_case_and_which_office_hears_them(
    units: UnitsOfWork,
) -> None:
    async with units.open(NOW) as uow:
        await appealed(uow)
        await uow.appeals.add(APPEAL)
        await uow.appeals.add(replace(APPEAL, notice_id=2, state=AppealState.DECIDED))

        unheard = await uow.waits.appeals_unheard(("suzhou",))

        assert unheard == (BriefAppeal(1, 1, None, "audit", "suzhou", "logistics-liability", 4, 5),)
        assert await uow.waits.part_takers((1, 2)) == {1: PartTakers("7,8", "1,1", "9"), 2: PartTakers()}
        assert await uow.waits.appeals_unheard(("wuxi",)) == ()
        assert await uow.waits.appeals_of(4) == ()


async def test_an_appeal_in_hand_waits_for_who_hears_it_and_for_who_leads_its_case(
    units: UnitsOfWork,
) -> None:
    async with units.open(NOW) as uow:
        await appealed(uow)
        await uow.appeals.add(replace(APPEAL, hearer_id=6, answers_due_at=NOW))
        before = await uow.waits.appeals_of(4)
        await uow.evidence.add(
            Evidence(
                holder=Holder.APPEAL,
                holder_id=1,
                kind=Kind.TEXT,
                storing=Storing.NO_FILE,
                chat_id=1,
                message_id=1,
                received_by=4,
                received_at=NOW,
            )
        )

        assert await uow.waits.appeals_unheard(("suzhou",)) == ()
        assert [(one.due_at, one.is_answered) for one in before] == [(NOW, False)]
        assert [one.is_answered for one in await uow.waits.appeals_of(6)] == [True]
        assert await uow.waits.appeals_of(7) == ()


async def test_the_cases_of_a_person_are_told_by_their_ids(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await appealed(uow)
        mine = Decision(case_id=2, version=1, act=Act.APPROVED, desk="d", person_id=9, decided_at=NOW)
        await uow.decisions.add(replace(mine, for_id=3))

        assert await uow.waits.named_in(7) == {1}
        assert await uow.waits.named_in(9) == frozenset()
        assert await uow.waits.decided_in(9, but_for=3) == {1}
        assert await uow.waits.decided_in(9, but_for=4) == {1, 2}


async def test_everybody_named_comes_with_their_department_and_whether_they_may_pay(
    units: UnitsOfWork,
) -> None:
    async with units.open(NOW) as uow:
        await filled(uow)
        party = await uow.parties.get(2)
        await uow.parties.put(replace(party, details={"restricted": True}))

        assert await uow.waits.parties((1, 99)) == (BriefParty(1, 7, "d", True), BriefParty(1, 8, "d", False))


async def test_of_some_people_it_is_told_in_which_of_some_cases_they_are_named(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await filled(uow)
        await uow.parties.add(replace(await uow.parties.get(1), case_id=2))

        assert await uow.waits.named((1, 99), (7, 9)) == ((1, 7),)


async def test_who_had_a_hand_in_what_is_said_by_case_or_of_the_calendar(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await filled(uow)
        await uow.duties.add(replace(DUTY, rule="analyse", finished_by=7, done_by=8, done_at=NOW))
        await uow.duties.add(replace(DUTY, rule="analyse", case_id=None, finished_by=9))

        assert await uow.waits.doers((1,), ("analyse", "x")) == (
            (1, "suzhou", "analyse", 7),
            (1, "suzhou", "analyse", 8),
        )
        assert await uow.waits.doers(None, ("analyse",)) == ((None, "suzhou", "analyse", 9),)


async def test_a_duty_of_employees_is_unattended_where_nobody_concerned_stays(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await filled(uow)
        stays = await uow.persons.add(person("E70"))
        duty = await uow.duties.add(replace(DUTY, role=Role.EMPLOYEE))
        await uow.duties.add(replace(DUTY, role=Role.EMPLOYEE, case_id=None))

        async def found() -> list[int]:
            return [one.id for one in await uow.waits.unattended(kind=RULEBOOK_DUTY, site="suzhou")]

        assert await found() == [duty.id]
        party = await uow.parties.put(replace(await uow.parties.get(1), person_id=stays.id))
        assert await found() == []
        await uow.parties.put(replace(party, details={"restricted": True}))
        assert await found() == [duty.id]
        await uow.parties.put(party)
        await uow.persons.put(replace(stays, left_on=NOW.date()))
        assert await found() == [duty.id]
