"""What pictures look like: the same however they were sent, another as soon as it is another."""

from hypothesis import given
from hypothesis import strategies as st

from core.finding.sights import MOST_DIFFERENT, looks_same, sight_of, sight_tags

BITS = 256
SIGHTS = st.integers(0, 2**BITS - 1).map(lambda bits: f"{bits:064x}")
# something in every part
FULL = st.lists(st.integers(1, 2**32 - 2), min_size=8, max_size=8).map(
    lambda parts: "".join(f"{part:08x}" for part in parts)
)
POINTS = st.sets(st.integers(0, BITS - 1), max_size=40)


def flipped(sight: str, points: set[int]) -> str:
    bits = int(sight, 16)
    for point in points:
        bits ^= 1 << point
    return f"{bits:064x}"


@given(SIGHTS, POINTS)
def test_a_few_points_make_no_other_picture_and_more_do(sight: str, points: set[int]) -> None:
    assert looks_same(sight, flipped(sight, points)) == (len(points) <= MOST_DIFFERENT)


@given(FULL, st.sets(st.integers(0, BITS - 1), max_size=7))
def test_a_copy_that_differs_in_up_to_seven_points_has_a_part_in_common(sight: str, points: set[int]) -> None:
    assert set(sight_tags(sight)) & set(sight_tags(flipped(sight, points)))


def test_what_is_not_there_looks_like_nothing() -> None:
    assert not looks_same("", "")
    assert not looks_same("ab" * 32, "")
    assert list(sight_tags("")) == []


def test_an_empty_part_is_no_reason_to_look_closer() -> None:
    assert list(sight_tags("00000000" + "ffffffff" + "12345678" + "0" * 40)) == ["g2x12345678"]


def test_a_wall_or_an_even_shade_has_no_sight() -> None:
    assert sight_of([7] * 17 * 16) == ""
    assert sight_of(list(range(17)) * 16) == ""


def test_darker_before_lighter_is_a_one() -> None:
    row = [0, 9] * 8 + [0]

    assert sight_of(row * 16) == "aaaa" * 16
