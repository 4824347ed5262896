import type { Claim } from "./claim";

/** REF02 may hold 50 characters, but payers return only 30 of a line control number. */
const MAX_LENGTH = 30;

/**
 * The claim with a line control number on every line: existing ones stay, missing ones are made of the claim number
 * and the line's position, so that the same claim always gets the same. The payer returns them with its answer.
 */
export function withLineControlNumbers(claim: Claim): Claim {
  if (claim.lines.every((line) => line.controlNumber !== null)) return claim;
  const taken = new Set(claim.lines.map((line) => line.controlNumber));
  const lines = claim.lines.map((line) => {
    if (line.controlNumber !== null) return line;
    let counter = line.number;
    let controlNumber = numbered(claim.claimNumber, counter);
    while (taken.has(controlNumber))
      controlNumber = numbered(claim.claimNumber, (counter += claim.lines.length));
    taken.add(controlNumber);
    return { ...line, controlNumber };
  });
  return { ...claim, lines };
}

function numbered(claimNumber: string, counter: number): string {
  const suffix = `-${counter}`;
  const stem = claimNumber.replace(/[^A-Za-z0-9-]/g, "").slice(0, MAX_LENGTH - suffix.length);
  return `${stem === "" ? "L" : stem}${suffix}`;
}
