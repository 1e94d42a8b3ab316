"""Seals bytes so that only the holder of the tip key opens them: X25519, HKDF-SHA256, ChaCha20-Poly1305.

Each sealing has a key pair of its own, which is forgotten at once: whoever sealed cannot open. What is sealed is
padded, so that its length tells little, and bound to what it is about, so that it cannot be passed off as another.
"""

import os
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

FORM: Final = b"\x01"
KEY, NONCE, LENGTH = 32, 12, 8
BLOCK: Final = 1024
PURPOSE: Final = b"gongdao tip 1"


class WrongKey(ValueError):
    """It was sealed to another key, about something else, or was changed."""


def sealed(content: bytes, public: X25519PublicKey, about: str) -> bytes:
    """The content as only the holder of the key can read it; sealing it again gives other bytes."""
    once = X25519PrivateKey.generate()
    ours = once.public_key().public_bytes_raw()
    nonce = os.urandom(NONCE)
    cipher = _cipher(once.exchange(public), ours + public.public_bytes_raw())
    return FORM + ours + nonce + cipher.encrypt(nonce, _padded(content), about.encode())


def opened(bytes_: bytes, private: X25519PrivateKey, about: str) -> bytes:
    """What was sealed; WrongKey if it was sealed to another key or about something else, or was changed."""
    ours, nonce, rest = bytes_[1 : 1 + KEY], bytes_[1 + KEY : 1 + KEY + NONCE], bytes_[1 + KEY + NONCE :]
    if bytes_[:1] != FORM or len(nonce) != NONCE:
        raise WrongKey(about)
    shared = private.exchange(X25519PublicKey.from_public_bytes(ours))
    cipher = _cipher(shared, ours + private.public_key().public_bytes_raw())
    try:
        return _unpadded(cipher.decrypt(nonce, rest, about.encode()))
    except InvalidTag:
        raise WrongKey(about) from None


def _cipher(shared: bytes, salt: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(HKDF(SHA256(), length=KEY, salt=salt, info=PURPOSE).derive(shared))


def _padded(content: bytes) -> bytes:
    whole = len(content).to_bytes(LENGTH) + content
    return whole + bytes(-len(whole) % BLOCK)


def _unpadded(whole: bytes) -> bytes:
    return whole[LENGTH : LENGTH + int.from_bytes(whole[:LENGTH])]
