/** The clock: the simulated date and hour, and the buttons that travel to a later one. */
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { date, hour, longDay, shortDay } from "./time.js";

const STEPS = [
  { jump: "hour", wide: "+1 jam", slim: "+1 jam", label: "Maju satu jam" },
  { jump: "day", wide: "+1 hari", slim: "+1 hari", label: "Maju satu hari" },
  { jump: "month", wide: "+1 bulan", slim: "+1 bln", label: "Maju satu bulan" },
];

export class Clock {
  #base = Date.now();
  #since = performance.now();
  #nextDue = undefined;
  #travels = true;
  #busy = false;
  #root;
  #travel;
  #hour = el("span", { class: "clock-hour" });
  #day = el("span", { class: "clock-day" });
  #date = el("span", { class: "clock-date" });
  #status = el("p", { class: "clock-status", aria: { live: "polite" } });
  #buttons;

  /** travel(jump) -> Promise<{now, next_due?, travels?}>; it may fail. */
  constructor(root, travel) {
    this.#root = root;
    this.#travel = travel;
    this.#buttons = [...STEPS.map((step) => this.#button(step)), this.#nextButton()];
    root.append(
      el("div", { class: "clock-face", role: "timer", testid: "clock", aria: { live: "off" } },
        el("span", { class: "clock-caption" }, "Waktu simulasi"), this.#hour, this.#day, this.#date),
      el("div", { class: "clock-steps", role: "group", aria: { label: "Majukan waktu" } }, this.#buttons),
      this.#status,
    );
    setInterval(() => this.#tick(), 1000);
  }

  now() {
    return new Date(this.#base + performance.now() - this.#since);
  }

  /** What the simulator says of the time; a field it leaves out is not known anew. */
  update({ now, next_due: nextDue, travels }) {
    this.#base = Date.parse(now);
    this.#since = performance.now();
    if (nextDue !== undefined) this.#nextDue = nextDue && new Date(nextDue);
    if (travels !== undefined) this.#travels = travels;
    this.#tick();
    this.#say();
  }

  #tick() {
    const now = this.now();
    this.#hour.replaceChildren(hour(now), el("small", {}, " WIB"));
    this.#day.textContent = longDay(now);
    this.#date.textContent = date(now);
  }

  #say() {
    this.#root.dataset.busy = String(this.#busy);
    for (const button of this.#buttons) button.setAttribute("aria-disabled", String(this.#busy || (button.dataset.jump === "next" && !this.#travels)));
    this.#status.textContent = this.#sentence();
  }

  #sentence() {
    if (this.#busy) return "Menempuh waktu…";
    if (!this.#travels) return "Hanya jam simulator yang bergerak: bot memakai jamnya sendiri.";
    if (this.#nextDue && this.#nextDue <= this.now()) return "Berikutnya: segera";
    if (this.#nextDue) return `Berikutnya: ${shortDay(this.#nextDue)}, ${hour(this.#nextDue)}`;
    return this.#nextDue === null ? "Belum ada kejadian yang terjadwal." : "";
  }

  #button({ jump, wide, slim, label }) {
    return el("button", { class: "button soft step", type: "button", testid: `clock-${jump}`, data: { jump }, aria: { label }, on: { click: () => this.#go(jump) } },
      el("span", { class: "wide" }, wide), el("span", { class: "slim" }, slim));
  }

  #nextButton() {
    const label = "Ke kejadian berikutnya";
    return el("button", { class: "button primary step step-next", type: "button", testid: "clock-next", title: label, data: { jump: "next" }, aria: { label }, on: { click: () => this.#go("next") } },
      icon("next"), el("span", { class: "wide" }, label));
  }

  async #go(jump) {
    if (this.#busy || (jump === "next" && !this.#travels)) return;
    this.#busy = true;
    this.#say();
    const answer = await this.#travel(jump);
    this.#busy = false;
    if (answer) this.update(answer);
    else this.#say();
  }
}
