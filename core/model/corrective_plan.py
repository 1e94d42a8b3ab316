"""How the cause of a case is corrected (8D): the team, why it happened, whether it helped, what was learnt."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

# as many times as one asks why
MOST_WHYS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectivePlan:
    """One plan a case and round; what is agreed in it to be done are duties of the case, see `core/model/duty.py`.

    `team` are persons beside the investigator, who leads. `problem` is empty while the complaint's own words do. `whys`
    go from the fault down to its root; `cause_class` is the class that causes are counted by, whatever their rulebook
    calls them. `effect` is what somebody who did none of it found on checking. `round` is 2 once the fault came back,
    and so on; an earlier round stays as it was. `watched_until` is the last day on which the bot looks for the fault
    coming back; None while the case is open. `version` counts the plan's own changes.
    """

    id: int = 0
    case_id: int
    team: tuple[int, ...] = ()
    problem: str = ""
    whys: tuple[str, ...] = ()
    cause_class: str = ""
    effect: str = ""
    effect_by: int | None = None
    effect_at: datetime | None = None
    lessons: str = ""
    round: int = 1
    opened_by: int
    opened_at: datetime
    watched_until: date | None = None
    version: int = 1
