"""Who may not do a duty, for they did what it is to be kept apart from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from core.model.brief import BriefDuty
from core.model.duty import Duty
from core.ports import UnitOfWork


async def barred_from(duty: Duty, uow: UnitOfWork) -> frozenset[int]:
    """Who may not do the duty now: who finished it, or did what it is to be kept apart from."""
    apart = duty.data.get("not_by")
    finished = frozenset() if duty.finished_by is None else frozenset({duty.finished_by})
    if not isinstance(apart, list | tuple) or not apart:
        return finished
    same = {"case_id": duty.case_id, "site": duty.site, "rule": tuple(apart)}
    return finished.union(*(one.doers() for one in await uow.duties.where(**same)))


async def barred_from_each(duties: Sequence[BriefDuty], uow: UnitOfWork) -> Mapping[int, frozenset[int]]:
    """Of each duty who may not do it, as `barred_from` says of one."""
    doers = await _doers([duty for duty in duties if duty.apart], uow)
    barred = {}
    for duty in duties:
        finished = frozenset[int]() if duty.finished_by is None else frozenset({duty.finished_by})
        apart = (doers[duty.case_id, duty.site, rule] for rule in duty.apart_from()) if duty.apart else ()
        if finished or duty.apart:
            barred[duty.id] = finished.union(*apart)
    return barred


async def _doers(
    duties: Iterable[BriefDuty], uow: UnitOfWork
) -> Mapping[tuple[int | None, str, str], set[int]]:
    """Who had a hand in what these duties are kept apart from, by case, site and rule."""
    rules: dict[bool, set[str]] = {True: set(), False: set()}
    cases: set[int] = set()
    for duty in duties:
        rules[duty.case_id is None] |= set(duty.apart_from())
        cases |= set() if duty.case_id is None else {duty.case_id}
    found = defaultdict[tuple[int | None, str, str], set[int]](set)
    for of, which in ((tuple(cases), rules[False]), (None, rules[True])):
        for case_id, site, rule, person_id in await uow.waits.doers(of, tuple(which)) if which else ():
            found[case_id, site, rule].add(person_id)
    return found
