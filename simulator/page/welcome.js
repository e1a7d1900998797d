/** The welcome: what stands where there is nothing yet. */
import { el } from "./dom.js";

/** Nobody is being played. */
export function blank() {
  return el("div", { class: "blank", testid: "blank" },
    el("img", { src: "page/icon.svg", alt: "", width: 64, height: 64 }),
    el("h2", {}, "Siapa yang ingin Anda perankan?"),
    el("p", {}, "Pilih seseorang dari daftar. Ponselnya terbuka di sini, dan bot menjawab seperti di Telegram."));
}

/** An empty chat: what the bot says of itself. */
export function introduction(bot) {
  return el("li", { class: "introduction", testid: "introduction" },
    el("img", { src: "page/icon.svg", alt: "", width: 56, height: 56 }),
    el("strong", {}, "Apa yang bisa dilakukan bot ini?"),
    el("p", {}, bot.description || bot.short_description || "Belum ada pesan. Ketuk MULAI untuk menyapa bot."));
}
