"""Nobody free holds the next step: the case waits, and the admins are told to name somebody."""

from core.model.dossier import Dossier
from core.model.log import LogRow
from core.model.message import Message, Urgency
from core.model.roles import Role
from core.ports import UnitOfWork
from core.screens.case_head import head_of


async def wait_for_somebody(dossier: Dossier, desk: str, *, uow: UnitOfWork) -> None:
    """Tell every admin which desk of which case has nobody; the case never passes by itself."""
    case = dossier.case
    await uow.log.write(LogRow(act="nobody_entitled", case_id=case.id, words={"desk": desk}))
    message = Message(
        template="nobody_entitled",
        urgency=Urgency.URGENT,
        once=f"nobody:{case.id}:{case.version}:{desk}",
        data=head_of(case)
        | {
            "desk": desk,
            "post": dossier.glossary.offices.get(desk),
        },
    )
    for person in dossier.staff.values():
        if person.holds_anywhere(Role.ADMIN) and not person.has_left(dossier.day):
            await uow.outbox.tell(person, message)
