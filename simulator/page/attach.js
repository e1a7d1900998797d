/** The attaching: what the paperclip offers, and the question before something is sent. */
import { fullName } from "./avatar.js";
import { ask, confirmed, field } from "./dialog.js";
import { el } from "./dom.js";
import { openMenu } from "./menu.js";

const STICKERS = ["👍", "❤️", "😂", "🙏", "🎉", "😢", "🔥", "👋"];

/** What Telegram sends together at most. */
const MOST_IN_ALBUM = 10;

function title(kind, count) {
  if (count > 1) return `Kirim ${count} foto`;
  return kind === "photo" ? "Kirim foto" : "Kirim dokumen";
}

export class Attach {
  #send;
  #person;

  /** send: {upload(kind, files, caption), act(verb, body)}; person(): who is being played. */
  constructor(send, person) {
    this.#send = send;
    this.#person = person;
  }

  open(anchor) {
    openMenu(anchor, [
      { label: "Foto", icon: "photo", testid: "attach-photo", act: () => this.#pick("photo", "image/*") },
      { label: "Dokumen", icon: "document", testid: "attach-document", act: () => this.#pick("document", "") },
      { label: "Foto contoh KTP", detail: "Gambar rekaan, bukan KTP sungguhan", icon: "card", testid: "attach-sample", act: () => this.#send.act("photo", { sample: "ktp" }) },
      { label: "Foto contoh ijazah", detail: "Gambar rekaan, bukan ijazah sungguhan", icon: "card", testid: "attach-sample-ijazah", act: () => this.#send.act("photo", { sample: "ijazah" }) },
      { label: "Dua foto contoh sekaligus", detail: "KTP dan ijazah rekaan, satu album", icon: "photo", testid: "attach-album", act: () => this.#send.act("album", { samples: ["ktp", "ijazah"] }) },
      { label: "Kontak saya", icon: "contact", testid: "attach-contact", act: () => this.shareOwn() },
      { label: "Kontak orang lain…", icon: "addPerson", testid: "attach-other-contact", act: () => this.#shareOther() },
      { label: "Lokasi BLK", icon: "pin", testid: "attach-location", act: () => this.#send.act("location", {}) },
      { label: "Pesan suara", icon: "mic", testid: "attach-voice", act: () => this.#send.act("voice", {}) },
      { label: "Stiker", icon: "sticker", testid: "attach-sticker", act: () => this.#chooseSticker(anchor) },
    ], "Lampirkan");
  }

  async shareOwn() {
    const { phone } = this.#person();
    const text = `Bot akan melihat nama dan nomor telepon Anda${phone ? ` (${phone})` : ""}.`;
    if (await confirmed("Bagikan nomor telepon Anda?", text, "Bagikan")) this.#send.act("contact", { own: true });
  }

  /** Files that were chosen, dropped or pasted: shown first, with room for a caption. Several pictures are an album. */
  async offer(files, wish = null) {
    const areImages = files.every((file) => file.type.startsWith("image/"));
    const kind = wish ?? (areImages ? "photo" : "document");
    const chosen = kind === "photo" ? files.slice(0, MOST_IN_ALBUM) : files.slice(0, 1);
    const caption = field("Keterangan", { name: "caption", maxlength: 1024, placeholder: "Boleh kosong" });
    const addresses = chosen.map((file) => URL.createObjectURL(file));
    const previews = chosen.map((file, n) => file.type.startsWith("image/")
      ? el("img", { class: "preview", src: addresses[n], alt: "" })
      : el("p", { class: "dialog-text file-name" }, file.name));
    const text = await ask({ title: title(kind, chosen.length), body: [...previews, caption.node], confirm: "Kirim", collect: () => caption.input.value.trim() });
    addresses.forEach((address) => URL.revokeObjectURL(address));
    if (text !== null) this.#send.upload(chosen.length > 1 ? "album" : kind, chosen, text);
  }

  /** Files dropped on the phone are offered like chosen ones, once the bot was started. */
  acceptDrops(phone) {
    phone.addEventListener("dragover", (event) => event.preventDefault());
    phone.addEventListener("drop", (event) => {
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      const { started, blocked, deactivated } = this.#person();
      if (files.length && started && !blocked && !deactivated) this.offer(files);
    });
  }

  #pick(kind, accept) {
    const input = el("input", { type: "file", accept: accept || null, multiple: kind === "photo", hidden: true, testid: "file" });
    const done = () => input.remove();
    input.addEventListener("change", () => {
      done();
      if (input.files.length) this.offer([...input.files], kind);
    });
    input.addEventListener("cancel", done);
    document.body.append(input);
    input.click();
  }

  async #shareOther() {
    const name = field("Nama", { name: "first_name", required: true, maxlength: 64 });
    const phone = field("Telepon", { name: "phone", type: "tel", required: true, placeholder: "0812 3456 7890" });
    const collect = () => ({ first_name: name.input.value.trim(), phone_number: phone.input.value.trim() });
    const text = `${fullName(this.#person())} membagikan kartu milik orang lain. Bot semestinya mengenali bedanya.`;
    const card = await ask({ title: "Kontak orang lain", body: [el("p", { class: "dialog-text" }, text), name.node, phone.node], confirm: "Bagikan", collect });
    if (card) this.#send.act("contact", card);
  }

  #chooseSticker(anchor) {
    openMenu(anchor, STICKERS.map((emoji) => ({ label: emoji, testid: "sticker", act: () => this.#send.act("sticker", { emoji }) })), "Stiker");
    document.querySelector(".menu-layer:last-of-type .menu")?.classList.add("sticker-menu");
  }
}
