"""What the rulebook that a complaint will stand under asks of it."""

from dataclasses import replace
from datetime import date

from core.actions.rulebook.rulebook_in_force import rulebook_in_force
from core.model.case import Case
from core.model.draft import Draft
from core.model.evidence import Holder, Storing
from core.ports import UnitOfWork
from core.rules.case.case_kinds import CASE_KIND, kind_field, kind_said
from core.rules.draft.draft_day import day_of
from core.rules.draft.intake_asked import NOTHING, IntakeAsked, asked_by
from core.rules.draft.intake_gaps import given_in


async def intake_in_force(draft: Draft, *, uow: UnitOfWork) -> IntakeAsked:
    """The fields and channels of the site's rulebook on the day of the incident; nothing where none is in force.

    Where rulebooks hold for several kinds of case, the first question is which kind this one is.
    """
    site = draft.fields["site"]
    day, _ = day_of(draft, uow.company.zone(site))
    kind = kind_said(given_in(draft), uow.company, site, day)
    rulebook = rulebook_in_force(site, day, kind, uow)
    asked = await _asked(rulebook, day, Holder.DRAFT, draft.id, uow=uow)
    return replace(asked, fields={**kind_field(uow.company, site, day), **asked.fields})


async def intake_of(case: Case, *, uow: UnitOfWork) -> IntakeAsked:
    """The fields and channels of the case's own rulebook; nothing while it has none."""
    asked = await _asked(case.rulebook, case.occurred_on, Holder.CASE, case.id, uow=uow)
    if CASE_KIND not in case.answers:
        return asked
    return replace(asked, fields={**kind_field(uow.company, case.site, case.occurred_on), **asked.fields})


async def _asked(rulebook: str, day: date, holder: Holder, key: int, *, uow: UnitOfWork) -> IntakeAsked:
    if not rulebook:
        return NOTHING
    edition = uow.rulebooks.on(rulebook, day).edition
    asked = asked_by(edition)
    if not asked.asks_for_files():
        return asked
    pieces = await uow.evidence.where(holder=holder, holder_id=key)
    return asked_by(edition, has_files=any(piece.storing is not Storing.NO_FILE for piece in pieces))
