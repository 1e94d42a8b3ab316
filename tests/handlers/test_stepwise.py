from dataclasses import replace

import pytest

from core.actions.draft.fill_draft import fill_draft
from core.errors import NotAllowed
from core.model.evidence import Kind
from core.model.roles import Grant, Role
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, forwarded, photo, talk
from tests.make import by_no, staffed
from tests.make_intake import registered


async def begun(uow: FakeUnitOfWork) -> Talk:
    sales = await talk(uow, "E10")
    await sales.sends("/new")
    return sales


async def answers(sales: Talk, *texts: str) -> None:
    for text in texts:
        await sales.sends(text)


async def test_new_asks_one_question_at_a_time_until_the_review() -> None:
    sales = await begun(await staffed())
    asked = [sales.latest().data["field"]]
    for text in ("宏达机电", "水泵 P-300", "3月1日", "120 不良 8", "轴封漏水"):
        await sales.sends(text)
        asked.append(sales.latest().data["field"])
    await sales.sends(**photo("a", media_group_id="g"))
    await sales.sends(**photo("b", media_group_id="g"))
    counted = sales.latest()
    await sales.presses("done")
    asked.append(sales.latest().data["field"])
    await sales.presses("demand_pay")

    assert asked == ["customer", "subject", "occurred_on", "quantities", "happened", "photos", "demand"]
    assert counted.data["counts"] == {Kind.PHOTO: 2}
    assert sales.latest().template == "draft_reviewed"
    assert sales.uow.drafts.things[1].fields["defective"] == "8"


async def test_a_site_that_is_none_of_theirs_is_refused_with_those_that_are() -> None:
    sales = await begun(await staffed())
    draft = sales.uow.drafts.things[1]

    with pytest.raises(NotAllowed, match="site_impossible") as refused:
        await fill_draft(draft, "site", "宏达机电", actor=await by_no(sales.uow, "E10"), uow=sales.uow)

    assert refused.value.data == {"text": "宏达机电", "names": ("苏州厂",)}


async def test_the_site_is_asked_where_more_than_one_is_possible() -> None:
    uow = await staffed()
    sales_person = await by_no(uow, "E10")
    await uow.persons.put(replace(sales_person, grants=(Grant(Role.SALES),)))
    sales = await begun(uow)

    await sales.presses("无锡厂")

    assert uow.drafts.things[1].fields["site"] == "wuxi"
    assert sales.latest().data["field"] == "customer"
    assert sales.latest().data["place"] == 2


async def test_the_name_of_a_site_may_be_typed() -> None:
    uow = await staffed()
    await uow.persons.put(replace(await by_no(uow, "E10"), grants=(Grant(Role.SALES),)))
    sales = await begun(uow)

    await sales.sends("无锡厂")

    assert uow.drafts.things[1].fields["site"] == "wuxi"


async def test_the_site_can_be_edited_where_more_than_one_is_possible() -> None:
    uow = await staffed()
    await uow.persons.put(replace(await by_no(uow, "E10"), grants=(Grant(Role.SALES),)))
    sales = await talk(uow, "E10")
    await sales.sends("水泵漏水很厉害", **forwarded())
    await sales.settles()

    await sales.presses("edit")
    await sales.presses("field_site")
    await sales.presses("无锡厂")

    assert uow.drafts.things[1].fields["site"] == "wuxi"


async def test_a_site_of_others_is_refused() -> None:
    sales = await begun(await staffed())
    button = replace(sales.latest().rows[-1][-1], verb="pick", arg="site:wuxi", label="forged")
    forged = replace(sales.latest(), rows=((button,),))

    with pytest.raises(NotAllowed):
        await sales.presses("forged", forged)


async def test_back_shows_the_question_before() -> None:
    sales = await begun(await staffed())
    await sales.sends("宏达机电")

    await sales.presses("back")

    assert sales.latest().data["field"] == "customer"
    assert sales.latest().data["now"] == "宏达机电"


async def test_answers_given_before_are_shown_when_going_back() -> None:
    sales = await begun(await staffed())
    await answers(sales, "宏达机电", "水泵 P-300", "昨天", "120 不良 8")

    await sales.presses("back")
    quantities = sales.latest().data["now"]
    await sales.presses("back")
    await sales.presses("back")

    assert quantities == "120 / 8"
    assert sales.latest().data["now"] == "P-300"


async def test_an_optional_question_can_be_skipped() -> None:
    sales = await begun(await staffed())
    await answers(sales, "宏达机电", "水泵", "昨天")

    await sales.presses("skip")

    assert sales.latest().data["field"] == "happened"


async def test_an_unknown_day_is_marked() -> None:
    sales = await begun(await staffed())
    await answers(sales, "宏达机电", "水泵")

    await sales.presses("unknown")

    assert sales.uow.drafts.things[1].fields["occurred_on"] == "unknown"


@pytest.mark.parametrize("text", ["2月30日", "3月9日", "不清楚"])
async def test_a_day_that_is_none_or_to_come_is_refused(text: str) -> None:
    sales = await begun(await staffed())
    await answers(sales, "宏达机电", "水泵")

    with pytest.raises(NotAllowed):
        await sales.sends(text)


async def test_an_empty_answer_is_refused() -> None:
    sales = await begun(await staffed())

    with pytest.raises(NotAllowed) as refusal:
        await sales.sends("\u202e")

    assert refusal.value.what == "answer_empty"


async def test_a_text_too_long_for_an_answer_is_kept_and_asked_about() -> None:
    sales = await begun(await staffed())
    await sales.sends("宏达机电")

    await sales.sends("漏" * 101)
    shown = await sales.settles()

    assert shown.template == "loose_asked"
    assert sales.button("resume").arg == "1"


async def test_a_walk_only_begun_does_not_stand_in_a_forwards_way() -> None:
    sales = await begun(await staffed())

    await sales.sends("水泵漏水很厉害", **forwarded())
    shown = await sales.settles()

    assert shown.template == "burst_received"


async def test_a_walk_only_begun_is_not_offered_again() -> None:
    sales = await begun(await staffed())

    await sales.sends("/new")

    assert sales.latest().data["field"] == "customer"


async def test_customers_and_products_are_remembered() -> None:
    uow = await staffed()
    await registered(uow)
    sales = await begun(uow)

    await sales.presses("宏达机电")
    await sales.presses("水泵")

    assert sales.latest().data["field"] == "occurred_on"
    assert uow.drafts.things[2].fields["product"] == "水泵"


async def test_an_open_draft_offers_itself_again() -> None:
    uow = await staffed()
    sales = await begun(uow)
    await sales.sends("宏达机电")

    await sales.sends("/new")
    offered = sales.latest()
    await sales.presses("resume")

    assert offered.template == "draft_waiting"
    assert sales.latest().data["customer"] == "宏达机电"


async def test_a_new_one_can_be_started_beside_an_open_draft() -> None:
    sales = await begun(await staffed())
    await sales.sends("宏达机电")
    await sales.sends("/new")

    await sales.presses("start_new")

    assert len(sales.uow.drafts.things) == 2
    assert sales.latest().data["field"] == "customer"


async def test_old_buttons_of_new_show_the_draft() -> None:
    sales = await begun(await staffed())
    await answers(sales, "宏达机电", "水泵", "昨天")
    old = sales.latest()
    await sales.sends("120")

    await sales.presses("skip", old)
    await sales.presses("back", old)

    assert sales.reply.toasts == ["draft_changed", "draft_changed"]


async def test_an_old_pick_shows_the_draft() -> None:
    sales = await begun(await staffed())
    await answers(sales, "宏达机电", "水泵")
    old = sales.latest()
    await sales.presses("today")

    await sales.presses("yesterday", old)

    assert sales.reply.toasts == ["draft_changed"]


async def test_a_photo_at_any_question_joins_the_draft() -> None:
    sales = await begun(await staffed())

    await sales.sends(**photo())

    assert sales.latest().template == "photos_counted"
    assert not any(sales.latest().rows)


async def test_a_sticker_among_the_photos_gets_a_kind_answer() -> None:
    sales = await begun(await staffed())
    await answers(sales, "宏达机电", "水泵", "昨天", "120", "轴封漏水")

    await sales.sends(dice={"emoji": "🎲", "value": 1})

    assert sales.latest().template == "kind_unsupported"


async def test_a_forward_in_the_middle_is_asked_about() -> None:
    sales = await begun(await staffed())
    await sales.sends("宏达机电")

    await sales.sends("另一位客户的话", **forwarded())
    shown = await sales.settles()

    assert shown.template == "loose_asked"


async def test_the_review_of_an_unfinished_walk_asks_for_the_rest() -> None:
    sales = await begun(await staffed())
    await answers(sales, "宏达机电", "水泵", "昨天", "120", "轴封漏水")
    await sales.presses("done")
    last = sales.latest()
    await sales.sends("/new")
    await sales.presses("resume")

    await sales.presses("demand_repair", last)

    assert sales.latest().template == "draft_reviewed"
