"""The section `[tips]` of gongdao.toml: who reads confidential tips, and the key that they are sealed to."""

from typing import Annotated

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from bot.settings_sections import RoleName, Section
from bot.tips.key_file import public_from
from core.model.roles import Role


def _check_key(text: str) -> str:
    if text:
        try:
            public_from(text)
        except ValueError as error:
            raise PydanticCustomError("tip_key", "no key") from error
    return text


class TipsSection(Section):
    """Without a `key`, made by `gongdao tips key`, no tips are taken. They are erased `keep_days` after they were handed in."""

    role: RoleName = Role.AUDITOR.value
    key: Annotated[str, AfterValidator(_check_key)] = ""

    keep_days: int = Field(default=1095, ge=30, le=36500)

    def public(self) -> X25519PublicKey | None:
        """The key that tips are sealed to."""
        return public_from(self.key) if self.key else None
