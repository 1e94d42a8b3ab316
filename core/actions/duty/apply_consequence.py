"""What follows a missed deadline is decided: its case changes as the clause says, and goes its usual way from there."""

from dataclasses import replace

from core.actions.case.change_case import change_case
from core.actions.case.open_dossier import open_dossier
from core.actions.case.take_over_case import take_over_case
from core.actions.duty.read_duty import book_of
from core.actions.investigation.add_party import add_party
from core.model.case import WORKED_ON, Case, Stage
from core.model.consequence_done import ConsequenceDone
from core.model.dossier import Dossier
from core.model.duty import Duty
from core.model.person import Person
from core.ports import UnitOfWork
from core.rulebook.timing import Missed


async def apply_consequence(duty: Duty, *, actor: Person, uow: UnitOfWork) -> ConsequenceDone:
    """What it changed; nothing where the case is decided, or waits to be accepted and nobody takes it over.

    Confirmations and approvals fall away as with every change; nobody is charged by this.
    """
    missed = _missed(duty, uow)
    if missed is None or duty.case_id is None:
        return ConsequenceDone()
    before = await uow.cases.get(duty.case_id)
    done = ConsequenceDone(led_by=before.owner_id, was_accepted=before.stage is not Stage.REGISTERED)
    if missed.takes_over and before.stage is Stage.REGISTERED:
        done = replace(done, has_taken_over=await take_over_case(before, actor=actor, uow=uow))
    case = await uow.cases.get(before.id)
    if case.stage not in WORKED_ON:
        return done
    done = await _set(duty, missed, done, actor, uow)
    if missed.takes_over and not done.has_taken_over:
        case = await uow.cases.get(before.id)
        done = replace(done, has_taken_over=await take_over_case(case, actor=actor, uow=uow))
    return replace(done, version=(await uow.cases.get(before.id)).version)


def _missed(duty: Duty, uow: UnitOfWork) -> Missed | None:
    """What the edition says of it; proposals of earlier versions of the bot do not know the deadline."""
    if "rule" not in duty.data:
        return None
    deadline = book_of(duty, uow=uow).edition.deadlines.get(str(duty.data["rule"]))
    return deadline.missed if deadline else None


async def _set(
    duty: Duty, missed: Missed, done: ConsequenceDone, actor: Person, uow: UnitOfWork
) -> ConsequenceDone:
    """The fact set, and who was late named in the role; as it was where the case says so already."""
    sets, dossier = missed.sets, await open_dossier(duty.case_id or 0, uow=uow)
    if sets is None:
        return done
    was = dossier.case.facts.get(sets.fact)
    several = [str(one) for one in was] if isinstance(was, list | tuple) else []
    now = True if sets.has is None else [*several, *([] if sets.has in several else [sets.has])]
    person = _who_is_named(duty, missed, dossier, actor)
    if was == now and person is None:
        return done
    if person is not None:
        await add_party(dossier, person, missed.role or "", actor=actor, uow=uow)
    case = _with_fact(dossier.case, sets.fact, now)
    await change_case(
        replace(dossier, case=case),
        "fact_set",
        actor=actor,
        uow=uow,
        facts={"fact": sets.fact, "duty": duty.id, "person": person.id if person else None},
    )
    return replace(done, fact=sets.fact, was=was, person_id=person.id if person else 0)


def _with_fact(case: Case, name: str, value: object) -> Case:
    return replace(case, facts={**case.facts, name: value})


def _who_is_named(duty: Duty, missed: Missed, dossier: Dossier, actor: Person) -> Person | None:
    """The one who was late; nobody where it waited for several, or they lead the case, decide here, or are in it."""
    late = duty.data.get("asked")
    if missed.role is None or not isinstance(late, list | tuple) or len(late) != 1:
        return None
    person = dossier.staff.get(int(late[0]))
    if person is None or person.id in (dossier.case.owner_id, actor.id) or dossier.party_of(person.id):
        return None
    return None if person.has_left(dossier.day) else person
