/** The sharing: copying a text, and the sheet that stands for Telegram's list of friends. */
import { ask } from "./dialog.js";
import { el } from "./dom.js";

export async function copy(text, toasts) {
  const done = await written(text);
  toasts.show(done ? "Disalin" : "Peramban tidak mengizinkan menyalin.", done ? "plain" : "error");
}

/** link: {url, text} */
export async function shareSheet({ url, text }, toasts) {
  const body = [
    el("p", { class: "dialog-text" }, "Di Telegram, tombol ini membuka daftar teman. Di sini tautannya dapat disalin."),
    el("p", { class: "shared" }, text && el("span", {}, text), el("code", {}, url)),
  ];
  if (await ask({ title: "Bagikan", body, confirm: "Salin tautan", testid: "share" })) copy(url, toasts);
}

/** The clipboard needs a safe origin and a permission; an old way remains where either is missing. */
async function written(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return writtenByHand(text);
    throw error;
  }
}

function writtenByHand(text) {
  const area = el("textarea", { class: "sr-only", aria: { hidden: "true" } });
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}
