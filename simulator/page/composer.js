/** The composer: the text field with what is around it, or the one big button that stands in its place. */
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { ReplyKeyboard } from "./keyboard.js";
import { openMenu } from "./menu.js";

const MAX_HEIGHT_PX = 140;
const GROWS_BY_ITSELF = CSS.supports("field-sizing", "content");

export class Composer {
  #actions;
  #commands = [];
  #editing = null;
  #last = null;
  #keyboard;
  #field = el("textarea", { class: "field-text", rows: "1", testid: "composer", enterkeyhint: "send", aria: { label: "Tulis pesan" } });
  #menu = el("button", { class: "commands-button", type: "button", testid: "menu-commands", aria: { label: "Perintah bot", haspopup: "menu" } }, icon("menu"), el("span", {}, "Menu"));
  #attach = el("button", { class: "icon-button", type: "button", testid: "attach", title: "Lampirkan", aria: { label: "Lampirkan", haspopup: "menu" } }, icon("attach"));
  #send = el("button", { class: "icon-button send", type: "submit", testid: "send", title: "Kirim", aria: { label: "Kirim" } }, icon("send"));
  #editBar = el("div", { class: "edit-bar", hidden: true });
  #form = el("form", { class: "composer" });
  #instead = el("div", { class: "instead", hidden: true });
  node;

  /** actions: {say(text), edit(message, text), contact(), attach(anchor), start(), unblock(), files(files)} */
  constructor(actions) {
    this.#actions = actions;
    this.#keyboard = new ReplyKeyboard({ say: (text) => actions.say(text), contact: actions.contact });
    this.#form.append(this.#menu, this.#attach, this.#field, this.#keyboard.toggle, this.#send);
    this.node = el("footer", { class: "chat-foot" }, this.#editBar, this.#form, this.#keyboard.node, this.#instead);
    this.#listen();
  }

  #listen() {
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#field.addEventListener("input", () => this.#grow());
    this.#field.addEventListener("keydown", (event) => this.#key(event));
    this.#field.addEventListener("paste", (event) => this.#paste(event));
    this.#menu.addEventListener("click", () => this.#openCommands());
    this.#attach.addEventListener("click", () => this.#actions.attach(this.#attach));
  }

  render(chat) {
    const { person } = chat;
    this.#commands = chat.commands ?? [];
    this.#last = chat.messages.findLast((message) => message.from === "person" && message.kind === "text" && !message.deleted);
    this.#menu.hidden = !this.#commands.length;
    this.#keyboard.render(chat.reply_keyboard);
    this.#field.placeholder = chat.reply_keyboard?.placeholder || "Tulis pesan";
    this.#stand(person);
  }

  /** The draft of whoever is being played, kept while one looks at someone else. */
  get draft() {
    return this.#editing ? "" : this.#field.value;
  }

  set draft(text) {
    this.#stopEditing();
    this.#put(text);
  }

  focus() {
    const big = this.#instead.querySelector("button");
    (this.#form.hidden ? big : this.#field)?.focus({ preventScroll: true });
  }

  beginEdit(message) {
    this.#editing = message;
    this.#editBar.hidden = false;
    this.#editBar.replaceChildren(icon("edit"), el("span", { class: "edit-text" }, el("strong", {}, "Edit pesan"), el("span", {}, message.text)),
      el("button", { class: "icon-button small", type: "button", aria: { label: "Batal mengedit" }, on: { click: () => this.#cancelEdit() } }, icon("close")));
    this.#put(message.text);
    this.#field.focus();
  }

  #stand(person) {
    const wanted = this.#substitute(person);
    const hadFocus = this.node.contains(document.activeElement);
    const changed = this.#instead.dataset.for !== (wanted?.key ?? "");
    this.#instead.dataset.for = wanted?.key ?? "";
    this.#form.hidden = Boolean(wanted);
    this.#instead.hidden = !wanted;
    this.node.dataset.mode = wanted?.key ?? "open";
    if (changed) this.#instead.replaceChildren(...(wanted?.nodes ?? []));
    if (changed && hadFocus) this.focus();
  }

  #substitute({ started, blocked, deactivated }) {
    const big = (text, testid, act) => el("button", { class: "big-button", type: "button", testid, on: { click: act } }, text);
    if (deactivated) return { key: "deactivated", nodes: [el("p", { class: "instead-text" }, "Akun Telegram ini sudah dihapus.")] };
    if (blocked) return { key: "blocked", nodes: [big("BUKA BLOKIR", "unblock", this.#actions.unblock)] };
    return started ? null : { key: "new", nodes: [big("MULAI", "start", this.#actions.start)] };
  }

  #submit() {
    const text = this.#field.value.trim();
    if (!text) return;
    const message = this.#editing;
    this.#stopEditing();
    this.#put("");
    if (!message) this.#actions.say(text);
    else if (text !== message.text) this.#actions.edit(message, text);
    this.#field.focus();
  }

  #key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape" && this.#editing) this.#cancelEdit();
    else if (event.key === "ArrowUp" && !this.#field.value && this.#last) {
      event.preventDefault();
      this.beginEdit(this.#last);
    }
  }

  #paste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.#actions.files(files);
  }

  #openCommands() {
    const items = this.#commands.map(({ command, description }) => ({ label: `/${command}`, detail: description, testid: "command", act: () => this.#actions.say(`/${command}`) }));
    openMenu(this.#menu, items, "Perintah bot");
  }

  #cancelEdit() {
    this.#stopEditing();
    this.#put("");
    this.#field.focus();
  }

  #stopEditing() {
    this.#editing = null;
    this.#editBar.hidden = true;
  }

  #put(text) {
    this.#field.value = text;
    this.#grow();
  }

  #grow() {
    if (GROWS_BY_ITSELF) return;
    this.#field.style.height = this.#field.value ? "auto" : "";
    if (this.#field.value) this.#field.style.height = `${Math.min(this.#field.scrollHeight, MAX_HEIGHT_PX)}px`;
  }
}
