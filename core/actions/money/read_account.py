"""Read one's own account, and see who else has read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Final

from core.actions.figures.read_figures import read_figures
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.assessment import PersonResult
from core.model.case import DECIDED, Case
from core.model.dossier import RESTRICTED
from core.model.label import Label
from core.model.money import ZERO, Money
from core.model.notice import Appeal, Notice
from core.model.party import Party
from core.model.person import Person
from core.payroll.batch import Batch, BatchLine
from core.ports import UnitOfWork
from core.rules.case.glossary_of import glossary_of
from core.rules.notice.own_account import OwnAccount, OwnLine

# so many of the latest readings are shown
READINGS_SHOWN: Final = 5


async def read_account(*, actor: Person, uow: UnitOfWork) -> OwnAccount:
    """The actor's cases, notices, appeals, points, rewards and what is owed; who of others has opened it last."""
    account = await account_of(actor, uow=uow)
    readings = await uow.account_readings.latest(READINGS_SHOWN, person_id=actor.id)
    staff = {
        one.id: one.name
        for one in await uow.persons.where(id=tuple({reading.reader_id for reading in readings}))
    }
    read_by = tuple((staff[one.reader_id], one.read_at) for one in readings if one.reader_id in staff)
    return replace(account, read_by=read_by)


async def account_of(person: Person, *, uow: UnitOfWork) -> OwnAccount:
    """That person's account, for whoever may see it."""
    drawn = await uow.batch_lines.where(person_id=person.id)
    batches = {one.id: one for one in await uow.batches.where(id=tuple({line.batch_id for line in drawn}))}
    months = _months(drawn, batches)
    kept = await _kept(person, uow)
    lines = [await _line(case, kept, person, uow) for case in await _cases(person, uow)]
    return OwnAccount(
        lines=tuple(replace(line, by_month=months.get(line.case.id, ())) for line in lines),
        postings=await uow.ledger.postings(person_id=person.id),
        month_of={one.id: one.month for one in batches.values()},
    )


def _months(
    lines: Iterable[BatchLine], batches: Mapping[int, Batch]
) -> Mapping[int, tuple[tuple[str, Money], ...]]:
    """By case, each month with what was withheld for it."""
    months: dict[tuple[int, str], Money] = {}
    for line in lines:
        batch, amount = batches[line.batch_id], line.amount if line.withheld is None else line.withheld
        if batch.is_final and amount.fen and not line.is_reward:
            key = (line.case_id, batch.month)
            months[key] = months.get(key, ZERO) + amount
    by_case: dict[int, tuple[tuple[str, Money], ...]] = {}
    for (case_id, month), amount in sorted(months.items(), key=itemgetter(0)):
        by_case[case_id] = (*by_case.get(case_id, ()), (month, amount))
    return by_case


@dataclass(frozen=True, slots=True)
class _Kept:
    """What there is of one person, by case: the latest notice and appeal, and what is owed."""

    notices: Mapping[int, Notice]
    appeals: Mapping[int, Appeal]
    owed: Mapping[int, Money]


async def _kept(person: Person, uow: UnitOfWork) -> _Kept:
    """All of it read at once: somebody may be named in thousands of cases."""
    owed: dict[int, Money] = {}
    for one in await uow.ledger.owed(person.id):
        owed[one.case_id] = owed.get(one.case_id, ZERO) + one.amount
    return _Kept(
        notices={one.case_id: one for one in await uow.notices.where(person_id=person.id)},
        appeals={one.case_id: one for one in await uow.appeals.where(person_id=person.id)},
        owed=owed,
    )


async def _cases(actor: Person, uow: UnitOfWork) -> list[Case]:
    """Where the actor is named or was given a notice; a reward is no secret once it is decided."""
    parties = {party.case_id: party for party in await uow.parties.where(person_id=actor.id)}
    noticed = {notice.case_id for notice in await uow.notices.where(person_id=actor.id)}
    named = tuple(sorted(parties.keys() | noticed))
    cases = reversed(await uow.cases.where(id=named) if named else ())
    return [case for case in cases if case.stage in DECIDED or not _is_restricted(parties.get(case.id))]


def _is_restricted(party: Party | None) -> bool:
    return party is not None and bool(party.details.get(RESTRICTED))


async def _line(case: Case, kept: _Kept, actor: Person, uow: UnitOfWork) -> OwnLine:
    notice = kept.notices.get(case.id)
    result = await _result(case, actor, uow)
    return OwnLine(
        case=case,
        notice=notice,
        appeal=kept.appeals.get(case.id),
        open_amount=kept.owed.get(case.id, ZERO),
        result=result,
        sanctions=_sanctions(case, result, uow),
        is_appeal_over=notice is not None and notice.is_appeal_over(uow.now),
    )


async def _result(case: Case, actor: Person, uow: UnitOfWork) -> PersonResult | None:
    figures = await read_figures(case.id, case.version, uow=uow) if case.stage in DECIDED else None
    results = figures.people if figures else ()
    return next((result for result in results if result.id == str(actor.id)), None)


def _sanctions(case: Case, result: PersonResult | None, uow: UnitOfWork) -> tuple[Label, ...]:
    if result is None or not result.sanctions:
        return ()
    measures = glossary_of(rulebook_of(case, uow=uow)).measures
    return tuple(measures[one] for one in result.sanctions if one in measures)
