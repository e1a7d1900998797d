"""The page: the main job from end to end, played in a real browser as a person would play it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.page import parts
from tests.page.browser import browsing
from tests.page.player import Player, at_laptop
from tests.page.rehearsal import Rehearsal, rehearsing

WORDS = "Sertifikat dapat diambil di kantor BLK, Senin sampai Jumat."
MONTHS_TO_THE_END_OF_TRAINING = 3
# What a browser says of a server that is away for a moment.
AWAY = re.compile(r"ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)")


@pytest.mark.long
def test_a_newcomer_registers_is_checked_graduates_and_months_later_tells_what_she_does(
    player: Player, rehearsal: Rehearsal
) -> None:
    who = parts.newcomer(player)
    parts.looks_around(player)
    player.taps("Daftar")
    parts.registers(player, who)
    filed = parts.filed(player)
    parts.sends_her_documents(player)

    player.plays(player.person(parts.OFFICER))
    parts.finds(player, filed.number)
    player.sees(who.name)
    player.taps("Setujui")
    player.sees(f"{filed.number}: disetujui")
    player.travels("hour")
    expect(player.person(who.name).locator(".badge")).to_be_visible()
    player.plays(player.person(who.name))
    player.sees(f"{who.name}, pendaftaran Anda {filed.number}")
    parts.is_selected(rehearsal, filed.number)

    for _month in range(MONTHS_TO_THE_END_OF_TRAINING):
        player.travels("month")
    player.plays(player.person(parts.OFFICER))
    parts.graduates(player)
    expect(player.page.locator(".clock-status")).to_contain_text("Berikutnya:")
    player.travels("month")
    player.plays(player.person(who.name))
    parts.travels_until(player, "kami dari BLK.")
    player.sees(f"Halo {who.name}, kami dari BLK.")
    parts.answers_the_followup(player)

    player.plays(player.person(parts.OFFICER))
    parts.looks_at_the_figure(player, filed.cohort, month=1)
    player.sees("Menjawab (R): 1")
    player.sees("Bekerja (E): 1")
    player.taps("Per kejuruan")
    expect(player.last()).to_have_attribute("data-kind", "photo")
    expect(player.last().get_by_role("img")).to_have_js_property("complete", True)

    parts.writes_an_announcement(player, filed.cohort, WORDS)
    player.sees(WORDS)
    parts.sends_it(player)
    player.plays(player.person(who.name))
    player.sees(WORDS)


def test_a_name_and_words_with_html_are_shown_as_they_were_typed(player: Player) -> None:
    name = '<b>Siti</b> & "Rini"'
    player.adds(name)
    player.starts()
    player.sees(f"Halo {name}, selamat datang")
    player.says("<img src=x onerror=alert(1)> & <i>halo</i>")
    own = player.page.locator("[data-testid=bubble][data-from=person]").last
    expect(own).to_contain_text("<img src=x onerror=alert(1)> & <i>halo</i>")
    expect(player.page.locator("[data-testid=messages] img[src=x]")).to_have_count(0)


def test_who_blocks_the_bot_is_named_in_the_report_and_is_heard_again_after_unblocking(player: Player) -> None:
    row = player.page.get_by_role("region", name="Peserta").locator(".person").first
    name = row.locator(".person-name").inner_text()
    player.plays(row)
    player.says("/menu")
    player.sees("selamat datang")
    player.chooses("chat-menu", "block")
    expect(player.person(name)).to_contain_text("Memblokir bot")
    expect(player.page.get_by_test_id("composer")).to_be_hidden()

    player.plays(player.person(parts.OFFICER))
    parts.writes_an_announcement(player, "· 12 orang", WORDS)
    parts.sends_it(player)
    player.taps("Tidak terjangkau")
    player.sees(name)

    player.plays(player.person(name))
    player.chooses("unblock")
    player.says("/menu")
    player.sees("selamat datang")
    expect(player.bubbles().filter(has_text=WORDS)).to_have_count(0)


def test_what_a_tap_far_up_brings_comes_into_view(phone: Player) -> None:
    phone.plays(phone.person(parts.OFFICER))
    if parts.officers_work_today(phone):
        phone.reads("Selamat pagi")
    for _twice in range(2):
        phone.says("/staf")
        phone.sees("Menu petugas")
    waiting = phone.page.get_by_test_id("inline-button").filter(has_text="Pendaftaran menunggu")
    expect(waiting).to_have_count(2)
    phone.page.get_by_test_id("messages").evaluate("(list) => list.scrollTo(0, 0)")
    waiting.first.click()
    phone.sees("Sisa")
    expect(phone.last().get_by_role("img")).to_have_js_property("complete", True)
    expect(phone.button("Setujui")).to_be_in_viewport()


def test_at_the_width_of_a_phone_one_screen_leads_to_the_next_and_back(phone: Player) -> None:
    people, chat = phone.page.locator("#people"), phone.page.get_by_test_id("messages")
    assert phone.overflows() == []
    who = parts.newcomer(phone)
    expect(people).to_be_hidden()
    parts.looks_around(phone)
    phone.taps("Daftar")
    parts.registers(phone, who)
    parts.filed(phone)
    assert phone.overflows() == []
    phone.chooses("back")
    expect(people).to_be_visible()
    expect(chat).to_be_hidden()
    expect(phone.person(who.name)).to_contain_text("Pendaftaran Anda sudah masuk")
    assert phone.overflows() == []


@pytest.mark.long
def test_a_rehearsal_that_is_stopped_or_killed_in_the_midst_of_a_registration_goes_on_where_it_was(
    browser: Browser, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    with rehearsing(home, "--fresh") as first:
        player = at_laptop(browser, first.address)
        player.travels("day")
        day = player.day()
        who = parts.newcomer(player)
        parts.looks_around(player)
        player.taps("Daftar")
        parts.registers(player, who, until="kecamatan")
        first.stop()
        expect(player.page.locator("#offline")).to_be_visible()
    with rehearsing(home, port=first.port) as second:
        assert second.address == first.address
        expect(player.page.locator("#offline")).to_be_hidden()
        assert player.day() == day
        parts.registers(player, who, since="kecamatan", until="alamat")
        while not second.has_kept("Langkah 7 dari 12"):
            player.page.wait_for_timeout(100)
        second.kill()
        expect(player.page.locator("#offline")).to_be_visible()
    with rehearsing(home, port=first.port) as third:
        expect(player.page.locator("#offline")).to_be_hidden()
        assert player.day() == day
        parts.registers(player, who, since="alamat", until="pendidikan terakhir")
        assert third.complaints() == []
    assert [error for error in player.errors if not AWAY.search(error)] == []
    player.page.context.close()


def test_without_a_browser_one_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FileNotFoundError, match="apt-get install chromium"), browsing():
        raise AssertionError("it found a browser in an empty folder")
