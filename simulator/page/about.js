/** The about: what one has to know to play somebody. A number to type, such as a NIK, is copied with one click. */
import { fullName } from "./avatar.js";
import { ask } from "./dialog.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";

const LONG_NUMBER = /(\d{16})/;

/** The note as nodes. copy(text): what a click on a number does; type: "submit" where it also closes a dialog. */
export function noted(note, copy, type = "button") {
  const sentence = note.charAt(0).toUpperCase() + note.slice(1);
  return sentence.split(LONG_NUMBER).map((part, at) => (at % 2 ? number(part, copy, type) : part)).filter(Boolean);
}

function number(digits, copy, type) {
  return el("button", { class: "copy-number", type, testid: "copy-number", title: "Salin", aria: { label: `Salin ${digits}` }, on: { click: () => copy(digits) } },
    digits, icon("copy"));
}

/** The same in a dialog, for screens without room for it. */
export function showAbout(person, copy) {
  const words = person.note ? noted(person.note, copy, "submit") : ["Tidak ada catatan tentang orang ini."];
  const body = [el("p", { class: "dialog-text", testid: "about" }, words), el("p", { class: "dialog-text" }, `Telepon: ${person.phone || "tidak ada"}`)];
  return ask({ title: `Anda memerankan ${fullName(person)}`, body, confirm: "Tutup", cancel: null });
}
