"""Relay the owner's answer back to whoever asked."""

from dataclasses import replace

from core.errors import SomebodyWasFirst
from core.model.case import Case
from core.model.log import LogRow
from core.model.person import Person
from core.model.relay import Relay
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_case
from core.rights.may import check_right
from core.rights.tie import Tie
from core.screens.relay import answer_told


async def answer_question(relay: Relay, answer: str, *, actor: Person, uow: UnitOfWork) -> Relay:
    """The question answered; whoever was asked may, and whoever leads the case now. Once."""
    case = await check_may_answer(relay, actor=actor, uow=uow)
    relay = await uow.relays.put(replace(relay, answer=answer, answered_at=uow.now))
    await uow.log.write(
        LogRow(
            act="question_answered",
            case_id=case.id,
            actor_id=actor.id,
            facts={"relay": relay.id},
            words={"answer": answer},
        )
    )
    asker = await uow.persons.get(relay.asker_id)
    await uow.outbox.tell(asker, answer_told(relay, case, actor))
    return relay


async def check_may_answer(relay: Relay, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case asked about; NotThisPerson for others, SomebodyWasFirst if the question is answered."""
    case = await uow.cases.get(relay.case_id)
    asked = await uow.persons.get(relay.owner_id)
    there = around_case(case).tied(Tie.ASKED, (asked.id,))
    check_right(Action.ANSWER_QUESTION, actor, there, name=asked.name)
    if relay.answered_at is not None:
        raise SomebodyWasFirst("question_already_answered", number=case.number)
    return case
