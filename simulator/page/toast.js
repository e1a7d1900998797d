/** The toast: one short sentence that goes away by itself. */
import { alertBox } from "./dialog.js";
import { el } from "./dom.js";

const SHOWN_MS = 4200;

export class Toasts {
  #heard = new Map();
  #host = el("div", { class: "toasts", role: "status" });

  constructor(parent) {
    parent.append(this.#host);
  }

  show(text, tone = "plain") {
    const toast = el("div", { class: "toast", testid: "toast", data: { tone } }, text);
    this.#host.replaceChildren(toast);
    setTimeout(() => toast.classList.add("leaving"), SHOWN_MS);
    setTimeout(() => toast.remove(), SHOWN_MS + 300);
  }

  /** The answer to a tap, as it stands in the chat: shown once, and not if it was there before one looked. */
  hear(personId, toast, botName) {
    const known = this.#heard.get(personId);
    const seq = toast?.seq ?? -1;
    this.#heard.set(personId, Math.max(known ?? -1, seq));
    if (known === undefined || seq <= known || !toast.text) return;
    if (toast.alert) alertBox(botName || "Bot", toast.text);
    else this.show(toast.text);
  }

  error(error) {
    this.show(error.message, "error");
  }
}
