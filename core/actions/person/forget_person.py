"""The data of somebody who left is erased: names and their own words; ids, amounts and hashes stay."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from core.actions.person.read_past import check_forgettable
from core.errors import SomebodyWasFirst
from core.model.dossier import RESTRICTED
from core.model.evidence import Holder
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import Circumstances
from core.rights.may import check_theirs
from core.rules.staff.forgetting import gone_number, is_forgotten

GONE: Final = "—"
OWN_WORDS: Final = (Holder.DRAFT, Holder.STATEMENT, Holder.APPEAL)


async def forget_person(person_id: int, *, actor: Person, uow: UnitOfWork) -> Mapping[str, int]:
    """How much was erased, by kind.

    NotThisPerson for anybody but human resources and admins, NotAllowed with all reasons while the data must stay.
    """
    person = await _decidable(person_id, actor, uow)
    await check_forgettable(person, uow=uow)
    erased = {
        **await uow.traces.erase(person),
        "words": await _forget_words(person, uow),
        "evidence": await _forget_pieces(person, uow),
    }
    await _forget_name(person, uow)
    facts = {"person": person.id, "erased": erased}
    await uow.log.write(LogRow(act="person_forgotten", actor_id=actor.id, facts=facts))
    return erased


async def keep_person(person_id: int, *, actor: Person, uow: UnitOfWork) -> None:
    """It was decided that the data stays for now. SomebodyWasFirst if it is erased already."""
    person = await _decidable(person_id, actor, uow)
    if is_forgotten(person):
        raise SomebodyWasFirst("person_forgotten")
    row = LogRow(act="forgetting_refused", actor_id=actor.id, facts={"person": person.id})
    await uow.log.write(row)


async def _decidable(person_id: int, actor: Person, uow: UnitOfWork) -> Person:
    person = await uow.persons.get(person_id)
    check_theirs(Action.FORGET_PERSON, actor, Circumstances(site=person.site))
    return person


async def _forget_words(person: Person, uow: UnitOfWork) -> int:
    """What they said and what is said of them alone; what they wrote in handling others' cases stays with these."""
    statements = await uow.statements.where(person_id=person.id)
    for statement in statements:
        await uow.statements.put(replace(statement, text=""))
    appeals = await uow.appeals.where(person_id=person.id)
    for appeal in appeals:
        await uow.appeals.put(replace(appeal, reason=""))
    parties = await uow.parties.where(person_id=person.id)
    for party in parties:
        kept = {name: value for name, value in party.details.items() if name == RESTRICTED}
        await uow.parties.put(replace(party, reason="", details=kept))
    drafts = await uow.drafts.where(person_id=person.id)
    for draft in drafts:
        await uow.drafts.put(replace(draft, fields={}, found={}, origin_name=""))
    return len(statements) + len(appeals) + len(parties) + len(drafts)


async def _forget_pieces(person: Person, uow: UnitOfWork) -> int:
    """Their account stands on no piece any more; words stand only on what is evidence in a case."""
    pieces = await uow.evidence.where(received_by=person.id)
    for piece in pieces:
        is_own = piece.holder in OWN_WORDS
        bare = replace(piece, text="", name="", origin_name="") if is_own else piece
        await uow.evidence.put(replace(bare, chat_id=0))
    return len(pieces)


async def _forget_name(person: Person, uow: UnitOfWork) -> None:
    for other in await uow.persons.where(manager_no=person.employee_no):
        await uow.persons.put(replace(other, manager_no=None))
    for other in await uow.persons.where(deputy_no=person.employee_no):
        await uow.persons.put(replace(other, deputy_no=None))
    await uow.persons.put(
        Person(
            id=person.id,
            employee_no=gone_number(person),
            name=GONE,
            department="",
            site=person.site,
            left_on=person.left_on,
            is_reachable=False,
        )
    )
