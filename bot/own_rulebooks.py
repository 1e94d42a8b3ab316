"""A company's own rulebook files: read and checked, every fault named with its file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from bot.rulebooks import ids as shipped_ids
from bot.rulebooks import loss_kinds, ready
from bot.settings_faults import SettingsFault
from core.model.fault import Fault
from core.rulebook.checked_text import checked
from core.rulebook.compiled import CompiledRulebook


@dataclass(slots=True)
class OwnRulebooks:
    """Editions by id, the id of each file, and whatever is wrong with the files."""

    editions: dict[str, tuple[CompiledRulebook, ...]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    faults: list[SettingsFault] = field(default_factory=list)


def read_own_rulebooks(folder: Path, files: Sequence[str]) -> OwnRulebooks:
    """Read every file, relative to the folder of the configuration; several files may be editions of one id."""
    read = OwnRulebooks()
    for name in dict.fromkeys(files):
        _add(read, name, folder / name)
    return read


def _add(read: OwnRulebooks, name: str, file: Path) -> None:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        read.faults.append(SettingsFault(what="file_missing", where=name, found=""))
    except OSError as error:
        read.faults.append(SettingsFault(what="file_unreadable", where=name, found=error.strerror or ""))
    except UnicodeDecodeError as error:
        read.faults.append(SettingsFault(what="file_not_toml", where=name, found=str(error)))
    else:
        _add_text(read, name, text)


def _add_text(read: OwnRulebooks, name: str, text: str) -> None:
    found = checked(text, loss_kinds())
    if found.edition is None:
        read.faults.extend(in_rulebook(placed.fault, name, placed.line) for placed in found.faults)
        return
    compiled = ready(found.edition, sha256(text.encode()).hexdigest())
    read.faults.extend(in_rulebook(fault, name) for fault in _clashes(read, compiled))
    read.ids[name] = compiled.id
    read.editions[compiled.id] = (*read.editions.get(compiled.id, ()), compiled)


def in_rulebook(fault: Fault, name: str = "", line: int | None = None) -> SettingsFault:
    """A fault of a rulebook as one of the configuration: file and line, place, found, allowed."""
    file = name if line is None else f"{name}:{line}"
    where = f"{file}: {fault.path}" if file else fault.path
    return SettingsFault(
        what="rulebook", where=where, found=fault.found, allowed=fault.allowed, clause=fault.clause
    )


def _clashes(read: OwnRulebooks, new: CompiledRulebook) -> Iterator[Fault]:
    if new.id in shipped_ids():
        yield Fault("id", f"{new.id!r} is the id of a rulebook that ships;", "allowed is an id of its own")
    start = new.edition.in_force_from
    for other in read.editions.get(new.id, ()):
        if other.edition.in_force_from == start:
            found = f"{new.id} has another edition from {start or 'always'};"
            yield Fault("in_force_from", found, "allowed is one edition a day")
        if other.edition.edition == new.edition.edition:
            found = f"{new.id} has another edition called {new.edition.edition!r};"
            yield Fault("edition", found, "allowed is a name of its own")
