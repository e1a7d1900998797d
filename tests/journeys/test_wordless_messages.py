"""Wordless messages: photos, stickers, voices and contacts where words were asked, and messages edited afterwards."""

import pytest

from tests.journeys.applicant import answers, fills_in, newcomer
from tests.journeys.memory import answers_of
from tests.journeys.replies import asked_again
from tests.stage import Stage


@pytest.mark.parametrize("question", ["setuju", "nama lengkap", "Apakah benar", "alamat", "nomor telepon", "periksa"])
async def test_what_holds_no_words_gets_a_kind_sentence_and_the_question_again(stage: Stage, question: str) -> None:
    siti = await newcomer(stage)
    open_question = "Silakan periksa" if question == "periksa" else question
    await fills_in(siti, until=open_question)
    kept = await answers_of(stage, siti)
    sent = (
        (siti.sends_photo, "Foto tidak bisa dibaca di sini."),
        (siti.sends_sticker, "Stikernya bagus, tetapi tidak bisa dibaca di sini."),
        (siti.sends_voice, "Pesan suara tidak bisa dibaca di sini."),
        (siti.sends_location, "Lokasi tidak bisa dibaca di sini."),
        (siti.sends_document, "Berkas tidak bisa dibaca di sini."),
    )
    for sends, sentence in sent:
        await sends()
        asked_again(siti, sentence, question)
        assert await answers_of(stage, siti) == kept
    await answers(siti, since=open_question)
    siti.sees("Nomor pendaftaran")


async def test_somebody_elses_contact_is_not_taken_for_her_number(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="nomor telepon")
    await siti.shares_somebody("6281299998888", user_id=777)
    asked_again(siti, "Itu kontak orang lain.", "nomor telepon")
    await siti.shares_somebody("6281299998888")
    asked_again(siti, "Itu kontak orang lain.", "nomor telepon")
    assert "phone" not in await answers_of(stage, siti)


async def test_a_contact_where_none_is_asked_is_thanked_for_and_the_question_asked_again(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    kept = await answers_of(stage, siti)
    await siti.shares_her_number()
    asked_again(siti, "Terima kasih, tetapi kontak tidak diperlukan di sini.", "kecamatan")
    assert await answers_of(stage, siti) == kept


async def test_the_number_may_be_typed_instead(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="nomor telepon")
    await siti.says("0812-3456-7890")
    assert (await answers_of(stage, siti))["phone"] == "+6281234567890"


async def test_a_foreign_contact_does_not_become_an_indonesian_number(stage: Stage) -> None:
    mei = await newcomer(stage, "Mei", phone="+886912345678")
    await fills_in(mei, until="nomor telepon")
    await mei.shares_her_number()
    await mei.waits_for("pendidikan terakhir")
    assert (await answers_of(stage, mei))["phone"] == "+886912345678"


@pytest.mark.parametrize("question", ["NIK", "kecamatan", "nomor telepon"])
async def test_a_message_that_she_edits_is_not_read_again(stage: Stage, question: str) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until=question)
    kept = await answers_of(stage, siti)
    said = next(m["id"] for m in reversed(siti.messages()) if m["from"] == "person" and m["kind"] == "text")
    await siti.edits(said, "Siti Rahmawati Putri")
    asked_again(siti, "Pesan yang diubah tidak dibaca ulang. Untuk mengubah jawaban, tekan “⬅️ Kembali”.", question)
    assert await answers_of(stage, siti) == kept


async def test_an_edited_message_outside_a_form_is_answered_too(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.says("halo")
    await siti.edits(siti.messages()[0]["id"], "/start")
    siti.sees("Pesan yang diubah tidak dibaca ulang. Silakan kirim pesan baru, atau lihat /menu.")
