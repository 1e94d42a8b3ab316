"""A named task with an owner."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from core.model.label import Label
from core.model.roles import Role

# what a rulebook's clause demands, and a clock of it that runs; all other kinds are asked for by the bot itself
RULEBOOK_DUTY: Final = "rulebook_duty"
RULEBOOK_DEADLINE: Final = "rulebook_deadline"
# what the people of a case have agreed to do about its cause
CORRECTIVE_ACTION: Final = "corrective_action"
# somebody signs for themself in the form of another duty
SIGNATURE: Final = "signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One thing somebody must do; `kind` is the key of its words, `data` fills them.

    One that a rulebook demands has the id of its `rule`, the `role` whose holders at the `site` may do it, and a
    `key` that opens it once only: for its case, or for the period of the calendar. `answers` are its form so far,
    `version` counts their editions. Who is done has `finished` it; where a second person must agree, it is `done`
    only then. What is done by nobody fell away. An agreed action waits for `owner_id`: for whoever is to do it,
    then for whoever is to verify it.
    """

    id: int = 0
    case_id: int | None = None
    kind: str
    owner_id: int | None
    data: Mapping[str, object] = field(default_factory=dict)
    clause: str = ""
    opened_at: datetime
    due_at: datetime | None = None
    done_at: datetime | None = None
    done_by: int | None = None
    key: str | None = None
    rule: str = ""
    site: str = ""
    role: Role | None = None
    answers: Mapping[str, object] = field(default_factory=dict)
    version: int = 1
    finished_at: datetime | None = None
    finished_by: int | None = None

    @property
    def is_demanded(self) -> bool:
        """Whether a rulebook demands it."""
        return self.kind in (RULEBOOK_DUTY, RULEBOOK_DEADLINE)

    @property
    def is_planned(self) -> bool:
        """Whether the people of its case agreed on it."""
        return self.kind == CORRECTIVE_ACTION

    @property
    def has_card(self) -> bool:
        """Whether it has a card with a form and evidence of its own."""
        return self.is_demanded or self.is_planned

    @property
    def has_fallen_away(self) -> bool:
        """Whether it is no longer asked for, though nobody has done it."""
        return self.done_at is not None and self.done_by is None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done, or to be agreed to by a second person."""
        return self.done_at is None

    @property
    def is_gate(self) -> bool:
        """Whether its case stays open until it is done."""
        return bool(self.data.get("gate"))

    @property
    def label(self) -> Label:
        """What is to be done, in the words of the edition that demanded it or of whoever agreed on it."""
        return Label.model_validate(self.data["label"])

    def doers(self) -> frozenset[int]:
        """Who had a hand in doing it."""
        return frozenset(one for one in (self.finished_by, self.done_by) if one is not None)
