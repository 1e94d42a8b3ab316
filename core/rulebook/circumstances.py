"""What the rules of one case look at: filled stage by stage, read by conditions."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct, field

from core.model.request import FactValue, NamedPerson, SettingValue

SumOfLosses = tuple[Literal["direct"] | tuple[str, ...], tuple[str, ...]]
"""All direct losses or some kinds, and the kinds left out."""


class Party(Struct):
    """A person while the case is computed: the role may change, fields may be set by a clause."""

    place: int
    named: NamedPerson
    role: str
    fields: Mapping[str, FactValue]


class Circumstances(Struct):
    """Facts, losses, grade and parties of one case; amounts in fen.

    `rank` is 0 without a grade and None while a fact that decides it is missing. `unknown` gathers what a
    condition lacked: (fact, party or None); `missing_settings` the settings it lacked.
    """

    occurred_on: date
    facts: dict[str, FactValue]
    losses: dict[str, int]
    direct: int
    settings: dict[str, SettingValue]
    parties: tuple[Party, ...]
    people: dict[str, list[Party]] = field(default_factory=dict)
    rank: int | None = None
    unknown: dict[tuple[str, int | None], Party | None] = field(default_factory=dict)
    missing_settings: dict[str, None] = field(default_factory=dict)
    _sums: dict[SumOfLosses, int] = field(default_factory=dict)

    def sum_of(self, about: SumOfLosses) -> int:
        """Return the direct loss, or the sum of some kinds, without others, in fen; computed once."""
        fen = self._sums.get(about)
        if fen is None:
            loss, without = about
            whole = self.direct if loss == "direct" else sum(self.losses.get(kind, 0) for kind in loss)
            fen = whole - sum(self.losses.get(kind, 0) for kind in without)
            self._sums[about] = fen
        return fen

    def take_losses(self, losses: Mapping[str, int]) -> None:
        """Look at other losses, in fen by kind, as if the case were a new one."""
        self.losses = dict(losses)
        self.direct = sum(losses.values())
        self._sums.clear()

    def gather_roles(self) -> None:
        """List the parties by their role, in the order named."""
        people: dict[str, list[Party]] = {}
        for party in self.parties:
            people.setdefault(party.role, []).append(party)
        self.people = people
