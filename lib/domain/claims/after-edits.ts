import { contentReasons, needsCoderSignoff, type GateClaim } from "./release-gate";

/**
 * What a new run of the edits does to an open claim's status; null: nothing.
 * `re_edited_blocked`: something holds a claim that was signed, or that nobody had to sign until now: it goes back to
 * coding. `unflagged`: a claim that only its findings brought to a coder has none left and needs nobody.
 */
export function eventAfterEdits(claim: GateClaim): "re_edited_blocked" | "unflagged" | null {
  const held = contentReasons(claim).length > 0;
  const ofThisVersion = claim.signoffs.filter((signoff) => signoff.versionNumber === claim.currentVersion);
  if (claim.status === "in_review" || claim.status === "ready") {
    const signed = ofThisVersion.some((signoff) => signoff.kind === "coder");
    return held || (needsCoderSignoff(claim) && !signed) ? "re_edited_blocked" : null;
  }
  if (claim.status !== "needs_coding" || held || needsCoderSignoff(claim)) return null;
  // A reviewer sent it back with a note: the edits have no say over that.
  return ofThisVersion.some((signoff) => signoff.kind === "returned") ? null : "unflagged";
}
