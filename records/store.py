"""The store: documents as sealed files in a folder of their own, under names that say nothing."""

import os
import secrets
from pathlib import Path

from records.vault import Vault

# In HOME.
FOLDER = "documents"
NAME_BYTES = 16
_UNFINISHED = ".new"


class FileStore:
    """Files under random names (32 hexadecimal digits), readable by this user only, and sealed by the vault.

    Nothing is written in the clear, not even for a moment.
    """

    def __init__(self, folder: Path, vault: Vault) -> None:
        self._folder = folder
        self._vault = vault

    def put(self, content: bytes) -> str:
        """Its name. It lies on the disk, whole, once this returns."""
        name = secrets.token_hex(NAME_BYTES)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = self._folder / f"{name}{_UNFINISHED}"
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(self._vault.seal_bytes(content, name))
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(self._folder / name)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise
        self._sync_folder()
        return name

    def read(self, name: str) -> bytes:
        """The bytes as they came; FileNotFoundError where it is gone, VaultError where it was altered."""
        return self._vault.open_bytes((self._folder / name).read_bytes(), name)

    def remove(self, name: str) -> None:
        """Also where it is gone already."""
        (self._folder / name).unlink(missing_ok=True)

    def names(self) -> frozenset[str]:
        """Every file that is there, also one that a crash left unfinished."""
        try:
            return frozenset(os.listdir(self._folder))
        except FileNotFoundError:
            return frozenset()

    def _sync_folder(self) -> None:
        """A new name in a folder is on the disk only once the folder is."""
        descriptor = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
