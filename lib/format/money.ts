const DOLLARS = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
const WHOLE = new Intl.NumberFormat("en-US");

/** Integer cents as a biller reads them: 123450 -> "$1,234.50", -500 -> "-$5.00". */
export function formatCents(cents: number): string {
  return DOLLARS.format(cents / 100);
}

/** Without the sign of the currency, for fields that show it themselves: 123450 -> "1,234.50". */
export function formatCentsPlain(cents: number): string {
  const absolute = Math.abs(cents);
  const fraction = String(absolute % 100).padStart(2, "0");
  return `${cents < 0 ? "-" : ""}${WHOLE.format(Math.floor(absolute / 100))}.${fraction}`;
}

/** For tiles and rails where cents are noise: 123450 -> "$1,235", 12345678900 -> "$123.5M". */
export function formatCentsShort(cents: number): string {
  const compact = Math.abs(cents) >= 100_000_000;
  return new Intl.NumberFormat("en-US", {
    style: "currency",
    currency: "USD",
    notation: compact ? "compact" : "standard",
    maximumFractionDigits: compact ? 1 : 0,
  }).format(cents / 100);
}
