"""The section `[reminders]` of gongdao.toml, and office hours."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from core.model.reminding import Reminding
from core.rulebook.timing import MINUTES_OF_AN_HOUR

TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


def minute_of_day(text: str) -> int:
    """Minutes from the beginning of the day."""
    hours, minutes = text.split(":")
    return int(hours) * MINUTES_OF_AN_HOUR + int(minutes)


def _check_time(text: str) -> str:
    if not TIME.fullmatch(text):
        raise PydanticCustomError("choice", "no time", {"allowed": "00:00 … 23:59"})
    return text


def _check_hours(text: str) -> str:
    opens, dash, closes = text.partition("-")
    if not (dash and TIME.fullmatch(opens) and TIME.fullmatch(closes) and opens < closes):
        raise PydanticCustomError("choice", "no hours", {"allowed": "08:30-17:30"})
    return text


TimeOfDay = Annotated[str, AfterValidator(_check_time)]
OfficeHours = Annotated[str, AfterValidator(_check_hours)]


class Reminders(BaseModel):
    """When deadlines are reminded of; see `Reminding` for what each figure means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    digest_at: TimeOfDay = "08:30"
    urgent_hours: int = Field(default=12, ge=0, le=72)
    before_percent: int = Field(default=50, ge=1, le=99)
    before_days: int = Field(default=1, ge=1, le=30)
    repeat_percent: int = Field(default=50, ge=1, le=100)
    longest_repeat_hours: int = Field(default=24, ge=1, le=168)
    repeat_days: int = Field(default=1, ge=1, le=30)
    superiors: int = Field(default=3, ge=0, le=10)
    late_minutes: int = Field(default=30, ge=1, le=1440)

    def noun(self) -> Reminding:
        """What the rules need of it."""
        return Reminding(digest=minute_of_day(self.digest_at), **self.model_dump(exclude={"digest_at"}))
