"""What says an assessment in a language: the core knows figures and terms, somebody else the sentences."""

from typing import Protocol

from core.model.assessment import AppealRoute, ApprovalStep, Caution, DueBy, Line, OpenDuty
from core.model.label import Label


class Words(Protocol):
    """What says a trace in a language."""

    def label(self, label: Label) -> str:
        """Say a term."""
        ...

    def line(self, line: Line) -> str:
        """Say the arithmetic of a line."""
        ...

    def deadline(self, due: DueBy) -> str:
        """Say how the time was counted."""
        ...

    def duty(self, duty: OpenDuty) -> str:
        """Say what is demanded."""
        ...

    def approval(self, step: ApprovalStep) -> str:
        """Say a step of the chain."""
        ...

    def appeal(self, route: AppealRoute) -> str:
        """Say who may appeal, and to whom."""
        ...

    def warning(self, warning: Caution) -> str:
        """Say a warning."""
        ...
