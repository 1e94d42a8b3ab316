"""Where duties, cases and appeals are looked through in brief, as actions see it."""

from collections.abc import Mapping
from typing import Protocol

from core.model.brief import BriefAppeal, BriefCase, BriefDuty, BriefParty, HeardAppeal, PartTakers
from core.model.case import Stage


class Waits(Protocol):
    """Looks through many rows, of each no more than is needed to tell whom it waits for."""

    async def duties(self, **equal: object) -> tuple[BriefDuty, ...]:
        """The open duties whose fields equal these values (a tuple: is one of), oldest first."""
        ...

    async def unattended(self, **equal: object) -> tuple[BriefDuty, ...]:
        """The open duties of employees in cases that concern nobody, or only people whose last day is known."""
        ...

    async def parties(self, case_ids: tuple[int, ...]) -> tuple[BriefParty, ...]:
        """Everybody who is named in one of these cases."""
        ...

    async def named(
        self, case_ids: tuple[int, ...], person_ids: tuple[int, ...]
    ) -> tuple[tuple[int, int], ...]:
        """Case and person, wherever one of these people is named in one of these cases."""
        ...

    async def doers(
        self, case_ids: tuple[int, ...] | None, rules: tuple[str, ...]
    ) -> tuple[tuple[int | None, str, str, int], ...]:
        """Case, site, rule and person of whoever had a hand in such duties of these cases, or (None) of the calendar."""
        ...

    async def cases(self, **equal: object) -> tuple[BriefCase, ...]:
        """The cases whose fields equal these values, oldest first."""
        ...

    async def case_ids(self, stages: tuple[Stage, ...]) -> tuple[int, ...]:
        """The ids of all cases in these stages, in order."""
        ...

    async def appeals_of(self, person_id: int) -> tuple[HeardAppeal, ...]:
        """Unsettled appeals that the person hears, or that somebody hears whose case they lead, oldest first."""
        ...

    async def appeals_unheard(self, sites: tuple[str, ...]) -> tuple[BriefAppeal, ...]:
        """Unsettled appeals at these sites that nobody hears yet, oldest first."""
        ...

    async def part_takers(self, case_ids: tuple[int, ...]) -> Mapping[int, PartTakers]:
        """Of each of these cases who is named in it, who named them, and who decided."""
        ...

    async def named_in(self, person_id: int) -> frozenset[int]:
        """The ids of all cases in which the person is named."""
        ...

    async def decided_in(self, person_id: int, but_for: int) -> frozenset[int]:
        """The ids of all cases in which the person decided anything, but in the place of `but_for`."""
        ...
