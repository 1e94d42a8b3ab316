"""Charges by shares of a pool: the amounts add up to it."""

from core.model.assessment import Step
from core.model.money import largest_remainder
from core.model.rate import WHOLE, half_up
from core.rulebook.circumstances import Party
from core.rulebook.compiled import Ruled
from core.rulebook.money_rules import ShareCharge, Split
from core.rules.apportionment import Part, row_in_force
from core.rules.charging import Bill
from core.rules.people_parts import check_pool, parts_of_pool
from core.rules.span import NOTHING, UNKNOWN, Span, known
from core.rules.tally import line_of


def apply_share(bill: Bill, ruled: Ruled[ShareCharge]) -> None:
    """Share base times rate among the parties; the amounts add up to the pool."""
    row = ruled.row
    split = row_in_force(bill.rulebook, bill.case, "people")
    members = bill.parties(row.roles)
    pool = None if bill.base is None else half_up(bill.base * row.rate, WHOLE)
    parts = _parts(bill, split, members, is_nothing=pool == 0)
    amounts = _amounts(pool, parts, members)
    for party in members:
        amount = amounts[party.place]
        steps = _share_steps(pool, parts[party.place], amount)
        bill.tallies[party.place].charge(
            row.effect, amount, line_of(row.clause, row.effect, amount, steps, row.account)
        )
    if pool and members:
        bill.findings.lean_on(row.reading, row.clause)


def _parts(
    bill: Bill, split: Split | None, members: list[Party], *, is_nothing: bool
) -> dict[int, Part | None]:
    if split is None:
        return {party.place: (0, 1) if is_nothing else None for party in members}
    if not is_nothing:
        return parts_of_pool(split, members, bill.findings)
    check_pool(split, members, bill.findings)
    return {party.place: (0, 1) for party in members}


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
