"""The tip key in a file of its owner: the private half under a passphrase, the public half for the bot's settings."""

import base64
import binascii
import json
import os
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from bot.durable import written_whole
from bot.tips.sealing import KEY, NONCE, WrongKey

KIND: Final = "gongdao tip key 1"
SALT = 16
# a guess costs 64 MiB and a good part of a second
COST: Final = {"n": 2**16, "r": 8, "p": 1}


def public_from(text: str) -> X25519PublicKey:
    """The public half as the settings carry it; ValueError for anything else."""
    try:
        return X25519PublicKey.from_public_bytes(base64.b64decode(text, validate=True))
    except binascii.Error as error:
        raise ValueError(text) from error


def public_text(public: X25519PublicKey) -> str:
    """The public half for the settings."""
    return base64.b64encode(public.public_bytes_raw()).decode()


def make_key(file: Path, passphrase: str) -> str:
    """A new key in that file, which must not be there yet (FileExistsError); the public half for the settings."""
    if file.exists():
        raise FileExistsError(file)
    private = X25519PrivateKey.generate()
    public = public_text(private.public_key())
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    locked = _cipher(passphrase, salt).encrypt(nonce, private.private_bytes_raw(), public.encode())
    kept = {
        "kind": KIND,
        "public": public,
        "salt": _text(salt),
        "nonce": _text(nonce),
        "locked": _text(locked),
    }
    with written_whole(file) as place:
        place.write(json.dumps(kept, indent=2).encode() + b"\n")
    return public


def unlocked(file: Path, passphrase: str) -> X25519PrivateKey:
    """The private half; WrongKey for a wrong passphrase or a file that is no tip key, OSError if it cannot be read."""
    try:
        kept = json.loads(file.read_bytes())
        parts = (base64.b64decode(kept[name]) for name in ("salt", "nonce", "locked"))
        salt, nonce, locked = parts
        raw = _cipher(passphrase, salt).decrypt(nonce, locked, kept["public"].encode())
    except (ValueError, KeyError, TypeError, AttributeError, InvalidTag) as error:
        raise WrongKey(file.name) from error
    return X25519PrivateKey.from_private_bytes(raw)


def _cipher(passphrase: str, salt: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(Scrypt(salt=salt, length=KEY, **COST).derive(passphrase.encode()))


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
