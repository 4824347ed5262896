/** Money in the core is an integer number of US cents held in a `number` (exact up to 2^53 - 1). */
export type Cents = number;

/** The largest amount accepted from outside: 9,999,999,999.99 USD. Above it a sum of lines could lose exactness. */
export const MAX_CENTS: Cents = 999_999_999_999;

/**
 * Reads an X12 or typed decimal ("9500", "9500.5", "-12.30") into cents.
 * Returns null when the text is not a plain decimal, carries more than two decimals that are not zero
 * (PostgreSQL would round them silently), or is larger than `MAX_CENTS`.
 */
export function parseCents(text: string): Cents | null {
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = "", fraction = ""] = match;
  if (whole === "" && fraction === "") return null;
  if (fraction.length > 2 && /[1-9]/.test(fraction.slice(2))) return null;
  const cents = Number(whole || "0") * 100 + Number(fraction.slice(0, 2).padEnd(2, "0"));
  if (!Number.isSafeInteger(cents) || cents > MAX_CENTS) return null;
  return sign === "-" && cents !== 0 ? -cents : cents;
}

/** Cents as an X12 decimal without trailing zeros: 950000 -> "9500", 950050 -> "9500.5". */
export function formatX12Cents(cents: Cents): string {
  const sign = cents < 0 ? "-" : "";
  const absolute = Math.abs(cents);
  const fraction = String(absolute % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return `${sign}${Math.floor(absolute / 100)}${fraction ? `.${fraction}` : ""}`;
}

/** Cents in a sentence of the core: 123450 -> "$1,234.50", -500 -> "-$5.00". */
export function dollarsInWords(cents: Cents): string {
  const absolute = Math.abs(cents);
  const whole = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${cents < 0 ? "-" : ""}$${whole}.${String(absolute % 100).padStart(2, "0")}`;
}

/** Adds amounts in cents; throws RangeError when the sum is no longer exact. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  if (!Number.isSafeInteger(total)) throw new RangeError("a sum of cents is not exact");
  return total;
}
