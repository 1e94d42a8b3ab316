"""What one party owes while the charges are applied, rule by rule."""

from dataclasses import dataclass, field

from core.model.assessment import Line, PersonResult, Step
from core.model.money import Money
from core.rulebook.circumstances import Party
from core.rules.span import NOTHING, Span


@dataclass(slots=True)
class Tally:
    """The running account of one party."""

    party: Party
    compensation: Span = NOTHING
    fine: Span = NOTHING
    reward: Span = NOTHING
    points: int = 0
    sanctions: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    uses_rate: bool = False

    def charge(self, effect: str, amount: Span, line: Line) -> None:
        """Add an amount with its line."""
        if effect == "compensation":
            self.compensation = self.compensation.plus(amount)
        elif effect == "fine":
            self.fine = self.fine.plus(amount)
        else:
            self.reward = self.reward.plus(amount)
        self.lines.append(line)

    def result(self) -> PersonResult:
        """Return the account as the answer shows it."""
        owed = self.compensation.plus(self.fine)
        return PersonResult(
            id=self.party.named.id,
            role=self.party.role,
            amount=None if owed.is_open else _money(owed.low),
            amount_min=_money(owed.low),
            amount_max=_money(owed.high),
            reward=None if self.reward.is_open else _money(self.reward.low),
            points=self.points,
            sanctions=tuple(self.sanctions),
            lines=tuple(self.lines),
        )


def line_of(
    clause: str, effect: str, amount: Span, steps: tuple[Step, ...], account: str | None = None
) -> Line:
    """Write one line of the account."""
    exact = None if amount.is_open else _money(amount.low)
    low, high = amount.low, amount.high
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Line(clause, effect, exact, _money(low), _money(high), steps, account)


def _money(fen: int | None) -> Money | None:
    return None if fen is None else Money(fen)
