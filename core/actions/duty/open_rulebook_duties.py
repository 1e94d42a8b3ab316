"""Open what a case's rulebook demands by now, and let fall away what it no longer does."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from core.actions.case.open_dossier import open_dossier
from core.actions.corrective.plan_of import plan_of
from core.actions.deadline.calendar_of import calendar_of
from core.actions.deadline.keep_clocks import as_stored, keep_clocks
from core.actions.duty.read_demands import read_demands
from core.actions.money.meet_payroll_duties import meet_payroll_duties
from core.actions.remedy.meet_duties import meet_duties
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.case import Case
from core.model.dossier import Dossier
from core.model.duty import Duty
from core.model.evidence import Holder
from core.model.log import LogRow
from core.ports import UnitOfWork
from core.rulebook.duty_rules import Saying
from core.rules.case.case_moments import moments_of, moments_to_record
from core.rules.corrective.plan_said import plan_said
from core.rules.duty.carried_over import carried_over
from core.rules.duty.demanded_row import Opening, demanded_row
from core.rules.duty.demands import Demand

Carried = Callable[[Demand], Mapping[str, object]]


async def open_rulebook_duties(case_id: int, *, uow: UnitOfWork) -> Case:
    """Bring the duties of the case in line with where it stands; the case with its moments recorded.

    To be called whenever a moment of its life has come or a fact of it has changed; calling it again changes
    nothing. Each duty opens once: one that fell away and is demanded again is the same one. One that somebody
    has begun never falls away. What hangs on a fact that is still missing waits.
    """
    case = await _with_moments(await uow.cases.get(case_id), uow)
    if not case.rulebook:
        return case
    dossier = await open_dossier(case_id, uow=uow)
    come = moments_of(case, is_noticed=await _is_noticed(case, uow))
    calendar = await calendar_of(case.site, uow=uow)
    known = {duty.key: duty for duty in dossier.duties if duty.is_demanded}
    demanded = {_key(case, one): one for one in read_demands(dossier, come, calendar, uow=uow)}
    found = await as_stored(demanded, case, known, uow)
    carried = await _carried(dossier, found.values(), uow)
    opened = [await _open(case, key, one, known, carried, uow) for key, one in found.items() if one.holds]
    fallen = [
        await uow.duties.put(replace(duty, done_at=uow.now))
        for key, duty in known.items()
        if duty.is_open and _is_refuted(found.get(key or "")) and await _is_untouched(duty, uow)
    ]
    await keep_clocks(found, case, replace(rulebook_of(case, uow=uow), working_days=calendar), uow=uow)
    await _log("duties_opened", case, [duty.id for duty in opened if duty], uow)
    await _log("duties_fell_away", case, [duty.id for duty in fallen], uow)
    await meet_duties(case_id, uow=uow)
    await meet_payroll_duties((case_id,), uow=uow)
    return case


async def _with_moments(case: Case, uow: UnitOfWork) -> Case:
    come = moments_of(case, is_noticed=await _is_noticed(case, uow))
    fresh = moments_to_record(case, come, uow.now)
    return await uow.cases.put(replace(case, events={**case.events, **fresh})) if fresh else case


async def _is_noticed(case: Case, uow: UnitOfWork) -> bool:
    return await uow.notices.one(case_id=case.id) is not None


def _key(case: Case, demand: Demand) -> str:
    return f"case:{case.id}:{case.rulebook}:{demand.kind}:{demand.rule}"


def _is_refuted(demand: Demand | None) -> bool:
    return demand is None or demand.holds is False


async def _is_untouched(duty: Duty, uow: UnitOfWork) -> bool:
    has_begun = (duty.answers and duty.version > 1) or duty.finished_by is not None
    return not has_begun and await uow.evidence.one(holder=Holder.DUTY, holder_id=duty.id) is None


async def _open(
    case: Case,
    key: str,
    demand: Demand,
    known: Mapping[str | None, Duty],
    carried: Carried,
    uow: UnitOfWork,
) -> Duty | None:
    """The duty if it is opened by this, or again; None if it was open or done already."""
    duty = known.get(key)
    if duty is None:
        return await uow.duties.add(_duty(case, key, demand, carried, uow))
    if duty.has_fallen_away:
        return await uow.duties.put(replace(duty, done_at=None, due_at=demand.due_at))
    if duty.is_open:
        await _keep_current(duty, carried(demand), demand, uow)
    return None


async def _keep_current(duty: Duty, carried: Mapping[str, object], demand: Demand, uow: UnitOfWork) -> None:
    """A time that has moved, and what was said at intake since, until somebody writes in the form."""
    answers = carried if duty.version == 1 else duty.answers
    current = replace(duty, due_at=demand.due_at or duty.due_at, answers=answers)
    if current != duty:
        await uow.duties.put(current)


async def _carried(dossier: Dossier, found: Iterable[Demand], uow: UnitOfWork) -> Carried:
    """What already stands in the form of each; the plan is read only where a form asks for it."""
    case = dossier.case
    said: Mapping[Saying, str] = {}
    if any(field.says for demand in found for field in demand.row.fields.values()):
        said = plan_said(await plan_of(dossier, uow=uow))
    zone = uow.company.zone(case.site)
    return lambda demand: carried_over(demand.row, case, uow.now, zone, said)


def _duty(case: Case, key: str, demand: Demand, carried: Carried, uow: UnitOfWork) -> Duty:
    opening = Opening(
        key=key,
        kind=demand.kind,
        rule=demand.rule,
        rulebook=case.rulebook,
        on=case.occurred_on,
        site=case.site,
        case_id=case.id,
        due_at=demand.due_at,
    )
    row = demanded_row(opening, demand.row, uow.company, uow.now)
    return replace(row, answers=carried(demand))


async def _log(act: str, case: Case, duties: Collection[int], uow: UnitOfWork) -> None:
    if duties:
        await uow.log.write(LogRow(act=act, case_id=case.id, facts={"duties": list(duties)}))
