import type { FactValues } from "@/lib/domain/cases/facts";
import type { Claim } from "@/lib/domain/claims/claim";
import type { EditContext } from "./context";

export interface StageOfClaim {
  /** Null where neither the record nor the codes tell. */
  stage: FactValues["stage"] | null;
  /** "documented" = a recorded fact; "inferred" = read from codes and history. */
  basis: "documented" | "inferred" | "unknown";
}

const UNKNOWN: StageOfClaim = { stage: null, basis: "unknown" };
const TRIAL: StageOfClaim = { stage: "trial", basis: "inferred" };
const PERMANENT: StageOfClaim = { stage: "permanent", basis: "inferred" };
const REVISION: StageOfClaim = { stage: "revision", basis: "inferred" };

/** Generators on the claim, and what shows in the history that a system had been implanted before. */
const GENERATORS: ReadonlySet<string> = new Set([
  ...["63685", "L8679", "L8685", "L8686", "L8687", "L8688", "C1767", "C1820", "C1822", "C1826"],
]);
const IMPLANTED_BEFORE: ReadonlySet<string> = new Set([...GENERATORS, "63655", "63688"]);
const REVISIONS: ReadonlySet<string> = new Set(["63661", "63662", "63663", "63664", "63688"]);

/**
 * The stage of a case. A documented stage decides; else a lead with 63685 is permanent, 63650 alone without an implant
 * in the patient's history is a trial, removals and revisions without a new lead are a revision. A lone 63655, a
 * 63650 beside a removal or after an implant, or a generator billed without its procedure stays unknown: somebody must
 * say.
 */
export function stageOfClaim(
  claim: Pick<Claim, "lines">,
  context: Pick<EditContext, "facts" | "history">,
): StageOfClaim {
  const documented = context.facts.stage;
  if (documented !== undefined) return { stage: documented.value, basis: "documented" };
  let percutaneous = false;
  let paddle = false;
  let implant = false;
  let device = false;
  let revision = false;
  for (const { code } of claim.lines) {
    if (code === "63650") percutaneous = true;
    else if (code === "63655") paddle = true;
    else if (code === "63685") implant = true;
    else if (REVISIONS.has(code)) revision = true;
    else if (GENERATORS.has(code)) device = true;
  }
  if (percutaneous || paddle) {
    if (implant) return PERMANENT;
    if (paddle || device || revision || hadImplant(context)) return UNKNOWN;
    return TRIAL;
  }
  return revision ? REVISION : UNKNOWN;
}

function hadImplant({ history }: Pick<EditContext, "history">): boolean {
  if (history === null) return false;
  for (const service of history) if (IMPLANTED_BEFORE.has(service.code)) return true;
  return false;
}
