"""Rates that a setting gives: one for all, or the cell of a table for this case and this role."""

from core.rulebook.circumstances import Circumstances
from core.rulebook.compiled import CompiledRulebook

ROLE = "role"
"""The key of a table by which each role has a rate of its own."""


def setting_rate(rulebook: CompiledRulebook, case: Circumstances, setting: str, role: str) -> int | None:
    """Return the rate in millionths; None where the setting, or its cell for this role, is missing."""
    value = case.settings.get(setting)
    if isinstance(value, int):
        return value
    if value is None or isinstance(value, str):
        return None
    keys = (role if key == ROLE else case.facts.get(key) for key in rulebook.table_keys[setting])
    return value.get(tuple(key for key in keys if isinstance(key, str)))
