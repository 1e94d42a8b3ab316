"""A rulebook's text with every fault at once: of its TOML, of its form, and of what its rules say."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from core.model.fault import Fault
from core.rulebook.checks.problems import problems_in
from core.rulebook.edition import Edition, LossKinds
from core.rulebook.fault_paths import keys_in, keys_of, path_of
from core.rulebook.known_keys import known_keys
from core.rulebook.pruning import Pruned, pruned
from core.rulebook.toml_lines import Keys, line_of, lines_of

_LONGEST_FOUND = 60


@dataclass(frozen=True, slots=True)
class PlacedFault:
    """A fault with its line, where the text has one for it."""

    line: int | None
    fault: Fault

    def __str__(self) -> str:
        return str(self.fault) if self.line is None else f"{self.line}: {self.fault}"


@dataclass(frozen=True, slots=True)
class CheckedText:
    """What a text came to: a usable edition, or its faults."""

    edition: Edition | None
    faults: tuple[PlacedFault, ...]


def checked(text: str, kinds: LossKinds) -> CheckedText:
    """Return the edition of the text, or every fault of it with its line."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        return CheckedText(None, (_not_toml(str(fault)),))
    except RecursionError:
        nested = Fault("file", "is nested too deeply;", "allowed are tables inside tables a few levels deep")
        return CheckedText(None, (PlacedFault(None, nested),))
    edition, faults = faults_in_data(data, kinds)
    if not faults:
        return CheckedText(edition, ())
    lines = lines_of(text)
    placed = [PlacedFault(line_of(lines, keys_in(fault.path)), fault) for fault in dict.fromkeys(faults)]
    return CheckedText(None, tuple(sorted(placed, key=lambda one: (one.line or 0, one.fault.path))))


def faults_in_data(data: Mapping[str, object], kinds: LossKinds) -> tuple[Edition | None, tuple[Fault, ...]]:
    """Return the edition that the data of a file make, or its faults; rows of sound form are checked all the same."""
    try:
        edition = Edition.model_validate(data)
    except ValidationError as refused:
        errors = [(keys_of(data, e["loc"], is_missing=e["type"] == "missing"), e) for e in refused.errors()]
        of_form = tuple(_of_form(keys, error) for keys, error in errors)
        return None, (*of_form, *_of_the_rest(pruned(data, [keys for keys, _ in errors]), kinds))
    return edition, problems_in(edition, kinds)


def _of_the_rest(rest: Pruned, kinds: LossKinds) -> tuple[Fault, ...]:
    """What is wrong with the rows whose form is sound."""
    edition = Edition.model_validate(rest.data)
    return tuple(rest.as_written(fault) for fault in problems_in(edition, kinds) if rest.may_tell(fault))


def _of_form(keys: Keys, error: ErrorDetails) -> Fault:
    path = path_of(keys) or "file"
    if error["type"] == "missing":
        return Fault(path, "is missing;", "it is required here")
    if error["type"] == "extra_forbidden":
        return Fault(path, "is not known;", f"allowed are {', '.join(known_keys(error['loc']))}")
    found = repr(error["input"])
    shown = found if len(found) <= _LONGEST_FOUND else f"{found[:_LONGEST_FOUND]}…"
    return Fault(path, f"found is {shown};", _allowed(error["msg"]))


def _allowed(message: str) -> str:
    words = message.removeprefix("Value error, ")
    return words[:1].lower() + words[1:]


def _not_toml(message: str) -> PlacedFault:
    line = re.search(r"at line (\d+)", message)
    return PlacedFault(int(line.group(1)) if line else None, Fault("file", "is no TOML:", message))
