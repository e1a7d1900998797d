"""The secret key: made on the first run, kept in HOME for this user's eyes only, and exported as a recovery sheet."""

import base64
import binascii
import hashlib
import os
import secrets
from pathlib import Path

from bot.settings import Settings, SettingsError
from records.vault import SECRET_BYTES, Vault

FILE = "secret.key"


def vault_of(settings: Settings) -> Vault:
    return Vault(secret_of(settings))


def secret_of(settings: Settings) -> bytes:
    """From CANTING_SECRET_KEY, or from the file in HOME, which the first run makes."""
    if settings.secret_key:
        return _decoded(settings.secret_key, "CANTING_SECRET_KEY")
    path = settings.home / FILE
    try:
        if not path.exists():
            _make(path)
        return _decoded(path.read_text("ascii"), str(path))
    except OSError as refused:
        raise SettingsError(f"the secret key {path} cannot be read or made: {refused.strerror}.") from refused


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode() + "\n")


def _decoded(text: str, where: str) -> bytes:
    try:
        secret = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError) as wrong:
        raise SettingsError(
            f"{where} expects {SECRET_BYTES} bytes in base64, as 'canting key export' prints."
        ) from wrong
    if len(secret) != SECRET_BYTES:
        raise SettingsError(f"{where} expects {SECRET_BYTES} bytes in base64, as 'canting key export' prints.")
    return secret


def recovery_sheet(settings: Settings) -> str:
    """To be printed and locked away: the key in groups of four, and a check sum to compare what was typed back."""
    secret = secret_of(settings)
    encoded = base64.b64encode(secret).decode()
    groups = [encoded[at : at + 4] for at in range(0, len(encoded), 4)]
    rows = "\n".join("    " + " ".join(groups[at : at + 4]) for at in range(0, len(groups), 4))
    return (
        "CANTING: RECOVERY SHEET OF THE SECRET KEY\n\n"
        "Without this key nobody can read names, NIKs, phone numbers or answers in the database or its backups.\n"
        "Print this page, lock it away, and keep no other copy.\n\n"
        f"{rows}\n\n"
        f"Check: {fingerprint(secret)}\n\n"
        "To restore: set CANTING_SECRET_KEY to the letters above (spaces do not matter), then run 'canting doctor';\n"
        "it shows the same check.\n"
    )


def fingerprint(secret: bytes) -> str:
    """Tells keys apart without telling them."""
    return hashlib.sha256(b"canting:fingerprint" + secret).hexdigest()[:8]
