"""Ask for the next signature under a plan; after the last it may be offered to the customer."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.actions.deadline.start_clock import run_clock
from core.actions.figures.wait_for_somebody import wait_for_somebody
from core.actions.person.stand_ins import asked_instead
from core.actions.remedy.keep_remedy import keep_remedy
from core.model.duty import Duty
from core.model.person import Person
from core.model.remedy import Remedy, RemedyState
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rules.deadline.own_limits import signing_clock
from core.rules.remedy.remedy_chain import next_signing
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import around_remedy
from core.rules.remedy.who_signs import who_signs
from core.screens.remedy_signing import signing_card
from core.screens.remedy_told import remedy_told

SIGN_REMEDY: Final = "sign_remedy"


async def ask_signature(remedy: Remedy, *, actor: Person, uow: UnitOfWork) -> RemedyFile:
    """Keep the plan as it was put or signed, and give the next step to whoever may sign it."""
    act = "remedy_signed" if remedy.standing() else "remedy_put"
    file = await keep_remedy(remedy, act, actor=actor, uow=uow)
    asked = next_signing(file)
    if asked is None:
        file = await keep_remedy(
            replace(file.remedy, state=RemedyState.APPROVED), "remedy_approved", actor=actor, uow=uow
        )
        await tell_leaders(file, "remedy_approved", uow=uow)
        return file
    entitled = who_signs(asked, file)
    due_at = uow.now + timedelta(hours=uow.company.objection_hours)
    duty = await uow.duties.add(
        Duty(
            case_id=file.case.id,
            kind=SIGN_REMEDY,
            owner_id=entitled[0].id if entitled else None,
            data={"step": asked.step, "version": file.remedy.version, "number": file.case.number},
            clause=asked.clause,
            opened_at=uow.now,
            due_at=due_at,
        )
    )
    if entitled:
        await run_clock(signing_clock(duty, file.case.site, uow.company, due_at), uow=uow)
    else:
        await wait_for_somebody(file.dossier, asked.post, uow=uow)
    for person in await asked_instead(Action.SIGN_REMEDY, entitled, around_remedy(file), uow=uow):
        await uow.outbox.tell(person, signing_card(asked, file))
    return file


async def tell_leaders(file: RemedyFile, what: str, *, uow: UnitOfWork, but: Person | None = None) -> None:
    """Tell who reported the case and who leads it how the plan stands; not who has just pressed it so."""
    leaders = {file.case.reporter_id, file.case.owner_id or 0} - ({but.id} if but else set())
    for person_id in sorted(leaders & file.dossier.staff.keys()):
        await uow.outbox.tell(file.dossier.staff[person_id], remedy_told(file, what))
