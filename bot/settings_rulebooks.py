"""The sections of gongdao.toml about rulebooks: which hold where, and what the company composes itself."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from bot.settings_sections import Name, RoleName, Section
from core.model.company import InForce
from core.model.label import Label
from core.model.roles import Role
from core.rulebook.composition import Composition

WAYS = ("id", "composition", "file")
Posts = Mapping[str, RoleName]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]


def _as_label(value: object) -> object:
    """One text is the word in every language."""
    return {"zh-Hans": value, "en": value} if isinstance(value, str) else value


def _as_files(value: object) -> object:
    return [value] if isinstance(value, str) else value


Title = Annotated[Label, BeforeValidator(_as_label)]
Files = Annotated[tuple[Name, ...], BeforeValidator(_as_files)]


class InForceSection(Section):
    """One rulebook in force from a day: `[[rulebooks]]`, by its id, a composition's, or a file or several."""

    id: Name | None = None
    composition: Name | None = None
    file: Files = ()
    since: date
    site: str | None = None
    department: str | None = None
    kind: Name | None = None
    settings: Mapping[str, Any] = Field(default_factory=dict)
    posts: Posts = Field(default_factory=dict)

    @model_validator(mode="after")
    def _check_way(self) -> "InForceSection":
        if sum(bool(getattr(self, way)) for way in WAYS) != 1:
            raise PydanticCustomError("one_of", "not one of", {"allowed": ", ".join(WAYS)})
        return self

    def noun(self, rulebook: str, posts: Posts) -> InForce:
        """The rulebook in force under that id; `posts` are the composition's, if it is one."""
        return InForce(
            rulebook=rulebook,
            since=self.since,
            site=self.site,
            department=self.department,
            kind=self.kind,
            settings=self.settings,
            posts={post: Role(role) for post, role in (*posts.items(), *self.posts.items())},
        )


class CompositionSection(Section):
    """`[compositions.ours]`: a title, chapters by the rulebook each is taken from, settings and posts."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, str]

    title: Title
    edition: Name = "1"
    in_force_from: date | None = None
    rest: str = ""
    settings: Mapping[str, Any] = Field(default_factory=dict)
    posts: Posts = Field(default_factory=dict)

    def noun(self, key: str) -> Composition:
        """The composition under its id; what is no chapter is told when it is put together."""
        return Composition(
            id=key,
            title=self.title,
            edition=self.edition,
            chapters=dict(self.__pydantic_extra__),
            rest=self.rest,
            in_force_from=self.in_force_from,
            settings=self.settings,
        )
