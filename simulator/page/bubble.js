/** The bubble: one message with its text, attachment, hour and buttons. */
import { attachment, SPEAKS_FOR_ITSELF } from "./attachment.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { inlineKeyboard } from "./keyboard.js";
import { openMenu } from "./menu.js";
import { hour } from "./time.js";

/** place: {first, last} within a run of one sender's messages. actions: those of keyboard.js and {say, edit(message), copy} */
export function bubble(message, place, actions) {
  const box = el("div", { class: "bubble", testid: "bubble", data: { from: message.from, id: message.id, kind: message.kind } },
    el("span", { class: "sr-only" }, message.from === "bot" ? "Bot: " : "Anda: "),
    attachment(message), el("div", { class: "bubble-body" }, words(message, actions), foot(message)), handle(message, actions));
  const menu = (event) => {
    if (!choices(message, actions).length || getSelection()?.toString()) return;
    event.preventDefault();
    openMenu({ x: event.clientX, y: event.clientY }, choices(message, actions), "Pilihan pesan");
  };
  box.addEventListener("contextmenu", menu);
  return el("li", { class: "message", data: { from: message.from, first: place.first, last: place.last, keyboard: Boolean(message.inline_keyboard?.length) } },
    box, inlineKeyboard(message, actions));
}

function words(message, actions) {
  if (SPEAKS_FOR_ITSELF.has(message.kind) || !(message.html || message.text)) return null;
  const text = el("div", { class: "bubble-text", dir: "auto" });
  // The one place where HTML is inserted: the simulator made it from text and entities, and escaped the rest.
  text.innerHTML = message.html;
  for (const spoiler of text.querySelectorAll(".tg-spoiler")) hide(spoiler);
  for (const quote of text.querySelectorAll("blockquote.expandable")) fold(quote);
  for (const block of text.querySelectorAll("blockquote, pre")) closeGaps(block);
  for (const link of text.querySelectorAll("a")) link.addEventListener("click", (event) => follow(event, link, actions));
  return text;
}

/** A block stands on lines of its own anyway: the line breaks that touch it would show as empty lines. */
function closeGaps(block) {
  for (const side of [block.previousSibling, block.nextSibling]) if (side?.nodeName === "BR") side.remove();
}

function follow(event, link, actions) {
  event.preventDefault();
  if (link.dataset.command) actions.say(link.dataset.command);
  else actions.link(link.getAttribute("href"));
}

function hide(spoiler) {
  const show = () => spoiler.classList.add("seen");
  spoiler.tabIndex = 0;
  spoiler.setAttribute("role", "button");
  spoiler.setAttribute("aria-label", "Teks tersembunyi, ketuk untuk membaca");
  spoiler.addEventListener("click", show, { once: true });
  spoiler.addEventListener("keydown", (event) => event.key === "Enter" && show());
}

function fold(quote) {
  const flip = () => quote.classList.toggle("folded");
  flip();
  quote.tabIndex = 0;
  quote.addEventListener("click", () => getSelection()?.toString() || flip());
  quote.addEventListener("keydown", (event) => event.key === "Enter" && flip());
}

function foot(message) {
  return el("span", { class: "bubble-foot" }, message.edited && el("span", { class: "edited" }, "diedit "),
    el("time", { datetime: message.at }, hour(new Date(message.at))));
}

function handle(message, actions) {
  const items = choices(message, actions);
  if (!items.length) return null;
  const button = el("button", { class: "bubble-menu", type: "button", testid: "bubble-menu", aria: { label: "Pilihan pesan", haspopup: "menu" } }, icon("chevron"));
  button.addEventListener("click", () => openMenu(button, items, "Pilihan pesan"));
  return button;
}

function choices(message, actions) {
  const items = [];
  if (message.from === "person" && message.kind === "text") items.push({ label: "Edit", icon: "edit", testid: "edit-message", act: () => actions.edit(message) });
  if (message.text && !message.protect) items.push({ label: "Salin teks", icon: "copy", testid: "copy-message", act: () => actions.copy(message.text) });
  return items;
}
