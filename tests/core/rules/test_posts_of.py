from datetime import date

from bot.rulebooks import rulebook
from core.rules.posts_of import posts_of


def test_the_posts_that_approve_or_choose_a_rate_are_named_once() -> None:
    posts = posts_of(rulebook("logistics-liability", date(2025, 3, 3)))

    assert {"administration_manager", "general_manager"} <= set(posts)
    assert len(posts) == len(set(posts))
