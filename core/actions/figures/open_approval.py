"""All departments have answered: the case goes on to the rulebook's chain."""

from dataclasses import replace

from core.actions.case.open_dossier import open_dossier
from core.actions.case.show_case import show_case
from core.actions.figures.ask_approval import ask_approval
from core.actions.figures.decide import decide
from core.actions.figures.read_figures import standing_figures
from core.model.assessment import ApprovalStep
from core.model.case import Stage
from core.model.decision import Act
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.figures.approval_chain import act_of, next_step
from core.rules.figures.desks import all_answered, desks
from core.rules.figures.who_approves import who_may_pass
from core.rules.figures.who_confirms import who_confirms


async def open_approval(dossier: Dossier, *, uow: UnitOfWork) -> None:
    """Nothing until all have answered; then approval opens, and a stand-in's confirmation counts for their own step.

    A superior who confirmed in the place of a supervisor and is the next approver has approved with the same
    press: the steps merge, and the log says so.
    """
    if not all_answered(dossier):
        return
    case = await uow.cases.put(replace(dossier.case, stage=Stage.APPROVING, stage_since=uow.now))
    dossier = await open_dossier(case.id, uow=uow)
    asked = next_step(dossier, await standing_figures(case.id, case.version, uow=uow))
    merged = _merged_by(dossier, asked) if asked else None
    if asked and merged:
        word = dossier.decision(act_of(asked), asked.by, merged, uow.now)
        await decide(replace(word, step=asked.step, is_merged=True), uow=uow)
    await show_case(case, uow=uow)
    await ask_approval(case.id, uow=uow)


def _merged_by(dossier: Dossier, asked: ApprovalStep) -> Person | None:
    """The stand-in who confirmed and holds the next step as well."""
    stand_ins = {
        word.person_id
        for desk, word in desks(dossier).items()
        if word is not None and word.act is Act.CONFIRMED and who_confirms(desk, dossier).is_stand_in()
    }
    return next((person for person in who_may_pass(asked, dossier) if person.id in stand_ins), None)
