"""A recorded case under another edition: what it would have come to, or why that edition cannot answer it."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from core.assess import assess
from core.model.assessment import Assessment
from core.model.fault import BadRequest, Fault
from core.model.money import Money
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.fault_paths import keys_in, path_of
from core.rulebook.toml_lines import Keys

_LOOSE = frozenset({"facts", "settings", "events"})
"""Tables of a request in which another rulebook may know less."""
_OF_PERSON = frozenset({"id", "role"})
"""What a person must keep; all else of them may be unknown to another rulebook."""
_MEASURED = ("person_hours", "vehicle_hours", "length_m")
"""What another rulebook may set no price for: then the amount counts that the hours came to when recorded."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """The answer under the other edition, or its faults; `left_out` is what that edition does not take."""

    answer: Assessment | None
    faults: tuple[Fault, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is told about the other edition: its words for roles (old to new), and values of its settings."""

    roles: Mapping[str, str]
    settings: Mapping[str, object]


def replayed(
    request: Mapping[str, object],
    rulebook: CompiledRulebook,
    changes: Changes,
    recorded: Sequence[Money] = (),
) -> Replayed:
    """Assess a recorded request under another edition; what that edition does not know is left out and told.

    A role or a loss that it does not know cannot be left out: then nobody could say who pays what. `recorded`
    are the amounts of the losses when they were assessed; they stand in for hours without a price.
    """
    asked = _changed(request, changes)
    left_out = _priced_then(asked, rulebook, recorded)
    while True:
        try:
            return Replayed(assess(asked, rulebook), left_out=tuple(left_out))
        except BadRequest as refused:
            unknown = [_loose(asked, fault) for fault in refused.faults]
            if None in unknown:
                faults = (fault for fault, keys in zip(refused.faults, unknown, strict=True) if keys is None)
                return Replayed(None, tuple(faults), tuple(left_out))
        for keys in dict.fromkeys(keys for keys in unknown if keys):
            _take_out(asked, keys)
            left_out.append(path_of(keys))


def _changed(request: Mapping[str, object], changes: Changes) -> dict[str, object]:
    asked = deepcopy(dict(request))
    asked.pop("rulebook", None)
    people = asked.get("people")
    for person in people if isinstance(people, list) else ():
        person["role"] = changes.roles.get(person["role"], person["role"])
    settings = asked.get("settings")
    asked["settings"] = {**(settings if isinstance(settings, dict) else {}), **changes.settings}
    return asked


def _priced_then(
    request: Mapping[str, object], rulebook: CompiledRulebook, recorded: Sequence[Money]
) -> list[str]:
    """Put the recorded amount in the place of hours that the rulebook sets no price for; return where."""
    losses = request.get("losses")
    told: list[str] = []
    for place, (loss, amount) in enumerate(
        zip(losses if isinstance(losses, list) else (), recorded, strict=False)
    ):
        measured = (
            [key for key in _MEASURED if loss.pop(key, None)] if loss["kind"] not in rulebook.priced else []
        )
        if measured:
            loss["amount"] = str(amount)
            told += [path_of(("losses", place, key)) for key in measured]
    return told


def _loose(request: Mapping[str, object], fault: Fault) -> Keys | None:
    """The way to what the fault is about, if the case can be told without it."""
    keys = keys_in(fault.path)
    table, inner = keys[0], keys[1:]
    if table == "departments" and table in request:
        return keys[:1]
    if not _has(request, keys):
        return None
    if table in _LOOSE:
        return tuple(key for key in keys if isinstance(key, str))
    is_of_person = table == "people" and not _OF_PERSON.isdisjoint(inner)
    return keys[:3] if table == "people" and inner[1:] and not is_of_person else None


def _has(request: object, keys: Keys) -> bool:
    if not keys:
        return True
    try:
        return _has(request[keys[0]], keys[1:])  # type: ignore[index]
    except (KeyError, IndexError, TypeError):
        return False


def _take_out(request: object, keys: Keys) -> None:
    *outer, last = keys
    for key in outer:
        request = request[key]  # type: ignore[index]
    request.pop(last, None)  # type: ignore[attr-defined]
