/** The avatar: initials on one of eight colours, steady for a person. */
import { el } from "./dom.js";

const segments = new Intl.Segmenter("id", { granularity: "grapheme" });

export function fullName(person) {
  return [person.first_name, person.last_name].filter(Boolean).join(" ");
}

export function avatar(id, name, extra = "") {
  return el("span", { class: `avatar avatar-${Math.abs(Number(id)) % 8} ${extra}`, aria: { hidden: "true" } }, initials(name));
}

function initials(name) {
  const words = name.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+/u, "")).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return chosen.map(firstLetter).join("").toUpperCase() || "?";
}

function firstLetter(word) {
  for (const { segment } of segments.segment(word)) return segment;
  return "";
}
