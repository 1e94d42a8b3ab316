"""What the bot told about itself: names, descriptions and commands, by language and scope."""

import json

from bot.sandbox.wire import Json


class BotProfile:
    """Texts by field and language, commands by scope and language."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._commands: dict[str, list[Json]] = {}

    def set_text(self, field: str, language: str, text: str) -> None:
        """Keep a text; an empty one removes it."""
        self._texts[f"{field}:{language}"] = text

    def text(self, field: str, language: str) -> str:
        """The text in this language, else the one for all languages, else nothing."""
        return self._texts.get(f"{field}:{language}") or self._texts.get(f"{field}:", "")

    def set_commands(self, scope: Json, language: str, commands: list[Json]) -> None:
        """Keep the commands of a scope and language; none removes them."""
        key = _key(scope, language)
        self._commands.pop(key, None)
        if commands:
            self._commands[key] = commands

    def commands(self, scope: Json, language: str) -> list[Json]:
        """Exactly what was set for this scope and language."""
        return self._commands.get(_key(scope, language), [])

    def shown_commands(self, scopes: list[Json], language: str) -> list[Json]:
        """What a person's menu shows: the first scope that has commands, in the language or in all languages."""
        for scope in scopes:
            found = self.commands(scope, language) or self.commands(scope, "")
            if found:
                return found
        return []

    def snapshot(self) -> Json:
        """All of it."""
        return {"texts": self._texts, "commands": self._commands}

    def restore(self, data: Json) -> None:
        """All of it again."""
        self._texts = dict(data["texts"])
        self._commands = dict(data["commands"])


def _key(scope: Json, language: str) -> str:
    return json.dumps([scope, language], sort_keys=True)
