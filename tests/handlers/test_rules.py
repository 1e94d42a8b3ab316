"""/rulebook, as anybody on staff reads it."""

from datetime import date

import pytest

from core.errors import NoSuchThing
from core.model.company import InForce
from core.model.message import Button, Message
from handlers import rules
from tests.handlers.talk import Talk, talk_with
from tests.make import staffed


async def reader(employee_no: str = "E17", *in_force: InForce) -> Talk:
    """张伟 of the warehouse, unless said."""
    uow = await staffed(**({"in_force": in_force} if in_force else {}))
    talk = await talk_with(uow, employee_no, rules)
    await talk.sends("/rulebook")
    return talk


async def test_everybody_reads_what_holds_at_their_site() -> None:
    talk = await reader()
    listed = talk.latest()
    assert [one["since"] for one in listed.data["rulings"]] == [date(2025, 1, 1)]  # type: ignore[attr-defined]
    assert [row[0].text for row in listed.rows] == ["服务质量与安全事故处理制度"]


async def test_what_holds_elsewhere_or_not_yet_is_not_listed() -> None:
    since = date(2025, 1, 1)
    talk = await reader(
        "E17",
        InForce(rulebook="six-grade-incidents", since=since, site="wuxi"),
        InForce(rulebook="graded-incidents", since=date(2026, 1, 1)),
        InForce(rulebook="store-incidents", since=since, kind="shop"),
        InForce(rulebook="no-such-rulebook", since=since, kind="other"),
    )
    assert [one["kind"] for one in talk.latest().data["rulings"]] == ["shop"]  # type: ignore[attr-defined]


async def test_a_rulebook_is_read_chapter_by_chapter_and_back() -> None:
    talk = await reader()
    await talk.presses("服务质量与安全事故处理制度")
    opened = talk.latest()
    assert opened.template == "rules_opened"
    await talk.presses("等级")
    chapter = talk.latest()
    assert any("5.1" in line for line in chapter.data["lines"])  # type: ignore[attr-defined]
    await talk.presses("back")
    assert talk.latest() == opened
    await talk.presses("back")
    assert talk.latest().template == "rules_listed"


async def test_a_long_chapter_comes_in_parts_that_fit_and_lose_no_line() -> None:
    talk = await reader("E17", InForce(rulebook="after-sales-claims", since=date(2025, 1, 1)))
    book = talk.uow.rulebooks.on("after-sales-claims", date(2025, 3, 3))
    page = talk.uow.rulebooks.page(book, "zh-Hans")
    number, longest = max(enumerate(page.chapters), key=lambda one: len("".join(one[1].lines)))
    await talk.presses("", talk.latest())
    await talk.presses(longest.heading)
    lines: list[str] = []
    for _ in range(50):
        shown = talk.latest()
        part = shown.data["lines"]
        assert isinstance(part, tuple)
        assert len("".join(part)) <= 3000
        lines += part
        if shown.data["part"] == shown.data["parts"]:
            break
        await talk.presses("page_after")
    assert tuple(lines) == longest.lines
    assert shown.data["parts"] != 1
    await talk.presses("page_before")
    await forge(talk, "rules_chapter", 0, f"{number}.99")
    assert talk.latest().data["lines"] == ()


async def test_it_is_printed_in_the_readers_language() -> None:
    talk = await reader()
    await talk.presses("服务质量与安全事故处理制度")
    await talk.presses("rules_pdf")
    assert len(talk.latest().files) == 1


async def forge(talk: Talk, verb: str, place: int, arg: str = "") -> None:
    await talk.presses("forged", Message(template="", rows=((Button("forged", verb, place, arg=arg),),)))


@pytest.mark.parametrize(
    ("verb", "place", "arg"),
    [
        ("rules_of", 7, ""),
        ("rules_of", -1, ""),
        ("rules_pdf", 9, ""),
        ("rules_chapter", 0, "99.0"),
        ("rules_chapter", 0, "x"),
    ],
)
async def test_forged_buttons_find_nothing(verb: str, place: int, arg: str) -> None:
    talk = await reader()
    with pytest.raises(NoSuchThing):
        await forge(talk, verb, place, arg)


async def test_where_nothing_holds_it_is_said() -> None:
    talk = await reader("E17", InForce(rulebook="graded-incidents", since=date(2026, 1, 1)))
    assert talk.latest().data["rulings"] == []
