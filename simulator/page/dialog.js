/** The dialog: a question on top of the page. Each function answers a promise; Esc and "Batal" answer null. */
import { el } from "./dom.js";

/** body: nodes; collect(): the value, or undefined while something is missing. */
export function ask({ title, body, confirm, tone = "primary", testid = null, collect = () => true, cancel = "Batal" }) {
  return new Promise((resolve) => {
    const dialog = el("dialog", { class: "dialog", testid, aria: { label: title } });
    const close = (value) => {
      dialog.close();
      dialog.remove();
      resolve(value);
    };
    const submit = (event) => {
      event.preventDefault();
      const value = collect();
      if (value !== undefined) close(value);
    };
    dialog.append(
      el("form", { class: "dialog-form", on: { submit } },
        el("h2", { class: "dialog-title" }, title), body,
        el("div", { class: "dialog-actions" },
          cancel && el("button", { class: "button quiet", type: "button", testid: "cancel", on: { click: () => close(null) } }, cancel),
          el("button", { class: `button ${tone}`, type: "submit", testid: "confirm" }, confirm))),
    );
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      close(null);
    });
    dialog.addEventListener("pointerdown", (event) => event.target === dialog && close(null));
    document.body.append(dialog);
    dialog.showModal();
    firstField(dialog)?.focus();
  });
}

export function confirmed(title, text, confirm, tone = "primary") {
  return ask({ title, body: [el("p", { class: "dialog-text" }, text)], confirm, tone });
}

/** The alert of an answered callback: only "OK", and it stays until it is read. */
export function alertBox(title, text) {
  const body = [el("p", { class: "dialog-text", testid: "toast", data: { alert: "true" } }, text)];
  return ask({ title, body, confirm: "OK", cancel: null });
}

/** A labelled input; options: the attributes of <input>. */
export function field(label, options, hint = null) {
  const input = el("input", { class: "input", autocomplete: "off", ...options });
  const node = el("label", { class: "field" }, el("span", { class: "field-label" }, label), input,
    hint && el("span", { class: "field-hint" }, hint));
  return { node, input };
}

export function choice(label, values, name) {
  const options = values.map((value) => el("option", { value }, value));
  const input = el("select", { class: "input", name }, options);
  return { node: el("label", { class: "field" }, el("span", { class: "field-label" }, label), input), input };
}

function firstField(dialog) {
  return dialog.querySelector("input, select, textarea") ?? dialog.querySelector("button[type=submit]");
}
