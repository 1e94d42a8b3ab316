"""Charges by shares of a pool: the amounts add up to it."""

from math import lcm

from core.model.assessment import Pending, Step
from core.model.money import largest_remainder
from core.model.rate import WHOLE, half_up
from core.rulebook.circumstances import Party
from core.rulebook.compiled import Ruled
from core.rulebook.money_rules import ShareCharge, Split
from core.rules.assessment.apportionment import NONE, row_in_force
from core.rules.assessment.charging import Bill
from core.rules.assessment.people_parts import check_pool, parts_of_pool
from core.rules.assessment.role_parts import Parts, parts_by_role
from core.rules.assessment.shares import shares_of
from core.rules.assessment.span import NOTHING, UNKNOWN, Span, known
from core.rules.assessment.tally import line_of


def apply_share(bill: Bill, ruled: Ruled[ShareCharge]) -> None:
    """Share base times rate among the parties; the amounts add up to the pool."""
    row = ruled.row
    split = row_in_force(bill.rulebook, bill.case, "people")
    members = bill.parties(row.roles)
    pool = None if bill.base is None else half_up(bill.base * row.rate, WHOLE)
    parts = _parts(bill, split, members, is_nothing=pool == 0)
    amounts = _amounts(pool, parts, members)
    opening = _opening_steps(bill, row, pool, split)
    for party in members:
        amount, tally = amounts[party.place], bill.tallies[party.place]
        steps = _share_steps(opening, None if pool == 0 else parts[party.place], amount)
        tally.uses_share = True
        tally.charge(row.effect, amount, line_of(row.clause, row.effect, amount, steps, row.account))
    if pool and members:
        bill.findings.lean_on(row.reading, row.clause)
    if pool and split is not None:
        bill.findings.lean_on(split.reading, split.clause)


def _parts(bill: Bill, split: Split | None, members: list[Party], *, is_nothing: bool) -> Parts:
    if split is None:
        return {party.place: NONE if is_nothing else None for party in members}
    if split.shares == "entered":
        return _entered(bill, split, members, is_nothing=is_nothing)
    if is_nothing:
        return {party.place: NONE for party in members}
    shares = shares_of(bill.rulebook, bill.case, split, bill.findings)
    if shares is None:
        return {party.place: None for party in members}
    return parts_by_role(split, shares, members, bill.findings)


def _entered(bill: Bill, split: Split, members: list[Party], *, is_nothing: bool) -> Parts:
    if not is_nothing:
        if not (members or bill.lacking(split.among)):
            bill.findings.ask(Pending("person", split.clause, decider=split.by))
        return parts_of_pool(split, members, bill.findings)
    check_pool(split, members, bill.findings)
    return {party.place: NONE for party in members}


def _amounts(pool: int | None, parts: Parts, members: list[Party]) -> dict[int, Span]:
    if pool == 0:
        return dict.fromkeys(parts, NOTHING)
    if pool is None:
        return dict.fromkeys(parts, UNKNOWN)
    known_parts = {place: part for place, part in parts.items() if part is not None}
    if len(known_parts) < len(parts):
        return _open_amounts(pool, parts)
    order = [party.place for party in sorted(members, key=lambda party: (party.named.id, party.role))]
    order += sorted((place for place in parts if place < 0), reverse=True)
    whole = lcm(*(known_parts[place][1] for place in order))
    weights = [known_parts[place][0] * (whole // known_parts[place][1]) for place in order]
    fen = largest_remainder(pool, weights) if sum(weights) else (0,) * len(weights)
    return {place: known(part) for place, part in zip(order, fen, strict=True)}


def _open_amounts(pool: int, parts: Parts) -> dict[int, Span]:
    given = sum(part[0] for part in parts.values() if part is not None)
    rest = -(-pool * max(0, WHOLE - given) // WHOLE)
    return {
        place: Span(0, rest, True)
        if part is None
        else Span(pool * part[0] // part[1], -(-pool * part[0] // part[1]), True)
        for place, part in parts.items()
    }


def _opening_steps(bill: Bill, row: ShareCharge, pool: int | None, split: Split | None) -> tuple[Step, ...]:
    """Say what is shared, and which row shares it."""
    if pool is None or bill.base is None:
        return ()
    steps: tuple[Step, ...] = (("base", (bill.base,)),)
    if row.rate != WHOLE:
        steps = (*steps, ("pool", (row.rate, pool)))
    if split is not None and split.result is not None:
        steps = (*steps, ("liable", (split.clause,)))
    return steps


def _share_steps(opening: tuple[Step, ...], part: tuple[int, int] | None, amount: Span) -> tuple[Step, ...]:
    if part is not None:
        opening = (*opening, ("share", (half_up(part[0] * WHOLE, part[1]),)))
    if amount.low is None or amount.high is None:
        return (*opening, ("unknown", ()))
    return (*opening, ("between", (amount.low, amount.high))) if amount.is_open else opening
