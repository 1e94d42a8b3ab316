"""/find, as people with different roles see it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.errors import NoSuchThing, SomebodyWasFirst
from core.model.case import Stage
from core.model.duty import RULEBOOK_DUTY, Duty
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.message import Message
from core.model.party import Party, Statement
from core.model.roles import Grant, Role
from handlers import finding
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.make import NOW, by_no, case, staffed


async def with_cases() -> FakeUnitOfWork:
    """Three cases: a pump of 王小明 (张伟 of 仓储部 named), a valve of 周敏, a pump in 无锡 of 周敏."""
    uow = await staffed()
    await uow.cases.add(case())
    await uow.cases.add(
        case(
            number="250304",
            product="阀门",
            part_no="V-9",
            order_no="SO-1",
            customer="恒通泵业",
            reporter_id=5,
            happened="打不开",
        )
    )
    await uow.cases.add(case(number="250305", site="wuxi", reporter_id=5, stage=Stage.CLOSED))
    await uow.parties.add(party(1, 3, "仓储部"))
    return uow


def party(case_id: int, person_id: int, department: str) -> Party:
    return Party(
        case_id=case_id,
        person_id=person_id,
        role="direct",
        department=department,
        hearing_due_at=NOW + timedelta(hours=24),
        named_by=2,
        named_at=NOW,
    )


async def talk_of(uow: FakeUnitOfWork, employee_no: str) -> Talk:
    return await talk_with(uow, employee_no, finding)


async def found_by(uow: FakeUnitOfWork, employee_no: str, words: str) -> list[str]:
    talk = await talk_of(uow, employee_no)
    await talk.sends(f"/find {words}")
    return numbers(talk.latest())


def numbers(message: Message) -> list[str]:
    assert message.template == "cases_found"
    return [line["number"] for line in message.data["cases"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "words",
    ["水泵", "宏达", "P-300", "20871", "250303", "漏水 水泵", "王小明", "wxm", "E10", "zhangwei", "张伟"],
)
async def test_quality_finds_cases_of_their_site_by(words: str) -> None:
    uow = await with_cases()
    people = {"E10": "wangxiaoming wxm", "E17": "zhangwei zw"}
    for employee_no, pinyin in people.items():
        await uow.persons.put(replace(await by_no(uow, employee_no), pinyin=pinyin))

    assert await found_by(uow, "E11", words) == ["250303"]


@pytest.mark.parametrize("words", ["%", '"', "*", "AND", "NEAR", "不存在的词", "水泵 不存在", "-"])
async def test_what_fits_nothing_finds_nothing(words: str) -> None:
    assert await found_by(await with_cases(), "E11", words) == []


async def test_under_nothing_there_is_nothing_to_narrow() -> None:
    talk = await talk_of(await with_cases(), "E11")

    await talk.sends("/find 不存在")

    assert [button for row in talk.latest().rows for button in row] == []


@pytest.mark.parametrize("words", ["%", '"', "' -- *"])
async def test_signs_alone_are_said_to_be_no_words_to_find_by(words: str) -> None:
    talk = await talk_of(await with_cases(), "E11")

    await talk.sends(f"/find {words}")

    assert "只有符号" in talk.words()


async def test_signs_beside_words_are_left_out() -> None:
    assert await found_by(await with_cases(), "E11", '"水泵" %') == ["250303"]


async def test_sales_find_what_they_reported_and_nothing_else() -> None:
    uow = await with_cases()

    assert await found_by(uow, "E10", "水泵") == ["250303"]
    assert await found_by(uow, "E10", "阀门") == []


async def test_sales_do_not_learn_who_is_named_in_their_case() -> None:
    assert await found_by(await with_cases(), "E10", "张伟") == []


async def test_who_is_named_finds_the_case_also_by_their_own_name() -> None:
    uow = await with_cases()

    assert await found_by(uow, "E17", "水泵") == ["250303"]
    assert await found_by(uow, "E17", "张伟") == ["250303"]


async def test_supervisors_find_cases_of_their_people_by_name() -> None:
    uow = await with_cases()

    assert await found_by(uow, "E03", "张伟") == ["250303"]
    assert await found_by(uow, "E03", "阀门") == []


async def test_a_supervisor_of_any_department_finds_whoever_is_named_there() -> None:
    uow = await with_cases()
    anybody = replace(await by_no(uow, "E07"), grants=(Grant(Role.SUPERVISOR),))
    await uow.persons.put(anybody)

    assert await found_by(uow, "E07", "水泵") == ["250303"]


async def test_statements_are_looked_through_for_those_who_read_by_role_only() -> None:
    uow = await with_cases()
    await uow.statements.add(Statement(case_id=1, person_id=3, text="叉车故障", said_at=NOW))

    assert await found_by(uow, "E11", "叉车") == ["250303"]
    assert await found_by(uow, "E10", "叉车") == []


async def test_evidence_is_looked_through_for_everybody_who_sees_the_case() -> None:
    uow = await with_cases()
    await uow.evidence.add(
        Evidence(
            holder=Holder.CASE,
            holder_id=1,
            kind=Kind.TEXT,
            storing=Storing.NO_FILE,
            text="密封圈老化",
            chat_id=1,
            message_id=1,
            received_by=1,
            received_at=NOW,
        )
    )

    assert await found_by(uow, "E10", "密封圈") == ["250303"]


def task_of(role: Role) -> Duty:
    return Duty(kind=RULEBOOK_DUTY, owner_id=None, opened_at=NOW, site="suzhou", role=role, case_id=1)


async def test_a_task_of_a_role_shows_the_case_to_who_holds_it() -> None:
    uow = await with_cases()
    await uow.duties.add(task_of(Role.HR))

    assert await found_by(uow, "E07", "水泵") == ["250303"]
    assert "250303" not in await found_by(uow, "E01", "水泵")


async def test_what_the_reporter_can_do_is_asked_of_no_other_of_their_role() -> None:
    uow = await with_cases()
    other = replace(await by_no(uow, "E01"), grants=(Grant(Role.SALES, "suzhou"),))
    await uow.persons.put(other)
    await uow.duties.add(task_of(Role.SALES))

    assert await found_by(uow, "E10", "漏水 宏达 250303") == ["250303"]
    assert await found_by(uow, "E01", "250303") == []


async def test_what_nobody_else_could_do_falls_to_the_admin() -> None:
    uow = await with_cases()
    admin = replace(await by_no(uow, "E07"), grants=(Grant(Role.ADMIN),))
    await uow.persons.put(admin)
    assert await found_by(uow, "E07", "水泵") == []

    await uow.duties.add(task_of(Role.HR))

    assert await found_by(uow, "E07", "水泵") == ["250303"]


async def test_of_two_cases_with_that_number_in_them_the_one_that_has_it_stands_first() -> None:
    uow = await with_cases()
    await uow.cases.add(case(number="250306", happened="同 250303"))

    assert await found_by(uow, "E11", "250303") == ["250303", "250306"]
    assert await found_by(uow, "E01", "250303") == []


async def test_without_words_it_asks_and_the_answer_is_looked_for() -> None:
    talk = await talk_of(await with_cases(), "E11")

    await talk.sends("/find")
    assert talk.latest().template == "search_asked"
    await talk.sends("阀门")

    assert numbers(talk.latest()) == ["250304"]
    assert await talk.uow.dialogues.find(talk.actor.id) is None


async def test_what_is_too_long_is_asked_again() -> None:
    talk = await talk_of(await with_cases(), "E11")

    await talk.sends("/find " + "水" * 4000)
    assert talk.latest().data == {"is_too_long": True}
    await talk.sends("水泵")

    assert numbers(talk.latest()) == ["250303"]


async def test_filters_narrow_the_list_and_are_taken_off_again() -> None:
    uow = await with_cases()
    await uow.persons.put(replace(await by_no(uow, "E11"), grants=(Grant(Role.QUALITY),)))
    talk = await talk_of(uow, "E11")
    await talk.sends("/find 水泵")
    assert numbers(talk.latest()) == ["250305", "250303"]

    await talk.presses("only_open")
    assert numbers(talk.latest()) == ["250303"]
    await talk.presses("only_open")
    assert numbers(talk.latest()) == ["250305"]
    assert talk.button("only_over").text == "☑"
    await talk.presses("only_over")
    assert numbers(talk.latest()) == ["250305", "250303"]
    await talk.presses("only_mine")
    assert numbers(talk.latest()) == []
    await talk.presses("only_mine")
    await talk.presses("only_this_month")
    assert numbers(talk.latest()) == ["250305", "250303"]
    await talk.presses("at_all_sites")
    assert numbers(talk.latest()) == ["250303"]
    assert talk.latest().data["site_name"] == "苏州厂"
    await talk.presses("苏州厂")
    assert numbers(talk.latest()) == ["250305"]


async def test_one_site_has_no_button_for_sites() -> None:
    uow = await with_cases()
    uow.company = replace(uow.company, sites=uow.company.sites[:1])
    await uow.cases.remove(3)
    uow.cases.things.pop(3, None)
    talk = await talk_of(uow, "E11")

    await talk.sends("/find 水泵")

    assert "at_all_sites" not in [button.label for row in talk.latest().rows for button in row]


async def test_pages_are_turned_by_buttons() -> None:
    uow = await staffed()
    for number in range(23):
        await uow.cases.add(case(number=f"2503{number:02}"))
    talk = await talk_of(uow, "E11")

    await talk.sends("/find 水泵")
    first = numbers(talk.latest())
    await talk.presses("page_after")
    second = numbers(talk.latest())
    await talk.presses("page_after")
    third = numbers(talk.latest())
    assert [button.label for button in talk.latest().rows[-1]] == ["page_before"]
    await talk.presses("page_before")

    assert (len(first), len(second), len(third)) == (10, 10, 3)
    assert [*first, *second, *third] == sorted([*first, *second, *third], reverse=True)
    assert numbers(talk.latest()) == second


async def test_buttons_under_an_earlier_list_say_that_it_is_replaced() -> None:
    talk = await talk_of(await with_cases(), "E11")
    await talk.sends("/find 水泵")
    earlier = talk.latest()
    await talk.sends("/find 阀门")

    with pytest.raises(SomebodyWasFirst):
        await talk.presses("only_open", earlier)


@pytest.mark.parametrize("code", ["", "0", "0..", "x..0", "0.z.0", "-1..0", "0..0.1", "9999999..0"])
async def test_a_forged_page_is_nothing(code: str) -> None:
    talk = await talk_of(await with_cases(), "E11")
    await talk.sends("/find 水泵")
    button = replace(talk.button("only_open"), arg=code, label="forged")

    with pytest.raises(NoSuchThing):
        await talk.presses("forged", Message(template="x", rows=((button,),)))


async def test_a_page_beyond_the_last_says_that_there_is_nothing_more() -> None:
    talk = await talk_of(await with_cases(), "E11")
    await talk.sends("/find 水泵")
    button = replace(talk.button("only_open"), arg="7..9", label="forged")

    await talk.presses("forged", Message(template="x", rows=((button,),)))

    assert numbers(talk.latest()) == []
