"""Where a fault of a file's form stands: pydantic names the branches of unions on the way, the file does not."""

from core.rulebook.toml_lines import Keys


def keys_of(data: object, location: Keys, *, is_missing: bool) -> Keys:
    """Return the way to the value in the data, without what is no key of it; a missing key comes last."""
    *outer, last = location or ("",)
    if is_missing:
        return (*_way(data, tuple(outer), is_table=True), last)
    return _way(data, location, is_table=False)


def path_of(keys: Keys) -> str:
    """Return the way as a person writes it: `charges[3].rate`."""
    path = ""
    for key in keys:
        path += f"[{key}]" if isinstance(key, int) else f".{key}" if path else key
    return path


def keys_in(path: str) -> Keys:
    """Return the way that a path writes; the contrary of `path_of` where no key holds a point."""
    parts = path.replace("]", "").replace("[", ".").split(".")
    return tuple(int(part) if part.isdecimal() else part for part in parts if part)


def _way(data: object, location: Keys, *, is_table: bool) -> Keys:
    """The way that uses the latest parts of the location; of a table, one that ends in a table."""
    ways: dict[Keys, tuple[object, int]] = {(): (data, 0)}
    for used, part in enumerate(location, 1):
        further = {
            (*keys, part): (value[part], used)  # type: ignore[index]
            for keys, (value, _) in ways.items()
            if _has(value, part)
        }
        passed = {
            keys: way for keys, way in ways.items() if not (isinstance(way[0], list) and _has(way[0], part))
        }
        ways = passed | further
    fitting = {keys: used for keys, (value, used) in ways.items() if not is_table or isinstance(value, dict)}
    return max(fitting, key=lambda keys: (fitting[keys], len(keys)), default=())


def _has(data: object, key: str | int) -> bool:
    if isinstance(data, dict):
        return key in data
    return isinstance(data, list) and isinstance(key, int) and key < len(data)
