"""The heads of log and ledger go to the auditor every working morning, to be kept elsewhere."""

from datetime import UTC, datetime

from bot.render.renderer import Renderer
from core.actions.deadline.keep_digests import keep_digests
from tests.core.actions.appeals import noticed
from tests.make import staffed
from tests.ringing import time_passes

# 09:00 in Suzhou, half an hour after the digest: Tuesday, Friday, and Sunday
TUESDAY, FRIDAY, SUNDAY = (datetime(2025, 3, day, 1, tzinfo=UTC) for day in (4, 7, 9))


async def test_an_auditor_gets_both_heads_even_when_nothing_waits() -> None:
    uow = await noticed()
    await keep_digests(uow)

    for until, count in ((TUESDAY, 2), (FRIDAY, 5), (SUNDAY, 5)):
        await time_passes(uow, until)
        listed = [one for one in uow.outbox.told_to("E08") if one.template == "digest_listed"]
        assert len(listed) == count

    # the log has gone on since that morning
    heads = listed[-1].data["heads"]
    assert isinstance(heads, tuple)
    assert heads[0].startswith("head-")
    assert heads[1] == await uow.ledger.head()
    for language, log, ledger in (
        ("zh-Hans", "日志末行哈希", "账本末行哈希"),
        ("en", "of the log", "of the ledger"),
    ):
        said = Renderer(uow.company).rendered(language, listed[-1]).html
        assert log in said
        assert ledger in said


async def test_where_there_is_no_log_yet_nothing_but_that_is_said() -> None:
    uow = await staffed()
    await keep_digests(uow)

    await time_passes(uow, TUESDAY)

    (listed, _) = [one for one in uow.outbox.told_to("E08") if one.template == "digest_listed"]
    assert "哈希" not in Renderer(uow.company).rendered("zh-Hans", listed).html
