"""What the stages of one assessment gather: faults, open choices, gaps, warnings, in the order found."""

from msgspec import Struct, field

from core.model.assessment import Caution, Pending
from core.model.fault import Fault


class Findings(Struct):
    """Gathered once, shown once: a finding that is noted twice stands once."""

    faults: list[Fault] = field(default_factory=list)
    pending: dict[Pending, None] = field(default_factory=dict)
    missing_settings: dict[str, None] = field(default_factory=dict)
    warnings: dict[Caution, None] = field(default_factory=dict)
    readings: dict[tuple[str, str], None] = field(default_factory=dict)

    def ask(self, pending: Pending) -> None:
        """Note what a person must still say."""
        self.pending[pending] = None

    def warn(self, warning: Caution) -> None:
        """Note what a person should see."""
        self.warnings[warning] = None

    def lean_on(self, reading: str | None, clause: str) -> None:
        """Note that a reading changed or decided something."""
        if reading is not None:
            self.readings[reading, clause] = None

    def cautions(self) -> tuple[Caution, ...]:
        """Return every warning, the readings first."""
        leaned = (Caution("interpretation", reading, clause) for reading, clause in self.readings)
        return (*leaned, *self.warnings)
