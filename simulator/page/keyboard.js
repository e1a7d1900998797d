/** The keyboards: buttons under a bubble, and buttons under the text field. */
import { el } from "./dom.js";
import { icon } from "./icons.js";

const STYLES = new Set(["primary", "success", "danger"]);

/** actions: {tap(message, row, col) -> Promise, link(href), copy(text)} */
export function inlineKeyboard(message, actions) {
  const rows = message.inline_keyboard ?? [];
  if (!rows.length) return null;
  return el("div", { class: "inline-keyboard", role: "group", aria: { label: "Tombol pesan" } },
    rows.map((row, at) => el("div", { class: "inline-row" }, row.map((button, col) => inlineButton(message, button, at, col, actions)))));
}

function inlineButton(message, button, row, col, actions) {
  const node = el("button", {
    class: "inline-button", type: "button", testid: "inline-button", title: button.url ?? null,
    data: { style: STYLES.has(button.style) ? button.style : "plain", row, col },
  }, el("span", { class: "inline-label" }, button.text), hint(button));
  node.addEventListener("click", () => press(node, message, button, row, col, actions));
  return node;
}

function hint(button) {
  if (button.url) return icon(/^https?:\/\/(t|telegram)\.me\/share/.test(button.url) ? "share" : "external");
  return button.copy_text ? icon("copy") : null;
}

async function press(node, message, button, row, col, actions) {
  if (button.url) actions.link(button.url);
  else if (button.copy_text) actions.copy(button.copy_text.text ?? button.copy_text);
  else if (!node.classList.contains("waiting")) {
    node.classList.add("waiting");
    await actions.tap(message, row, col);
    node.classList.remove("waiting");
  }
}

/** The reply keyboard under the field; it may be folded away behind its icon. */
export class ReplyKeyboard {
  node = el("div", { class: "reply-keyboard", hidden: true, role: "group", testid: "reply-keyboard", aria: { label: "Tombol jawaban" } });
  toggle = el("button", { class: "icon-button", type: "button", hidden: true, testid: "keyboard-toggle", title: "Tombol jawaban", aria: { label: "Tampilkan atau sembunyikan tombol jawaban", expanded: "false" } }, icon("keyboard"));
  #actions;
  #shown = "null";
  #oneTime = false;

  /** actions: {say(text), contact()} */
  constructor(actions) {
    this.#actions = actions;
    this.toggle.addEventListener("click", () => this.#fold(!this.node.hidden));
  }

  /** A keyboard that came anew opens; the one already there stays as the person left it. */
  render(keyboard) {
    const wanted = JSON.stringify(keyboard ?? null);
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    this.#oneTime = Boolean(keyboard?.one_time);
    this.node.replaceChildren(...(keyboard?.rows ?? []).map((row) => el("div", { class: "reply-row" }, row.map((button) => this.#button(button)))));
    this.toggle.hidden = !keyboard?.rows?.length;
    this.#fold(this.toggle.hidden);
  }

  #fold(folded) {
    this.node.hidden = folded;
    this.toggle.setAttribute("aria-expanded", String(!folded));
  }

  #button(button) {
    const own = button.request_contact;
    const press = () => {
      if (own) this.#actions.contact();
      else this.#actions.say(button.text);
      if (this.#oneTime) this.#fold(true);
    };
    return el("button", { class: "reply-button", type: "button", testid: own ? "contact-share" : "reply-button", data: { style: STYLES.has(button.style) ? button.style : "plain" }, on: { click: press } }, button.text);
  }
}
