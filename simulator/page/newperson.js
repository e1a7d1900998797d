/** The new person: the dialog behind "Tambah orang". */
import { ask, choice, field } from "./dialog.js";
import { el } from "./dom.js";

const GROUPS = ["Pencaker", "Peserta", "Alumni", "Petugas"];

/** Answers {first_name, last_name, phone, group, cast} or null. */
export function askNewPerson() {
  const first = field("Nama depan", { name: "first_name", required: true, maxlength: 64, placeholder: "Contoh: Sekar" });
  const last = field("Nama belakang", { name: "last_name", maxlength: 64, placeholder: "Boleh kosong" });
  const phone = field("Telepon", { name: "phone", type: "tel", placeholder: "0812 3456 7890", pattern: "[+0-9 \\(\\)\\-]{8,20}",
    title: "Angka saja, 8 sampai 15 digit" }, "Dipakai saat ia membagikan kontaknya. Bila kosong, dibuatkan nomor contoh.");
  const group = choice("Kelompok", GROUPS, "group");
  const intro = el("p", { class: "dialog-text" }, "Orang baru belum pernah memulai bot. Pakailah nama rekaan.");
  return ask({
    title: "Tambah orang", confirm: "Tambah", testid: "add-person-dialog",
    body: [intro, el("div", { class: "field-row" }, first.node, last.node), phone.node, group.node],
    collect: () => collected(first.input, last.input, phone.input, group.input),
  });
}

function collected(first, last, phone, group) {
  const name = first.value.trim();
  if (!name) {
    first.value = "";
    first.reportValidity();
    return undefined;
  }
  return { first_name: name, last_name: last.value.trim(), phone: international(phone.value) ?? samplePhone(), group: group.value, cast: true };
}

/** Telegram gives numbers in international form: 0812 becomes +62812. */
function international(typed) {
  const digits = typed.replace(/\D/g, "");
  if (!digits) return null;
  if (typed.trim().startsWith("+")) return `+${digits}`;
  return digits.startsWith("0") ? `+62${digits.slice(1)}` : `+${digits}`;
}

function samplePhone() {
  const [number] = crypto.getRandomValues(new Uint32Array(1));
  return `+62812${String(number % 100000000).padStart(8, "0")}`;
}
