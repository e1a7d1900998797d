"""Drafts: by which words a registration that was begun and not sent is spoken of."""

QUIET, CLOSING, CLOSED = "belum selesai. Isian Anda tersimpan", "Anda belum dikirim", "sudah ditutup sebelum"
