/** Modifiers that say "another procedure, really separate"; a line carries one of them at most. */
export const DISTINCT_SERVICE_MODIFIERS: ReadonlySet<string> = new Set(["59", "XE", "XS", "XP", "XU"]);
/** Both sides, left, right. */
export const SIDE_MODIFIERS: ReadonlySet<string> = new Set(["50", "LT", "RT"]);
/** Professional and technical half. */
export const HALF_MODIFIERS: ReadonlySet<string> = new Set(["26", "TC"]);
/** Assistant at surgery. */
export const ASSISTANT_MODIFIERS: ReadonlySet<string> = new Set(["80", "81", "82", "AS"]);
/** Work that was cut short: reduced, stopped by the physician, stopped in a facility before or after anaesthesia. */
export const STOPPED_MODIFIERS: ReadonlySet<string> = new Set(["52", "53", "73", "74"]);
/** What payers ask for on the second lead, in one convention or another. */
export const SECOND_LEAD_MODIFIERS: ReadonlySet<string> = new Set(["59", "XS", "76", "51", "LT", "RT"]);

/** Most modifiers that a line of a claim can carry. */
export const MOST_MODIFIERS = 4;

const PRICING: ReadonlySet<string> = new Set([
  ...["22", "26", "TC", "50", "51", "52", "53", "62", "73", "74", "78", "80", "81", "82", "AS", "FB", "FC"],
]);
const STATUS: ReadonlySet<string> = new Set([
  "24",
  "25",
  "57",
  "58",
  "59",
  "XE",
  "XS",
  "XP",
  "XU",
  "76",
  "77",
  "79",
]);

function rank(modifier: string): number {
  return PRICING.has(modifier) ? 0 : STATUS.has(modifier) ? 1 : 2;
}

/** Puts a modifier where payers read it: pricing first, then status, then what only informs. Null when four are there. */
export function withModifier(modifiers: readonly string[], added: string): string[] | null {
  if (modifiers.includes(added)) return [...modifiers];
  if (modifiers.length >= MOST_MODIFIERS) return null;
  const behind = modifiers.findIndex((modifier) => rank(modifier) > rank(added));
  return behind === -1 ? [...modifiers, added] : modifiers.toSpliced(behind, 0, added);
}
