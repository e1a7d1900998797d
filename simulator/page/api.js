/** The API of the simulator, as the page needs it. Every failure is an ApiError with a sentence a person can read. */

/** What a person reads when an act is refused; the simulator's own reasons are written for those who program. */
const REFUSED = {
  say: "Pesan ini tidak dapat dikirim.",
  tap: "Tombol ini sudah tidak ada.",
  photo: "Berkas ini bukan gambar. Kirim sebagai dokumen.",
  album: "Ada berkas yang bukan gambar. Kirim sebagai dokumen.",
  document: "Berkas ini tidak dapat dikirim.",
  contact: "Kontak ini tidak dapat dibagikan. Apakah orang ini punya nomor telepon?",
  edit: "Pesan ini tidak dapat diedit.",
  start: "Bot tidak dapat dimulai dengan tautan ini.",
};

export class ApiError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

export class Api {
  state() {
    return this.#get("sim/state");
  }

  search(query, limit = 40) {
    return this.#get(`sim/people?${new URLSearchParams({ q: query, limit })}`);
  }

  person(id) {
    return this.#get(`sim/people/${id}`);
  }

  add(person) {
    return this.#post("sim/people", person);
  }

  chat(id) {
    return this.#get(`sim/people/${id}/chat`);
  }

  /** One act of a person (say, tap, start, ...); wait holds the answer until the bot reacted, that many seconds at most. */
  act(id, verb, body = {}, wait = 0) {
    return spoken(verb, this.#post(`sim/people/${id}/${verb}${wait ? `?wait=${wait}` : ""}`, body));
  }

  /** One file, or the pictures of an album in their order. */
  upload(id, kind, files, caption) {
    const form = new FormData();
    form.append("caption", caption);
    files.forEach((file) => form.append("file", file, file.name));
    return spoken(kind, this.#call(`sim/people/${id}/${kind}`, { method: "POST", body: form }));
  }

  jump(step) {
    return this.#post("sim/clock", { jump: step });
  }

  #get(path) {
    return this.#call(path, { cache: "no-store" });
  }

  #post(path, body) {
    return this.#call(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  }

  async #call(path, options) {
    const answer = await fetch(path, options).catch(() => {
      throw new ApiError("Simulator tidak menjawab. Periksa apakah programnya masih berjalan.", 0);
    });
    if (answer.ok) return answer.json();
    throw new ApiError(await reason(answer), answer.status);
  }
}

/** The address of a file of a message. */
export function fileUrl(file) {
  return `sim/files/${encodeURIComponent(file.id)}`;
}

async function spoken(verb, answer) {
  try {
    return await answer;
  } catch (error) {
    if (error.status === 413) throw new ApiError("Berkas ini terlalu besar.", 413);
    if (error.status > 0 && REFUSED[verb]) throw new ApiError(REFUSED[verb], error.status);
    throw error;
  }
}

async function reason(answer) {
  const text = await answer.text();
  try {
    const body = JSON.parse(text);
    return body.error ?? body.description ?? `Simulator menolak permintaan ini (${answer.status}).`;
  } catch (error) {
    if (error instanceof SyntaxError) return `Simulator menolak permintaan ini (${answer.status}).`;
    throw error;
  }
}
