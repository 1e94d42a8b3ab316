from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from msgspec import structs

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.assess_case import assess_case
from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.figures.put_figures import put_figures
from core.actions.investigation.name_party import name_party
from core.actions.investigation.set_fact import set_fact
from core.actions.notice.acknowledge_notice import acknowledge_notice
from core.actions.notice.deliver_on_paper import deliver_on_paper
from core.actions.notice.hand_over_paper import hand_over_paper
from core.actions.notice.view_notice import view_notice
from core.errors import NotThisPerson
from core.model.assessment import Line, PersonResult, Schedule
from core.model.money import Money
from core.model.notice import Notice
from core.model.pay_law import FinesWithoutLoss, MinimumWage
from core.rulebook.compiled import Guard
from core.rules.notice.notice_content import charged_amount, fined_amount, notice_content
from tests.fakes import FakeUnitOfWork
from tests.liability import complete, last_told, later, named, unlinked, verbs, version, who, with_wage
from tests.make import NOW

SETTLED = {
    "contract_clause": "第十二条",
    "rule_published_on": date(2025, 1, 1),
    "minimum_wages": (MinimumWage("suzhou", date.min, Money.of("2490.00")),),
}


async def decided(uow: FakeUnitOfWork) -> None:
    await put_figures(1, actor=await who(uow, "E11"), uow=uow)
    await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E04"), uow=uow)
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)


async def notice_of(uow: FakeUnitOfWork, employee_no: str) -> Notice:
    notice = await uow.notices.one(person_id=(await who(uow, employee_no)).id)
    assert notice is not None
    return notice


async def test_each_person_who_pays_gets_one_notice_with_a_number_of_the_year() -> None:
    uow = await complete()
    await decided(uow)

    notices = await uow.notices.where(case_id=1)
    assert [(one.number, str(one.amount)) for one in notices] == [
        ("TZ-2025-0001", "876.00"),
        ("TZ-2025-0002", "146.00"),
        ("TZ-2025-0003", "146.00"),
    ]


async def test_a_notice_names_clause_arithmetic_who_decided_and_how_to_appeal() -> None:
    uow = await complete(**SETTLED)
    await with_wage(uow, "E17", "3000")
    await decided(uow)

    notice = await notice_of(uow, "E17")
    content = notice.content
    assert content["clauses"] == ["5.1"]
    assert (content["decided_by"], content["approved_by"]) == ("陈洁", ["赵刚"])
    assert (content["contract_clause"], content["is_proposed"]) == ("第十二条", False)
    assert content["months"] == {"each": "510.00", "full": 1, "rest": "366.00"}
    assert notice.appeal_until == datetime(2025, 3, 10, 16, 0, tzinfo=UTC)
    told = last_told(uow, "E17", "notice_issued")
    assert verbs(told) == ["ack", "appeal", "why", "notice_pdf", "ask_owner"]
    assert told.data["appeal_day"] == date(2025, 3, 10)


async def test_without_a_wage_no_month_is_named() -> None:
    uow = await complete(**SETTLED)
    await decided(uow)

    assert (await notice_of(uow, "E17")).content["months"] == {}


async def test_without_a_contract_clause_the_notice_is_only_proposed() -> None:
    uow = await complete(rule_published_on=date(2025, 1, 1))
    await decided(uow)

    assert (await notice_of(uow, "E17")).content["is_proposed"] is True


async def test_a_fine_is_not_part_of_what_is_charged() -> None:
    uow = await complete()
    owner = await who(uow, "E11")
    await set_fact(1, "concealed", "yes", actor=owner, uow=uow)
    await name_party(1, (await who(uow, "E06")).id, "concealer", actor=owner, uow=uow)
    await put_figures(1, actor=owner, uow=uow)
    await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E04"), uow=uow)
    await confirm_responsibility(1, await version(uow), 1, actor=await who(uow, "E05"), uow=uow)
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)

    assert await uow.notices.where(person_id=(await who(uow, "E06")).id) == ()
    assert last_told(uow, "E06", "party_released")


async def test_an_open_amount_charges_nothing() -> None:
    uow = await named()
    assessment = assess_case(await open_dossier(1, uow=uow), uow=uow).assessment
    assert assessment is not None

    assert charged_amount(assessment.people[0]) == Money(0)


async def test_open_and_other_lines_are_no_fine() -> None:
    lines = (
        Line("1", "fine", None, None, None, ()),
        Line("2", "fine", Money(3000), None, None, ()),
        Line("3", "compensation", Money(100), None, None, ()),
    )
    result = PersonResult(
        id="1", role="x", amount=Money(3100), amount_min=None, amount_max=None, reward=None, points=0,
        sanctions=(), lines=lines,
    )  # fmt: skip

    assert (fined_amount(result), charged_amount(result)) == (Money(3000), Money(100))


async def test_the_first_press_is_seeing_and_receiving_is_dated_once() -> None:
    uow = await complete()
    await decided(uow)
    notice, person = await notice_of(uow, "E17"), await who(uow, "E17")
    assert (notice.seen_at, notice.acknowledged_at) == (None, None)

    await acknowledge_notice(notice.id, actor=person, uow=uow)
    later(uow, hours=1)
    again = await acknowledge_notice(notice.id, actor=person, uow=uow)

    assert (again.seen_at, again.acknowledged_at) == (NOW, NOW)
    assert [act for act in uow.log.acts() if act.startswith("notice_")][-2:] == [
        "notice_seen",
        "notice_acknowledged",
    ]
    assert verbs(await view_notice(again, uow=uow)) == ["appeal", "why", "notice_pdf", "ask_owner"]


@pytest.mark.parametrize("stranger", ["E03", "E05", "E11"])
async def test_nobody_else_presses_on_a_notice(stranger: str) -> None:
    uow = await complete()
    await decided(uow)

    with pytest.raises(NotThisPerson, match="notice_of_another"):
        await acknowledge_notice((await notice_of(uow, "E17")).id, actor=await who(uow, stranger), uow=uow)


async def test_who_has_no_chat_gets_it_on_paper_and_the_limit_starts_with_the_handing_over() -> None:
    uow = await complete()
    await unlinked(uow, "E01")
    await decided(uow)
    (duty,) = await uow.duties.where(kind="hand_over_notice")
    assert duty.owner_id == (await who(uow, "E04")).id
    assert (await notice_of(uow, "E01")).appeal_until is None
    assert last_told(uow, "E04", "paper_asked").data["text"] == "zh-Hans:notice_issued"

    later(uow, days=2)
    await hand_over_paper(duty.id, actor=await who(uow, "E04"), uow=uow)

    assert (await notice_of(uow, "E01")).appeal_until == datetime(2025, 3, 12, 16, 0, tzinfo=UTC)


async def test_a_notice_that_telegram_did_not_take_goes_on_paper() -> None:
    uow = await complete()
    await decided(uow)
    notice, person = await notice_of(uow, "E17"), await who(uow, "E17")
    await uow.persons.put(replace(person, is_reachable=False))

    await deliver_on_paper(notice.id, uow=uow)

    assert (await notice_of(uow, "E17")).appeal_until is None
    (duty,) = await uow.duties.where(kind="hand_over_notice")
    assert duty.data["notice_id"] == notice.id


async def test_a_notice_that_was_delivered_stays_in_chat() -> None:
    uow = await complete()
    await decided(uow)
    notice = await notice_of(uow, "E17")
    await uow.notices.put(replace(notice, delivered_at=NOW))

    await deliver_on_paper(notice.id, uow=uow)

    assert await uow.duties.where(kind="hand_over_notice") == ()


async def test_the_notice_keeps_the_legal_limit_and_what_it_overrides_in_words() -> None:
    uow = await complete(**SETTLED)
    await decided(uow)

    content = (await notice_of(uow, "E17")).content
    limit, overridden = content["limit"], content["overridden"]
    assert isinstance(limit, dict)
    assert isinstance(overridden, dict)
    assert (limit["share"], limit["clause"], limit["minimum"]) == (200_000, "16", "2490.00")
    assert "法定上限" in overridden["Note"]["zh-Hans"]


async def test_a_region_whose_wage_nobody_recorded_is_named_without_an_amount() -> None:
    uow = await complete()
    await decided(uow)

    assert (await notice_of(uow, "E17")).content["limit"]["minimum"] == ""  # type: ignore[index]


@pytest.mark.parametrize(
    ("fines", "amounts"),
    [
        ({}, []),
        ({"suzhou": FinesWithoutLoss(False, "当地不允许")}, []),
        ({"suzhou": FinesWithoutLoss(True, "已向主管部门确认")}, ["300.00"]),
    ],
)
async def test_a_fine_is_charged_only_where_the_company_settled_that_the_region_allows_it(
    fines: dict[str, FinesWithoutLoss], amounts: list[str]
) -> None:
    uow = await complete(**SETTLED, fines_without_loss=fines)
    owner, fined = await who(uow, "E11"), await who(uow, "E06")
    await set_fact(1, "concealed", "yes", actor=owner, uow=uow)
    await name_party(1, fined.id, "concealer", actor=owner, uow=uow)
    await put_figures(1, actor=owner, uow=uow)
    await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E04"), uow=uow)
    await confirm_responsibility(1, await version(uow), 1, actor=await who(uow, "E05"), uow=uow)
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)

    assert [str(one.amount) for one in await uow.notices.where(person_id=fined.id)] == amounts
    assert [str(one.amount) for one in await uow.ledger.owed(fined.id)] == amounts


@pytest.mark.parametrize(("is_allowed", "full", "rest"), [(True, 1, "396.00"), (False, 1, "366.00")])
async def test_months_are_counted_over_what_is_charged(is_allowed: bool, full: int, rest: str) -> None:
    rule = FinesWithoutLoss(is_allowed, "已确认")
    uow = await complete(**SETTLED, fines_without_loss={"suzhou": rule})
    await with_wage(uow, "E17", "3000")
    dossier = await open_dossier(1, uow=uow)
    assessed = assess_case(dossier, uow=uow).assessment
    assert assessed is not None
    fined = structs.replace(
        assessed.people[0],
        amount=Money(90600),
        lines=(*assessed.people[0].lines, Line("9.1", "fine", Money(3000), None, None, ())),
    )
    figures = structs.replace(
        assessed,
        people=(fined, *assessed.people[1:]),
        withholding=(Schedule(fined.id, Money(51000), 1, Money(39600)),),
    )

    content = notice_content(fined, dossier, figures, assess_guard(uow))

    assert content["months"] == {"each": "510.00", "full": full, "rest": rest}
    assert content["fines"] == {"is_allowed": is_allowed, "reason": "已确认", "since": ""}
    lines = content["lines"]
    assert isinstance(lines, list)
    assert len(lines) == (2 if is_allowed else 1)


def assess_guard(uow: FakeUnitOfWork) -> Guard:
    return uow.rulebooks.on("logistics-liability", date(2025, 3, 3)).guard
