"""Rates that a setting gives: one for all, or the cell of a table for this case and this role."""

from core.rulebook.circumstances import Circumstances
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.rate_tables import LEADING


def setting_rate(rulebook: CompiledRulebook, case: Circumstances, setting: str, whose: str) -> int | None:
    """Return the rate in millionths for a role or a kind of fault; None where the setting or that cell is missing."""
    value = case.settings.get(setting)
    if isinstance(value, int):
        return value
    if value is None or isinstance(value, str):
        return None
    keys = (case.facts.get(key) if key not in LEADING else whose for key in rulebook.table_keys[setting])
    return value.get(tuple(key for key in keys if isinstance(key, str)))
