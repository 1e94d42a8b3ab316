"""One earlier case of the sample company, as bot/sample/history.toml tells it."""

from collections.abc import Mapping
from datetime import datetime
from importlib.resources import files
from tomllib import loads

from pydantic import BaseModel, ConfigDict


class Tale(BaseModel):
    """What happened and how far it went; `end` is how it stands when the sandbox opens."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    at: datetime
    end: str
    by: str
    site: str
    customer: str
    product: str
    part_no: str
    order_no: str
    quantity: str
    defective: str
    happened: str
    demand: str
    cause: str = ""
    containment: str = ""
    reason: str = ""
    bearer: str = ""
    next_step: str = ""
    lacking: str = ""
    losses: tuple[tuple[str, str], ...] = ()
    people: tuple[tuple[str, str, str, str], ...] = ()
    says: Mapping[str, str] = {}


def tales() -> tuple[Tale, ...]:
    """All of them, oldest first."""
    text = (files("bot.sample") / "history.toml").read_text(encoding="utf-8")
    return tuple(Tale(**entry) for entry in loads(text)["cases"])
