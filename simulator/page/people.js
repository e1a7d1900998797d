/** The people: the cast in groups, a search over everyone, and the way to add somebody. */
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { fillRow, makeRow } from "./row.js";

const ORDER = ["Pencaker", "Peserta", "Alumni", "Petugas"];
const SEARCH_PAUSE_MS = 180;

export class People {
  #cast = [];
  #rows = new Map();
  #shape = "";
  #visited = new Map();
  #found = null;
  #others = 0;
  #openId = null;
  #now = new Date();
  #timer = 0;
  #handlers;
  #list = el("div", { class: "people-list" });
  #query = el("input", { class: "input search", type: "search", placeholder: "Cari nama", testid: "search", autocomplete: "off", spellcheck: "false", aria: { label: "Cari orang menurut nama" } });

  /** handlers: {open(id), add(), help(), search(query) -> Promise<Person[]>} */
  constructor(root, handlers) {
    this.#handlers = handlers;
    this.#query.addEventListener("input", () => this.#typed());
    root.append(
      el("header", { class: "brand" },
        el("img", { src: "page/icon.svg", alt: "", width: 32, height: 32 }),
        el("div", { class: "brand-text" }, el("h1", {}, "Canting"), el("p", {}, "Simulator, semua orang rekaan")),
        el("button", { class: "icon-button", type: "button", testid: "help", title: "Apa yang bisa dicoba", aria: { label: "Apa yang bisa dicoba" }, on: { click: handlers.help } }, icon("help"))),
      el("div", { class: "people-tools" },
        el("div", { class: "search-box" }, icon("search"), this.#query),
        el("button", { class: "button soft add-person", type: "button", testid: "add-person", on: { click: handlers.add } }, icon("addPerson"), "Tambah orang")),
      this.#list,
    );
  }

  update(cast, others, now) {
    this.#cast = cast;
    this.#others = others;
    this.#now = now;
    for (const person of cast) this.#visited.delete(person.id);
    this.#render();
  }

  /** The newest word on one person; somebody outside the cast stays listed once visited. */
  learn(person) {
    const at = this.#cast.findIndex(({ id }) => id === person.id);
    if (at >= 0) this.#cast[at] = person;
    else this.#visited.set(person.id, person);
    if (this.#found) this.#found = this.#found.map((known) => (known.id === person.id ? person : known));
    this.#render();
  }

  select(id) {
    this.#openId = id;
    this.#render();
  }

  knows(id) {
    return this.#visited.has(id) || this.#cast.some((person) => person.id === id);
  }

  visited() {
    return [...this.#visited.keys()];
  }

  unread() {
    return this.#all().filter(({ id }) => id !== this.#openId).reduce((sum, person) => sum + person.unread, 0);
  }

  #all() {
    return [...this.#cast, ...this.#visited.values()];
  }

  #typed() {
    clearTimeout(this.#timer);
    const query = this.#query.value.trim();
    if (!query) {
      this.#found = null;
      this.#render();
      return;
    }
    this.#timer = setTimeout(() => this.#search(query), SEARCH_PAUSE_MS);
  }

  async #search(query) {
    const found = await this.#handlers.search(query);
    if (!found || query !== this.#query.value.trim()) return;
    this.#found = found;
    this.#render();
  }

  /** Rows move only when the order changes; else they are filled where they stand, and focus and presses survive. */
  #render() {
    const people = this.#found ?? this.#all();
    const groups = ordered(people);
    const shape = JSON.stringify([groups.map(([name, members]) => [name, members.map(({ id }) => id)]), this.#found !== null, this.#others]);
    if (shape !== this.#shape) this.#arrange(groups);
    this.#shape = shape;
    for (const person of people) fillRow(this.#row(person.id), person, person.id === this.#openId, this.#now);
  }

  #arrange(groups) {
    const focused = this.#list.contains(document.activeElement) ? document.activeElement : null;
    const scroll = this.#list.scrollTop;
    this.#list.replaceChildren(...(groups.length ? groups.map((group) => this.#section(group)) : [this.#empty()]), ...this.#more());
    this.#list.scrollTop = scroll;
    if (focused?.isConnected) focused.focus({ preventScroll: true });
  }

  #section([name, members]) {
    return el("section", { class: "group", aria: { label: name } },
      el("h2", { class: "group-name" }, name), el("ul", {}, members.map(({ id }) => this.#row(id))));
  }

  #row(id) {
    if (!this.#rows.has(id)) this.#rows.set(id, makeRow(id, this.#handlers.open));
    return this.#rows.get(id);
  }

  #empty() {
    const text = this.#found ? "Tidak ada yang cocok dengan nama itu." : "Belum ada orang. Tambahkan seseorang untuk mulai.";
    return el("p", { class: "people-empty" }, text);
  }

  #more() {
    if (this.#found || !this.#others) return [];
    return [el("p", { class: "people-more" }, `Dan ${this.#others} orang lain. Cari dengan nama untuk memerankan mereka.`)];
  }
}

/** [[group, people], ...] in the order of a training centre's day; other groups follow by name. */
function ordered(people) {
  const groups = new Map();
  for (const person of people) {
    const name = person.group || "Lainnya";
    groups.set(name, [...(groups.get(name) ?? []), person]);
  }
  return [...groups].sort(([one], [two]) => rank(one) - rank(two) || one.localeCompare(two, "id"));
}

function rank(group) {
  const at = ORDER.indexOf(group);
  return at < 0 ? ORDER.length : at;
}
