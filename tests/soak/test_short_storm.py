"""The short form of the storm, and that it would find what it looks for."""

from pathlib import Path

from core.model.case import Stage
from tests.make import person
from tests.soak.storm import Storm


async def test_random_updates_and_forged_buttons_have_no_effect_without_a_right(tmp_path: Path) -> None:
    counts = await Storm(20250303).blows(560, tmp_path)

    assert [count for count in counts if not count.is_right] == []


async def test_a_storm_of_somebody_who_has_rights_is_noticed(tmp_path: Path) -> None:
    storm = Storm(1, without=(person("E11"),), stages=(Stage.INVESTIGATING,))

    counts = {count.name: count.found for count in await storm.blows(200, tmp_path)}

    assert counts["effects without a right"] > 0
    assert counts["unhandled errors"] == 0
