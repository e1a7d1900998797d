/** The events: what the simulator tells by itself. Reconnects with growing pauses and says when it is away and back. */

const PAUSES = [500, 1000, 2000];

export class Events {
  #source = null;
  #failures = 0;
  #handlers;

  /** handlers: {chat(event), clock(event), people(), away(), back()} */
  constructor(handlers) {
    this.#handlers = handlers;
  }

  connect() {
    const source = new EventSource("sim/events");
    this.#source = source;
    source.addEventListener("open", () => this.#opened());
    source.addEventListener("message", ({ data }) => this.#heard(JSON.parse(data)));
    source.addEventListener("error", () => this.#lost(source));
  }

  #opened() {
    if (this.#failures > 0) this.#handlers.back();
    this.#failures = 0;
  }

  #heard(event) {
    if (event.type === "chat") this.#handlers.chat(event);
    else if (event.type === "clock") this.#handlers.clock(event);
    else if (event.type === "people") this.#handlers.people();
  }

  #lost(source) {
    if (source !== this.#source) return;
    source.close();
    this.#source = null;
    const pause = PAUSES[Math.min(this.#failures, PAUSES.length - 1)];
    this.#failures += 1;
    this.#handlers.away();
    setTimeout(() => this.connect(), pause);
  }
}
