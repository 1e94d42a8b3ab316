"""Every scene there is."""

from typing import Final

from tests.rights.scene import Scene
from tests.rights.scenes import (
    apart,
    asked_of_one,
    cases,
    company,
    conflicts,
    corrective,
    duties,
    editions,
    intake,
    money,
    notices,
    questions,
    records,
    remedies,
)

SCENES: Final[tuple[Scene, ...]] = (
    *intake.SCENES,
    *cases.SCENES,
    *questions.SCENES,
    *remedies.SCENES,
    *corrective.SCENES,
    *duties.SCENES,
    *apart.SCENES,
    *asked_of_one.SCENES,
    *notices.SCENES,
    *conflicts.SCENES,
    *money.SCENES,
    *editions.SCENES,
    *records.SCENES,
    *company.SCENES,
)
