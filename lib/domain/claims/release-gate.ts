import { can } from "@/lib/domain/access/permissions";
import type { Actor } from "@/lib/domain/access/actor";
import { CLAIM_STATUS_LABELS, type ClaimStatus } from "./lifecycle";

/** What the gate must know of a claim; read inside the transaction that releases it, under its row lock. */
export interface GateClaim {
  status: ClaimStatus;
  hasScs: boolean;
  currentVersion: number;
  /** Findings of the current version, open or overridden. */
  findings: {
    rule: string;
    severity: string;
    line: number | null;
    overridden: boolean;
    /** Who let it pass; null or absent while nobody did. */
    overriddenById?: string | null;
  }[];
  /** Labels of required facts that are still unknown. */
  missingRequiredFacts: string[];
  /** Sign-offs that were not withdrawn, any version. */
  signoffs: { kind: string; versionNumber: number; memberId: string }[];
  /** Members who corrected the claim since it was last exported. */
  correctorIds: string[];
  /** True when the current version is a correction made here. */
  isCorrected: boolean;
}

export interface GateReason {
  code:
    | "role"
    | "status"
    | "blocking_finding"
    | "missing_fact"
    | "no_coder_signoff"
    | "signoff_of_old_version"
    | "no_second_signoff"
    | "reviewer_is_coder"
    | "override_needs_another";
  /** One sentence for the person who wants to release. */
  message: string;
}

/** A claim without SCS codes that nothing flagged and nobody corrected leaves without a coder's signature. */
export function needsCoderSignoff(claim: Pick<GateClaim, "hasScs" | "isCorrected" | "findings">): boolean {
  return claim.hasScs || claim.isCorrected || claim.findings.some((finding) => finding.severity !== "info");
}

/** Four eyes: asked of claims with SCS codes where the organization wants it. */
export function needsSecondSignoff(claim: Pick<GateClaim, "hasScs">, requiresSecondReview: boolean): boolean {
  return claim.hasScs && requiresSecondReview;
}

/** Reasons why a coder cannot sign the claim yet: the part of the gate that does not ask for signatures. */
export function contentReasons(claim: Pick<GateClaim, "findings" | "missingRequiredFacts">): GateReason[] {
  const reasons: GateReason[] = [];
  for (const finding of claim.findings) {
    if (finding.severity !== "block" || finding.overridden) continue;
    const where = finding.line === null ? "the claim" : `line ${finding.line}`;
    reasons.push({
      code: "blocking_finding",
      message: `${finding.rule} blocks ${where}: fix it, or have it overridden with a reason.`,
    });
  }
  for (const fact of claim.missingRequiredFacts) {
    reasons.push({ code: "missing_fact", message: `A required fact is unknown: ${fact}.` });
  }
  return reasons;
}

/**
 * Why the claim may not leave, in words; empty when it may. Nothing with a blocking finding passes, whoever asks:
 * this is the only opinion on release, and the database holds the same line in a trigger.
 */
export function releaseReasons(
  claim: GateClaim,
  actor: Pick<Actor, "role">,
  requiresSecondReview: boolean,
): GateReason[] {
  const reasons: GateReason[] = [];
  if (!can(actor, "batches.release"))
    reasons.push({ code: "role", message: "Your role does not release claims." });
  reasons.push(...contentReasons(claim));
  reasons.push(
    ...signoffReasons(claim, requiresSecondReview),
    ...overrideReasons(claim, requiresSecondReview),
  );
  if (claim.status !== "ready") {
    reasons.push({
      code: "status",
      message: `The claim is "${CLAIM_STATUS_LABELS[claim.status]}", not "${CLAIM_STATUS_LABELS.ready}".`,
    });
  }
  return reasons;
}

function signoffReasons(claim: GateClaim, requiresSecondReview: boolean): GateReason[] {
  const coders = claim.signoffs.filter((signoff) => signoff.kind === "coder");
  const coder = coders.find((signoff) => signoff.versionNumber === claim.currentVersion);
  const reasons: GateReason[] = [];
  if (!coder && needsCoderSignoff(claim)) {
    reasons.push(
      coders.length > 0
        ? {
            code: "signoff_of_old_version",
            message: "The claim changed after its coder signed; it must be signed again.",
          }
        : { code: "no_coder_signoff", message: "No coder has signed the claim." },
    );
  }
  if (!needsSecondSignoff(claim, requiresSecondReview)) return reasons;
  const seconds = claim.signoffs.filter(
    (signoff) => signoff.kind === "second" && signoff.versionNumber === claim.currentVersion,
  );
  if (seconds.length === 0) {
    reasons.push({ code: "no_second_signoff", message: "A second person has not signed the claim." });
  } else if (!seconds.some((signoff) => mayReview(signoff.memberId, claim))) {
    reasons.push({
      code: "reviewer_is_coder",
      message: "The second signature is by somebody who coded or corrected this claim.",
    });
  }
  return reasons;
}

/**
 * Where the organization wants four eyes, a blocking finding that one person let pass needs another person's signature
 * beside that decision, also on claims that need no second review: nobody overrides, signs and releases alone.
 */
function overrideReasons(claim: GateClaim, requiresSecondReview: boolean): GateReason[] {
  if (!requiresSecondReview) return [];
  const signers = claim.signoffs
    .filter((signoff) => signoff.versionNumber === claim.currentVersion && signoff.kind !== "returned")
    .map((signoff) => signoff.memberId);
  // Without any signature the gate says so already.
  if (signers.length === 0) return [];
  return overriddenBlocks(claim)
    .filter((finding) => signers.every((signer) => signer === finding.overriddenById))
    .map((finding) => ({
      code: "override_needs_another",
      message: `Only the person who overrode ${finding.rule} has signed; somebody else must sign too.`,
    }));
}

function overriddenBlocks(claim: Pick<GateClaim, "findings">): GateClaim["findings"] {
  return claim.findings.filter((finding) => finding.severity === "block" && finding.overridden);
}

/**
 * The member may sign as the claim's coder. With a second review two people sign anyway; without one the signature must
 * not be by the person who let a blocking finding pass, where the organization wants four eyes.
 */
export function maySign(
  memberId: string,
  claim: Pick<GateClaim, "findings" | "hasScs">,
  requiresSecondReview: boolean,
): boolean {
  if (!requiresSecondReview || needsSecondSignoff(claim, requiresSecondReview)) return true;
  return !overriddenBlocks(claim).some((finding) => finding.overriddenById === memberId);
}

/** The second reviewer is never the coder who signed, nor anybody who corrected the claim. */
export function mayReview(
  memberId: string,
  claim: Pick<GateClaim, "signoffs" | "correctorIds" | "currentVersion">,
): boolean {
  if (claim.correctorIds.includes(memberId)) return false;
  return !claim.signoffs.some(
    (signoff) =>
      signoff.kind === "coder" &&
      signoff.versionNumber === claim.currentVersion &&
      signoff.memberId === memberId,
  );
}
