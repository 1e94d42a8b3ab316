from datetime import date

from bot.rulebooks import rulebook
from core.rules.duty.posts_of import posts_of


def test_the_posts_that_approve_or_choose_a_rate_are_named_once() -> None:
    posts = posts_of(rulebook("logistics-liability", date(2025, 3, 3)))

    assert {"administration_manager", "general_manager"} <= set(posts)
    assert len(posts) == len(set(posts))


def test_who_signs_for_a_plan_must_be_held_too_but_for_the_head_of_whose_plan_it_is() -> None:
    posts = posts_of(rulebook("after-sales-claims", date(2025, 3, 3)))

    assert {"finance", "leader"} <= set(posts)
    assert posts.count("department_head") == 1
    assert "quality_department" in posts_of(rulebook("quality-department-compensation", date(2025, 3, 3)))
