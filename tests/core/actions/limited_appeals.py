"""A case that is decided under a rulebook with an appeal and a limit of its own."""

from datetime import date, datetime
from importlib import resources

from core.model.roles import Role
from core.rulebook.compiled import CompiledRulebook
from tests.core.actions.appeals import decided_anew
from tests.core.rulebook.shipped import compiled
from tests.fakes import FakeUnitOfWork
from tests.liability import complete, unlinked
from tests.make import NOW, POSTS

OWN = """
[appeals.review]
clause = "10.2"
to = "administration"
deadline = "review"
label = { zh-Hans = "申诉", en = "Appeal" }

[deadlines.review]
clause = "10.2"
owner = "administration"
clocks = [{ since = "noticed", LIMIT }]
label = { zh-Hans = "申诉", en = "Appeal" }
"""
SHIPPED = resources.files("core.rulebook") / "editions" / "logistics-liability" / "undated.toml"


class WithItsOwnLimit:
    """The same rulebook, with an appeal of its own within that time."""

    def __init__(self, limit: str) -> None:
        text = SHIPPED.read_text("utf-8")
        events = '[events]\nnoticed = { label = { zh-Hans = "收到通知单", en = "Notice received" } }'
        self.compiled = compiled(text.replace("[events]", events) + OWN.replace("LIMIT", limit))

    def on(self, _rulebook: str, _day: date) -> CompiledRulebook:
        return self.compiled


async def limited(limit: str = "hours = 48", *, on_paper: bool = False, at: datetime = NOW) -> FakeUnitOfWork:
    """The case is decided then under that rulebook, whose appeals 孙丽 (E07) hears for the administration."""
    uow = await complete(posts={**POSTS, "administration": Role.HR})
    uow.rulebooks = WithItsOwnLimit(limit)  # type: ignore[assignment]
    uow.now = at
    if on_paper:
        await unlinked(uow, "E17")
    await decided_anew(uow)
    return uow
