import { describe, expect, test } from "vitest";
import {
  aDeniedLine,
  aRemittanceClaim,
  aRemittanceLine,
  theReversalOf,
} from "../../../builders/a-remittance";
import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";
import { viewEob, type DecidedLine } from "@/lib/domain/remittances/view-eob";

function eobOf(content: RemittanceClaim, decided: readonly DecidedLine[] = [], claimId: string | null = "c") {
  return viewEob(
    {
      ...{ id: "r", ordinal: 1, claimId, matchKind: claimId === null ? null : "claim_number" },
      ...{ patientName: null, outcome: null, category: null, allowedCents: 0, related: [], denialId: null },
      content,
    },
    decided,
    { capitated: false },
  );
}

const cut = (carc: string, cents: number, group = "CO") => ({ group, carc, cents, quantity: null });

describe("an explanation of benefits", () => {
  test("adds up line by line and as a whole, with reasons in words before their codes", () => {
    const eob = eobOf(aRemittanceClaim({ lines: [aRemittanceLine(), aDeniedLine("CO-97")] }));
    expect(eob.chargeCents - eob.adjustedCents).toBe(eob.paidCents);
    expect(eob.gapCents).toBe(0);
    expect(eob.lines.map((line) => line.gapCents)).toEqual([0, 0]);
    const [denied] = eob.lines[1]!.adjustments;
    expect(denied).toMatchObject({ group: "CO", carc: "97", isDenial: true });
    expect(denied!.words).toContain("included in another service");
  });

  test("says by how much a claim and its line were paid more than they leave", () => {
    const line = aRemittanceLine({ chargeCents: 10_000, paidCents: 9_000, adjustments: [cut("45", 2_000)] });
    const eob = eobOf(aRemittanceClaim({ lines: [line], chargeCents: 10_000, paidCents: 9_000 }));
    expect(eob.gapCents).toBe(1_000);
    expect(eob.lines[0]).toMatchObject({ gapCents: 1_000, isExplainedByClaim: false });
  });

  test("blames no line where what was cut from the whole claim explains it", () => {
    const line = aRemittanceLine({ chargeCents: 10_000, paidCents: 0, adjustments: [] });
    const claim = { chargeCents: 10_000, paidCents: 0, adjustments: [cut("197", 10_000)] };
    const eob = eobOf(aRemittanceClaim({ ...claim, lines: [line] }));
    expect(eob.gapCents).toBe(0);
    expect(eob.lines[0]).toMatchObject({ gapCents: 0, isExplainedByClaim: true });
    expect(eob.claimAdjustments).toHaveLength(1);
  });

  test("of a reversal adds up with the opposite sign", () => {
    const eob = eobOf(theReversalOf(aRemittanceClaim()));
    expect(eob.chargeCents).toBeLessThan(0);
    expect(eob.chargeCents - eob.adjustedCents).toBe(eob.paidCents);
    expect(eob.statusWords).toBe("Takes back an earlier answer");
  });

  test("of a held payment calls no line unmatched, as nothing was matched yet", () => {
    expect(eobOf(aRemittanceClaim(), [], null).lines.map((line) => line.isUnmatched)).not.toContain(true);
    expect(eobOf(aRemittanceClaim(), []).lines.map((line) => line.isUnmatched)).toContain(true);
  });
});
