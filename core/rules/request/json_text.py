"""Reading JSON text: repeated keys and anything that is no JSON are faults, floats are kept to be refused."""

import json
from collections import Counter
from collections.abc import Iterator

from core.model.fault import BadRequest, Fault
from core.rules.request.shown import Float, shown

Pairs = list[tuple[str, object]]


class _Repeating(dict[str, object]):
    """An object in which keys stand more than once."""

    def __init__(self, pairs: Pairs) -> None:
        super().__init__(pairs)
        self.again = [key for key, times in Counter(key for key, _ in pairs).items() if times > 1]


def _read_json(text: str) -> object:
    """Return the value of a JSON text; raises BadRequest with what is wrong and where."""
    repeating: list[_Repeating] = []

    def table(pairs: Pairs) -> dict[str, object]:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        repeating.append(_Repeating(pairs))
        return repeating[-1]

    try:
        value = json.loads(text, object_pairs_hook=table, parse_float=Float, parse_constant=Float)
    except json.JSONDecodeError as fault:
        where = f"line {fault.lineno}, column {fault.colno}"
        raise _bad(f"is not JSON ({fault.msg}, {where});", "allowed is one JSON object") from fault
    except (RecursionError, ValueError) as fault:
        raise _bad("is nested too deep or holds too long a number;", "allowed is one JSON object") from fault
    if repeating:
        raise BadRequest(tuple(_repeated(value)))
    return value


def read_json_object(text: str) -> dict[str, object]:
    """Return the object of a JSON text; raises BadRequest for anything else."""
    value = _read_json(text)
    if not isinstance(value, dict):
        raise _bad("is not an object;", "allowed is one JSON object")
    return value


def _repeated(value: object) -> Iterator[Fault]:
    """Name every repeated key by its path; no recursion here, for a text may be nested deep."""
    waiting = [("", value)]
    while waiting:
        path, one = waiting.pop()
        if isinstance(one, _Repeating):
            for key in one.again:
                yield Fault(_at(path, key), "stands more than once;", "allowed is each key once")
        if isinstance(one, dict):
            waiting += reversed([(_at(path, key), entry) for key, entry in one.items()])
        if isinstance(one, list):
            waiting += reversed([(f"{path}[{place}]", entry) for place, entry in enumerate(one)])


def _at(path: str, key: str) -> str:
    return f"{path}.{shown(key)}" if path else shown(key)


def _bad(found: str, allowed: str) -> BadRequest:
    return BadRequest((Fault("request", found, allowed),))
