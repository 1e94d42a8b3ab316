"""What of the intake can still be filled in on a registered case."""

from typing import Final

from core.model.case import Case
from core.rules.case.case_kinds import CASE_KIND
from core.rules.draft.intake_asked import IntakeAsked
from core.rules.draft.intake_gaps import IntakeGap, given_by, intake_gaps

# said elsewhere: the day decides the edition, the kind the rulebook, and no case is without a subject
_ELSEWHERE: Final = ("occurred_on", "subject", CASE_KIND)


def gaps_of(case: Case, asked: IntakeAsked) -> tuple[IntakeGap, ...]:
    """What is required and still missing."""
    return tuple(gap for gap in intake_gaps(given_by(case), asked) if gap.field not in _ELSEWHERE)


def fields_to_fill(case: Case, asked: IntakeAsked) -> tuple[str, ...]:
    """What is missing, then the rulebook's own fields, which may be answered anew."""
    missing = (gap.field for gap in gaps_of(case, asked))
    own = (field for field in asked.own() if field not in _ELSEWHERE)
    return tuple(dict.fromkeys((*missing, *own)))
