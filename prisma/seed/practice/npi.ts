/** A ten-digit NPI of nine chosen digits: the last one is the Luhn check over "80840" and the nine. */
export function npiOf(nine: string): string {
  return nine + String((10 - (luhnSum(`80840${nine}0`) % 10)) % 10);
}

/** True when the check digit fits. */
export function isValidNpi(npi: string): boolean {
  return /^[12]\d{9}$/.test(npi) && luhnSum(`80840${npi}`) % 10 === 0;
}

function luhnSum(digits: string): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}
