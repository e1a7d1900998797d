/** The messages: the chat's scrolling list. Only what changed is drawn again, and it stays at the newest unless one reads back. */
import { bubble } from "./bubble.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { chatDay, dayKey } from "./time.js";

const NEAR_END_PX = 80;
const RUN_MS = 10 * 60 * 1000;

export class Messages {
  #actions;
  #drawn = new Map();
  #atEnd = true;
  #top = 0;
  #intro = null;
  #list = el("ol", { class: "messages", role: "log", testid: "messages", tabindex: "0", aria: { label: "Percakapan", live: "off" } });
  #pill = el("button", { class: "to-end", type: "button", hidden: true, aria: { label: "Ke pesan terbaru" }, on: { click: () => this.toEnd(true) } }, icon("down"));
  node = el("div", { class: "messages-box" }, this.#list, this.#pill);

  constructor(actions) {
    this.#actions = actions;
    this.#list.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.#list.addEventListener("load", () => this.#stick(), { capture: true });
    new ResizeObserver(() => this.#stick()).observe(this.#list);
  }

  /** Begins another chat. intro: the node shown while it is empty. */
  clear(intro) {
    this.#drawn.clear();
    this.#intro = intro;
    this.#list.replaceChildren();
    this.#atEnd = true;
    this.#top = 0;
  }

  render(messages) {
    const shown = messages.filter((message) => !message.deleted);
    const drawn = new Map();
    const nodes = shown.flatMap((message, at) => this.#nodes(message, shown[at - 1], shown[at + 1], drawn));
    this.#drawn = drawn;
    this.#swap(nodes.length ? nodes : [this.#intro].filter(Boolean));
    this.#stick();
    this.#pill.hidden = this.#atEnd;
  }

  toEnd(smooth = false) {
    this.#atEnd = true;
    this.#list.scrollTo({ top: this.#list.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }

  /** Puts the nodes in place without touching those that stay: focus and selection survive. */
  #swap(nodes) {
    const wanted = new Set(nodes);
    for (const child of [...this.#list.childNodes]) if (!wanted.has(child)) child.remove();
    nodes.forEach((node, at) => {
      if (this.#list.childNodes[at] !== node) this.#list.insertBefore(node, this.#list.childNodes[at] ?? null);
    });
  }

  #nodes(message, before, after, drawn) {
    const place = { first: !sameRun(before, message), last: !sameRun(message, after) };
    const newDay = !before || day(before) !== day(message);
    const signature = JSON.stringify([message, place, newDay]);
    const known = this.#drawn.get(message.id);
    const entry = known?.signature === signature ? known : { signature, nodes: this.#draw(message, place, newDay) };
    drawn.set(message.id, entry);
    return entry.nodes;
  }

  #draw(message, place, newDay) {
    const node = bubble(message, place, this.#actions);
    if (!newDay) return [node];
    return [el("li", { class: "day" }, el("span", {}, chatDay(new Date(message.at)))), node];
  }

  /** Only scrolling back leaves the end: a picture that loads pushes the end away, but nobody meant to leave it. */
  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#list;
    if (scrollHeight - scrollTop - clientHeight < NEAR_END_PX) this.#atEnd = true;
    else if (scrollTop < this.#top) this.#atEnd = false;
    this.#top = scrollTop;
    this.#pill.hidden = this.#atEnd;
  }

  #stick() {
    if (this.#atEnd) this.toEnd();
  }
}

const day = (message) => dayKey(new Date(message.at));

function sameRun(one, two) {
  return Boolean(one && two) && one.from === two.from && day(one) === day(two) && Date.parse(two.at) - Date.parse(one.at) < RUN_MS;
}
