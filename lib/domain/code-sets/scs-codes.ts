/**
 * Codes of spinal cord stimulation: a claim with one of them goes to the specialty coders. Numbers only, our own words.
 * Source: CPT and HCPCS Level II numbers as listed in Medicare's fee schedule and HCPCS files of 2024.
 */
export const LEAD_PLACEMENT_CODES: ReadonlySet<string> = new Set(["63650", "63655"]);
export const LEAD_REVISION_CODES: ReadonlySet<string> = new Set(["63661", "63662", "63663", "63664"]);
export const GENERATOR_CODES: ReadonlySet<string> = new Set(["63685", "63688"]);
export const INTEGRATED_DEVICE_CODES: ReadonlySet<string> = new Set(["0784T", "0785T", "0788T", "0789T"]);
export const PROGRAMMING_CODES: ReadonlySet<string> = new Set(["95970", "95971", "95972"]);
/** Leads, generators and trial kits of a stimulator, as billed by facilities and to commercial payers. */
export const DEVICE_CODES: ReadonlySet<string> = new Set([
  ...["L8679", "L8680", "L8682", "L8683", "L8685", "L8686", "L8687", "L8688"],
  ...["C1767", "C1778", "C1820", "C1822", "C1826", "C1897"],
]);

const SCS_CODES: ReadonlySet<string> = new Set([
  ...LEAD_PLACEMENT_CODES,
  ...LEAD_REVISION_CODES,
  ...GENERATOR_CODES,
  ...INTEGRATED_DEVICE_CODES,
  ...PROGRAMMING_CODES,
  ...DEVICE_CODES,
]);

/** True for a code of spinal cord stimulation. */
export function isScsCode(code: string): boolean {
  return SCS_CODES.has(code);
}

/** True when any line of the claim carries a code of spinal cord stimulation. */
export function carriesScs(claim: { lines: readonly { code: string }[] }): boolean {
  for (const line of claim.lines) if (SCS_CODES.has(line.code)) return true;
  return false;
}
