"""The vault: what is personal is sealed before it reaches the database, and found again by keyed hashes.

One secret of 32 bytes yields, by HKDF-SHA256 (RFC 5869), a key for sealing values (AES-256-GCM), one for sealing files,
one for keyed hashes, one for the pseudonyms of the audit trail and one for signing links. What is sealed begins with
the version of its key, so that keys can be changed.
"""

import base64
import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SECRET_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
SIGNATURE_BYTES = 16
SHORTEST = 1 + NONCE_BYTES + TAG_BYTES
VERSION = 1


class VaultError(Exception):
    """A sealed value cannot be opened: the key is another one, or the value was altered."""


def _derive(secret: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"canting:{purpose}".encode()).derive(secret)


def _opened(sealer: AESGCM, sealed: bytes, bound_to: bytes | None) -> bytes:
    if not sealed or sealed[0] != VERSION:
        raise VaultError("the value was sealed with a key of another version")
    if len(sealed) < SHORTEST:
        raise VaultError("the sealed value is cut off")
    try:
        return sealer.decrypt(sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :], bound_to)
    except InvalidTag as wrong:
        raise VaultError("the secret key does not open this value") from wrong


class Vault:
    """Seals, opens, and makes keyed hashes."""

    def __init__(self, secret: bytes) -> None:
        if len(secret) != SECRET_BYTES:
            raise ValueError(f"the secret key must have {SECRET_BYTES} bytes")
        self._sealer = AESGCM(_derive(secret, "seal:1"))
        self._file_sealer = AESGCM(_derive(secret, "seal-file:1"))
        self._hash_key = _derive(secret, "hash")
        self._pseudonym_key = _derive(secret, "pseudonym")
        self._signing_key = _derive(secret, "sign")

    def seal(self, words: str) -> bytes:
        """A version byte, a nonce of 12 bytes, the ciphertext with its tag."""
        nonce = os.urandom(NONCE_BYTES)
        return bytes([VERSION]) + nonce + self._sealer.encrypt(nonce, words.encode(), None)

    def open(self, sealed: bytes) -> str:
        return _opened(self._sealer, sealed, None).decode()

    def seal_bytes(self, content: bytes, name: str) -> bytes:
        """A file of at most some 20 MB, sealed as a whole in the same form. `name` is bound to it: under another name
        it does not open, so that two files cannot be exchanged.
        """
        nonce = os.urandom(NONCE_BYTES)
        return bytes([VERSION]) + nonce + self._file_sealer.encrypt(nonce, content, name.encode())

    def open_bytes(self, sealed: bytes, name: str) -> bytes:
        return _opened(self._file_sealer, sealed, name.encode())

    def digest(self, purpose: str, words: str) -> str:
        """A keyed hash (HMAC-SHA256, hex) by which equal values are found without being readable."""
        return hmac.new(self._hash_key, f"{purpose}\0{words}".encode(), hashlib.sha256).hexdigest()

    def digest_bytes(self, purpose: str, content: bytes) -> str:
        """The same of a file's bytes: equal files are found, and nobody can ask for a known file without the key."""
        return self.digest(purpose, hashlib.sha256(content).hexdigest())

    def pseudonym(self, kind: str, number: int) -> str:
        """A stable name without meaning for a person, in the audit trail and in exports."""
        digest = hmac.new(self._pseudonym_key, f"{kind}\0{number}".encode(), hashlib.sha256).hexdigest()
        return f"{kind}-{digest[:12]}"

    def signature(self, purpose: str, words: str) -> str:
        """26 small letters and digits (RFC 4648's base32) that only the holder of the key can make: the first 128 bits
        of an HMAC-SHA256.
        """
        digest = hmac.new(self._signing_key, f"{purpose}\0{words}".encode(), hashlib.sha256).digest()
        return base64.b32encode(digest[:SIGNATURE_BYTES]).decode().rstrip("=").lower()

    def signed(self, purpose: str, words: str, signature: str) -> bool:
        """Whether this is their signature; compared in constant time."""
        return hmac.compare_digest(self.signature(purpose, words).encode(), signature.encode())
