"""Reading JSON text: duplicate keys and anything that is no JSON are faults, floats are kept to be refused."""

import json
from collections import Counter

from core.model.fault import BadRequest, Fault


class Duplicate(ValueError):
    """A key stands twice in one object."""


def read_json(text: str) -> object:
    """Return the value of a JSON text; raises BadRequest with what is wrong and where."""
    try:
        return json.loads(text, object_pairs_hook=_object)
    except Duplicate as fault:
        raise _bad(f"the key {fault} stands twice;", "allowed is each key once") from fault
    except json.JSONDecodeError as fault:
        where = f"line {fault.lineno}, column {fault.colno}"
        raise _bad(f"is not JSON ({fault.msg}, {where});", "allowed is one JSON object") from fault
    except (RecursionError, ValueError) as fault:
        raise _bad("is nested too deep or holds too long a number;", "allowed is one JSON object") from fault


def read_json_object(text: str) -> dict[str, object]:
    """Return the object of a JSON text; raises BadRequest for anything else."""
    value = read_json(text)
    if not isinstance(value, dict):
        raise _bad("is not an object;", "allowed is one JSON object")
    return value


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) < len(pairs):
        (key, _), *_others = Counter(key for key, _ in pairs).most_common()
        raise Duplicate(ascii(key))
    return table


def _bad(found: str, allowed: str) -> BadRequest:
    return BadRequest((Fault("request", found, allowed),))
