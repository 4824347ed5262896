import { describe, expect, test } from "vitest";
import { matchClaim, type MatchCandidate } from "@/lib/domain/remittances/match-claim";
import { aRemittanceClaim } from "../../../builders/a-remittance";

const HERE = "entity-a";
const THERE = "entity-b";

/** A stored claim that a CLP of the builders answers; override one thing. */
function aCandidate(over: Partial<MatchCandidate> = {}): MatchCandidate {
  const { chargeCents, lines } = aRemittanceClaim();
  return {
    ...{ claimId: "1", billingEntityId: HERE, claimNumber: "HP-1001", cycle: 1, frequency: "1" },
    ...{ responsibility: "P", chargeCents, serviceFrom: lines[0]!.serviceFrom, ...over },
  };
}

const match = (
  found: Partial<Parameters<typeof matchClaim>[1]>,
  entity: string | null = HERE,
  claim = aRemittanceClaim(),
) => matchClaim(claim, { byNumber: [], byPayerNumber: [], byPatientDay: [], ...found }, entity);

describe("the claim that an answer is about", () => {
  test("is the one with our number, before one with the payer's, before one of the same member, day and charge", () => {
    const [a, b, c] = ["a", "b", "c"].map((claimId) => aCandidate({ claimId }));
    expect(match({ byNumber: [a!], byPayerNumber: [b!], byPatientDay: [c!] })).toMatchObject({
      ...{ candidate: { claimId: "a" }, kind: "claim_number" },
    });
    expect(match({ byPayerNumber: [b!], byPatientDay: [c!] })).toMatchObject({
      ...{ candidate: { claimId: "b" }, kind: "payer_control_number" },
    });
    expect(match({ byPatientDay: [c!] })).toMatchObject({
      ...{ candidate: { claimId: "c" }, kind: "patient_day_charge" },
    });
    expect(match({ byPatientDay: [b!, c!] })).toBeNull();
    expect(match({})).toBeNull();
  });

  test("is the cycle that fits by rank, charge and kind, else the newest", () => {
    const original = aCandidate({ claimId: "original" });
    const replacement = aCandidate({ claimId: "replacement", cycle: 2, frequency: "7" });
    const byNumber = [original, replacement];
    const answered = (frequency: string) =>
      match({ byNumber }, HERE, aRemittanceClaim({ frequency }))!.candidate.claimId;
    expect(answered("1")).toBe("original");
    expect(answered("7")).toBe("replacement");
    const dearer = aCandidate({ claimId: "dearer", cycle: 3, chargeCents: 1 });
    expect(match({ byNumber: [original, dearer] })!.candidate.claimId).toBe("original");
  });

  test("is the payee's own where two entities use the number", () => {
    const byNumber = [
      aCandidate({ claimId: "theirs", billingEntityId: THERE }),
      aCandidate({ claimId: "ours" }),
    ];
    expect(match({ byNumber })!.candidate.claimId).toBe("ours");
    expect(match({ byNumber }, THERE)!.candidate.claimId).toBe("theirs");
    expect(match({ byNumber }, null)).toBeNull();
  });

  test("of a known payee is never another entity's, unless charge and day are the same", () => {
    const theirs = (over: Partial<MatchCandidate> = {}) =>
      aCandidate({ claimId: "theirs", billingEntityId: THERE, ...over });
    expect(match({ byNumber: [theirs({ chargeCents: 1_200_000 })] })).toBeNull();
    expect(match({ byNumber: [theirs({ serviceFrom: "2025-01-02" })] })).toBeNull();
    expect(match({ byPayerNumber: [theirs({ chargeCents: 1_200_000 })] })).toBeNull();
    expect(match({ byNumber: [theirs()] })!.candidate.claimId).toBe("theirs");
    // Nobody knows who is paid: the number alone decides while it is one entity's.
    expect(match({ byNumber: [theirs({ chargeCents: 1_200_000 })] }, null)!.candidate.claimId).toBe("theirs");
  });
});
