"""A deadline was missed: what its clause says follows is put before who may decide it, never charged by itself."""

from core.actions.duty.read_duty import book_of
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.deadline.behind_clock import BehindClock
from core.rules.deadline.line_above import line_above
from core.rules.deadline.reminded import admins_of
from core.rules.duty.office_roles import office_role
from core.screens.consequence import consequence_asked

CONSEQUENCE = "consequence"


async def propose_consequence(about: BehindClock, *, uow: UnitOfWork) -> None:
    """Once for each duty; nothing where the edition names no consequence, or somebody has finished in time."""
    late = about.duty
    if late is None or not late.is_demanded or late.finished_by is not None:
        return
    deadline = book_of(late, uow=uow).edition.deadlines.get(about.clock.rule)
    missed = deadline.missed if deadline else None
    key = f"{CONSEQUENCE}:{late.key}"
    if missed is None or await uow.duties.one(key=key) is not None:
        return
    role = office_role(missed.by, about.clock.rulebook, uow.company)
    decider = _decider(about, about.roster.holding(role, late.site))
    duty = await uow.duties.add(
        Duty(
            case_id=late.case_id,
            kind=CONSEQUENCE,
            owner_id=decider.id if decider else None,
            data={
                "of": late.id,
                "late": late.data["label"],
                "label": missed.label.model_dump(by_alias=True, exclude_none=True),
                "due": about.clock.due_at.isoformat(),
                "rule": about.clock.rule,
                "rulebook": late.data["rulebook"],
                "on": late.data["on"],
                "asked": [one.id for one in about.asked],
                "names": list(about.names()),
            },
            clause=missed.clause or about.clock.clause,
            opened_at=uow.now,
            key=key,
            site=late.site,
        )
    )
    facts = {"duty": duty.id, "of": late.id, "decider": duty.owner_id}
    await uow.log.write(LogRow(act="consequence_asked", case_id=duty.case_id, facts=facts))
    if decider:
        await uow.outbox.tell(decider, consequence_asked(duty, about.case))


def _decider(about: BehindClock, holders: tuple[Person, ...]) -> Person | None:
    """Who holds that office, can be reached and is neither late nor named; else the nearest superior, or an admin."""
    late, roster = {one.id for one in about.asked}, about.roster
    barred = roster.party_ids | late
    free = (one for one in holders if one.can_be_told() and one.id not in barred)
    above = line_above(about.asked[0], roster, late) if about.asked else ()
    return next(iter((*free, *above, *admins_of(roster))), None)
