"""Change what a case's figures rest on: a new version, and whatever others were asked falls away."""

from collections.abc import Mapping
from dataclasses import replace

from core.actions.case.open_dossier import open_dossier
from core.actions.case.reopen_case import reopen_case
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.actions.figures.decide import decide
from core.actions.investigation.void_rates import void_rates
from core.model.decision import Act
from core.model.dossier import Dossier
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.figures.desks import open_objections


async def change_case(
    changed: Dossier,
    act: str,
    *,
    actor: Person,
    uow: UnitOfWork,
    facts: Mapping[str, object] | None = None,
    words: Mapping[str, str] | None = None,
) -> Dossier:
    """Keep the case of that dossier one version on, written in the log; chosen rates outside a new range are void.

    Open objections are answered by the change. Parties are changed by the caller before.
    """
    for objection in open_objections(changed):
        word = changed.decision(Act.CHANGED, objection.desk, actor, uow.now)
        await decide(word, uow=uow)
    case = await reopen_case(changed.case, uow=uow)
    case = await uow.cases.put(replace(case, version=case.version + 1))
    await uow.log.write(
        LogRow(
            act=act,
            case_id=case.id,
            actor_id=actor.id,
            facts={"version": case.version} | dict(facts or {}),
            words=words or {},
        )
    )
    await void_rates(await open_dossier(case.id, uow=uow), uow=uow)
    await open_rulebook_duties(case.id, uow=uow)
    return await open_dossier(case.id, uow=uow)
