/** The attachment: a photo, document, contact, sticker or place inside a bubble. */
import { fileUrl } from "./api.js";
import { avatar } from "./avatar.js";
import { ask } from "./dialog.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";

const KINDS = { photo, document: documentCard, contact, sticker, venue, location: venue, voice };

/** The node for the message's kind, or null for a plain text. */
export function attachment(message) {
  if (message.kind === "text") return null;
  return (KINDS[message.kind] ?? other)(message);
}

function photo(message) {
  const { file } = message;
  if (!file) return other(message);
  const image = el("img", { class: "photo", src: fileUrl(file), alt: message.text || "Foto", width: file.width, height: file.height });
  return el("button", { class: "photo-button", type: "button", aria: { label: "Buka foto" }, on: { click: () => enlarge(message) } }, image);
}

function enlarge(message) {
  const { file } = message;
  const image = el("img", { class: "photo-large", src: fileUrl(file), alt: message.text || "Foto" });
  const save = !message.protect && el("a", { class: "download-link", href: fileUrl(file), download: file.name ?? "foto" }, icon("download"), "Unduh");
  return ask({ title: "Foto", body: [image, save].filter(Boolean), confirm: "Tutup", cancel: null });
}

function documentCard(message) {
  const { file } = message;
  if (!file) return other(message);
  const href = message.protect ? {} : { href: fileUrl(file), download: file.name ?? "dokumen" };
  return el("a", { class: "card", testid: "document", title: file.name, ...href },
    el("span", { class: "card-icon" }, icon(message.protect ? "document" : "download")),
    el("span", { class: "card-text" }, el("strong", {}, file.name ?? "Dokumen"), el("small", {}, size(file.size))));
}

function contact({ contact: card }) {
  const name = [card?.first_name, card?.last_name].filter(Boolean).join(" ") || "Kontak";
  return el("div", { class: "card", testid: "contact" }, avatar(card?.user_id ?? 3, name),
    el("span", { class: "card-text" }, el("strong", {}, name), el("small", {}, international(card?.phone_number))));
}

/** Shared contacts come without the plus. */
function international(number = "") {
  return /^[1-9]\d{8,}$/.test(number) ? `+${number}` : number;
}

function sticker(message) {
  return el("span", { class: "sticker", role: "img", aria: { label: "Stiker" } }, message.sticker || "👍");
}

function venue(message) {
  const place = message.venue ?? {};
  return el("div", { class: "card", testid: "venue" }, el("span", { class: "card-icon" }, icon("pin")),
    el("span", { class: "card-text" }, el("strong", {}, place.title ?? "Lokasi"), el("small", {}, place.address ?? "")));
}

function voice() {
  return el("div", { class: "card" }, el("span", { class: "card-icon" }, icon("mic")), el("span", { class: "card-text" }, el("strong", {}, "Pesan suara")));
}

function other(message) {
  return el("p", { class: "unshown" }, `Pesan jenis “${message.kind}” tidak ditampilkan di sini.`);
}

function size(bytes = 0) {
  if (bytes < 1024) return `${bytes} B`;
  const inKilo = bytes / 1024;
  const [value, unit] = inKilo < 1024 ? [inKilo, "KB"] : [inKilo / 1024, "MB"];
  return `${value.toLocaleString("id-ID", { maximumFractionDigits: 1 })} ${unit}`;
}

/** Kinds whose text is drawn by the attachment itself, so that it is not shown twice. */
export const SPEAKS_FOR_ITSELF = new Set(["sticker", "venue", "location", "contact", "voice"]);
