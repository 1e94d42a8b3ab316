"""The section `[health]` of gongdao.toml: how late is late, and where the metrics are."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from bot.health.judging import Limits
from bot.health.watching import Watching
from bot.settings_sections import Section

LAST_PORT = 65535


def _check_address(text: str) -> str:
    host, _, port = text.rpartition(":")
    if text and not (host and port.isdecimal() and int(port) <= LAST_PORT):
        raise PydanticCustomError("choice", "no address", {"allowed": "127.0.0.1:9464"})
    return text


Address = Annotated[str, AfterValidator(_check_address)]


class HealthSection(Section):
    """Whole minutes and hours; without `metrics` there is no endpoint."""

    late_minutes: int = Field(default=15, ge=1, le=1440)
    backup_hours: int = Field(default=26, ge=1, le=8760)
    metrics: Address = ""

    def noun(self, data: Path, published: frozenset[int]) -> Watching:
        """What the watch-dog needs to be told."""
        host, _, port = self.metrics.rpartition(":")
        return Watching(
            data=data,
            published=published,
            limits=Limits(
                late=timedelta(minutes=self.late_minutes), backup=timedelta(hours=self.backup_hours)
            ),
            metrics=(host.strip("[]"), int(port)) if host else None,
        )
