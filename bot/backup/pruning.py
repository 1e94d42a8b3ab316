"""Takes old backups away, and the evidence that none of the others needs."""

from bot.backup.place import BackupPlace


def prune(place: BackupPlace, keep: int) -> None:
    """Keep the newest `keep` backups (1 or more)."""
    names, manifests = place.names(), place.readable()
    old, kept = names[:-keep], names[-keep:]
    known = {name: {file.sha256 for file in manifest.evidence} for name, manifest in manifests.items()}
    for name in old:
        place.remove(name)
    # what a kept backup needs is not known if its manifest cannot be read
    if all(name in known for name in kept):
        needed = set[str]().union(*(known[name] for name in kept))
        dropped = set[str]().union(*(known.get(name, ()) for name in old)) - needed
        for sha256 in dropped:
            place.evidence.path(sha256).unlink(missing_ok=True)
