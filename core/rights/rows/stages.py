"""Spans of a case's life that several rights share."""

from typing import Final

from core.model.case import Stage

OPEN: Final = (Stage.INVESTIGATING, Stage.CONFIRMING, Stage.APPROVING)
DECIDED: Final = (Stage.DECIDED, Stage.CLOSED)
LIVING: Final = tuple(stage for stage in Stage if stage is not Stage.CLOSED)
NOT_OVER: Final = tuple(stage for stage in Stage if stage not in (Stage.REFUSED, Stage.CLOSED))
