"""Whether amounts exceed the loss."""

from core.model.assessment import Assessment

ABOVE = frozenset({"over_recovery", "floor_above_loss"})


def is_above_loss(assessment: Assessment) -> bool:
    """Whether the amounts exceed the loss, together or by a floor."""
    return any(warning.code in ABOVE for warning in assessment.warnings)
