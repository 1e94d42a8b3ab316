"""The investigator corrects the day of the incident: the edition of the new day holds, and confirmations are void."""

from dataclasses import replace
from datetime import date

from core.actions.case.change_case import change_case
from core.actions.case.open_for_change import open_for_change
from core.actions.rulebook.put_under import put_under
from core.errors import NotAllowed
from core.model.case import Case
from core.model.company import InForce
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.case.case_kinds import kind_said
from core.rules.typed.date_text import date_in


async def correct_incident_day(case_id: int, text: str, *, actor: Person, uow: UnitOfWork) -> Dossier:
    """The case with that day, under what was in force on it; everything is assessed anew.

    What was entered stays, as far as the rulebook of the new day asks for it. NotAllowed for a text that is no
    day, for a day to come, and for one on which no rulebook was in force.
    """
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    case = dossier.case
    day = date_in(text, dossier.day)
    entry = _held_on(dossier, day)
    if entry is None:
        raise NotAllowed("no_rulebook_in_force", site_name=uow.company.site(case.site).name, day=day)
    dated = replace(case, occurred_on=day, is_occurred_known=True)
    moved = put_under(dated, entry.rulebook, uow=uow)
    return await change_case(
        replace(dossier, case=moved), "incident_day_corrected", actor=actor, uow=uow, facts=_logged(moved)
    )


def _held_on(dossier: Dossier, day: date) -> InForce | None:
    """What holds on that day for the department and the kind of case that the present rulebook is for."""
    case, company = dossier.case, dossier.company
    present = company.holding(case.site, case.rulebook, case.occurred_on)
    if present is None:
        return company.holds(case.site, None, day, kind_said(case.answers, company, case.site, day))
    return company.holds(case.site, present.department, day, present.kind)


def _logged(case: Case) -> dict[str, object]:
    return {
        "day": case.occurred_on.isoformat(),
        "rulebook": case.rulebook,
        "edition": case.edition,
        "sha256": case.edition_sha256,
    }
