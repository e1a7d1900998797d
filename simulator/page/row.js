/** The row: one person in the list. The button is made once and filled anew, so that a press is never lost to an update. */
import { avatar, fullName } from "./avatar.js";
import { el } from "./dom.js";
import { brief } from "./time.js";

export function makeRow(id, open) {
  return el("li", {}, el("button", { class: "person", type: "button", testid: `person-${id}`, on: { click: () => open(id) } }));
}

/** isOpen: this person is being played now, so nothing of theirs is unread. */
export function fillRow(row, person, isOpen, now) {
  const button = row.firstElementChild;
  const name = fullName(person);
  const unread = isOpen ? 0 : person.unread;
  button.title = person.note ? `${name} · ${person.note}` : name;
  button.dataset.state = stateOf(person);
  if (isOpen) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
  button.replaceChildren(
    avatar(person.id, name),
    el("span", { class: "person-name" }, name),
    el("span", { class: "person-time" }, person.last ? brief(new Date(person.last.at), now) : ""),
    el("span", { class: saysWho(person) ? "person-last note" : "person-last" }, lastWords(person)),
    ...badge(unread),
  );
}

function badge(unread) {
  if (!unread) return [];
  return [el("span", { class: "badge" }, unread > 99 ? "99+" : String(unread), el("span", { class: "sr-only" }, " pesan belum dibaca"))];
}

function stateOf(person) {
  if (person.deactivated) return "deactivated";
  if (person.blocked) return "blocked";
  return person.started ? "started" : "new";
}

/** Nothing was said yet: the line is the note on who this is, which has to be read to its end. */
function saysWho(person) {
  return Boolean(person.note) && !person.last && !person.blocked && !person.deactivated;
}

function lastWords(person) {
  if (person.deactivated) return "Akun sudah dihapus";
  if (person.blocked) return "Memblokir bot";
  if (person.last) return person.last.from_bot ? person.last.text : `Anda: ${person.last.text}`;
  return person.note || "Belum memulai bot";
}
