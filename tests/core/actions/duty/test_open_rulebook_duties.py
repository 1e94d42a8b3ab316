from dataclasses import replace
from datetime import timedelta

from core.actions.case.open_dossier import open_dossier
from core.actions.case.register_case import register_case
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.model.case import Stage
from core.model.duty import RULEBOOK_DEADLINE
from core.model.evidence import Holder
from core.model.money import Money
from core.model.notice import Notice
from core.model.roles import Role
from core.rules.case.open_gates import open_gates
from tests.core.rulebook.shipped import compiled
from tests.demanding import TEXT, at_work, given, open_rules, the_duty, under_demands
from tests.make import NOW, by_no
from tests.make_intake import draft_of, piece

ACCEPTED = {"told_sales", "improve", "verify", "count_money", "first_word"}


async def test_acceptance_opens_what_needs_no_fact_once_and_no_standing_task() -> None:
    uow = await under_demands()

    await open_rulebook_duties(1, uow=uow)

    assert await open_rules(uow) == ACCEPTED
    assert len(await uow.duties.where()) == len(ACCEPTED)
    assert uow.log.acts() == ["duties_opened"]


async def test_registration_opens_what_is_due_at_once() -> None:
    uow = await at_work()
    reporter = await by_no(uow, "E10")

    case = await register_case(await draft_of(uow, reporter), actor=reporter, uow=uow)

    assert await open_rules(uow) == {"told_sales", "first_word"}
    assert (await uow.cases.get(case.id)).events.keys() == {"received", "registered"}


async def test_a_case_without_rulebook_is_asked_nothing_but_its_moments_are_kept() -> None:
    uow = await under_demands()
    await uow.cases.put(replace(await uow.cases.get(1), rulebook="", edition="", stage=Stage.REGISTERED))
    before = await uow.duties.where()

    await open_rulebook_duties(1, uow=uow)

    assert await uow.duties.where() == before
    assert (await uow.cases.get(1)).events["accepted"] == NOW.isoformat()


async def test_a_fact_opens_a_duty_and_its_opposite_lets_it_fall_away_dated() -> None:
    uow = await under_demands()
    await given(uow, facts={"batch": True})
    opened = await the_duty(uow, "batch_report")
    uow.now += timedelta(hours=1)

    await given(uow, facts={"batch": False})
    fallen = await the_duty(uow, "batch_report")

    assert opened.is_open
    assert (fallen.done_at, fallen.has_fallen_away) == (uow.now, True)
    assert uow.log.acts()[-1] == "duties_fell_away"


async def test_a_duty_that_is_demanded_again_is_the_same_one() -> None:
    uow = await under_demands()
    for is_batch in (True, False, True):
        await given(uow, facts={"batch": is_batch})

    duty = await the_duty(uow, "batch_report")

    assert duty.is_open
    assert len(await uow.duties.where(rule="batch_report")) == 1


async def test_what_somebody_has_begun_never_falls_away() -> None:
    uow = await under_demands()
    await given(uow, facts={"batch": True, "scope": "wide"})
    report, scope = await the_duty(uow, "batch_report"), await the_duty(uow, "wide_scope")
    await uow.duties.put(replace(report, answers={"course": "漏水"}, version=2))
    await uow.evidence.add(piece(holder=Holder.DUTY, holder_id=scope.id))

    await given(uow, facts={"batch": False, "scope": "narrow"})

    assert {"batch_report", "wide_scope"} <= await open_rules(uow)


async def test_what_hangs_on_a_fact_that_is_missing_waits() -> None:
    uow = await under_demands()
    losses = ({"kind": "other", "amount": "100.00"},)

    await given(uow, losses=losses)
    assert "wide_scope" not in await open_rules(uow)
    await given(uow, facts={"scope": "wide"})
    assert "wide_scope" in await open_rules(uow)
    await given(uow, facts={})
    assert "wide_scope" in await open_rules(uow)
    await given(uow, facts={"scope": "narrow"})
    assert "wide_scope" not in await open_rules(uow)


async def test_a_case_that_cannot_be_read_keeps_its_duties() -> None:
    uow = await under_demands()
    await given(uow, facts={"scope": "wide"})

    await given(uow, facts={"scope": "nonsense"})

    assert await open_rules(uow) == ACCEPTED | {"wide_scope"}


async def test_an_event_opens_its_duty_with_the_deadline_and_a_later_time_moves_it() -> None:
    uow = await under_demands()
    await given(uow, events={"arrived": NOW.isoformat()})
    first = await the_duty(uow, "analyse")

    later = NOW + timedelta(hours=3)
    await given(uow, events={"arrived": later.isoformat()})
    moved = await the_duty(uow, "analyse")

    assert first.due_at == NOW + timedelta(hours=48)
    assert moved.due_at == later + timedelta(hours=48)
    assert await uow.duties.where(kind=RULEBOOK_DEADLINE, rule="analysis") == ()


async def test_a_clock_without_a_duty_is_a_row_of_its_own_but_a_right_to_appeal_is_nobodys_task() -> None:
    uow = await under_demands()

    clocks = await uow.duties.where(kind=RULEBOOK_DEADLINE)

    assert [(clock.rule, clock.due_at, clock.role) for clock in clocks] == [
        ("first_word", NOW + timedelta(hours=24), Role.SALES)
    ]


async def test_a_refusal_opens_its_own_duties_only() -> None:
    uow = await under_demands(stage=Stage.REFUSED, owner_id=None)

    assert await open_rules(uow) == {"told_sales", "after_refusal", "first_word"}


async def test_a_notice_opens_what_follows_from_it() -> None:
    uow = await under_demands()
    await uow.notices.add(
        Notice(
            number="TZ-2025-0001",
            case_id=1,
            version=1,
            person_id=3,
            amount=Money(100),
            content={},
            issued_at=NOW,
            appeal_until=None,
        )
    )

    await given(uow, stage=Stage.DECIDED)

    assert "post_result" in await open_rules(uow)
    assert {"decided", "noticed"} <= (await uow.cases.get(1)).events.keys()


async def test_another_rulebook_takes_untouched_duties_away() -> None:
    uow = await under_demands()

    await given(uow, rulebook="another")

    rows = await uow.duties.where(rule="improve")
    assert [row.has_fallen_away for row in rows] == [True, False]


async def test_owners_are_roles_and_an_office_nobody_settled_is_for_quality() -> None:
    uow = await under_demands()
    await given(uow, facts={"scope": "wide"})

    roles = {duty.rule: duty.role for duty in await uow.duties.where()}

    assert roles == {
        "told_sales": Role.SALES,
        "improve": Role.SUPERVISOR,
        "verify": Role.QUALITY,
        "count_money": Role.FINANCE,
        "first_word": Role.SALES,
        "wide_scope": Role.QUALITY,
    }


async def test_gates_are_what_keeps_the_case_open() -> None:
    uow = await under_demands()
    done = await the_duty(uow, "verify")
    await uow.duties.put(replace(done, done_at=NOW, done_by=2))

    gates = open_gates(await open_dossier(1, uow=uow))

    assert [gate.rule for gate in gates] == ["improve"]


async def test_a_rulebook_that_turns_out_not_to_apply_demands_nothing_once_that_is_settled() -> None:
    later = TEXT.replace('edition = "undated"', 'edition = "2026-01-01"\nin_force_from = 2026-01-01')
    uow = await under_demands(compiled(later))
    while_investigated = await open_rules(uow)

    await given(uow, stage=Stage.DECIDED)

    assert while_investigated == ACCEPTED - {"first_word"}
    assert await open_rules(uow) == set()


async def test_what_intake_said_stands_in_the_form_until_somebody_writes_in_it() -> None:
    uow = await under_demands(answers={"measure": "换密封"})
    first = await the_duty(uow, "improve")

    await given(uow, answers={"measure": "换密封并复检"})
    second = await the_duty(uow, "improve")
    await uow.duties.put(replace(second, answers={"measure": "停线"}, version=2))
    await given(uow, answers={"measure": "换密封"})

    assert (first.answers, second.answers) == ({"measure": "换密封"}, {"measure": "换密封并复检"})
    assert (await the_duty(uow, "improve")).answers == {"measure": "停线"}


async def test_what_stands_in_the_form_from_intake_keeps_nothing_open() -> None:
    uow = await under_demands(answers={"course": "试机漏水"}, facts={"batch": True})
    opened = await the_duty(uow, "batch_report")

    await given(uow, facts={"batch": False})

    assert opened.answers == {"course": "试机漏水"}
    assert (await the_duty(uow, "batch_report")).has_fallen_away
