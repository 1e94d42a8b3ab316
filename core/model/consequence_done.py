"""What a decided consequence of a missed deadline changed in its case, so that it can be taken back."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsequenceDone:
    """The case's version since then; the fact and what it was before; who was named; who led the case before.

    Empty and 0 where nothing of the kind was done.
    """

    version: int = 0
    fact: str = ""
    was: object = None
    person_id: int = 0
    led_by: int | None = None
    has_taken_over: bool = False
    was_accepted: bool = True

    @property
    def is_nothing(self) -> bool:
        """Whether the case stayed as it was."""
        return not (self.fact or self.has_taken_over)

    def kept(self) -> dict[str, object]:
        """As it is kept among a duty's answers."""
        return asdict(self)


def done_by(answers: Mapping[str, object]) -> ConsequenceDone:
    """What was done, as a duty's answers keep it; nothing where they keep none."""
    kept = answers.get("done")
    return ConsequenceDone(**kept) if isinstance(kept, dict) else ConsequenceDone()
