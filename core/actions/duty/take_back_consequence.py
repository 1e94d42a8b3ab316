"""Who decided what follows a missed deadline takes that back, while nobody has acted on it."""

from dataclasses import replace

from core.actions.case.change_case import change_case
from core.actions.case.open_dossier import open_dossier
from core.actions.case.show_case import show_case
from core.actions.case.tell_quality import tell_quality
from core.actions.deadline.start_clock import stop_clock_of
from core.actions.duty.decide_consequence import open_consequence
from core.errors import NotAllowed, SomebodyWasFirst
from core.model.case import Stage
from core.model.consequence_done import ConsequenceDone, done_by
from core.model.deadline_clock import Subject
from core.model.dossier import Dossier
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.party import Hearing
from core.model.person import Person
from core.ports import UnitOfWork
from core.screens.consequence import consequence_told
from core.screens.outcome import party_released


async def take_back_consequence(duty_id: int, *, actor: Person, uow: UnitOfWork) -> Duty:
    """The proposal, to be decided again; its case as it was, to be confirmed anew.

    NotAllowed while it is not decided; SomebodyWasFirst once the case has changed, or who was named has spoken.
    """
    duty = await open_consequence(duty_id, actor=actor, uow=uow)
    if duty.is_open:
        raise NotAllowed("consequence_not_decided")
    done = done_by(duty.answers)
    if duty.case_id is not None and not done.is_nothing:
        dossier = await open_dossier(duty.case_id, uow=uow)
        _check_untouched(dossier, done, actor)
        await _undo(dossier, done, actor, uow)
    again = replace(duty, answers={}, done_at=None, done_by=None, version=duty.version + 1)
    await uow.log.write(
        LogRow(
            act="consequence_taken_back",
            case_id=duty.case_id,
            actor_id=actor.id,
            facts={"duty": duty.id, "of": duty.data["of"]},
        )
    )
    await _tell(duty, done, actor, uow)
    return await uow.duties.put(again)


def _check_untouched(dossier: Dossier, done: ConsequenceDone, actor: Person) -> None:
    case, party = dossier.case, dossier.party_of(done.person_id)
    has_spoken = party is not None and party.hearing in (Hearing.HEARD, Hearing.DECLINED)
    is_anothers = done.has_taken_over and case.owner_id != actor.id
    if has_spoken or is_anothers or case.version != done.version:
        raise SomebodyWasFirst("consequence_acted_on", number=case.number)


async def _undo(dossier: Dossier, done: ConsequenceDone, actor: Person, uow: UnitOfWork) -> None:
    if done.fact:
        await _unset(dossier, done, actor, uow)
    if done.has_taken_over:
        stage = Stage.INVESTIGATING if done.was_accepted else Stage.REGISTERED
        case = await uow.cases.get(dossier.case.id)
        case = await uow.cases.put(replace(case, owner_id=done.led_by, stage=stage, stage_since=uow.now))
        await show_case(case, uow=uow)
        await tell_quality(case, uow=uow)


async def _unset(dossier: Dossier, done: ConsequenceDone, actor: Person, uow: UnitOfWork) -> None:
    party = dossier.party_of(done.person_id)
    if party is not None:
        await uow.parties.remove(party.id)
        await stop_clock_of(Subject.PARTY, party.id, uow=uow)
        await uow.outbox.tell(dossier.staff[party.person_id], party_released(dossier))
    facts = {name: value for name, value in dossier.case.facts.items() if name != done.fact}
    if done.was is not None:
        facts[done.fact] = done.was
    before = replace(dossier, case=replace(dossier.case, facts=facts))
    await change_case(before, "fact_set", actor=actor, uow=uow, facts={"fact": done.fact, "taken_back": True})


async def _tell(duty: Duty, done: ConsequenceDone, actor: Person, uow: UnitOfWork) -> None:
    """Whoever was told of the proposal."""
    if duty.case_id is None or duty.answers.get("decision") != "proposed":
        return
    case = await uow.cases.get(duty.case_id)
    for person_id in {case.owner_id, done.led_by} - {None, actor.id}:
        message = consequence_told(duty, case, actor.name, is_taken_back=True)
        await uow.outbox.tell(await uow.persons.get(person_id or 0), message)
