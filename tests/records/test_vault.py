"""The vault: what it seals only it opens, and its keys have nothing to do with each other."""

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from records.vault import SECRET_BYTES, Vault, VaultError

SECRET = bytes(range(32))


@given(st.text())
def test_what_is_sealed_opens_again_and_does_not_show(words: str) -> None:
    vault = Vault(SECRET)
    sealed = vault.seal(words)
    assert vault.open(sealed) == words
    if len(words) > 3:
        assert words.encode() not in sealed


@given(st.text(min_size=1), st.data())
def test_a_sealed_value_with_any_bit_changed_does_not_open(words: str, data: st.DataObject) -> None:
    vault = Vault(SECRET)
    sealed = bytearray(vault.seal(words))
    at = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[at // 8] ^= 1 << at % 8
    with pytest.raises(VaultError):
        vault.open(bytes(sealed))


@given(st.binary(max_size=60))
def test_bytes_that_were_never_sealed_do_not_open(junk: bytes) -> None:
    with pytest.raises(VaultError):
        Vault(SECRET).open(junk)


def test_the_same_words_are_sealed_differently_each_time() -> None:
    vault = Vault(SECRET)
    assert len({vault.seal("3375014101990001") for _ in range(100)}) == 100


def test_another_secret_opens_nothing_and_finds_nothing() -> None:
    mine, other = Vault(SECRET), Vault(bytes(32))
    with pytest.raises(VaultError, match="does not open"):
        other.open(mine.seal("Siti"))
    assert mine.digest("nik", "1") != other.digest("nik", "1")
    assert mine.pseudonym("person", 1) != other.pseudonym("person", 1)


def test_a_value_of_a_later_key_version_says_so() -> None:
    vault = Vault(SECRET)
    with pytest.raises(VaultError, match="another version"):
        vault.open(b"\x02" + vault.seal("Siti")[1:])


def test_the_secret_itself_opens_nothing() -> None:
    sealed = Vault(SECRET).seal("Siti")
    with pytest.raises(InvalidTag):
        AESGCM(SECRET).decrypt(sealed[1:13], sealed[13:], None)


def test_hashes_and_pseudonyms_differ_by_purpose_and_kind() -> None:
    vault = Vault(SECRET)
    digests = [
        vault.digest("nik", "1"),
        vault.digest("phone", "1"),
        vault.digest("person", "1"),
        vault.digest("ni", "k\x001"),
        vault.pseudonym("person", 1).removeprefix("person-"),
        vault.pseudonym("staff", 1).removeprefix("staff-"),
    ]
    assert len({digest[:12] for digest in digests}) == len(digests)
    assert vault.digest("nik", "1") == vault.digest("nik", "1")


def test_a_pseudonym_tells_the_kind_and_not_the_number() -> None:
    name = Vault(SECRET).pseudonym("person", 123456789)
    assert name.startswith("person-")
    assert "123456789" not in name


@pytest.mark.parametrize("length", [0, 16, SECRET_BYTES - 1, SECRET_BYTES + 1])
def test_a_secret_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="must have 32 bytes"):
        Vault(bytes(length))
