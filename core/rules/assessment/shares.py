"""The shares that a split row gives to faults or roles: as written, or as a setting fills them."""

from collections.abc import Mapping

from core.model.fault import Fault
from core.model.rate import WHOLE, percent_text
from core.rulebook.circumstances import Circumstances
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.figures import FromSetting
from core.rulebook.money_rules import Split
from core.rules.assessment.findings import Findings
from core.rules.assessment.table_rates import setting_rate

Shares = Mapping[str, int]
"""Millionths by fault or role."""


def shares_of(
    rulebook: CompiledRulebook, case: Circumstances, row: Split, findings: Findings
) -> Shares | None:
    """Return the shares of a row that is not entered by hand; None, and noted, where the setting is missing."""
    if not isinstance(row.shares, FromSetting):
        return {} if row.shares == "entered" else row.shares
    name = row.shares.setting
    if name not in case.settings:
        findings.missing_settings[name] = None
        return None
    shares = {one: setting_rate(rulebook, case, name, one) or 0 for one in row.among}
    total = sum(shares.values())
    if total != WHOLE:
        found = f"found is {percent_text(total)} in total;"
        findings.faults.append(Fault(f"settings.{name}", found, "shares must total 100 percent", row.clause))
    return shares
