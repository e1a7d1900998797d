/** The DOM: elements made from values. Strings become text nodes, so nothing typed by a person is ever read as HTML. */

const SVG = "http://www.w3.org/2000/svg";

/** el("button", {class, testid, on: {click}, aria: {label}, ...attributes}, ...children); null children are left out. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function setProp(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
  else if (name === "aria") for (const [key, text] of Object.entries(value)) node.setAttribute(`aria-${key}`, text);
  else if (name === "data") Object.assign(node.dataset, value);
  else if (name === "testid") node.dataset.testid = value;
  else node.setAttribute(name, value === true ? "" : value);
}

/** A 24-unit stroked icon from the path data of icons.js. */
export function svg(path, className = "icon") {
  const node = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", class: className, "aria-hidden": "true" })) {
    node.setAttribute(key, value);
  }
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  node.append(line);
  return node;
}
