/** True for a ten-digit NPI whose last digit fits (Luhn over 80840 + the number; CMS's check digit standard). */
export function hasValidCheckDigit(npi: string): boolean {
  if (npi.length !== 10) return false;
  // 24: what the constant prefix 80840 adds.
  let sum = 24;
  for (let at = 0; at < 10; at += 1) {
    const digit = npi.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return false;
    // Every second digit from the right, not counting the check digit, is doubled.
    const counted = at % 2 === 0 ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0 && (npi[0] === "1" || npi[0] === "2");
}
