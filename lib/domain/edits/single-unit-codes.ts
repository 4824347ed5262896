/** Codes that describe the whole of the work on one day, whatever the number of leads, contacts or minutes. */
export const LEAD_REMOVAL_CODES: ReadonlySet<string> = new Set(["63661", "63662"]);
export const SINGLE_UNIT_CODES: ReadonlySet<string> = new Set([
  ...LEAD_REMOVAL_CODES,
  ...["63655", "63663", "63664", "63685", "63688", "95970", "95971", "95972"],
]);
