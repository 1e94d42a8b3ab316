from collections.abc import Awaitable, Callable
from contextlib import nullcontext as does_not_raise
from dataclasses import replace
from datetime import timedelta

import pytest

from core.actions.case.may_see_case import check_may_see
from core.actions.duty.add_duty_evidence import add_duty_evidence
from core.actions.duty.fill_duty import fill_duty, name_in_duty
from core.actions.duty.finish_duty import finish_duty, second_duty
from core.actions.duty.read_duty import read_duty
from core.actions.duty.undo_duty import undo_duty
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, Refusal, SomebodyWasFirst, WrongStage
from core.model.case import Stage
from core.model.duty import Duty
from core.model.evidence import Holder, Kind
from core.model.party import Party
from core.model.roles import Grant, Role
from core.rules.duty.duty_file import DutyFile
from core.rules.duty.duty_form import Ratio, ratio
from core.screens.duty_card import duty_card
from tests.demanding import given, the_duty, under_demands
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no, person
from tests.make_intake import piece
from tests.waiting import what_waits

FORM = (
    "course",
    "checked",
    "bad",
    "bad_rate",
    "weight",
    "cost",
    "stopped",
    "plan",
    "seen_at",
    "seen_by",
    "picture",
    "method",
)
Act = Callable[..., Awaitable[DutyFile]]


async def version(uow: FakeUnitOfWork, rule: str) -> int:
    return (await the_duty(uow, rule)).version


async def fill(uow: FakeUnitOfWork, rule: str, field: str, text: str, who: str = "E11") -> DutyFile:
    duty = await the_duty(uow, rule)
    place = FORM.index(field) if rule == "batch_report" else 0
    return await fill_duty(duty.id, duty.version, place, text, actor=await by_no(uow, who), uow=uow)


async def act(uow: FakeUnitOfWork, action: Act, rule: str, who: str) -> DutyFile:
    duty = await the_duty(uow, rule)
    return await action(duty.id, duty.version, actor=await by_no(uow, who), uow=uow)


async def undo(uow: FakeUnitOfWork, rule: str, who: str) -> DutyFile:
    return await undo_duty((await the_duty(uow, rule)).id, actor=await by_no(uow, who), uow=uow)


async def waiting(uow: FakeUnitOfWork, who: str) -> list[str]:
    return [one.duty.rule for one in await what_waits(await by_no(uow, who), uow=uow) if one.duty]


async def party(uow: FakeUnitOfWork, who: str) -> None:
    named = await by_no(uow, who)
    await uow.parties.add(
        Party(
            case_id=1,
            person_id=named.id,
            role="worker",
            department=named.department,
            hearing_due_at=NOW,
            named_by=2,
            named_at=NOW,
        )
    )


async def with_photo(uow: FakeUnitOfWork, rule: str, who: str, **changes: object) -> DutyFile:
    duty = await the_duty(uow, rule)
    shown = piece(kind=Kind.PHOTO, **changes)
    return await add_duty_evidence(shown, duty.id, actor=await by_no(uow, who), uow=uow)


async def test_each_duty_waits_for_the_cases_own_people_or_for_all_who_hold_the_role() -> None:
    uow = await under_demands()

    assert await waiting(uow, "E10") == ["first_word", "told_sales"]
    # the department responsible is not known yet, so its work is the investigator's
    assert await waiting(uow, "E11") == ["improve", "verify"]
    assert await waiting(uow, "E06") == await waiting(uow, "E16") == ["count_money"]
    assert await waiting(uow, "E12") == []


async def test_the_department_named_gets_its_work_but_not_whoever_is_named() -> None:
    uow = await under_demands()
    await uow.persons.add(person("E33", grants=(Grant(Role.SUPERVISOR, "suzhou", "仓储部"),)))
    await party(uow, "E17")
    assert await waiting(uow, "E03") == await waiting(uow, "E33") == ["improve"]

    await party(uow, "E03")

    assert await waiting(uow, "E03") == []
    assert await waiting(uow, "E33") == ["improve"]


async def test_a_party_does_it_where_nobody_else_holds_the_office() -> None:
    uow = await under_demands()
    await party(uow, "E03")

    assert await waiting(uow, "E03") == ["improve"]


async def test_a_deputy_may_do_it_and_a_leaver_may_not() -> None:
    uow = await under_demands()
    await uow.persons.put(replace(await by_no(uow, "E06"), deputy_no="E09"))
    assert await waiting(uow, "E09") == ["count_money"]

    await uow.persons.put(
        replace(await by_no(uow, "E06"), deputy_no="E09", left_on=NOW.date().replace(day=1))
    )

    assert await waiting(uow, "E06") == []
    assert await waiting(uow, "E16") == ["count_money"]


async def test_what_is_for_the_people_concerned_is_for_whoever_is_named_else_for_quality() -> None:
    uow = await under_demands()
    await uow.duties.put(replace(await the_duty(uow, "improve"), role=Role.EMPLOYEE))
    assert "improve" in await waiting(uow, "E11")

    await party(uow, "E17")

    assert await waiting(uow, "E17") == ["improve"]
    assert "improve" not in await waiting(uow, "E11")
    card = duty_card(
        await read_duty((await the_duty(uow, "improve")).id, actor=await by_no(uow, "E17"), uow=uow),
        await by_no(uow, "E17"),
    )
    assert card.data["names"] == ()


async def test_what_is_for_employees_without_a_case_is_for_everybody_at_the_site() -> None:
    uow = await under_demands()
    await uow.duties.put(replace(await the_duty(uow, "improve"), role=Role.EMPLOYEE, case_id=None))

    assert await waiting(uow, "E17") == await waiting(uow, "E01") == ["improve"]


async def test_a_clock_is_done_by_saying_so_and_shows_whether_in_time() -> None:
    uow = await under_demands()
    uow.now += timedelta(hours=25)

    done = await act(uow, finish_duty, "first_word", "E10")

    assert (done.duty.done_by, done.rule.fields) == (1, {})
    assert duty_card(done, await by_no(uow, "E10")).data["is_late"] is True


async def test_without_any_holder_the_admin_gets_it() -> None:
    uow = await under_demands()
    for number in ("E06", "E16"):
        await uow.persons.put(replace(await by_no(uow, number), grants=()))

    assert await waiting(uow, "E07") == ["count_money"]


async def test_whose_duty_it_is_may_open_the_case_and_others_may_not() -> None:
    uow = await under_demands()
    case = await uow.cases.get(1)
    hr, clerk = await by_no(uow, "E07"), await by_no(uow, "E01")
    with pytest.raises(NoSuchThing):
        await check_may_see(case, actor=hr, uow=uow)

    await uow.duties.put(replace(await the_duty(uow, "count_money"), role=Role.HR))

    await check_may_see(case, actor=hr, uow=uow)
    with pytest.raises(NoSuchThing):
        await check_may_see(case, actor=clerk, uow=uow)


async def test_a_form_is_filled_field_by_field_and_ratios_are_computed() -> None:
    uow = await under_demands()
    await given(uow, facts={"batch": True})
    answers = {
        "course": "轴封漏水",
        "checked": "200",
        "bad": "7",
        "weight": "1.25",
        "cost": "1.2万",
        "stopped": "是",
        "plan": "2025-04-01",
        "seen_at": "8:05",
        "method": "1",
    }
    for field, text in answers.items():
        file = await fill(uow, "batch_report", field, text)
    duty = await the_duty(uow, "batch_report")
    actor = await by_no(uow, "E11")
    await name_in_duty(duty.id, duty.version, FORM.index("seen_by"), 3, actor=actor, uow=uow)
    shown = piece(kind=Kind.PHOTO)
    for _ in range(2):
        file = await add_duty_evidence(shown, duty.id, actor=actor, uow=uow, place=FORM.index("picture"))

    assert file.duty.answers == {
        "course": "轴封漏水",
        "checked": 200,
        "bad": 7,
        "weight": "1.25",
        "cost": "12000.00",
        "stopped": True,
        "plan": "2025-04-01",
        "seen_at": "2025-03-03T08:05:00+08:00",
        "method": "some",
        "seen_by": 3,
        "picture": [1, 2],
    }
    assert ratio(file.rule.fields["bad_rate"], file.duty.answers) == Ratio(35_000)
    done = await act(uow, finish_duty, "batch_report", "E11")
    assert (done.duty.done_by, done.duty.done_at) == (2, uow.now)


async def test_nothing_to_divide_by_is_not_applicable() -> None:
    uow = await under_demands()
    await given(uow, facts={"batch": True})
    file = await fill(uow, "batch_report", "bad", "0")
    assert ratio(file.rule.fields["bad_rate"], file.duty.answers) is None

    file = await fill(uow, "batch_report", "checked", "0")

    assert ratio(file.rule.fields["bad_rate"], file.duty.answers) == Ratio(None)


async def test_an_answer_of_the_wrong_kind_names_the_field_and_what_is_allowed() -> None:
    uow = await under_demands()
    await given(uow, facts={"batch": True})
    wrong = {
        "checked": "seven",
        "weight": "1,5",
        "stopped": "perhaps",
        "method": "2",
        "seen_by": "张伟",
        "picture": "x",
        "course": "x" * 2001,
    }
    for field, text in wrong.items():
        with pytest.raises(NotAllowed) as refused:
            await fill(uow, "batch_report", field, text)
        assert refused.value.what == "form_answer_unfit", field
        assert refused.value.data["label"] is not None


async def test_what_is_computed_or_not_there_cannot_be_filled() -> None:
    uow = await under_demands()
    await given(uow, facts={"batch": True})
    duty, actor = await the_duty(uow, "batch_report"), await by_no(uow, "E11")

    with pytest.raises(NoSuchThing):
        await fill(uow, "batch_report", "bad_rate", "5")
    with pytest.raises(NoSuchThing):
        await fill_duty(duty.id, 1, 99, "5", actor=actor, uow=uow)
    for place, person_id in ((FORM.index("seen_by"), 99), (0, 3)):
        with pytest.raises(NoSuchThing):
            await name_in_duty(duty.id, 1, place, person_id, actor=actor, uow=uow)


async def test_an_empty_answer_clears_the_field_and_the_same_answer_changes_nothing() -> None:
    uow = await under_demands()
    await fill(uow, "improve", "measure", "换密封")
    again = await fill(uow, "improve", "measure", "换密封")

    cleared = await fill(uow, "improve", "measure", "")

    assert (again.duty.version, cleared.duty.version) == (2, 3)
    assert cleared.duty.answers == {}


async def test_an_answer_on_an_older_state_is_refused() -> None:
    uow = await under_demands()
    duty, actor = await the_duty(uow, "improve"), await by_no(uow, "E11")
    await fill(uow, "improve", "measure", "换密封")

    with pytest.raises(SomebodyWasFirst):
        await fill_duty(duty.id, duty.version, 0, "另一个", actor=actor, uow=uow)
    with pytest.raises(SomebodyWasFirst):
        await finish_duty(duty.id, duty.version, actor=actor, uow=uow)


async def test_done_is_refused_with_every_field_that_is_missing() -> None:
    uow = await under_demands()
    await given(uow, facts={"batch": True})

    with pytest.raises(NotAllowed) as refused:
        await act(uow, finish_duty, "batch_report", "E11")

    missing = refused.value.data["missing"]
    assert isinstance(missing, tuple)
    assert [label.en for label in missing] == [
        "What happened", "Checked", "Defective", "Cost", "Line stopped", "Planned for", "Seen at", "Seen by",
        "Photo", "Method",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "kind", "mime", "is_enough"),
    [
        ("told_sales", Kind.TEXT, "", True),
        ("verify", Kind.TEXT, "", False),
        ("verify", Kind.DOCUMENT, "image/png", True),
        ("verify", Kind.VIDEO, "", True),
        ("wide_scope", Kind.DOCUMENT, "", True),
        ("wide_scope", Kind.TEXT, "", False),
    ],
)
async def test_evidence_must_be_of_the_kind_that_the_clause_asks_for(
    rule: str, kind: Kind, mime: str, *, is_enough: bool
) -> None:
    uow = await under_demands()
    await given(uow, facts={"scope": "wide"})
    await fill(uow, "improve", "measure", "换密封", "E12")
    await act(uow, finish_duty, "improve", "E12")
    duty, actor = await the_duty(uow, rule), await by_no(uow, "E10" if rule == "told_sales" else "E11")
    await add_duty_evidence(piece(kind=kind, mime=mime), duty.id, actor=actor, uow=uow)

    expected = does_not_raise() if is_enough else pytest.raises(NotAllowed, match="duty_incomplete")
    with expected:
        await finish_duty(duty.id, duty.version, actor=actor, uow=uow)

    assert len(await uow.evidence.where(holder=Holder.DUTY, holder_id=duty.id)) == 1


async def test_words_are_no_photo() -> None:
    uow = await under_demands()
    await given(uow, facts={"batch": True})
    duty = await the_duty(uow, "batch_report")

    with pytest.raises(NotAllowed):
        await add_duty_evidence(
            piece(), duty.id, actor=await by_no(uow, "E11"), uow=uow, place=FORM.index("picture")
        )


async def test_what_comes_after_waits_and_is_another_persons() -> None:
    uow = await under_demands()
    await with_photo(uow, "verify", "E12")
    with pytest.raises(NotAllowed) as first:
        await act(uow, finish_duty, "verify", "E12")
    await fill(uow, "improve", "measure", "换密封")
    await act(uow, finish_duty, "improve", "E11")

    with pytest.raises(NotThisPerson):
        await act(uow, finish_duty, "verify", "E11")
    assert "verify" not in await waiting(uow, "E11")
    assert "verify" in await waiting(uow, "E12")
    done = await act(uow, finish_duty, "verify", "E12")

    assert first.value.what == "duty_comes_after"
    assert not done.duty.is_open


async def test_two_persons_must_agree_and_a_double_tap_is_harmless() -> None:
    uow = await under_demands()
    await fill(uow, "count_money", "sum", "100", "E06")
    with pytest.raises(WrongStage):
        await act(uow, second_duty, "count_money", "E16")

    first = await act(uow, finish_duty, "count_money", "E06")
    again = await act(uow, finish_duty, "count_money", "E06")
    assert first.waits_for_second()
    assert again.duty == first.duty
    assert (await waiting(uow, "E06"), await waiting(uow, "E16")) == ([], ["count_money"])
    with pytest.raises(NotThisPerson):
        await act(uow, second_duty, "count_money", "E06")
    done = await act(uow, second_duty, "count_money", "E16")
    twice = await act(uow, second_duty, "count_money", "E16")

    assert done.duty == twice.duty
    assert done.duty.doers() == {(await by_no(uow, "E06")).id, (await by_no(uow, "E16")).id}
    assert uow.log.acts()[-2:] == ["duty_finished", "duty_seconded"]


async def test_whoever_comes_second_to_a_finished_duty_is_told_who_did_it() -> None:
    uow = await under_demands()
    await fill(uow, "count_money", "sum", "100", "E06")
    await act(uow, finish_duty, "count_money", "E06")
    for late in (fill(uow, "count_money", "sum", "200", "E16"), act(uow, finish_duty, "count_money", "E16")):
        with pytest.raises(SomebodyWasFirst) as refused:
            await late
        assert refused.value.data["name"] == "何静"
    await act(uow, second_duty, "count_money", "E16")
    await uow.persons.add(person("E18", grants=(Grant(Role.FINANCE, "suzhou"),)))

    with pytest.raises(SomebodyWasFirst):
        await act(uow, second_duty, "count_money", "E18")


async def test_only_its_doer_takes_it_back_and_only_while_nothing_builds_on_it() -> None:
    uow = await under_demands()
    await fill(uow, "improve", "measure", "换密封")
    open_still = await undo(uow, "improve", "E11")
    assert open_still.duty.version == 2
    await act(uow, finish_duty, "improve", "E11")
    with pytest.raises(NotThisPerson):
        await undo(uow, "improve", "E12")
    await with_photo(uow, "verify", "E12")
    await act(uow, finish_duty, "verify", "E12")
    with pytest.raises(NotAllowed):
        await undo(uow, "improve", "E11")
    await undo(uow, "verify", "E12")

    reopened = await undo(uow, "improve", "E11")

    assert reopened.duty.is_open
    assert reopened.duty.answers == {"measure": "换密封"}


async def test_a_duty_that_fell_away_takes_nothing_more() -> None:
    uow = await under_demands()
    await fill(uow, "improve", "measure", "换密封")
    await act(uow, finish_duty, "improve", "E11")
    await given(uow, facts={"scope": "wide"})
    await given(uow, facts={"scope": "narrow"})

    with pytest.raises(WrongStage):
        await fill(uow, "wide_scope", "x", "y")


async def test_in_a_closed_case_what_is_done_stays_done() -> None:
    uow = await under_demands()
    await fill(uow, "improve", "measure", "换密封")
    await act(uow, finish_duty, "improve", "E11")
    await uow.cases.put(replace(await uow.cases.get(1), stage=Stage.CLOSED))

    with pytest.raises(WrongStage):
        await undo(uow, "improve", "E11")


async def test_what_is_open_when_its_case_is_closed_is_done_all_the_same() -> None:
    uow = await under_demands()
    await uow.cases.put(replace(await uow.cases.get(1), stage=Stage.CLOSED))

    await fill(uow, "improve", "measure", "换密封")
    await act(uow, finish_duty, "improve", "E11")

    assert not (await the_duty(uow, "improve")).is_open


async def test_nobody_else_reads_or_fills_it() -> None:
    uow = await under_demands()
    duty = await the_duty(uow, "count_money")
    clerk, owner = await by_no(uow, "E01"), await by_no(uow, "E11")

    with pytest.raises(NotThisPerson) as refused:
        await read_duty(duty.id, actor=clerk, uow=uow)
    assert refused.value.data["names"] == ("何静", "E16")
    assert (await read_duty(duty.id, actor=owner, uow=uow)).duty == duty
    for trying in (finish_duty, second_duty):
        with pytest.raises(NotThisPerson):
            await act(uow, trying, "count_money", "E11")


@pytest.mark.parametrize(
    "made", [None, {"kind": "approve_figures"}, {"rule": "gone", "kind": "rulebook_duty"}]
)
async def test_what_no_rulebook_demands_cannot_be_opened(made: dict[str, str] | None) -> None:
    uow = await under_demands()
    known = await the_duty(uow, "improve")
    duty_id = 99
    if made:
        fields = {"kind": "x", "owner_id": 2, "opened_at": NOW, "data": known.data} | made
        duty_id = (await uow.duties.add(Duty(**fields))).id  # type: ignore[arg-type]

    with pytest.raises(Refusal) as refused:
        await read_duty(duty_id, actor=await by_no(uow, "E11"), uow=uow)
    assert refused.value.what == "duty_unknown"
