"""Sign a step for a plan, or send it back with a reason."""

from dataclasses import replace

from core.actions.corrective.fill_plan import LONGEST
from core.actions.duty.close_duties import close_duties
from core.actions.person.stand_ins import asked_instead
from core.actions.remedy.ask_signature import SIGN_REMEDY, ask_signature, tell_leaders
from core.actions.remedy.keep_remedy import keep_remedy
from core.actions.remedy.read_remedy import open_remedy
from core.errors import SomebodyWasFirst
from core.model.person import Person
from core.model.remedy import RemedyState, Signature
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rules.remedy.remedy_chain import Signing, next_signing
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import (
    around_remedy,
    check_remedy_state,
    check_remedy_version,
    check_signer,
)
from core.rules.remedy.who_signs import who_signs
from core.rules.typed.fitting_text import fitting_text
from core.screens.remedy_signing import card_of, signing_done


async def sign_remedy(case_id: int, version: int, step: int, *, actor: Person, uow: UnitOfWork) -> RemedyFile:
    """The plan signed; raises as `check_signing` does. A second tap changes nothing."""
    file = await open_remedy(case_id, uow=uow)
    if any(one.step == step and one.person_id == actor.id for one in _given(file, version)):
        return file
    asked = check_signing(file, version, step, actor)
    others = _others(asked, file, actor)
    given = Signature(version=version, step=step, post=asked.post, person_id=actor.id, at=uow.now)
    await close_duties(case_id, SIGN_REMEDY, uow=uow, actor=actor, step=step, version=version)
    signed = replace(file.remedy, signatures=(*file.remedy.signatures, given))
    file = await ask_signature(signed, actor=actor, uow=uow)
    await _show_others(others, asked, version, file, uow)
    return file


async def send_remedy_back(
    case_id: int, version: int, step: int, reason: str, *, actor: Person, uow: UnitOfWork
) -> RemedyFile:
    """The plan to be made anew, with the reason; raises as `check_signing` does."""
    file = await open_remedy(case_id, uow=uow)
    asked = check_signing(file, version, step, actor)
    others = _others(asked, file, actor)
    await close_duties(case_id, SIGN_REMEDY, uow=uow, actor=actor, version=version)
    said = fitting_text(reason, LONGEST)
    back = replace(file.remedy, state=RemedyState.PLANNING, version=version + 1, reason=said)
    file = await keep_remedy(back, "remedy_sent_back", actor=actor, uow=uow)
    await tell_leaders(file, "remedy_sent_back", uow=uow)
    await _show_others(others, asked, version, file, uow)
    return file


def check_signing(file: RemedyFile, version: int, step: int, actor: Person) -> Signing:
    """The step that waits for the actor.

    SomebodyWasFirst on another version or for a step that is signed, NotThisPerson for whoever proposed the plan, is
    named in the case or has no part in that step.
    """
    check_remedy_version(file, version)
    check_remedy_state(file, RemedyState.APPROVING)
    asked = next_signing(file)
    if asked is None or asked.step != step:
        raise SomebodyWasFirst("remedy_signed", number=file.case.number)
    check_signer(file, actor)
    return asked


def _others(asked: Signing, file: RemedyFile, actor: Person) -> tuple[Person, ...]:
    """Who has the same card, and need not press it any more."""
    return tuple(person for person in who_signs(asked, file) if person.id != actor.id)


async def _show_others(
    others: tuple[Person, ...], asked: Signing, version: int, file: RemedyFile, uow: UnitOfWork
) -> None:
    for person in await asked_instead(Action.SIGN_REMEDY, others, around_remedy(file), uow=uow):
        await uow.outbox.tell(person, replace(signing_done(file), card=card_of(asked, file, version)))


def _given(file: RemedyFile, version: int) -> tuple[Signature, ...]:
    return file.remedy.standing() if file.remedy.version == version else ()
