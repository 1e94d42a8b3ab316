"""What the rulebook that a complaint will stand under asks of it."""

from datetime import date

from core.actions.rulebook_in_force import rulebook_in_force
from core.model.case import Case
from core.model.draft import Draft
from core.model.evidence import Holder, Storing
from core.ports import UnitOfWork
from core.rules.draft_day import day_of
from core.rules.intake_asked import NOTHING, IntakeAsked, asked_by


async def intake_in_force(draft: Draft, *, uow: UnitOfWork) -> IntakeAsked:
    """The fields and channels of the site's rulebook on the day of the incident; nothing where none is in force."""
    site = draft.fields["site"]
    day, _ = day_of(draft, uow.company.zone(site))
    rulebook, _ = rulebook_in_force(site, day, uow)
    return await _asked(rulebook, day, Holder.DRAFT, draft.id, uow=uow)


async def intake_of(case: Case, *, uow: UnitOfWork) -> IntakeAsked:
    """The fields and channels of the case's own rulebook; nothing while it has none."""
    return await _asked(case.rulebook, case.occurred_on, Holder.CASE, case.id, uow=uow)


async def _asked(rulebook: str, day: date, holder: Holder, key: int, *, uow: UnitOfWork) -> IntakeAsked:
    if not rulebook:
        return NOTHING
    edition = uow.rulebooks.on(rulebook, day).edition
    asked = asked_by(edition)
    if not asked.asks_for_files():
        return asked
    pieces = await uow.evidence.where(holder=holder, holder_id=key)
    return asked_by(edition, has_files=any(piece.storing is not Storing.NO_FILE for piece in pieces))
