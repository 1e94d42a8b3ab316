"""What one party owes while the charges are applied, rule by rule."""

from msgspec import Struct, field

from core.model.assessment import Line, PersonResult, Step
from core.model.money import Money
from core.rulebook.circumstances import Party
from core.rules.assessment.span import NOTHING, Span


class Tally(Struct):
    """The running account of one party."""

    party: Party
    compensation: Span = NOTHING
    fine: Span = NOTHING
    reward: Span = NOTHING
    points: int = 0
    sanctions: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    uses_rate: bool = False
    uses_share: bool = False
    uses_factor: bool = False

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
        amount, low, high = _ends(self.compensation.plus(self.fine))
        reward, _, _ = _ends(self.reward)
        return PersonResult(
            id=self.party.named.id,
            role=self.party.role,
            amount=amount,
            amount_min=low,
            amount_max=high,
            reward=reward,
            points=self.points,
            sanctions=tuple(self.sanctions),
            lines=tuple(self.lines),
        )


def line_of(
    clause: str, effect: str, amount: Span, steps: tuple[Step, ...], account: str | None = None
) -> Line:
    """Write one line of the account."""
    exact, low, high = _ends(amount)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Line(clause, effect, exact, low, high, steps, account)


def _ends(amount: Span) -> tuple[Money | None, Money | None, Money | None]:
    """Return the amount, None while it is open, and its two ends."""
    low = _money(amount.low)
    if not amount.is_open:
        return low, low, low
    return None, low, _money(amount.high)


def _money(fen: int | None) -> Money | None:
    return None if fen is None else Money(fen)
