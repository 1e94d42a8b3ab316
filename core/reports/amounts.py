"""Which case every sum of a report is made of: fen by case, under the name of the figure."""

from collections.abc import Iterable, Mapping
from typing import Final

from core.reports.rows import CaseRow, Material

MONEY: Final = ("loss", "charged", "borne", "spent")
"""What is added up, in the order shown."""
COST: Final = "cost"
"""Before the class of a cost: `cost.parts`."""
PERSON: Final = "person"
"""Before an employee number: `person.E17`."""

Amounts = Mapping[str, Mapping[int, int]]
"""Fen by case, by the name of the figure; a case that adds nothing is not there."""


def amounts(material: Material, counted: Iterable[CaseRow]) -> Amounts:
    """Of every sum, every class of cost, and of every person who may be named."""
    found: dict[str, dict[int, int]] = {name: {} for name in MONEY}
    cases = tuple(counted)
    found["loss"] = {case.id: case.loss for case in cases if case.loss}
    found["charged"] = {case.id: case.charged for case in cases if case.charged}
    found["borne"] = {case.id: case.borne for case in cases if case.borne}
    for cost in material.costs:
        _add(found, "spent", cost.case_id, cost.fen)
        _add(found, f"{COST}.{cost.cost_class}", cost.case_id, cost.fen)
    for charge in material.charges:
        _add(found, f"{PERSON}.{charge.person}", charge.case_id, charge.fen)
    return found


def totals(found: Amounts, group: str) -> dict[str, int]:
    """Fen by key of the figures of that group (`cost`, `person`), as they were found."""
    keys = {name: name.removeprefix(f"{group}.") for name in found if name.startswith(f"{group}.")}
    return {key: sum(found[name].values()) for name, key in keys.items()}


def _add(found: dict[str, dict[int, int]], name: str, case_id: int, fen: int) -> None:
    if fen:
        by_case = found.setdefault(name, {})
        by_case[case_id] = by_case.get(case_id, 0) + fen
