/** Cents of an X12 amount: "1250", "99.5", "-3". */
export function centsOf(amount: string): number {
  const [whole, part = ""] = amount.replace("-", "").split(".");
  const cents = Number(whole) * 100 + Number(part.padEnd(2, "0"));
  return amount.startsWith("-") ? -cents : cents;
}
