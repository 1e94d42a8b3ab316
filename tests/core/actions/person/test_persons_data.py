"""One person's data: handed out to whom it may be, erased only when nothing stands against it any more."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from core.actions.person.export_person import export_person
from core.actions.person.forget_person import forget_person, keep_person
from core.actions.person.propose_forgetting import propose_forgetting
from core.actions.person.read_past import what_hinders
from core.errors import NotAllowed, NotThisPerson, SomebodyWasFirst
from core.model.case import Stage
from core.model.draft import Draft
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.money import Money
from core.model.notice import Appeal, AppealState
from core.model.party import Party, Statement
from core.payroll.batch import Batch, SealedWage
from core.payroll.wage_note import WageNote
from tests.core.ledger.make_postings import charged, rewarded
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no, case, staffed

LONG_AGO = date(2022, 12, 31)
LEFT = "E17"


async def gone(left_on: date | None = LONG_AGO, **case_changes: Any) -> FakeUnitOfWork:
    """张伟 (E17, id 3) left long ago; one closed case names them."""
    uow = await staffed()
    await uow.persons.put(replace(await by_no(uow, LEFT), left_on=left_on))
    await uow.cases.add(case(**{"stage": Stage.CLOSED, **case_changes}))
    party = Party(
        case_id=1,
        person_id=3,
        role="responsible",
        department="仓储部",
        reason="夜班",
        details={"month_wage": "5000.00", "restricted": True},
        hearing_due_at=NOW,
        named_by=2,
        named_at=NOW,
    )
    await uow.parties.add(party)
    await uow.statements.add(Statement(case_id=1, person_id=3, text="我没有看见", said_at=NOW))
    await uow.drafts.add(Draft(person_id=3, fields={"happened": "x"}, received_at=NOW, opened_at=NOW))
    return uow


async def reasons(uow: FakeUnitOfWork) -> list[str]:
    return [one.what for one in await what_hinders(await by_no(uow, LEFT), uow=uow)]


async def test_nobody_is_erased_who_is_still_employed() -> None:
    assert await reasons(await gone(None)) == ["employed"]
    assert await reasons(await gone(NOW.date())) == ["employed"]


async def test_data_is_kept_to_the_day_that_the_company_has_set() -> None:
    # today is 3 March 2025, and 730 days are to pass
    assert await reasons(await gone(NOW.date() - timedelta(days=729))) == ["kept"]
    assert await reasons(await gone(NOW.date() - timedelta(days=730))) == []


@pytest.mark.parametrize("stage", [Stage.INVESTIGATING, Stage.DECIDED])
async def test_a_case_that_is_not_over_stands_against_it(stage: Stage) -> None:
    uow = await gone(stage=stage)

    (found,) = await what_hinders(await by_no(uow, LEFT), uow=uow)

    assert (found.what, found.numbers) == ("running", ("250303",))


@pytest.mark.parametrize("state", [AppealState.OPEN, AppealState.LATE])
async def test_an_appeal_that_waits_stands_against_it(state: AppealState) -> None:
    uow = await gone()
    await uow.appeals.add(Appeal(notice_id=1, case_id=1, person_id=3, reason="x", made_at=NOW, state=state))

    assert await reasons(uow) == ["appeal"]


async def test_an_account_that_is_not_settled_stands_against_it() -> None:
    owing, owed = await gone(), await gone()
    await owing.ledger.book(charged(100, person_id=3, notice_id=1))
    await owed.ledger.book(rewarded(100, person_id=3))

    assert (await reasons(owing), await reasons(owed)) == (["owed"], ["owed"])


async def test_it_is_proposed_to_human_resources_and_admins_and_only_when_it_can_be_done() -> None:
    uow = await gone()
    told = await propose_forgetting(await by_no(uow, LEFT), actor=await by_no(uow, "E04"), uow=uow)

    assert [person.employee_no for person in told] == ["E07"]
    assert uow.outbox.told[-1][1].data["proposer"] == "吴琳"
    with pytest.raises(NotAllowed, match="person_kept") as refusal:
        await propose_forgetting(await by_no(uow, "E01"), actor=await by_no(uow, "E04"), uow=uow)
    assert refusal.value.data["name"] == "周敏"


async def test_names_and_own_words_go_and_the_id_stays() -> None:
    uow = await gone()
    boss = replace(await by_no(uow, "E01"), manager_no=LEFT, deputy_no=LEFT)
    await uow.persons.put(boss)
    await uow.appeals.add(
        Appeal(notice_id=1, case_id=1, person_id=3, reason="太多", made_at=NOW, state=AppealState.DECIDED)
    )
    for holder in (Holder.CASE, Holder.STATEMENT):
        await uow.evidence.add(piece(holder))
    await forget_person(3, actor=await by_no(uow, "E07"), uow=uow)

    person = await uow.persons.get(3)
    assert (person.name, person.employee_no, person.chat_id, person.left_on) == (
        "—",
        "gone-3",
        None,
        LONG_AGO,
    )
    assert (person.grants, person.department, person.manager_no) == ((), "", None)
    assert (await uow.statements.get(1)).text == ""
    assert (await uow.appeals.get(1)).reason == ""
    assert (await uow.drafts.get(1)).fields == {}
    party = await uow.parties.get(1)
    assert (party.person_id, party.reason, dict(party.details)) == (3, "", {"restricted": True})
    kept = [(one.text, one.name, one.chat_id) for one in await uow.evidence.where()]
    assert kept == [("话", "a.jpg", 0), ("", "", 0)]
    heirless = await by_no(uow, "E01")
    assert (heirless.manager_no, heirless.deputy_no) == (None, None)
    assert uow.traces.erased == [3]
    row = uow.log.rows[-1]
    assert (row.act, dict(row.words)) == ("person_forgotten", {})
    assert "张伟" not in str(row.facts)


def piece(holder: Holder) -> Evidence:
    return Evidence(
        holder=holder,
        holder_id=1,
        kind=Kind.PHOTO,
        storing=Storing.STORED,
        text="话",
        name="a.jpg",
        chat_id=1017,
        message_id=1,
        received_by=3,
        received_at=NOW,
    )


async def test_it_is_decided_by_human_resources_or_an_admin_once() -> None:
    uow = await gone()
    for employee_no in ("E05", "E08"):
        with pytest.raises(NotThisPerson, match="person_by_hr"):
            await forget_person(3, actor=await by_no(uow, employee_no), uow=uow)
    hr = await by_no(uow, "E07")
    await keep_person(3, actor=hr, uow=uow)
    assert (await uow.persons.get(3)).name == "张伟"
    await forget_person(3, actor=hr, uow=uow)

    assert [row.act for row in uow.log.rows] == ["forgetting_refused", "person_forgotten"]
    for act in (forget_person, keep_person):
        with pytest.raises(SomebodyWasFirst, match="person_forgotten"):
            await act(3, actor=hr, uow=uow)


async def test_data_is_handed_out_by_human_resources_or_to_oneself_with_wages_and_a_row_in_the_log() -> None:
    uow = await gone()
    await uow.batches.add(Batch(month="2025-02", file_sha256="f", prepared_at=NOW))
    sealed = uow.vault.seal(str(WageNote(Money(500000), None)))
    await uow.wages.add(SealedWage(batch_id=1, person_id=3, sealed=sealed, erase_on=NOW.date()))
    zhang = await by_no(uow, LEFT)

    for employee_no in ("E07", LEFT):
        wages = await export_person(zhang, actor=await by_no(uow, employee_no), uow=uow)
        assert wages == (("2025-02", WageNote(Money(500000), None)),)
    with pytest.raises(NotThisPerson, match="person_by_hr"):
        await export_person(zhang, actor=await by_no(uow, "E05"), uow=uow)
    assert [row.act for row in uow.log.rows] == ["person_exported", "wages_read"] * 2
