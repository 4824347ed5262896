import type { ClaimScreen } from "@/lib/domain/claims/claim-screen";

export interface GateState {
  kind: "held" | "to-sign" | "to-review" | "ready" | "gone";
  title: string;
  /** Sentences on what still holds the claim, or what happens next. */
  reasons: string[];
}

/** Where the claim stands at the gate, in words, from what the release gate itself says. */
export function gateState(screen: ClaimScreen): GateState {
  const { gate, head } = screen;
  const content = [...new Set(gate.content.map((reason) => reason.message))];
  switch (head.status) {
    case "needs_coding":
      if (content.length > 0) {
        const count = gate.content.length;
        return {
          kind: "held",
          title: count === 1 ? "One thing holds this claim" : `${count} things hold this claim`,
          reasons: content,
        };
      }
      return {
        kind: "to-sign",
        title: "Nothing in it holds this claim",
        reasons: [
          !gate.maySign
            ? "A colleague must sign it as its coder."
            : gate.needsSecondSignoff
              ? "Sign it as its coder; a second person reviews it before it leaves."
              : "Sign it as its coder, then it is ready to release.",
        ],
      };
    case "in_review":
      return {
        kind: "to-review",
        title: "Waiting for the second signature",
        reasons: [
          gate.mayReview
            ? "Its coder signed it. Read it as the payer would, then approve it or send it back."
            : "A second person must sign, who neither coded nor corrected it.",
          ...content,
        ],
      };
    case "ready": {
      const held = [...new Set(gate.release.map((reason) => reason.message))];
      return held.length > 0
        ? { kind: "held", title: "Ready, but something holds its release", reasons: held }
        : { kind: "ready", title: "Ready to release", reasons: ["It goes into the next batch."] };
    }
    case "released":
      return {
        kind: "gone",
        title: "Released",
        reasons: ["It has left; a change needs a replacement claim."],
      };
    case "filed":
      return {
        kind: "gone",
        title: "Filed before",
        reasons: ["Imported as history; the payer already has it."],
      };
    case "remittance_only":
      return { kind: "gone", title: "Known from remittances", reasons: ["The payer has answered it."] };
  }
}

/** The signature that this member gave under the present version and can take back; null for none. */
export function ownSignature(screen: ClaimScreen, memberId: string): "coder" | "second" | null {
  const kindOfStatus = screen.head.status === "in_review" ? ["coder"] : ["second", "coder"];
  if (screen.head.status !== "in_review" && screen.head.status !== "ready") return null;
  const own = screen.signoffs.filter(
    (signoff) =>
      signoff.withdrawnAt === null &&
      signoff.memberId === memberId &&
      signoff.versionNumber === screen.head.currentVersion,
  );
  const kind = kindOfStatus.find((name) => own.some((signoff) => signoff.kind === name));
  return kind === "coder" || kind === "second" ? kind : null;
}
