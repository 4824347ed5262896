import { parseCents, type Cents } from "@/lib/domain/shared/money";
import { fromX12Date, type CalendarDate } from "@/lib/domain/shared/calendar-date";

/** `parseCents` with a shortcut for the plain amounts ("1250", "1250.5", "1250.00") that nearly every line holds. */
export function readCents(text: string | undefined): Cents | null {
  if (text === undefined || text === "") return null;
  const length = text.length;
  if (length > 11) return parseCents(text.trim());
  let cents = 0;
  let decimals = -1;
  for (let at = 0; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9 && decimals < 2) {
      cents = cents * 10 + digit;
      if (decimals >= 0) decimals += 1;
    } else if (digit === -2 && decimals < 0 && at > 0) {
      decimals = 0;
    } else {
      return parseCents(text.trim());
    }
  }
  return decimals === 2 ? cents : decimals === 1 ? cents * 10 : cents * 100;
}

/** Units, minutes and pointers: a plain decimal ("2", "2.00", ".5"), null for anything else. */
export function readNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text.length === 1) {
    const digit = text.charCodeAt(0) - 48;
    return digit >= 0 && digit <= 9 ? digit : null;
  }
  const trimmed = text.trim();
  return /^-?(?:\d{1,12}(?:\.\d{0,6})?|\.\d{1,6})$/.test(trimmed) ? Number(trimmed) + 0 : null;
}

const known = new Map<number, CalendarDate | null>();

/** CCYYMMDD (time behind it is ignored) as a calendar date; null when it is not a day. Days repeat, so they are kept. */
export function readDate(text: string | undefined): CalendarDate | null {
  if (text === undefined || text.length < 8) return null;
  const digits = text.length === 8 ? text : text.trim();
  let day = 0;
  for (let at = 0; at < 8; at += 1) {
    const digit = digits.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return null;
    day = day * 10 + digit;
  }
  let date = known.get(day);
  if (date === undefined) {
    date = fromX12Date(digits.slice(0, 8));
    if (known.size > 20_000) known.clear();
    known.set(day, date);
  }
  return date;
}

/** A D8 date or RD8 range as first and last day; null when neither can be read. */
export function readDateRange(text: string | undefined): { from: CalendarDate; to: CalendarDate } | null {
  if (text === undefined) return null;
  const dash = text.indexOf("-");
  const from = readDate(dash < 0 ? text : text.slice(0, dash));
  const to = dash < 0 ? from : readDate(text.slice(dash + 1));
  return from === null || to === null ? null : { from, to };
}
