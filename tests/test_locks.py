"""The lock files hold what the project needs, so that a fresh clone has it too."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def names(lines: list[str]) -> set[str]:
    """The packages that these requirements name, as package indexes compare names."""
    found = (re.match(r"[A-Za-z0-9._-]+", line) for line in lines)
    return {re.sub(r"[-_.]+", "-", one[0]).lower() for one in found if one}


@pytest.mark.parametrize(("lock", "extras"), [("requirements.lock", ()), ("requirements-dev.lock", ("dev",))])
def test_whatever_the_project_asks_for_is_locked(lock: str, extras: tuple[str, ...]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [
        *project["dependencies"],
        *(one for extra in extras for one in project["optional-dependencies"][extra]),
    ]

    assert names(asked) - names((ROOT / lock).read_text("utf-8").splitlines()) == set()
