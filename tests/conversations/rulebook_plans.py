"""What is played under each rulebook, and what only that rulebook then shows: the table in rulebooks.toml."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

_TABLE = Path(__file__).with_name("rulebooks.toml")

Setting = str | int | bool | Mapping[str, Mapping[str, str]]


class Charged(BaseModel):
    """Somebody named in the case: which role, the month's wage, a rate picked, answers about the person."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: str
    wage: str = ""
    share: str = ""
    rate: str = ""
    details: Annotated[Mapping[str, str], Field(default_factory=dict)]


class Plan(BaseModel):
    """One rulebook's case. `shows` are words by the moment at which somebody must see them.

    `settings` complete the rulebook, `posts` say which role of the company an office is, `facts` are the answers to its questions by name, `losses` kinds with what is
    typed, `fault` the word for how the department of those charged was at fault. Without `charged` the case ends with
    nobody charged.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    only: str
    settings: Annotated[Mapping[str, Setting], Field(default_factory=dict)]
    posts: Annotated[Mapping[str, str], Field(default_factory=dict)]
    facts: Annotated[Mapping[str, str], Field(default_factory=dict)]
    losses: tuple[tuple[str, str], ...] = ()
    fault: str = ""
    charged: tuple[Charged, ...] = ()
    shows: Mapping[str, tuple[str, ...]]


def plans() -> dict[str, Plan]:
    """All of them by the rulebook's id."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return {name: Plan.model_validate(row) for name, row in table.items()}
