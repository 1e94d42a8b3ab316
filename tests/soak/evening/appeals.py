"""The power goes while an appeal is decided, and while the figures that come of it replace what was booked."""

from pathlib import Path

from tests.conversations.workplace import Workplace, workplace
from tests.soak.books import Books
from tests.soak.case_life import Lane, live
from tests.soak.company import SETTINGS, everybody_joins, group_is_linked, staff_of
from tests.soak.evening.power import Power
from tests.soak.hands import Hands

CASE = 1
CHARGED = "SELECT count(DISTINCT posting) FROM ledger WHERE occasion = 'charged'"
REVERSED = "SELECT count(DISTINCT posting) FROM ledger WHERE occasion = 'reversed'"


async def an_appeal_is_heard(folder: Path) -> Power:
    """A supervisor's amount is changed: decided once, reversed once, charged anew once, and everybody told of it."""
    async with workplace(folder, SETTINGS, lambda _: staff_of(1)) as place:
        power = Power(place)
        hands = await _everybody(place)
        await place.sandbox.lets_time_run()
        lane = Lane(
            sales=hands["S1"],
            quality=hands["Q1"],
            driver=hands["W1"],
            supervisor=hands["U1"],
            director=hands["D1"],
            boss=hands["G1"],
        )
        await live(lane, 1001, Books())
        await _heard(power, lane, hands["C1"])
        await _figured_anew(power, lane)
        await power.verifies()
    return power


async def _everybody(place: Workplace) -> dict[str, Hands]:
    players = await everybody_joins(place.folder / "company" / "gongdao.sqlite3", place.sandbox, 1)
    await group_is_linked(place.sandbox, players)
    await place.settles()
    return {number: Hands(place.world, player, number) for number, player in players.items()}


async def _heard(power: Power, lane: Lane, auditor: Hands) -> None:
    await lane.supervisor.presses("appeal")
    await lane.supervisor.says("当天我不在岗")
    await auditor.presses("hear")
    await lane.quality.presses("appeal_put")
    await lane.quality.says("值班表上没有他的签名")
    await auditor.presses("judge", arg_ends="changed")
    await power.place.settles()
    await power.place.kills_bot()
    await auditor.says("值班表清楚")
    await power.goes("effect_commit:1", "effect_commit:2", "sent_not_marked:1")
    await power.comes_back()
    power.counts("SELECT count(*) FROM log WHERE act = 'appeal_decided'", 1)
    power.counts("SELECT count(*) FROM corrections", 1)
    await power.told(lane.supervisor.player, "变更", "值班表清楚")


async def _figured_anew(power: Power, lane: Lane) -> None:
    quality = lane.quality
    await quality.presses("investigate", CASE)
    await quality.presses("losses", CASE)
    await quality.presses("loss_open", CASE)
    await quality.presses("loss_new", CASE, arg_ends=":0")
    await quality.says("50.00")
    await quality.waits_for("loss_open", CASE)
    await quality.presses("investigate", CASE)
    await quality.presses("put", CASE)
    await lane.director.presses("confirm", CASE)
    await lane.boss.waits_for("approve", CASE)
    await power.place.settles()
    power.counts(CHARGED, 2)
    await power.place.kills_bot()
    await lane.boss.presses_and_goes("approve", CASE)
    await power.goes("effect_commit:1", "effect_commit:2", "sent_not_marked:1", "sent_not_marked:2")
    await power.comes_back()
    power.counts(REVERSED, 2)
    power.counts(CHARGED, 4)
    power.counts("SELECT sum(amount) FROM ledger", 0)
    power.counts("SELECT count(*) FROM log WHERE act = 'case_decided'", 2)
    power.counts("SELECT count(*) FROM notices", 4)
