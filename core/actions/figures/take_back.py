"""Somebody takes their press back, while nobody has acted on it."""

from dataclasses import replace

from core.actions.case.open_dossier import open_dossier
from core.actions.case.show_case import show_case
from core.actions.duty.close_duties import close_duties
from core.actions.figures.ask_approval import ask_approval
from core.actions.figures.ask_desk import ask_desk
from core.actions.figures.check_figures import check_figures
from core.model.case import Stage
from core.model.decision import Act, Decision
from core.model.dossier import Dossier
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.figures.entitled import ANSWER, APPROVE
from core.rules.figures.last_word import last_word


async def take_back(case_id: int, version: int, *, actor: Person, uow: UnitOfWork) -> Decision:
    """Date the actor's last decision as taken back, and put the question again.

    FiguresChanged on other figures; NotAllowed if there is nothing to take back, or the next person has acted.
    """
    dossier = await open_dossier(case_id, uow=uow)
    await check_figures(dossier, version, uow=uow)
    word = last_word(dossier, actor.id)
    await _withdraw(dossier, word, uow)
    await uow.log.write(
        LogRow(act="decision_taken_back", case_id=case_id, actor_id=actor.id, facts={"decision": word.id})
    )
    await close_duties(case_id, APPROVE, uow=uow)
    if word.act in (Act.APPROVED, Act.RECHECKED):
        await ask_approval(case_id, uow=uow)
        return word
    if word.act is Act.OBJECTED:
        await close_duties(case_id, ANSWER, uow=uow, desk=word.desk, version=version)
    await _back_to_confirming(dossier, uow)
    await ask_desk(case_id, word.desk, uow=uow)
    return word


async def _withdraw(dossier: Dossier, word: Decision, uow: UnitOfWork) -> None:
    """The word itself, and whatever was merged with it."""
    merged = [one for one in dossier.standing() if one.is_merged and one.person_id == word.person_id]
    for decision in (word, *merged):
        await uow.decisions.put(replace(decision, taken_back_at=uow.now))


async def _back_to_confirming(dossier: Dossier, uow: UnitOfWork) -> None:
    if dossier.case.stage is Stage.APPROVING:
        case = await uow.cases.put(replace(dossier.case, stage=Stage.CONFIRMING, stage_since=uow.now))
        await show_case(case, uow=uow)
