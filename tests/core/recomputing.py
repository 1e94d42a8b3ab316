"""Computes a line of the trace once more, from nothing but its steps."""

from collections.abc import Callable, Mapping
from typing import Final

from core.model.assessment import Line, Step
from core.model.rate import WHOLE, half_up

Ends = tuple[int, int]
"""The lowest and the highest fen that the steps allow."""


def recomputed(line: Line) -> Ends | None:
    """The ends of the amount; None where a step says that the amount is not known, or is none."""
    ends: Ends | None = None
    for name, inputs in line.steps:
        if name in {"unknown", "measure", "account_points"}:
            return None
        ends = _after(name, [one for one in inputs if isinstance(one, int)], ends)
    return ends


def _after(name: str, inputs: list[int], before: Ends | None) -> Ends | None:
    if name in _STARTS:
        return _STARTS[name](inputs)
    return _CHANGES[name](inputs, before) if before is not None and name in _CHANGES else before


def _shared(share: int, pool: Ends) -> Ends:
    """A share is shown to a millionth, and the odd fen may go either way."""
    return pool[0] * max(0, share - 1) // WHOLE, -(-pool[1] * (share + 1) // WHOLE)


_STARTS: Final[Mapping[str, Callable[[list[int]], Ends]]] = {
    **dict.fromkeys(
        ("base", "of_fact", "fixed", "of_amounts", "chosen_amount"), lambda found: (found[0], found[0])
    ),
    "pool": lambda found: (found[1], found[1]),
    "result": lambda found: (found[2], found[2]),
    **dict.fromkeys(("between", "amount_range"), lambda found: (found[0], found[1])),
    "split_once": lambda found: (found[0] // found[1], -(-found[0] // found[1])),
    **dict.fromkeys(("raised", "not_raised"), lambda found: (max(0, found[1] - found[0]),) * 2),
}
_CHANGES: Final[Mapping[str, Callable[[list[int], Ends], Ends]]] = {
    "times": lambda found, ends: (ends[0] * found[0], ends[1] * found[0]),
    "share": lambda found, ends: _shared(found[0], ends),
    "cap": lambda found, ends: (min(ends[0], found[0]), min(ends[1], found[0])),
    "floor": lambda found, ends: (max(ends[0], found[0]), max(ends[1], found[0])),
}


def exact_of(steps: tuple[Step, ...]) -> tuple[int, int] | None:
    """What a rate of a whole base comes to by its steps, and by the step that says so; None for other lines."""
    named = dict(steps)
    if "result" not in named or "part" in named or not {"base", "of_fact"} & named.keys():
        return None
    base = next(value for value in (named.get("base") or named["of_fact"]) if isinstance(value, int))
    rate, exact, _ = named["result"]
    factor = next((inputs[0] for name, inputs in steps if name == "factor"), WHOLE)
    assert isinstance(rate, int)
    assert isinstance(exact, int)
    assert isinstance(factor, int)
    return base * rate * factor // WHOLE, exact


def rounded(exact: int) -> int:
    """Millionths of a fen, rounded half up."""
    return half_up(exact, WHOLE)
