"""A next edition of a rulebook that ships, as an admin would send it."""

from importlib.resources import files


def edition_text(
    rulebook: str = "logistics-liability", edition: str = "2026", day: str = "2026-01-01"
) -> str:
    """The text that ships, with another name and day."""
    folder = files("core.rulebook") / "editions" / rulebook
    text = (folder / "undated.toml").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(("edition =", "in_force_from ="))]
    at = next(place for place, line in enumerate(lines) if line.startswith("id ="))
    lines[at + 1 : at + 1] = [f'edition = "{edition}"', f"in_force_from = {day}" if day else ""]
    return "\n".join(lines) + "\n"
