/** The header of the phone: the bot, what it is doing, whose phone this is, and the menu of what one can do to the bot. */
import { noted, showAbout } from "./about.js";
import { avatar, fullName } from "./avatar.js";
import { confirmed } from "./dialog.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";

export class Header {
  #person = null;
  #actions;
  #face = el("span", { class: "bot-face", aria: { hidden: "true" } }, el("img", { src: "page/icon.svg", alt: "", width: 40, height: 40 }));
  #name = el("h2", { class: "chat-name" });
  #status = el("p", { class: "chat-status", testid: "chat-status" });
  #owner = el("div", { class: "owner", testid: "owner" });
  #note = null;
  #more = el("button", { class: "icon-button", type: "button", testid: "chat-menu", title: "Menu", aria: { label: "Menu percakapan", haspopup: "menu" } }, icon("more"));
  owner = this.#owner;
  node;

  /** actions: {back(), link(), block(), unblock(), deactivate(), copy(text)} */
  constructor(actions) {
    this.#actions = actions;
    this.#more.addEventListener("click", () => openMenu(this.#more, this.#items(), "Menu percakapan"));
    this.node = el("header", { class: "chat-header" },
      el("button", { class: "icon-button back", type: "button", testid: "back", aria: { label: "Kembali ke daftar orang" }, on: { click: actions.back } }, icon("back")),
      this.#face, el("div", { class: "chat-title" }, this.#name, this.#status), this.#more);
  }

  render(bot, person, typing) {
    this.#person = person;
    const name = fullName(person);
    this.#more.hidden = person.deactivated;
    this.#name.textContent = bot.name || "Bot";
    this.#name.title = bot.name ?? "";
    this.#owner.dataset.started = String(person.started);
    this.#tellOwner(person, name);
    this.#status.dataset.typing = String(typing);
    this.#status.replaceChildren(...(typing ? ["sedang mengetik…"] : ["bot", el("span", { class: "as-person" }, ` · Anda sebagai ${name}`)]));
  }

  /** Drawn anew only for another person, so that a number may be marked and a button pressed meanwhile. */
  #tellOwner(person, name) {
    const wanted = JSON.stringify([person.id, name, person.group, person.note]);
    if (wanted === this.#note) return;
    this.#note = wanted;
    this.#owner.replaceChildren(
      el("p", { class: "owner-line" }, avatar(person.id, name, "tiny"), el("span", { class: "owner-name" }, `Ponsel ${name}`), el("span", { class: "owner-group" }, person.group)),
      person.note ? el("p", { class: "owner-note", testid: "note" }, noted(person.note, this.#actions.copy)) : "",
    );
  }

  #items() {
    const block = this.#person.blocked
      ? { label: "Buka blokir", icon: "unblock", testid: "menu-unblock", act: this.#actions.unblock }
      : { label: "Blokir bot", icon: "block", tone: "danger", testid: "block", act: this.#actions.block };
    const link = { label: "Buka tautan t.me…", detail: "Seperti memindai QR di poster", icon: "link", testid: "open-link", act: this.#actions.link };
    const leave = { label: "Hapus akun Telegram…", detail: "Bot tidak dapat lagi mengirim", icon: "deactivate", tone: "danger", testid: "deactivate", act: () => this.#leave() };
    const about = { label: "Tentang orang ini", icon: "contact", testid: "about-person", act: () => showAbout(this.#person, this.#actions.copy) };
    return [about, link, block, leave];
  }

  async #leave() {
    const text = "Akun orang ini hilang dari Telegram rekaan dan tidak dapat dikembalikan. Bot baru tahu saat mengirim kepadanya.";
    if (await confirmed("Hapus akun Telegram?", text, "Hapus akun", "danger")) this.#actions.deactivate();
  }
}
