"""The profile: the one that ships is usable; a wrong one is refused, and the place of the error is named."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from records import profile
from records.profile import DEFAULT, ProfileError, load

TOWN = DEFAULT.read_text()


def _written(folder: Path, words: str) -> Path:
    path = folder / "centre.toml"
    path.write_text(words)
    return path


def test_the_profile_that_ships_names_four_kecamatan_and_27_kelurahan() -> None:
    shipped = load()
    assert shipped.city == "Kota Pekalongan"
    assert len(shipped.kecamatan) == 4
    assert sum(len(kecamatan.kelurahan) for kecamatan in shipped.kecamatan) == 27
    codes = [(one.code, each.code) for one in shipped.kecamatan for each in one.kelurahan]
    assert len(set(codes)) == 27


def test_the_follow_up_asks_at_months_1_3_6_and_12_and_the_headline_is_month_6() -> None:
    assert load().followup.waves == (1, 3, 6, 12)
    assert load().followup.headline_wave == 6


def test_names_are_found_by_code_and_an_unknown_code_stays_as_it_is() -> None:
    shipped = load()
    assert shipped.kelurahan_name("33.75.01", "1002") == "Medono"
    assert shipped.kelurahan_name("33.75.01", "9999") == "9999"
    assert shipped.kelurahan_name("99.99.99", "1002") == "1002"
    assert shipped.kecamatan_of("99.99.99") is None


def test_the_calendar_is_made_of_the_profile() -> None:
    calendar = load().calendar.calendar(ZoneInfo("Asia/Jakarta"))
    assert [(hours.begin.hour, hours.end.hour) for hours in calendar.hours] == [(8, 11), (13, 17)]


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ('name = "UPTD', 'nama = "UPTD', "'name'"),
        ('nik_prefix = "3375"', 'nik_prefix = "33.75"', "'nik_prefix'"),
        ("latitude = -6.8898", "latitude = -96.8898", "'latitude'"),
        ("waves = [1, 3, 6, 12]", "waves = [1, 3, 0, 12]", "'followup.waves.2'"),
        ("waves = [1, 3, 6, 12]", "waves = []", "'followup.waves'"),
        ("headline_wave = 6", "headline_wave = 5", "'followup.headline_wave'"),
        ('["13:00", "17:15"]]', '["11:00", "17:15"]]', "'calendar.hours'"),
        ('["13:00", "17:15"]]', '["13:00", "25:15"]]', "'calendar.hours.1.1'"),
        ('friday_pause = ["11:00", "13:30"]', 'friday_pause = ["13:30", "11:00"]', "'calendar.friday_pause'"),
        ('["2026-02-19", "2026-03-20"]', '["2026-03-20", "2026-02-19"]', "'calendar.ramadan'"),
        ("eid_days_after = 8", "eid_days_after = -8", "'calendar.eid_days_after'"),
        ("2026 = 2700926", "2026 = -1", "'umk.2026'"),
        ('code = "1012", name = "Pringrejo"', 'code = "1012"', "'kecamatan.0.kelurahan.6.name'"),
        ("[umk]", "[umk]\nlast = 1", "'umk.last"),
        ('phone = ""', 'phone = ""\nfax = ""', "'fax'"),
    ],
)
def test_an_error_names_the_file_and_the_place(tmp_path: Path, right: str, wrong: str, place: str) -> None:
    assert right in TOWN
    path = _written(tmp_path, TOWN.replace(right, wrong, 1))
    with pytest.raises(ProfileError) as refused:
        load(path)
    assert str(refused.value).startswith(f"the profile {path} is wrong at {place}")
    assert "\n" not in str(refused.value)


def test_a_profile_that_is_not_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"is not TOML: .*line 1"):
        load(_written(tmp_path, "name: UPTD BLK"))


def test_a_profile_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="cannot be read: No such file"):
        load(tmp_path / "nowhere.toml")


def test_a_profile_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "centre.toml"
    path.write_bytes(TOWN.replace("Pekalongan", "Pékalongan").encode("cp1252", "replace"))
    with pytest.raises(profile.ProfileError, match="is not TOML: "):
        load(path)
