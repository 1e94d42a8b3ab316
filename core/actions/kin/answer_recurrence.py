"""Somebody says whether the fault of a closed case has come back: nothing is linked or opened by itself."""

from dataclasses import replace

from core.actions.case.change_case import change_case
from core.actions.case.open_dossier import open_dossier
from core.actions.case.reopen_closed_case import reopen_closed_case
from core.actions.corrective.change_plan import change_plan
from core.actions.corrective.read_corrective import open_corrective
from core.actions.kin.ask_recurrence import RECURRENCE
from core.actions.kin.link_cases import link_cases
from core.actions.kin.live_links import live_link_between
from core.actions.rulebook.rulebook_of import rulebook_of
from core.errors import NoSuchThing, SomebodyWasFirst
from core.model.case import WORKED_ON, Case
from core.model.case_link import CaseLink, LinkKind
from core.model.corrective_plan import CorrectivePlan
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rules.corrective.corrective_file import CorrectiveFile
from core.rules.corrective.corrective_rights import check_in_plan
from core.rules.corrective.recurrence_facts import recurrence_facts
from core.screens.recurrence import recurrence_answered


async def read_recurrence(duty_id: int, *, actor: Person, uow: UnitOfWork) -> tuple[Duty, Case, Case]:
    """The question with the earlier and the later case, for whoever may answer it; raises as `answer_recurrence` does."""
    duty = await uow.duties.find(duty_id)
    if duty is None or duty.kind != RECURRENCE:
        raise NoSuchThing("duty_unknown")
    file = await open_corrective(duty.case_id or 0, uow=uow)
    check_in_plan(Action.ANSWER_RECURRENCE, actor, file)
    return duty, file.case, await uow.cases.get(int(str(duty.data["later"])))


async def answer_recurrence(
    duty_id: int, *, came_back: bool, actor: Person, uow: UnitOfWork
) -> CorrectiveFile:
    """The two cases linked as said. Where it came back, the earlier case is open again with a new round of its plan.

    NotThisPerson for anybody but who leads the earlier case and quality; SomebodyWasFirst once it is answered.
    """
    duty, earlier, later = await read_recurrence(duty_id, actor=actor, uow=uow)
    if not duty.is_open:
        raise SomebodyWasFirst("recurrence_answered", number=earlier.number, other=later.number)
    await uow.duties.put(replace(duty, done_at=uow.now, done_by=actor.id))
    link = await _link(earlier, later, actor, uow, came_back=came_back)
    facts = {"duty": duty.id, "later": later.id, "came_back": came_back, "link": link.id}
    row = LogRow(act="recurrence_answered", case_id=earlier.id, actor_id=actor.id, facts=facts)
    await uow.log.write(row)
    if came_back:
        await _reopen(earlier, later, actor, uow)
    file = await open_corrective(earlier.id, uow=uow)
    for person_id in sorted({earlier.owner_id or 0, later.owner_id or 0} - {actor.id, 0}):
        told = recurrence_answered(file, later, came_back=came_back, by=actor)
        await uow.outbox.tell(await uow.persons.get(person_id), told)
    return file


async def _link(earlier: Case, later: Case, actor: Person, uow: UnitOfWork, *, came_back: bool) -> CaseLink:
    """The link as it stands, if somebody has made one since."""
    known = await live_link_between(earlier.id, later.id, uow=uow)
    kind = LinkKind.RECURRENCE if came_back else LinkKind.UNRELATED
    return known or await link_cases(earlier, later, kind, actor=actor, uow=uow)


async def _reopen(earlier: Case, later: Case, actor: Person, uow: UnitOfWork) -> None:
    await reopen_closed_case(earlier, actor=actor, uow=uow)
    file = await open_corrective(earlier.id, uow=uow)
    if not file.plan.id:
        file = await change_plan(file, file.plan, LogRow(act="plan_begun"), actor=actor, uow=uow)
    anew = CorrectivePlan(
        case_id=earlier.id,
        team=file.plan.team,
        problem=file.plan.problem,
        round=file.plan.round + 1,
        opened_by=actor.id,
        opened_at=uow.now,
    )
    row = LogRow(act="plan_begun_anew", facts={"round": anew.round, "later": later.id})
    await change_plan(file, anew, row, actor=actor, uow=uow)
    await _tell_rulebook(later, actor, uow)


async def _tell_rulebook(later: Case, actor: Person, uow: UnitOfWork) -> None:
    """The facts by which the later case's rulebook asks for it, while its figures are still open."""
    if not later.rulebook or later.stage not in WORKED_ON:
        return
    facts = recurrence_facts(rulebook_of(later, uow=uow).edition)
    if facts - later.facts.keys():
        dossier = await open_dossier(later.id, uow=uow)
        case = replace(later, facts={**later.facts, **dict.fromkeys(facts, True)})
        changed = replace(dossier, case=case)
        await change_case(changed, "recurrence_known", actor=actor, uow=uow, facts={"facts": sorted(facts)})
