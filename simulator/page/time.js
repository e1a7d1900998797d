/** The time as people in Pekalongan read it: always Asia/Jakarta, whatever the machine's own zone. */

const ZONE = { timeZone: "Asia/Jakarta" };
const format = (options) => new Intl.DateTimeFormat("id-ID", { ...ZONE, ...options });
const HOUR = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const DAY = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const SHORT_DAY = format({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const DATE = format({ day: "numeric", month: "short", year: "numeric" });
const CHAT_DAY = format({ day: "numeric", month: "long", year: "numeric" });
const SMALL = format({ day: "2-digit", month: "2-digit", year: "2-digit" });
const KEY = new Intl.DateTimeFormat("en-CA", { ...ZONE });

export const hour = (at) => HOUR.format(at).replace(":", ".");
export const longDay = (at) => DAY.format(at);
export const shortDay = (at) => SHORT_DAY.format(at);
export const date = (at) => DATE.format(at);
export const chatDay = (at) => CHAT_DAY.format(at);
/** The local day as 2019-07-01, to compare days. */
export const dayKey = (at) => KEY.format(at);

/** In a list: the hour if it is today, else the date in short. */
export function brief(at, now) {
  return dayKey(at) === dayKey(now) ? hour(at) : SMALL.format(at);
}
