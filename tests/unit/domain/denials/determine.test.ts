import { describe, expect, it } from "vitest";
import { classifyClaim } from "@/lib/domain/denials/classify-claim";
import { responsibilityOfStatus, type Adjudication } from "@/lib/domain/denials/determination";
import { determine } from "@/lib/domain/denials/determine";
import type { Adjustment, RemittanceClaim } from "@/lib/domain/remittances/remittance";
import { aClassifyContext, aRemittanceClaim, aRemittanceLine } from "@/tests/builders/a-remittance-claim";

type Said =
  | "paid"
  | "denied"
  | "partly"
  | "pending"
  | "unprocessable"
  | "duplicate"
  | "kept_to"
  | "deductible"
  | "unexplained"
  | "free";
const CHARGE = 500_000;
const reason = (group: string, carc: string, cents: number): Adjustment => ({
  group,
  carc,
  cents,
  quantity: null,
});

interface Words {
  paidCents: number;
  adjustments: Adjustment[];
  remarks?: string[];
  chargeCents?: number;
}
const SAID: Record<Said, Words> = {
  unexplained: { paidCents: 0, adjustments: [] },
  free: { paidCents: 0, adjustments: [], chargeCents: 0 },
  paid: { paidCents: 200_000, adjustments: [reason("CO", "45", 300_000)] },
  denied: { paidCents: 0, adjustments: [reason("CO", "97", CHARGE)] },
  partly: { paidCents: 100_000, adjustments: [reason("CO", "151", 100_000), reason("CO", "45", 300_000)] },
  pending: { paidCents: 0, adjustments: [reason("OA", "133", CHARGE)] },
  unprocessable: { paidCents: 0, adjustments: [reason("CO", "16", CHARGE)], remarks: ["MA130"] },
  kept_to: { paidCents: 0, adjustments: [reason("CO", "193", CHARGE)] },
  duplicate: { paidCents: 0, adjustments: [reason("OA", "18", CHARGE)] },
  deductible: { paidCents: 0, adjustments: [reason("PR", "1", CHARGE)] },
};

let clps = 0;
/** One CLP that says of each of our lines ("1", "2") what the payer said. */
function clp(
  payment: string,
  lines: Record<string, Said | Said[]>,
  over: Partial<RemittanceClaim> & { turn?: "P" | "S" } = {},
): Adjudication {
  const { turn = "P", ...claimOver } = over;
  const said = Object.entries(lines).flatMap(([lineId, words]) =>
    [words].flat().map((word) => ({ lineId, word })),
  );
  const claim = aRemittanceClaim({
    lines: said.map(({ word }, at) =>
      aRemittanceLine({
        number: at + 1,
        code: at === 0 ? "63650" : "63685",
        chargeCents: CHARGE,
        ...SAID[word],
      }),
    ),
    ...claimOver,
  });
  const classified = classifyClaim(claim, aClassifyContext());
  clps += 1;
  return {
    ...{ id: `clp-${clps}`, paymentId: payment, responsibility: turn, claim, classified },
    decidedOn: `2026-0${payment.slice(-1)}-15`,
    lines: classified.lines.map((line, at) => ({
      lineId: said[at]!.lineId,
      classified: line,
      chargeCents: claim.lines[at]!.chargeCents,
      paidCents: claim.lines[at]!.paidCents,
    })),
  };
}

/** The CLP that negates another. */
function reversalOf(adjudication: Adjudication, payment: string, icn?: string): Adjudication {
  const { chargeCents, paidCents, payerControlNumber } = adjudication.claim;
  const claim = aRemittanceClaim({
    ...{ statusCode: "22", lines: [], chargeCents: -chargeCents, paidCents: -paidCents },
    payerControlNumber: icn ?? payerControlNumber,
  });
  clps += 1;
  return {
    ...{ id: `clp-${clps}`, paymentId: payment, responsibility: adjudication.responsibility, claim },
    ...{ decidedOn: `2026-0${payment.slice(-1)}-15`, lines: [] },
    classified: classifyClaim(claim, aClassifyContext()),
  };
}

const one = (adjudications: Adjudication[], settled?: Set<string>) => {
  const histories = determine(adjudications, settled);
  expect(histories).toHaveLength(1);
  return histories[0]!;
};
const outcomes = (history: ReturnType<typeof one>, line = 0) => {
  const { initial, current, final, change } = history.lines[line]!;
  return [initial?.line.outcome ?? null, current?.line.outcome ?? null, final?.line.outcome ?? null, change];
};
const claimOutcomes = ({ initial, current, final }: ReturnType<typeof one>) => [
  initial?.outcome ?? null,
  current?.outcome ?? null,
  final?.outcome ?? null,
];

describe("one decision", () => {
  it("paid is first, present and final", () => {
    const history = one([clp("pay-1", { "1": "paid" })]);
    expect(outcomes(history)).toEqual(["PAID", "PAID", "PAID", "none"]);
    expect(claimOutcomes(history)).toEqual(["PAID", "PAID", "PAID"]);
  });

  it("denied is final only when the denial is settled", () => {
    const denied = [clp("pay-1", { "1": "paid", "2": "denied" })];
    expect(outcomes(one(denied), 1)).toEqual(["DENIED", "DENIED", null, "none"]);
    expect(claimOutcomes(one(denied))).toEqual(["PARTIAL", "PARTIAL", null]);
    expect(outcomes(one(denied, new Set(["2"])), 1)).toEqual(["DENIED", "DENIED", "DENIED", "none"]);
    expect(claimOutcomes(one(denied, new Set(["2"])))).toEqual(["PARTIAL", "PARTIAL", "PARTIAL"]);
  });

  it("forwarded and predetermined claims are no decision", () => {
    const forwarded = clp("pay-1", { "1": "denied" }, { statusCode: "23" });
    expect(one([forwarded])).toMatchObject({ initial: null, current: null, final: null, lines: [] });
  });
});

describe("reversal and correction", () => {
  it("a denial corrected to paid is overturned, and stays the first decision", () => {
    const denied = clp("pay-1", { "1": "denied" });
    const history = one([denied, reversalOf(denied, "pay-2"), clp("pay-2", { "1": "paid" })]);
    expect(outcomes(history)).toEqual(["DENIED", "PAID", "PAID", "overturned"]);
    expect(claimOutcomes(history)).toEqual(["DENIED", "PAID", "PAID"]);
    expect(history.initial!.decidedOn).toBe("2026-01-15");
    expect(history.current!.decidedOn).toBe("2026-02-15");
    expect(history.netPaidCents).toBe(200_000);
  });

  it("the correction may come before anything else of its payment is read, and in a later payment", () => {
    const denied = clp("pay-1", { "1": "denied" });
    const history = one([denied, reversalOf(denied, "pay-2"), clp("pay-3", { "1": "partly" })]);
    expect(outcomes(history)).toEqual(["DENIED", "PARTIAL", null, "partly_overturned"]);
  });

  it("paid, then reversed to zero: nothing stands and nothing was earned", () => {
    const paid = clp("pay-1", { "1": "paid" });
    const history = one([paid, reversalOf(paid, "pay-2")]);
    expect(outcomes(history)).toEqual(["PAID", null, null, "reversed"]);
    expect(claimOutcomes(history)).toEqual(["PAID", null, null]);
    expect(history.netPaidCents).toBe(0);
    expect(history.unmatchedReversals).toBe(0);
  });

  it("paid, then reversed and denied: the first decision was no denial", () => {
    const paid = clp("pay-1", { "1": "paid" });
    const history = one([paid, reversalOf(paid, "pay-2"), clp("pay-2", { "1": "denied" })]);
    expect(outcomes(history)).toEqual(["PAID", "DENIED", null, "denied_later"]);
  });

  it("original, reversal and correction in one payment are three things, not one split claim", () => {
    const denied = clp("pay-1", { "1": "denied" });
    const history = one([denied, reversalOf(denied, "pay-1"), clp("pay-1", { "1": "paid" })]);
    expect(outcomes(history)).toEqual(["DENIED", "PAID", "PAID", "overturned"]);
  });

  it("corrected twice: the newest stands", () => {
    const denied = clp("pay-1", { "1": "denied" });
    const partly = clp("pay-2", { "1": "partly" });
    const steps = [denied, reversalOf(denied, "pay-2"), partly, reversalOf(partly, "pay-3")];
    expect(outcomes(one([...steps, clp("pay-3", { "1": "paid" })]))).toEqual([
      ...["DENIED", "PAID", "PAID", "overturned"],
    ]);
  });

  it("a reversal finds its decision by the payer's number, though another has the same money", () => {
    const first = clp("pay-1", { "1": "paid" }, { payerControlNumber: "ICN-A" });
    const second = clp("pay-2", { "2": "paid" }, { payerControlNumber: "ICN-B" });
    const history = one([first, second, reversalOf(first, "pay-3")]);
    expect(history.lines.map(({ lineId, current }) => [lineId, current !== null])).toEqual([
      ["1", false],
      ["2", true],
    ]);
  });

  it("a reversal with a number of its own finds its decision by the money", () => {
    const paid = clp("pay-1", { "1": "paid" });
    expect(outcomes(one([paid, reversalOf(paid, "pay-2", "ICN-X")]))[3]).toBe("reversed");
  });

  it("a reversal with the number finds its decision though the payer takes back another amount", () => {
    const paid = clp("pay-1", { "1": "paid" });
    const reversal = reversalOf(paid, "pay-2");
    const short = { ...reversal, claim: { ...reversal.claim, paidCents: -100_000 } };
    expect(outcomes(one([paid, short]))[3]).toBe("reversed");
  });

  it("of two decisions with one number and the same money the newest is reversed", () => {
    const denied = clp("pay-1", { "1": "denied" });
    const deductible = clp("pay-2", { "1": "deductible" });
    expect(outcomes(one([denied, deductible, reversalOf(deductible, "pay-3")]))[1]).toBe("DENIED");
  });

  it("a reversal of what is not on file takes nothing away and is counted", () => {
    const elsewhere = clp("pay-1", { "1": "partly" }, { payerControlNumber: "ICN-X" });
    const history = one([clp("pay-1", { "1": "paid" }), reversalOf(elsewhere, "pay-2")]);
    expect(history.unmatchedReversals).toBe(1);
    expect(outcomes(history)[1]).toBe("PAID");
  });
});

describe("decided again without a reversal", () => {
  it("denied again is a re-denial, not a second first denial", () => {
    const history = one([
      clp("pay-1", { "1": "denied" }),
      clp("pay-2", { "1": "denied" }, { frequency: "7" }),
    ]);
    expect(outcomes(history)).toEqual(["DENIED", "DENIED", null, "denied_again"]);
    expect(history.initial!.decidedOn).toBe("2026-01-15");
  });

  it("the same part denied again is no success", () => {
    const history = one([clp("pay-1", { "1": "partly" }), clp("pay-2", { "1": "partly" })]);
    expect(outcomes(history)[3]).toBe("denied_again");
  });

  it("a denial answered with nothing paid and no reason is not overturned", () => {
    const history = one([clp("pay-1", { "1": "denied" }), clp("pay-2", { "1": "unexplained" })]);
    expect(outcomes(history)).toEqual(["DENIED", "REVIEW", null, "restated"]);
  });

  it("a corrected claim that is paid overturns", () => {
    const history = one([clp("pay-1", { "1": "denied" }), clp("pay-2", { "1": "paid" }, { frequency: "7" })]);
    expect(outcomes(history)).toEqual(["DENIED", "PAID", "PAID", "overturned"]);
  });

  it("what a replacement leaves out stands no longer, though its first decision stays", () => {
    const history = one([
      clp("pay-1", { "1": "paid", "2": "denied" }),
      clp("pay-2", { "1": "paid" }, { frequency: "7" }),
    ]);
    expect(history.lines[1]!.initial!.line.outcome).toBe("DENIED");
    expect(history.lines[1]!.current).toBeNull();
    expect(history.current!.deniedCents).toBe(0);
  });

  it.each(["pending", "unprocessable", "duplicate"] as const)(
    "a replacement answered as %s leaves standing what stood",
    (said) => {
      const history = one([
        clp("pay-1", { "1": "paid", "2": "denied" }),
        clp("pay-2", { "1": said }, { frequency: "7" }),
      ]);
      expect(history.lines[1]!.current!.line.outcome).toBe("DENIED");
    },
  );

  it("a replacement alone has no first decision", () => {
    const history = one([clp("pay-1", { "1": "denied" }, { frequency: "7" })]);
    expect(outcomes(history)).toEqual([null, "DENIED", null, null]);
    expect(claimOutcomes(history)).toEqual([null, "DENIED", null]);
  });

  it("a second copy denied as a duplicate changes nothing", () => {
    const paid = one([clp("pay-1", { "1": "paid" }), clp("pay-2", { "1": "duplicate" })]);
    expect(outcomes(paid)).toEqual(["PAID", "PAID", "PAID", "none"]);
    const denied = one([clp("pay-1", { "1": "denied" }), clp("pay-2", { "1": "duplicate" })]);
    expect(denied.lines[0]!.current!.line.category).toBe("INCLUSIVE");
  });

  it("a duplicate stands where the copy it repeats was reversed", () => {
    const paid = clp("pay-1", { "1": "paid" });
    const history = one([paid, clp("pay-2", { "1": "duplicate" }), reversalOf(paid, "pay-3")]);
    expect(outcomes(history)).toEqual(["PAID", "DENIED", null, "denied_later"]);
  });
});

describe("what is no decision yet", () => {
  it("a pending line waits; its first decision is the final one", () => {
    const pending = clp("pay-1", { "1": "pending" });
    expect(outcomes(one([pending]))).toEqual([null, "PEND", null, null]);
    const history = one([pending, reversalOf(pending, "pay-2"), clp("pay-2", { "1": "denied" })]);
    expect(outcomes(history)).toEqual(["DENIED", "DENIED", null, "none"]);
    expect(claimOutcomes(history)).toEqual(["DENIED", "DENIED", null]);
  });

  it("an unprocessable copy of a paid claim changes nothing", () => {
    const history = one([clp("pay-1", { "1": "paid" }), clp("pay-2", { "1": "unprocessable" })]);
    expect(outcomes(history)).toEqual(["PAID", "PAID", "PAID", "none"]);
  });

  it("an unprocessable claim was never decided; the new one is first", () => {
    const history = one([clp("pay-1", { "1": "unprocessable" }), clp("pay-2", { "1": "paid" })]);
    expect(outcomes(history)).toEqual(["PAID", "PAID", "PAID", "none"]);
  });
});

describe("splits", () => {
  it("several CLPs of one payment are one decision of the claim", () => {
    const history = one([clp("pay-1", { "1": "paid" }), clp("pay-1", { "2": "denied" })]);
    expect(claimOutcomes(history)).toEqual(["PARTIAL", "PARTIAL", null]);
    expect(history.initial!.adjudicationIds).toHaveLength(2);
    expect(history.initial!.deniedCents).toBe(CHARGE);
  });

  it("a later part of the claim has its own first decision and does not re-write the claim's", () => {
    const history = one([clp("pay-1", { "1": "paid" }), clp("pay-2", { "2": "denied" })]);
    expect(claimOutcomes(history)).toEqual(["PAID", "PARTIAL", null]);
    expect(outcomes(history, 1)).toEqual(["DENIED", "DENIED", null, "none"]);
  });

  it("one line in two parts is partly denied where one part is", () => {
    const history = one([clp("pay-1", { "1": ["paid", "denied"] })]);
    expect(history.lines).toHaveLength(1);
    expect(outcomes(history)[0]).toBe("PARTIAL");
    expect(history.lines[0]!.initial).toMatchObject({
      ...{ chargeCents: 2 * CHARGE, paidCents: 200_000 },
      line: { category: "INCLUSIVE", countsAsDenied: true, cents: { denial: CHARGE, contractual: 300_000 } },
    });
  });
});

describe("lines without a charge", () => {
  it("a part without charge or payment does not make a denied line partly denied", () => {
    expect(outcomes(one([clp("pay-1", { "1": ["denied", "free"] })]))[0]).toBe("DENIED");
  });

  it("a line without charge does not make a denied claim partly denied", () => {
    expect(claimOutcomes(one([clp("pay-1", { "1": "denied", "2": "free" })]))[0]).toBe("DENIED");
  });
});

describe("payers in turn", () => {
  it("the second payer's decision stands apart from the first's", () => {
    const histories = determine([
      clp("pay-1", { "1": "denied" }),
      clp("pay-2", { "1": "paid" }, { turn: "S", statusCode: "2" }),
    ]);
    expect(histories.map((history) => [history.responsibility, ...claimOutcomes(history)])).toEqual([
      ["P", "DENIED", "DENIED", null],
      ["S", "PAID", "PAID", "PAID"],
    ]);
  });

  it.each([
    ["1", "P"],
    ["19", "P"],
    ["20", "S"],
    ["3", "T"],
    ["4", null],
    ["22", null],
  ])("status %s names turn %s", (status, turn) => {
    expect(responsibilityOfStatus(status)).toBe(turn);
  });
});

describe("a claim without lines", () => {
  const whole = (carc: string, group = "CO") =>
    clp("pay-1", {}, { chargeCents: CHARGE, paidCents: 0, adjustments: [reason(group, carc, CHARGE)] });

  it("is decided by its own reasons, and a denial is not final", () => {
    expect(claimOutcomes(one([whole("50")]))).toEqual(["DENIED", "DENIED", null]);
    expect(claimOutcomes(one([whole("1", "PR")]))).toEqual(["PATIENT_RESP", "PATIENT_RESP", "PATIENT_RESP"]);
  });
});

it("a payer that keeps to its decision (CARC 193) leaves the reason that it keeps to", () => {
  const first = clp("pay-1", { "1": "denied" });
  const history = one([first, reversalOf(first, "pay-2"), clp("pay-2", { "1": "kept_to" })]);
  expect(history.lines[0]!.current!.line).toMatchObject({
    category: "INCLUSIVE",
    primary: { group: "CO", carc: "97" },
  });
  expect(history.current).toMatchObject({ outcome: "DENIED", category: "INCLUSIVE" });
  // Of a decision that is not on file nothing is known but that it stands.
  expect(one([clp("pay-2", { "1": "kept_to" })]).current).toMatchObject({ category: "ADMIN_OTHER" });
});

it("a reversal is of the payer whose decision has its number and money, whoever it was posted for", () => {
  const first = clp("pay-1", { "1": "paid" });
  const second = clp("pay-2", { "1": "denied" }, { turn: "S", payerControlNumber: "S-1" });
  // Posted before the decision that it takes back: then nobody knew that it was the second payer's.
  const reversal = { ...reversalOf(second, "pay-3"), responsibility: "P" as const };
  const histories = determine([first, second, reversal]);
  expect(histories.map(({ responsibility, current }) => [responsibility, current?.outcome ?? null])).toEqual([
    ["P", "PAID"],
    ["S", null],
  ]);
});
