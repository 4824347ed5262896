import type { DenialEvent } from "./lifecycle";
import type { WorkKind } from "./open-work";
import type { DenialCategory } from "./outcome";
import type { RecoveryPath } from "./reasons/define-reasons";
import type { WindowRoute } from "./recovery";
import { remarkCode } from "./remark-codes";
import { stepNeeds } from "./step-needs";

/** What is usually done next about a denial, with what it takes. A suggestion: a person decides. */
export interface NextStep {
  /** What is recorded once it is done. */
  event: DenialEvent;
  title: string;
  why: string;
  /** Documents and facts to have at hand. */
  needs: readonly string[];
  /** What to know before: a remark of the payer, a rule of the route. */
  cautions: string[];
}

export interface NextStepInput {
  kind: WorkKind;
  category: DenialCategory;
  /** Usual ways to recover of the deciding reason, best first; empty where they are not known. */
  paths: readonly RecoveryPath[];
  /** Remarks (RARC) of the denied lines and of the claim. */
  remarks: readonly string[];
  windows: readonly { route: WindowRoute; isOpen: boolean }[];
  /** Part of the implant itself: stands unless somebody attests a separate service. */
  isIntegral: boolean;
  /** Something of ours was already decided against. */
  wasUpheld: boolean;
}

interface Route {
  event: DenialEvent;
  title: string;
  why: string;
  window: WindowRoute | null;
}

const ROUTES: Record<RecoveryPath, Route> = {
  corrected_claim: {
    event: "corrected_claim_sent",
    title: "Send a corrected claim",
    why: "The claim itself can be put right, and that is quicker than an appeal.",
    window: "corrected_claim",
  },
  reopening: {
    event: "corrected_claim_sent",
    title: "Ask for a reopening, or send a corrected claim",
    why: "A clerical error is put right by phone or portal, without an appeal.",
    window: "corrected_claim",
  },
  records: {
    event: "records_sent",
    title: "Send the records the payer asks for",
    why: "The payer has not decided against the service: it lacks a document. Answer to its letter, not with an appeal.",
    window: "appeal",
  },
  rebill: {
    event: "new_claim_sent",
    title: "Send a new claim to the right payer",
    why: "Another payer, or another plan of the same one, is to pay first.",
    window: "first_claim",
  },
  appeal: {
    event: "appeal_sent",
    title: "Appeal",
    why: "The claim was right: the payer must be shown why.",
    window: "appeal",
  },
  bill_patient: {
    event: "moved_to_patient",
    title: "Move it to the patient",
    why: "The payer says that the patient owes it. Check that the patient may be billed.",
    window: null,
  },
  check_contract: {
    event: "call_with_outcome",
    title: "Check the contract and call the payer",
    why: "Whether this was cut rightly stands in the contract.",
    window: null,
  },
  write_off: {
    event: "written_off",
    title: "Write it off, with the reason",
    why: "Denials for this reason are usually not recovered.",
    window: null,
  },
};

/** Ways of a category where the reason names none. */
const PATHS_OF: Partial<Record<DenialCategory, readonly RecoveryPath[]>> = {
  DOC: ["records", "appeal"],
  ELIG_COB: ["rebill", "appeal"],
  ...{ MODIFIER: ["corrected_claim", "appeal"], CODING_INVALID: ["corrected_claim"] },
  ...{ DX: ["corrected_claim", "appeal"], POS_BILLING: ["corrected_claim", "appeal"] },
};

/** The next step for a denial as it stands: the best way whose window is open, or giving it up. */
export function suggestNextStep(input: NextStepInput): NextStep {
  const cautions = cautionsOf(input);
  const isLate = input.windows.some(({ route, isOpen }) => route === "first_claim" && !isOpen);
  if (!isLate && (input.kind === "not_processed" || input.remarks.includes("MA130"))) {
    return {
      ...{ event: "new_claim_sent", title: "Send a new, complete claim" },
      why: "The payer did not process it: there is nothing to appeal, and the filing limit still runs.",
      needs: stepNeeds(input.category, "new_claim_sent"),
      cautions,
    };
  }
  if (input.isIntegral) {
    return {
      ...{ event: "written_off", title: "Concede, unless somebody attests a separate service" },
      why: "The service is part of the implant itself.",
      ...{ needs: ["An attestation of a separate service, if there is one"], cautions },
    };
  }
  const route = openRoutes(input)[0];
  if (route === undefined) {
    return {
      ...{ event: "written_off", title: "Write it off, with the reason" },
      why: "Every window that this kind of denial has is closed.",
      ...{ needs: ["Proof that a limit was kept, if there is any"], cautions },
    };
  }
  const { event, title, why } = route;
  return { event, title, why, needs: stepNeeds(input.category, event), cautions };
}

function openRoutes({ category, paths, windows, wasUpheld }: NextStepInput): Route[] {
  const usual = paths.length > 0 ? paths : (PATHS_OF[category] ?? ["appeal", "corrected_claim"]);
  // What was decided against is not won by sending the same once more: the next level is.
  const ordered = wasUpheld
    ? [...usual].sort((a, b) => Number(b === "appeal") - Number(a === "appeal"))
    : usual;
  return ordered
    .map((path) => ROUTES[path])
    .filter(({ window }) => {
      const known = windows.find(({ route }) => route === window);
      return window === null || known === undefined || known.isOpen;
    });
}

function cautionsOf({ category, remarks, wasUpheld }: NextStepInput): string[] {
  const cautions = remarks.flatMap((rarc) => {
    const remark = remarkCode(rarc);
    const matters = remark?.hint === "may_not_appeal" || remark?.hint === "do_not_resubmit";
    const also = remark?.hint === "send_new_claim" || remark?.hint === "cite_original_number";
    return remark && (matters || also) ? [`The payer adds: ${remark.words} (${rarc}).`] : [];
  });
  if (category === "MEDNEC") {
    cautions.push(
      "Ask for a peer-to-peer first where its window is still open; it does not stop the appeal clock.",
    );
  }
  if (wasUpheld) cautions.push("Answer the reasons of the last decision, not those of the first.");
  return [...new Set(cautions)];
}
