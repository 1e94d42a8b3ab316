"""What is sent becomes a piece of evidence, or the sender is told at once why it does not."""

from handlers.taking import piece_taken
from tests.handlers.people_turns import turn_of
from tests.make import by_no, staffed


async def test_words_are_a_piece_unless_a_file_is_needed() -> None:
    uow = await staffed()
    turn, reply = turn_of(uow, await by_no(uow, "E10"), "漏水")

    taken = await piece_taken(turn)
    refused = await piece_taken(turn, needs_file=True)

    assert taken is not None
    assert taken.text == "漏水"
    assert refused is None
    assert [one.template for one in reply.said] == ["kind_unsupported"]
