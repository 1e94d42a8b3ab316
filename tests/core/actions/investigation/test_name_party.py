from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.actions.investigation.add_statement_piece import add_statement_piece
from core.actions.investigation.decline_statement import decline_statement
from core.actions.investigation.drop_party import drop_party
from core.actions.investigation.end_hearing import end_hearing
from core.actions.investigation.make_statement import make_statement
from core.actions.investigation.name_party import name_party
from core.actions.notice.hand_over_paper import hand_over_paper
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst, WrongStage
from core.model.case import Stage
from core.model.deadline_clock import Subject
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.party import Hearing
from tests.clocks import running
from tests.fakes import FakeUnitOfWork
from tests.liability import investigated, later, loss_entered, named, the_case, unlinked, version, who
from tests.make import NOW


async def name(uow: FakeUnitOfWork, employee_no: str, role: str = "responsible") -> None:
    await name_party(1, (await who(uow, employee_no)).id, role, actor=await who(uow, "E11"), uow=uow)


async def hearing(uow: FakeUnitOfWork, employee_no: str) -> Hearing:
    party = await uow.parties.one(person_id=(await who(uow, employee_no)).id)
    assert party is not None
    return party.hearing


async def test_whoever_is_named_is_told_and_may_speak_for_a_day() -> None:
    uow = await investigated()

    await name(uow, "E17")

    told = uow.outbox.told_to("E17")[0]
    assert (told.template, told.data["until"]) == ("party_informed", NOW + timedelta(hours=24))
    assert [button.label for button in told.rows[0]] == ["state", "stay_silent"]
    (clock,) = await running(uow, Subject.PARTY)
    assert (clock.person_id, clock.due_at) == ((await who(uow, "E17")).id, NOW + timedelta(hours=24))
    assert clock.steps == (("hours_after", ("told", 24)),)


async def test_naming_the_same_twice_changes_nothing() -> None:
    uow = await investigated()
    await name(uow, "E17")
    before = await version(uow)

    await name(uow, "E17")

    assert await version(uow) == before
    assert len(uow.outbox.told_to("E17")) == 1


async def test_another_role_voids_the_rate() -> None:
    uow = await named()
    party = await uow.parties.one(person_id=(await who(uow, "E17")).id)
    assert party is not None
    await uow.parties.put(replace(party, chosen_rate="60", reason="首次"))

    await name(uow, "E17", "leader")

    changed = await uow.parties.get(party.id)
    assert (changed.role, changed.chosen_rate, changed.reason) == ("leader", None, "")


async def test_strangers_leavers_and_unknown_roles_cannot_be_named() -> None:
    uow = await investigated()
    owner = await who(uow, "E11")
    await uow.persons.put(replace(await who(uow, "E17"), left_on=date(2025, 3, 1)))

    with pytest.raises(NoSuchThing, match="person_unknown"):
        await name_party(1, 99, "responsible", actor=owner, uow=uow)
    with pytest.raises(NoSuchThing, match="person_unknown"):
        await name(uow, "E17")
    with pytest.raises(NoSuchThing, match="role_unknown"):
        await name(uow, "E03", "direct")


async def test_the_investigator_is_no_party() -> None:
    uow = await investigated()

    with pytest.raises(NotAllowed, match="investigator_is_no_party"):
        await name(uow, "E11")


async def test_a_statement_is_recorded_and_brought_to_the_investigator() -> None:
    uow = await named()

    statement = await make_statement(1, "叉车坏了", actor=await who(uow, "E17"), uow=uow)

    assert statement.text == "叉车坏了"
    assert await hearing(uow, "E17") is Hearing.HEARD
    assert uow.outbox.told_to("E11")[-1].template == "statement_received"
    speaker = (await who(uow, "E17")).id
    assert speaker not in {clock.person_id for clock in await running(uow, Subject.PARTY)}


async def test_a_case_without_investigator_still_takes_statements() -> None:
    uow = await named()
    await uow.cases.put(replace(await the_case(uow), owner_id=None))

    await make_statement(1, "叉车坏了", actor=await who(uow, "E17"), uow=uow)

    assert await hearing(uow, "E17") is Hearing.HEARD


async def test_only_the_named_speak_and_only_before_the_decision() -> None:
    uow = await named()

    with pytest.raises(NotThisPerson, match="only_the_named"):
        await make_statement(1, "我看见了", actor=await who(uow, "E10"), uow=uow)
    await uow.cases.put(replace(await the_case(uow), stage=Stage.DECIDED))
    with pytest.raises(WrongStage):
        await make_statement(1, "太晚了", actor=await who(uow, "E17"), uow=uow)


async def test_declining_is_noted_once_and_speaking_stays_open() -> None:
    uow = await named()
    person = await who(uow, "E17")

    await decline_statement(1, actor=person, uow=uow)
    await decline_statement(1, actor=person, uow=uow)
    assert (await hearing(uow, "E17"), uow.log.acts().count("statement_declined")) == (Hearing.DECLINED, 1)

    await make_statement(1, "还是说一下", actor=person, uow=uow)
    await decline_statement(1, actor=person, uow=uow)
    assert await hearing(uow, "E17") is Hearing.HEARD


async def test_silence_to_the_limit_is_noted_and_is_not_declining() -> None:
    uow = await named()
    party = await uow.parties.one(person_id=(await who(uow, "E17")).id)
    assert party is not None

    await end_hearing(party.id, uow=uow)
    await end_hearing(party.id, uow=uow)

    assert await hearing(uow, "E17") is Hearing.NOT_ANSWERED
    assert uow.log.acts().count("statement_not_answered") == 1


async def test_a_photo_belongs_to_ones_own_statement() -> None:
    uow = await named()
    person = await who(uow, "E17")
    statement = await make_statement(1, "见照片", actor=person, uow=uow)
    piece = Evidence(
        holder=Holder.DRAFT, holder_id=0, kind=Kind.PHOTO, storing=Storing.TO_FETCH, chat_id=1,
        message_id=1, received_by=person.id, received_at=NOW,
    )  # fmt: skip

    kept = await add_statement_piece(piece, statement.id, actor=person, uow=uow)

    assert (kept.holder, kept.holder_id) == (Holder.STATEMENT, statement.id)
    with pytest.raises(NotThisPerson):
        await add_statement_piece(piece, statement.id, actor=await who(uow, "E03"), uow=uow)


async def test_a_photo_is_kept_while_nobody_investigates() -> None:
    uow = await named()
    person = await who(uow, "E17")
    statement = await make_statement(1, "见照片", actor=person, uow=uow)
    await uow.cases.put(replace(await the_case(uow), owner_id=None))
    before = len(uow.outbox.told)
    piece = Evidence(
        holder=Holder.DRAFT, holder_id=0, kind=Kind.PHOTO, storing=Storing.TO_FETCH, chat_id=1,
        message_id=1, received_by=person.id, received_at=NOW,
    )  # fmt: skip

    assert (await add_statement_piece(piece, statement.id, actor=person, uow=uow)).id
    assert len(uow.outbox.told) == before


async def test_who_has_no_chat_is_told_on_paper_and_no_clock_starts_before() -> None:
    uow = await investigated()
    await unlinked(uow, "E17")

    await name(uow, "E17")

    (duty,) = await uow.duties.where(kind="inform_party")
    assert duty.owner_id == (await who(uow, "E03")).id
    assert uow.outbox.told_to("E03")[0].data["text"] == "zh-Hans:party_informed"
    assert await running(uow, Subject.PARTY) == ()

    later(uow, hours=5)
    await hand_over_paper(duty.id, actor=await who(uow, "E03"), uow=uow)

    (clock,) = await running(uow, Subject.PARTY)
    assert clock.due_at == uow.now + timedelta(hours=24)


async def test_paper_goes_to_a_superior_who_is_not_named_and_can_be_told() -> None:
    uow = await loss_entered()
    await unlinked(uow, "E17")
    await unlinked(uow, "E04")
    await name(uow, "E03", "supervisor")

    await name(uow, "E17")

    (duty,) = await uow.duties.where(kind="inform_party")
    assert duty.owner_id == (await who(uow, "E05")).id


async def test_paper_that_nobody_can_hand_over_waits_in_the_log() -> None:
    uow = await loss_entered()
    await unlinked(uow, "E05")

    await name(uow, "E05", "leader")

    (duty,) = await uow.duties.where(kind="inform_party")
    assert duty.owner_id is None
    assert "paper_asked" in uow.log.acts()
    with pytest.raises(NotThisPerson, match="duty_of_another"):
        await hand_over_paper(duty.id, actor=await who(uow, "E04"), uow=uow)


async def test_paper_is_handed_over_once_and_by_its_owner() -> None:
    uow = await investigated()
    await unlinked(uow, "E17")
    await name(uow, "E17")
    (duty,) = await uow.duties.where(kind="inform_party")

    with pytest.raises(NotThisPerson):
        await hand_over_paper(duty.id, actor=await who(uow, "E04"), uow=uow)
    await hand_over_paper(duty.id, actor=await who(uow, "E03"), uow=uow)
    with pytest.raises(SomebodyWasFirst):
        await hand_over_paper(duty.id, actor=await who(uow, "E03"), uow=uow)


async def test_a_letter_handed_over_after_the_person_was_dropped_starts_no_clock() -> None:
    uow = await investigated()
    person = await unlinked(uow, "E17")
    await name(uow, "E17")
    (duty,) = await uow.duties.where(kind="inform_party")
    await drop_party(1, person.id, actor=await who(uow, "E11"), uow=uow)

    await hand_over_paper(duty.id, actor=await who(uow, "E03"), uow=uow)

    assert await running(uow, Subject.PARTY) == ()


async def test_a_duty_of_another_kind_is_not_done_by_handing_over() -> None:
    uow = await investigated()
    await unlinked(uow, "E17")
    await name(uow, "E17")
    (duty,) = await uow.duties.where(kind="inform_party")
    await uow.duties.put(replace(duty, kind="confirm_responsibility"))

    with pytest.raises(NoSuchThing):
        await hand_over_paper(duty.id, actor=await who(uow, "E03"), uow=uow)

    assert (await uow.duties.get(duty.id)).done_at is None
