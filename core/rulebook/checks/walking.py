"""Walking through an edition: every table with its path, so that checks need not know the chapters."""

from collections.abc import Iterator

from core.rulebook.chapter import Chapter


def tables(value: object, path: str = "") -> Iterator[tuple[str, Chapter]]:
    """Yield every table inside `value` with its path, the outer before the inner."""
    if isinstance(value, Chapter):
        yield path, value
    for inner_path, inner in _inside(value, path):
        yield from tables(inner, inner_path)


def _inside(value: object, path: str) -> list[tuple[str, object]]:
    if isinstance(value, Chapter):
        fields = type(value).model_fields.items()
        return [(_joined(path, field.alias or name), getattr(value, name)) for name, field in fields]
    if isinstance(value, dict):
        return [(_joined(path, key), entry) for key, entry in value.items()]
    if isinstance(value, tuple):
        return [(f"{path}[{place}]", entry) for place, entry in enumerate(value)]
    return []


def _joined(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
