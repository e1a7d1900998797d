/** The opener: what happens when somebody follows a link. Links to the bot start it for whoever is being played. */
import { ask, field } from "./dialog.js";
import { readLink, readPayload } from "./links.js";
import { shareSheet } from "./share.js";

export class Opener {
  #botName;
  #start;
  #toasts;

  /** botName(): the bot's username now; start(payload): what a link to the bot does. */
  constructor(botName, start, toasts) {
    this.#botName = botName;
    this.#start = start;
    this.#toasts = toasts;
  }

  follow(href) {
    const link = readLink(href, this.#botName());
    if (link.kind === "start") this.#start(link.payload);
    else if (link.kind === "share") shareSheet(link, this.#toasts);
    else if (link.kind === "outside") window.open(link.href, "_blank", "noopener,noreferrer");
    else this.#toasts.show("Tautan ini tidak dapat dibuka di simulator.");
  }

  /** A link that came on paper: pasted or typed. */
  async askLink() {
    const { node, input } = field("Tautan atau kodenya", { name: "link", required: true, placeholder: `t.me/${this.#botName() ?? "bot"}?start=kode` });
    const collect = () => {
      const payload = readPayload(input.value.trim(), this.#botName());
      input.setCustomValidity(payload === null ? "Ini bukan tautan ke bot ini." : "");
      input.reportValidity();
      return payload ?? undefined;
    };
    input.addEventListener("input", () => input.setCustomValidity(""));
    const payload = await ask({ title: "Buka tautan t.me", body: [node], confirm: "Buka", collect });
    if (payload !== null) this.#start(payload);
  }
}
