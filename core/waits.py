"""Where duties, cases and appeals are looked through in brief, as actions see it."""

from typing import Protocol

from core.model.brief import BriefAppeal, BriefCase, BriefDuty


class Waits(Protocol):
    """Looks through many rows, of each no more than is needed to tell whom it waits for."""

    async def duties(self, **equal: object) -> tuple[BriefDuty, ...]:
        """The open duties whose fields equal these values (a tuple: is one of), oldest first."""
        ...

    async def cases(self, **equal: object) -> tuple[BriefCase, ...]:
        """The cases whose fields equal these values, oldest first."""
        ...

    async def appeals_of(self, person_id: int) -> tuple[BriefAppeal, ...]:
        """Unsettled appeals that the person hears, or that somebody hears whose case they lead, oldest first."""
        ...

    async def appeals_unheard(self, sites: tuple[str, ...]) -> tuple[BriefAppeal, ...]:
        """Unsettled appeals at these sites that nobody hears yet, oldest first."""
        ...

    async def named_in(self, person_id: int) -> frozenset[int]:
        """The ids of all cases in which the person is named."""
        ...

    async def decided_in(self, person_id: int, but_for: int) -> frozenset[int]:
        """The ids of all cases in which the person decided anything, but in the place of `but_for`."""
        ...
