import type { Claim, ClaimRole } from "./claim";

const ASSISTANT_MODIFIERS = new Set(["AS", "80", "81", "82"]);
const ASC_TAXONOMY = "261QA1903X";

/** What the role is read from. */
export type RoleEvidence = Pick<Claim, "placeOfService"> & {
  billing: Pick<Claim["billing"], "npi" | "taxonomy">;
  lines: Pick<Claim["lines"][number], "code" | "modifiers" | "unitBasis" | "placeOfService">[];
};

/**
 * Who a professional claim is for. The modifiers of an assistant decide first, then anaesthesia codes or minutes, then
 * the marks of a surgery centre (its taxonomy, SG at place 24, or one of the organization's own centre NPIs); every
 * other claim is the operating or treating physician's. Source: the edit rules' "Roles and encounters".
 */
export function inferClaimRole(
  claim: RoleEvidence,
  options: { ascNpis?: readonly string[] } = {},
): ClaimRole {
  for (const line of claim.lines) {
    for (const modifier of line.modifiers) if (ASSISTANT_MODIFIERS.has(modifier)) return "assistant";
  }
  for (const line of claim.lines)
    if (line.unitBasis === "MJ" || isAnaesthesiaCode(line.code)) return "anaesthesia";
  const { npi, taxonomy } = claim.billing;
  if (taxonomy === ASC_TAXONOMY) return "asc_facility";
  if (npi !== null && options.ascNpis?.includes(npi)) return "asc_facility";
  for (const line of claim.lines) {
    if ((line.placeOfService ?? claim.placeOfService) === "24" && line.modifiers.includes("SG"))
      return "asc_facility";
  }
  return "surgeon";
}

/**
 * The role of a corrected claim. It follows the correction (an assistant's modifier added or taken away) only where the
 * old claim's own evidence explained the old role; a role that came from elsewhere stays.
 */
export function roleAfterCorrection(
  before: RoleEvidence & Pick<Claim, "role">,
  after: RoleEvidence,
  options: { ascNpis?: readonly string[] } = {},
): ClaimRole {
  return inferClaimRole(before, options) === before.role ? inferClaimRole(after, options) : before.role;
}

/** 00100 to 01999. */
function isAnaesthesiaCode(code: string): boolean {
  if (code.length !== 5 || code.charCodeAt(0) !== 48 || (code[1] !== "0" && code[1] !== "1")) return false;
  const value = Number(code);
  return value >= 100 && value <= 1999;
}
