/** The guide: a short list of what can be tried. Closed once, it stays closed until asked for. */
import { el } from "./dom.js";
import { icon } from "./icons.js";

const CLOSED = "canting.guide.closed";
const PARTS = [
  ["Pencaker mendaftar", "Pilih pencaker baru, ketuk MULAI, daftar, lalu kirim berkas."],
  ["Petugas memeriksa", "Buka antrean: setujui, minta perbaikan, atau tolak."],
  ["Petugas menyeleksi", "Angkatan Khusus: usulkan, lalu terbitkan sebagai petugas lain."],
  ["Peserta berlatih", "Lihat jadwal, minta izin; petugas mengisi presensi."],
  ["Alumni ditanya", "Luluskan kelas, majukan waktu: bot sendiri yang bertanya."],
  ["Pengumuman", "Tulis kepada satu angkatan, lihat laporan kirimnya."],
];

export class Guide {
  #root;
  #toggle;

  constructor(root) {
    this.#root = root;
    this.#toggle = el("button", { class: "guide-toggle", type: "button", aria: { expanded: "false", controls: "guide-list" }, on: { click: () => this.#flip() } },
      "Apa yang bisa dicoba", icon("chevron"));
    root.append(
      el("header", { class: "guide-head" }, el("h2", {}, this.#toggle),
        el("button", { class: "icon-button small", type: "button", testid: "guide-close", aria: { label: "Tutup daftar ini" }, title: "Tutup", on: { click: () => this.#close() } }, icon("close"))),
      el("ol", { class: "guide-list", id: "guide-list" }, PARTS.map(([title, text]) => el("li", {}, el("strong", {}, title), el("span", {}, text)))),
    );
    root.hidden = localStorage.getItem(CLOSED) === "yes";
    this.#expand(matchMedia("(min-width: 1100px)").matches);
  }

  open() {
    localStorage.removeItem(CLOSED);
    this.#root.hidden = false;
    this.#expand(true);
    this.#toggle.focus();
  }

  #close() {
    localStorage.setItem(CLOSED, "yes");
    this.#root.hidden = true;
  }

  #flip() {
    this.#expand(this.#toggle.getAttribute("aria-expanded") !== "true");
  }

  #expand(expanded) {
    this.#toggle.setAttribute("aria-expanded", String(expanded));
    this.#root.dataset.expanded = String(expanded);
  }
}
