"""Tell somebody something that concerns them: in chat, or on paper through a superior."""

from core.model.dossier import Dossier
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.message import Message
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.staff.superiors import nearest_superior
from core.screens.paper import paper_asked


async def inform_person(
    person: Person, message: Message, *, duty_kind: str, dossier: Dossier, uow: UnitOfWork, **data: object
) -> Duty | None:
    """None if it was queued to their chat; else the duty of handing over the printed text, with `data` in it."""
    if await uow.outbox.tell(person, message):
        return None
    return await inform_on_paper(person, message, duty_kind=duty_kind, dossier=dossier, uow=uow, **data)


async def inform_on_paper(
    person: Person, message: Message, *, duty_kind: str, dossier: Dossier, uow: UnitOfWork, **data: object
) -> Duty:
    """The duty of handing over the printed text, with `data` in it.

    It goes to the nearest superior who can be told and is not named in the case; it has no owner, and
    waits in the log, if there is none.
    """
    text = await uow.outbox.words(person.language, message)
    barred = dossier.party_ids() | {one.id for one in dossier.staff.values() if not one.can_be_told()}
    superior = nearest_superior(person, dossier, barred)
    duty = await uow.duties.add(
        Duty(
            case_id=dossier.case.id,
            kind=duty_kind,
            owner_id=superior.id if superior else None,
            data={"person_id": person.id, "text": text, "number": dossier.case.number} | data,
            opened_at=uow.now,
        )
    )
    await uow.log.write(
        LogRow(
            act="paper_asked",
            case_id=dossier.case.id,
            facts={"duty": duty.id, "person": person.id, "owner": duty.owner_id, "kind": duty_kind},
        )
    )
    if superior is not None:
        await uow.outbox.tell(superior, paper_asked(duty, person, dossier.case))
    return duty
