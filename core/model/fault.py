"""Faults in what was handed in: values, shown all together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the JSON path, what was found, what is allowed, and the clause that says so, if any.

    `found` and `allowed` are words of the vocabulary (figures, ids), short and in English: they serve programs.
    """

    path: str
    found: str
    allowed: str
    clause: str = ""

    def __str__(self) -> str:
        behind = f" (clause {self.clause})" if self.clause else ""
        return f"{self.path}: {self.found} {self.allowed}{behind}"


class BadRequest(ValueError):
    """The request cannot be assessed; every fault is listed."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class BadRulebook(ValueError):
    """The text is no usable edition of a rulebook; every fault is listed."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults
