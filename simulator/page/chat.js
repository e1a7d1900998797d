/** The chat: the phone of whoever is being played. It loads the chat, carries out acts and shows what comes back. */
import { Attach } from "./attach.js";
import { Composer } from "./composer.js";
import { el } from "./dom.js";
import { Header } from "./header.js";
import { Messages } from "./messages.js";
import { Opener } from "./opener.js";
import { copy } from "./share.js";
import { blank, introduction } from "./welcome.js";

const TAP_WAIT_S = 10;
const ANSWER_MS = 5000;
const TYPING_CHECK_MS = 5200;

export class Chat {
  #api;
  #toasts;
  #handlers;
  #bot = {};
  #id = null;
  #chat = null;
  #asked = 0;
  #applied = 0;
  #timer = 0;
  #drafts = new Map();
  #header;
  #messages;
  #tappedAt = -Infinity;
  #composer;
  #attach;
  #opener;
  #phone;
  #blank = blank();

  /** handlers: {back(), person(person), announce(text)} */
  constructor(root, api, toasts, handlers) {
    this.#api = api;
    this.#toasts = toasts;
    this.#handlers = handlers;
    this.#attach = new Attach({ act: (verb, body) => this.#post(verb, body), upload: (...args) => this.#upload(...args) }, () => this.#chat.person);
    this.#opener = new Opener(() => this.#bot.username, (payload) => this.#start(payload), toasts);
    this.#header = new Header(this.#headerActions());
    this.#messages = new Messages(this.#messageActions());
    this.#composer = new Composer(this.#composerActions());
    this.#phone = el("section", { class: "phone", hidden: true, aria: { label: "Ponsel" } }, this.#header.owner, this.#header.node, this.#messages.node, this.#composer.node);
    this.#attach.acceptDrops(this.#phone);
    root.append(this.#blank, this.#phone);
  }

  get openId() {
    return this.#id;
  }

  setBot(bot) {
    this.#bot = bot;
    if (this.#chat) this.#show();
  }

  async open(id) {
    if (id === this.#id) return;
    if (this.#id !== null) this.#drafts.set(this.#id, this.#composer.draft);
    this.#id = id;
    this.#chat = null;
    this.#phone.hidden = true;
    this.#blank.hidden = id !== null;
    clearTimeout(this.#timer);
    if (id === null) return;
    this.#messages.clear(introduction(this.#bot));
    this.#composer.draft = this.#drafts.get(id) ?? "";
    await this.refresh();
    if (this.#id === id) this.#readyToType();
  }

  /** anew: the simulator was started again, its counting may have begun again too. */
  refresh(anew = false) {
    if (this.#id === null) return undefined;
    if (anew) this.#applied = 0;
    return this.#take(this.#id, (id) => this.#api.chat(id), anew, (error) => this.#gone(error));
  }

  #act(verb, body = {}, wait = 0) {
    return this.#take(this.#id, (id) => this.#api.act(id, verb, body, wait));
  }

  #upload(kind, files, caption) {
    this.#messages.toEnd();
    this.#readyToType();
    return this.#take(this.#id, (id) => this.#api.upload(id, kind, files, caption));
  }

  /** Asks, and shows the answer unless a later one was shown already or another person is being played by now. */
  async #take(id, request, anew = false, failed = (error) => this.#toasts.error(error)) {
    this.#asked += 1;
    const order = this.#asked;
    try {
      const chat = await request(id);
      this.#handlers.person(chat.person);
      if (id === this.#id) this.#apply(chat, order, anew);
      return chat;
    } catch (error) {
      if (error.status === undefined) throw error;
      if (id === this.#id) failed(error);
      return null;
    }
  }

  #gone(error) {
    if (error.status !== 404) {
      this.#toasts.error(error);
      return;
    }
    this.#toasts.show("Orang ini tidak ada di simulator.", "error");
    this.#handlers.back();
  }

  #apply(chat, order, anew) {
    this.#toasts.hear(chat.person.id, chat.toast, this.#bot.name);
    const known = this.#chat?.seq ?? -1;
    const stale = chat.seq < known || (chat.seq === known && order < this.#applied);
    if (stale && !anew) return;
    const before = this.#chat;
    this.#chat = chat;
    this.#applied = order;
    this.#show();
    if (before) this.#announce(before, chat);
    clearTimeout(this.#timer);
    if (chat.typing) this.#timer = setTimeout(() => this.refresh(), TYPING_CHECK_MS);
  }

  #show() {
    const { person, messages, typing } = this.#chat;
    this.#phone.hidden = false;
    this.#header.render(this.#bot, person, Boolean(typing));
    this.#composer.render(this.#chat);
    this.#messages.render(messages);
  }

  #announce(before, chat) {
    const last = before.messages.at(-1)?.id ?? 0;
    const fresh = chat.messages.filter((message) => message.from === "bot" && message.id > last && !message.deleted);
    if (fresh.length && performance.now() - this.#tappedAt < ANSWER_MS) this.#messages.toEnd(true);
    if (fresh.length) this.#handlers.announce(`Pesan baru: ${fresh.map((message) => message.text || message.kind).join(" ")}`);
  }

  /** What a tap far up brings below is shown, even where it comes a moment after the answer to the tap. */
  async #tap(message, row, col) {
    this.#tappedAt = performance.now();
    const chat = await this.#act("tap", { message_id: message.id, row, col }, TAP_WAIT_S);
    if (chat?.reacted === false) this.#toasts.show("Bot belum menjawab ketukan ini. Periksa apakah bot berjalan.");
  }

  #say(text) {
    return this.#post("say", { text });
  }

  /** What could not be sent comes back into the field. */
  async #typed(text) {
    const id = this.#id;
    const chat = await this.#say(text);
    if (!chat && id === this.#id && !this.#composer.draft) this.#composer.draft = text;
  }

  #start(payload = "") {
    return this.#post("start", payload ? { payload } : {});
  }

  /** An act that puts a message into the chat. */
  #post(verb, body) {
    this.#messages.toEnd();
    this.#readyToType();
    return this.#act(verb, body);
  }

  /** With a real keyboard the field waits for typing; a touch screen's keyboard would only cover the chat. */
  #readyToType() {
    if (matchMedia("(hover: hover)").matches) this.#composer.focus();
  }

  #headerActions() {
    return {
      back: () => this.#handlers.back(),
      link: () => this.#opener.askLink(),
      copy: (text) => copy(text, this.#toasts),
      block: () => this.#act("block"),
      unblock: () => this.#act("unblock"),
      deactivate: () => this.#act("deactivate"),
    };
  }

  #messageActions() {
    return {
      tap: (...args) => this.#tap(...args),
      link: (href) => this.#opener.follow(href),
      copy: (text) => copy(text, this.#toasts),
      say: (text) => this.#say(text),
      edit: (message) => this.#composer.beginEdit(message),
    };
  }

  #composerActions() {
    return {
      say: (text) => this.#typed(text),
      edit: (message, text) => this.#act("edit", { message_id: message.id, text }),
      contact: () => this.#attach.shareOwn(),
      attach: (anchor) => this.#attach.open(anchor),
      start: () => this.#start(),
      unblock: () => this.#act("unblock"),
      files: (files) => this.#attach.offer(files),
    };
  }
}
