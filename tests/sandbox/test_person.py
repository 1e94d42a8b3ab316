import pytest

from bot.sandbox.person import account_of


def test_a_token_names_its_account() -> None:
    assert account_of("123456:letters").as_user()["id"] == 123456


@pytest.mark.parametrize("token", ["", "letters", "123456:", "x:letters"])
def test_what_is_no_token_is_refused(token: str) -> None:
    with pytest.raises(ValueError, match="looks like"):
        account_of(token)
