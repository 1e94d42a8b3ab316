"""What is sealed of a person's month: the wage, and the limit that was computed from it."""

from dataclasses import dataclass

from core.model.money import Money


@dataclass(frozen=True, slots=True)
class WageNote:
    """A wage with its limit; no limit where no minimum wage was on record."""

    wage: Money
    limit: Money | None

    @classmethod
    def of(cls, text: str) -> "WageNote":
        """Read what `str` has written."""
        wage, _, limit = text.partition(" ")
        return cls(Money.of(wage), Money.of(limit) if limit else None)

    def __str__(self) -> str:
        return f"{self.wage} {self.limit}" if self.limit is not None else str(self.wage)
