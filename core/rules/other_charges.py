"""Charges by shares of a pool, and fixed amounts."""

from core.model.assessment import Caution, Pending, Step
from core.model.fault import Fault
from core.model.money import Money, largest_remainder
from core.model.rate import WHOLE, half_up
from core.rulebook.circumstances import Party
from core.rulebook.compiled import Ruled
from core.rulebook.figures import AmountRange, FromFact, FromSetting
from core.rulebook.gate import value_of
from core.rulebook.money_rules import FixedCharge, ShareCharge, Split
from core.rules.apportionment import Part, row_in_force
from core.rules.charging import Bill
from core.rules.people_parts import parts_of_pool
from core.rules.span import NOTHING, UNKNOWN, Span, known
from core.rules.tally import line_of


def apply_share(bill: Bill, ruled: Ruled[ShareCharge]) -> None:
    """Share base times rate among the parties; the amounts add up to the pool."""
    row = ruled.row
    split = row_in_force(bill.rulebook, bill.case, "people")
    members = bill.parties(row.roles)
    if split is None or not members:
        return
    pool = None if bill.base is None else half_up(bill.base * row.rate, WHOLE)
    parts = _parts(bill, split, members, is_nothing=pool == 0)
    amounts = _amounts(pool, parts, members)
    for party in members:
        amount = amounts[party.place]
        steps = _share_steps(pool, parts[party.place], amount)
        bill.tallies[party.place].charge(
            row.effect, amount, line_of(row.clause, row.effect, amount, steps, row.account)
        )
    if pool:
        bill.findings.lean_on(row.reading, row.clause)


def _parts(bill: Bill, split: Split, members: list[Party], *, is_nothing: bool) -> dict[int, Part | None]:
    if is_nothing:
        return {party.place: (0, 1) for party in members}
    return parts_of_pool(split, members, bill.findings)


def _amounts(pool: int | None, parts: dict[int, Part | None], members: list[Party]) -> dict[int, Span]:
    if pool == 0:
        return dict.fromkeys(parts, NOTHING)
    if pool is None:
        return dict.fromkeys(parts, UNKNOWN)
    known_parts = {place: part for place, part in parts.items() if part is not None}
    if len(known_parts) < len(parts):
        return _open_amounts(pool, parts)
    order = sorted(members, key=lambda party: (party.named.id, party.role))
    weights = [known_parts[party.place][0] for party in order]
    fen = largest_remainder(pool, weights) if sum(weights) else (0,) * len(weights)
    return {party.place: known(part) for party, part in zip(order, fen, strict=True)}


def _open_amounts(pool: int, parts: dict[int, Part | None]) -> dict[int, Span]:
    given = sum(part[0] for part in parts.values() if part is not None)
    rest = -(-pool * max(0, WHOLE - given) // WHOLE)
    return {
        place: Span(0, rest, True)
        if part is None
        else Span(pool * part[0] // part[1], -(-pool * part[0] // part[1]), True)
        for place, part in parts.items()
    }


def _share_steps(pool: int | None, part: Part | None, amount: Span) -> tuple[Step, ...]:
    opening: tuple[Step, ...] = () if pool is None else (("base", (pool,)),)
    if part is not None:
        opening = (*opening, ("share", (half_up(part[0] * WHOLE, part[1]),)))
    if amount.low is None or amount.high is None:
        return (*opening, ("unknown", ()))
    return (*opening, ("between", (amount.low, amount.high))) if amount.is_open else opening


def apply_fixed(bill: Bill, ruled: Ruled[FixedCharge]) -> None:
    """Charge a fixed amount to each party, or once to all of the role together."""
    row = ruled.row
    members = sorted(bill.parties(row.roles), key=lambda party: party.named.id)
    shares = {party.place: _fixed(bill, row, party) for party in members}
    if row.per == "group":
        shares = _once(shares)
    for party in members:
        amount, steps = shares[party.place]
        times = _times(bill, row, party)
        if times != 1:
            amount, steps = _multiplied(amount, times), (*steps, ("times", (times,)))
        _book(bill, row, party, amount, steps)


Fixed = tuple[Span, tuple[Step, ...]]


def _fixed(bill: Bill, row: FixedCharge, party: Party) -> Fixed:
    figure = row.amount
    if isinstance(figure, Money):
        return known(figure.fen), (("fixed", (figure.fen,)),)
    if isinstance(figure, AmountRange):
        return _chosen(bill, row, figure)
    if isinstance(figure, FromSetting):
        return _from_setting(bill, figure)
    return _from_fact(bill, row, figure, party)


def _chosen(bill: Bill, row: FixedCharge, figure: AmountRange) -> Fixed:
    low, high = figure.from_, figure.to
    choice = value_of(figure.at, bill.case, None)
    if not isinstance(choice, int):
        limits = (str(low), str(high))
        bill.findings.ask(Pending(figure.at.rpartition(".")[2], row.clause, limits=limits, decider=figure.by))
        return Span(low.fen, high.fen, True), (("amount_range", (low.fen, high.fen, figure.by)),)
    if not low.fen <= choice <= high.fen:
        allowed = f"is outside {low}..{high}"
        bill.findings.faults.append(Fault(f"facts.{figure.at}", str(Money(choice)), allowed, row.clause))
    return known(choice), (("chosen_amount", (choice, low.fen, high.fen)),)


def _from_setting(bill: Bill, figure: FromSetting) -> Fixed:
    value = bill.case.settings.get(figure.setting)
    if isinstance(value, int):
        return known(value), (("fixed", (value,)),)
    bill.findings.missing_settings[figure.setting] = None
    return UNKNOWN, (("unknown", ()),)


def _from_fact(bill: Bill, row: FixedCharge, figure: FromFact, party: Party) -> Fixed:
    value = value_of(figure.fact, bill.case, party)
    if isinstance(value, int):
        return known(value), (("fixed", (value,)),)
    name = figure.fact.rpartition(".")[2]
    person = party.named.id if figure.fact.startswith("person.") else None
    bill.findings.ask(Pending(name, row.clause, person=person))
    return Span(0, None, True), (("unknown", ()),)


def _once(shares: dict[int, Fixed]) -> dict[int, Fixed]:
    count = len(shares)
    if count <= 1:
        return shares
    whole, steps = next(iter(shares.values()))
    if whole.low is None or whole.high is None:
        return shares
    even = [1] * count
    lows, highs = largest_remainder(whole.low, even), largest_remainder(whole.high, even)
    steps = (*steps, ("split_once", (whole.high, count)))
    ends = zip(shares, lows, highs, strict=True)
    return {place: (Span(low, high, whole.is_open), steps) for place, low, high in ends}


def _times(bill: Bill, row: FixedCharge, party: Party) -> int:
    if row.times is None:
        return 1
    value = value_of(row.times, bill.case, party)
    return value if isinstance(value, int) else 0


def _multiplied(amount: Span, times: int) -> Span:
    low = None if amount.low is None else amount.low * times
    high = None if amount.high is None else amount.high * times
    return Span(low, high, amount.is_open)


def _book(bill: Bill, row: FixedCharge, party: Party, amount: Span, steps: tuple[Step, ...]) -> None:
    tally = bill.tallies[party.place]
    if row.combine == "raise_to":
        if tally.compensation.high == 0:
            return
        amount, steps = _raise(tally.compensation, amount, steps)
    if row.legal_review:
        bill.findings.warn(Caution("legal_review", clause=row.clause))
    if amount.high != 0 or row.combine == "raise_to":
        bill.findings.lean_on(row.reading, row.clause)
    tally.charge(row.effect, amount, line_of(row.clause, row.effect, amount, steps, row.account))


def _raise(before: Span, goal: Span, steps: tuple[Step, ...]) -> Fixed:
    """Return what is missing to the goal; nothing where the amount already reaches it."""
    if goal.low is None or before.low is None or before.high is None:
        return UNKNOWN, steps
    if goal.high is None or before.is_open:
        high = None if goal.high is None else max(0, goal.high - before.low)
        return Span(max(0, goal.low - before.high), high, True), steps
    more = max(0, goal.high - before.high)
    name = "raised" if more else "not_raised"
    return known(more), (*steps, (name, (before.high, goal.high)))
