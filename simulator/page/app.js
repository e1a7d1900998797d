/** The app: builds the parts once and carries word between them. Who is being played stands in the address (#/orang/7). */
import { Api } from "./api.js";
import { Chat } from "./chat.js";
import { Clock } from "./clock.js";
import { Events } from "./events.js";
import { Guide } from "./guide.js";
import { askNewPerson } from "./newperson.js";
import { People } from "./people.js";
import { Toasts } from "./toast.js";

const SETTLE_MS = 120;
const NAMED = /^#\/orang\/(-?\d+)$/;
const part = (id) => document.getElementById(id);

const api = new Api();
const toasts = new Toasts(document.body);
const guide = new Guide(part("guide"));
const clock = new Clock(part("clock"), travel);
const people = new People(part("people"), { open: show, add: addPerson, help: () => guide.open(), search: (query) => kindly(() => api.search(query)) });
const chat = new Chat(part("stage"), api, toasts, { back: () => show(null), person: (person) => learn(person), announce });
const events = new Events({ chat: onChat, clock: (event) => clock.update(event), people: () => soon(), away: () => offline(true), back: onBack });

let pending = 0;
let chatPending = false;

/** Does it; a refusal becomes a toast and the answer null. */
async function kindly(action, sentences = {}) {
  try {
    return await action();
  } catch (error) {
    if (error.status === undefined) throw error;
    toasts.show(sentences[error.status] ?? error.message, "error");
    return null;
  }
}

const TRAVEL_REFUSED = {
  409: "Perjalanan waktu yang lain masih berlangsung.",
  502: "Bot belum siap menempuh waktu. Coba lagi sebentar lagi.",
  503: "Bot belum siap menempuh waktu. Coba lagi sebentar lagi.",
  504: "Bot terlalu lama menempuh waktu. Lihat jamnya, lalu coba lagi.",
};

async function travel(jump) {
  const answer = await kindly(() => api.jump(jump), TRAVEL_REFUSED);
  soon();
  return answer;
}

async function loadState() {
  const state = await kindly(() => api.state());
  if (!state) return;
  clock.update(state);
  chat.setBot(state.bot);
  people.update(state.people, state.others, clock.now());
  title();
}

/** Many events in one breath (an announcement to hundreds) are one look at the state. */
function soon() {
  if (pending) return;
  pending = setTimeout(async () => {
    pending = 0;
    if (chatPending) chat.refresh();
    chatPending = false;
    await loadState();
    await Promise.all(people.visited().map((id) => look(id)));
  }, SETTLE_MS);
}

async function look(id) {
  const person = await kindly(() => api.person(id));
  if (person) people.learn(person);
}

function onChat({ person }) {
  if (person === chat.openId) chatPending = true;
  if (people.knows(person)) soon();
}

async function onBack() {
  offline(false);
  await loadState();
  await chat.refresh(true);
}

function learn(person) {
  people.learn(person);
  title();
}

function show(id) {
  const hash = id === null ? "" : `#/orang/${id}`;
  if (location.hash === hash) return;
  if (id === null) history.pushState(null, "", location.pathname + location.search);
  else history.pushState(null, "", hash);
  route();
}

function route() {
  const id = NAMED.exec(location.hash)?.[1];
  const openId = id === undefined ? null : Number(id);
  part("app").dataset.screen = openId === null ? "people" : "chat";
  people.select(openId);
  chat.open(openId);
  title();
}

async function addPerson() {
  const wanted = await askNewPerson();
  if (!wanted) return;
  const added = await kindly(() => api.add(wanted));
  const person = Array.isArray(added) ? added[0] : added;
  if (!person) return;
  await loadState();
  show(person.id);
}

function offline(away) {
  part("offline").hidden = !away;
}

function announce(text) {
  part("announcer").textContent = text;
}

function title() {
  const unread = people.unread();
  document.title = unread ? `(${unread}) Canting · Simulator` : "Canting · Simulator";
}

addEventListener("popstate", route);
addEventListener("hashchange", route);
await loadState();
route();
events.connect();
