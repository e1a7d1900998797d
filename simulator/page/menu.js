/** The menu: a short list of choices beside the button that opened it, walked with the arrow keys. */
import { el } from "./dom.js";
import { icon } from "./icons.js";

const MARGIN = 8;

/** items: [{label, detail?, icon?, tone?, testid?, act()}]. anchor: an element or a point {x, y}. */
export function openMenu(anchor, items, label) {
  const before = document.activeElement;
  const layer = el("div", { class: "menu-layer" });
  const close = (refocus) => {
    layer.remove();
    removeEventListener("resize", dismissed);
    if (refocus && before instanceof HTMLElement) before.focus();
  };
  const dismissed = () => close(false);
  const list = el("div", { class: "menu", role: "menu", aria: { label } }, items.map((item) => entry(item, close)));
  layer.append(list);
  layer.addEventListener("pointerdown", (event) => event.target === layer && close(true));
  layer.addEventListener("contextmenu", (event) => event.preventDefault());
  layer.addEventListener("keydown", (event) => walk(event, list, close));
  addEventListener("resize", dismissed);
  document.body.append(layer);
  place(list, anchor);
  list.firstElementChild?.focus();
}

function entry(item, close) {
  const choose = () => {
    close(true);
    item.act();
  };
  return el("button", { class: "menu-item", type: "button", role: "menuitem", testid: item.testid, data: { tone: item.tone ?? "plain" }, on: { click: choose } },
    item.icon && icon(item.icon),
    el("span", { class: "menu-label" }, item.label, item.detail && el("small", {}, item.detail)));
}

function walk(event, list, close) {
  const items = [...list.children];
  const at = items.indexOf(document.activeElement);
  const targets = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length, Home: 0, End: items.length - 1 };
  if (event.key in targets) items[targets[event.key]].focus();
  else if (event.key === "Escape" || event.key === "Tab") close(true);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function place(list, anchor) {
  const box = anchor instanceof Element ? anchor.getBoundingClientRect() : new DOMRect(anchor.x, anchor.y, 0, 0);
  const { offsetWidth: width, offsetHeight: height } = list;
  const edge = anchor instanceof Element ? anchor.closest(".phone")?.getBoundingClientRect().right ?? innerWidth : innerWidth;
  const left = box.left + width + MARGIN > edge ? box.right - width : box.left;
  const below = box.bottom + 4;
  const top = below + height + MARGIN > innerHeight ? box.top - height - 4 : below;
  list.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - width - MARGIN))}px`;
  list.style.top = `${Math.max(MARGIN, top)}px`;
}
