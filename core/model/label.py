"""A word in the languages of the interface; a regulation's own terms are its labels."""

from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

LANGUAGES: Final = ("zh-Hans", "en")
"""Those that everything is said in; the first where nobody chose."""


class Label(BaseModel):
    """One term or short text in Simplified Chinese and English; `zh-Hant` may follow."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    zh_hans: Annotated[str, Field(alias="zh-Hans", min_length=1)]
    en: Annotated[str, Field(min_length=1)]
    zh_hant: Annotated[str | None, Field(alias="zh-Hant")] = None

    def in_language(self, language: str) -> str:
        """Return the word in `language`; what has no word of its own is said in Simplified Chinese."""
        words = {"en": self.en, "zh-Hant": self.zh_hant}
        return words.get(language) or self.zh_hans
