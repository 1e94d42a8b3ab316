"""What came to light in confidence is put to whoever may take it up, as a review of a case and nothing more."""

from collections.abc import Sequence

from core.actions.rulebook.rulebook_of import rulebook_of
from core.actions.tip.tip_rights import check_reader
from core.errors import NoSuchThing, NotAllowed
from core.model.case import Case
from core.model.log import LogRow
from core.model.message import Button, Message, Urgency
from core.model.person import Person
from core.model.roles import Role
from core.ports import UnitOfWork


async def raise_concealment(
    case_number: str, people: Sequence[Person], to: Person, *, actor: Person, uow: UnitOfWork, words: str = ""
) -> Case:
    """The case. It says nothing of a tip: a review asks, whoever takes it up records and names as ever.

    NotThisPerson unless a reader of tips asks; NotAllowed if it would go to one of these people, or to somebody
    who is neither the investigator nor in quality there.
    """
    await check_reader(actor, uow=uow)
    case = await uow.cases.one(number=case_number)
    if case is None:
        raise NoSuchThing("case_unknown", number=case_number)
    if to.id in {person.id for person in people}:
        raise NotAllowed("concealment_to_party", name=to.name)
    if to.id != case.owner_id and not to.holds(Role.QUALITY, case.site):
        raise NotAllowed("concealment_not_theirs", name=to.name)
    # not among the rows of the case: what its readers see of it must not tell that anybody asked
    facts = {"case": case.id, "people": [person.id for person in people], "to": to.id}
    await uow.log.write(LogRow(act="concealment_raised", actor_id=actor.id, facts=facts))
    await uow.outbox.tell(to, _message(case, people, words, uow))
    return case


def _message(case: Case, people: Sequence[Person], words: str, uow: UnitOfWork) -> Message:
    return Message(
        template="concealment_raised",
        urgency=Urgency.NOTICE,
        data={
            "case": case,
            "people": people,
            "words": words,
            "title": rulebook_of(case, uow=uow).edition.title,
        },
        rows=((Button("open_case", "case", case.id, case.version, text=case.number),),),
    )
