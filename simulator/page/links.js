/** The links: what a link in the chat means. Links to the bot itself never leave the page. */

const TELEGRAM_HOSTS = new Set(["t.me", "telegram.me", "telegram.dog"]);
const OUTSIDE = new Set(["http:", "https:", "mailto:", "tel:"]);
const BARE_HOST = /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]|$)/i;

/** {kind: "start", payload} | {kind: "share", url, text} | {kind: "outside", href} | {kind: "unknown"} */
export function readLink(href, botName) {
  const url = parsed(href);
  if (!url) return { kind: "unknown" };
  if (url.protocol === "tg:") return ownLink(url, botName, url.searchParams.get("domain"));
  if (!OUTSIDE.has(url.protocol)) return { kind: "unknown" };
  if (!TELEGRAM_HOSTS.has(url.hostname)) return { kind: "outside", href: url.href };
  const [first = "", second = ""] = url.pathname.split("/").filter(Boolean);
  if (first === "share" && (second === "url" || !second)) return share(url);
  const own = ownLink(url, botName, first);
  return own.kind === "unknown" ? { kind: "outside", href: url.href } : own;
}

/** What a person pasted: a link to the bot, or only the payload. Null if it is neither. */
export function readPayload(typed, botName) {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(typed)) return typed;
  const link = readLink(typed, botName);
  return link.kind === "start" ? link.payload : null;
}

function ownLink(url, botName, name) {
  if (name?.toLowerCase() !== botName?.toLowerCase()) return { kind: "unknown" };
  return { kind: "start", payload: url.searchParams.get("start") ?? "" };
}

function share(url) {
  return { kind: "share", url: url.searchParams.get("url") ?? "", text: url.searchParams.get("text") ?? "" };
}

function parsed(href) {
  try {
    return new URL(BARE_HOST.test(href) ? `https://${href}` : href);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
