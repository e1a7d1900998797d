"""The store of documents: sealed, under names that say nothing, whole or not there at all."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.store import FileStore
from records.vault import Vault, VaultError

SECRET = bytes(range(32))


@given(st.binary(max_size=5000), st.text(min_size=1, max_size=40))
def test_bytes_that_are_sealed_open_again_under_their_name_only(content: bytes, name: str) -> None:
    vault = Vault(SECRET)
    sealed = vault.seal_bytes(content, name)
    assert vault.open_bytes(sealed, name) == content
    if len(content) > 8:
        assert content not in sealed
    with pytest.raises(VaultError):
        vault.open_bytes(sealed, name + "x")


@given(st.binary(min_size=1, max_size=300), st.data())
def test_sealed_bytes_with_any_bit_changed_do_not_open(content: bytes, data: st.DataObject) -> None:
    vault = Vault(SECRET)
    sealed = bytearray(vault.seal_bytes(content, "a"))
    at = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[at // 8] ^= 1 << at % 8
    with pytest.raises(VaultError):
        vault.open_bytes(bytes(sealed), "a")


@given(st.binary(max_size=60))
def test_files_and_values_have_keys_of_their_own(content: bytes) -> None:
    vault = Vault(SECRET)
    with pytest.raises(VaultError):
        vault.open(vault.seal_bytes(content, ""))
    with pytest.raises(VaultError):
        vault.open_bytes(vault.seal("Siti"), "")


def test_equal_files_have_equal_digests_by_key_and_purpose() -> None:
    mine, other = Vault(SECRET), Vault(bytes(32))
    assert mine.digest_bytes("document", b"a") == mine.digest_bytes("document", b"a")
    digests = {
        mine.digest_bytes("document", b"a"),
        mine.digest_bytes("other", b"a"),
        other.digest_bytes("document", b"a"),
    }
    assert len(digests) == 3


def test_a_file_comes_back_as_it_was_and_cannot_be_read_by_others(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    store = FileStore(folder, Vault(SECRET))
    content = b"PROVINSI CONTOH 3375015708999901" * 400
    name = store.put(content)
    assert store.read(name) == content
    assert store.names() == {name}
    assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert b"3375015708999901" not in (folder / name).read_bytes()
    store.remove(name)
    store.remove(name)
    assert store.names() == frozenset()


def test_two_files_that_were_exchanged_do_not_open(tmp_path: Path) -> None:
    store = FileStore(tmp_path, Vault(SECRET))
    mine, hers = store.put(b"mine"), store.put(b"hers")
    (tmp_path / mine).write_bytes((tmp_path / hers).read_bytes())
    assert store.read(hers) == b"hers"
    with pytest.raises(VaultError):
        store.read(mine)


def test_where_the_disk_is_full_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = FileStore(tmp_path, Vault(SECRET))

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        store.put(b"content")
    assert store.names() == frozenset()


def test_a_folder_that_was_never_made_has_no_files(tmp_path: Path) -> None:
    assert FileStore(tmp_path / "nowhere", Vault(SECRET)).names() == frozenset()
