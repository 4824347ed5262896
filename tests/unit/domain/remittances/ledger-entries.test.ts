import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  aDeniedLine,
  aRemittanceClaim,
  aRemittanceLine,
  anAdjustment,
  theReversalOf,
} from "../../../builders/a-remittance";
import type { ClassifyContext } from "@/lib/domain/denials/outcome";
import { adjudicationOf, entriesOfClaim, type LedgerDraft } from "@/lib/domain/remittances/ledger-entries";
import { ClaimSums, transfersFor } from "@/lib/domain/remittances/ledger-transfers";
import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";

const CONTEXT: ClassifyContext = { capitated: false, separatelyPaidCodes: [], isOwnFacility: false };
const entriesOf = (claim: RemittanceClaim, context = CONTEXT) =>
  entriesOfClaim(adjudicationOf(claim, context), context, (number) => number);
const total = (entries: readonly LedgerDraft[], kind?: string) =>
  entries
    .filter((entry) => kind === undefined || entry.kind === kind)
    .reduce((sum, { cents }) => sum + cents, 0);

const REASONS = [
  "CO-45",
  "PR-1",
  "PR-2",
  "CO-97",
  "CO-197",
  "OA-23",
  "CO-253",
  "OA-94",
  "CO-29",
  "PR-204",
] as const;
const reasons = fc.array(fc.tuple(fc.constantFrom(...REASONS), fc.integer({ min: -50_000, max: 400_000 })), {
  maxLength: 4,
});
const claims = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 2_000_000 }), reasons), { minLength: 1, maxLength: 4 }),
    reasons,
  )
  .map(([lines, own]) =>
    aRemittanceClaim({
      adjustments: own.map(([reason, cents]) => anAdjustment(reason, cents)),
      lines: lines.map(([chargeCents, adjustments]) =>
        aRemittanceLine({
          chargeCents,
          adjustments: adjustments.map(([reason, cents]) => anAdjustment(reason, cents)),
        }),
      ),
    }),
  );

describe("the entries of a claim that balances", () => {
  test("explain its charge to the cent, and their payments are what it was paid", () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const entries = entriesOf(claim);
        expect(total(entries) + claim.chargeCents).toBe(0);
        expect(total(entries, "payment") + claim.paidCents).toBe(0);
      }),
    );
  });

  test("are taken back by its reversal, kind by kind and line by line", () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const sums = new ClaimSums();
        const both = [...entriesOf(claim), ...entriesOf(theReversalOf(claim))];
        for (const entry of both) sums.add(entry);
        for (const { lineNumber, kind } of both) expect(sums.of(lineNumber, kind) + 0).toBe(0);
      }),
    );
  });
});

describe("the kind of an entry", () => {
  test("is that of the reason, not of its group", () => {
    const claim = aRemittanceClaim({
      lines: [aRemittanceLine({ adjustments: [anAdjustment("PR-204", 100), anAdjustment("CO-45", 200)] })],
    });
    expect(entriesOf(claim)).toMatchObject([
      { kind: "payment" },
      { kind: "denied", group: "PR", carc: "204", cents: -100 },
      { kind: "contractual", cents: -200 },
    ]);
  });

  test("of a bundled line that lost nothing is money moved, which comes to 0 over the claim", () => {
    const submitted = { codeQualifier: "HC", code: "76000", modifiers: [] };
    const claim = aRemittanceClaim({
      lines: [
        aRemittanceLine({
          code: "63650",
          adjustments: [anAdjustment("OA-94", -20_000), anAdjustment("CO-45", 100)],
        }),
        aDeniedLine("CO-97", { code: "63650", submitted, chargeCents: 20_000 }),
      ],
    });
    const entries = entriesOf(claim);
    expect(total(entries, "denied")).toBe(0);
    expect(total(entries, "moved") + 0).toBe(0);
    expect(entries.filter((entry) => entry.kind === "moved")).toHaveLength(2);
  });

  test("of a claim that was only forwarded: none, as nothing was decided", () => {
    expect(
      entriesOf(aRemittanceClaim({ statusCode: "23", lines: [], chargeCents: 5, paidCents: 0 })),
    ).toEqual([]);
  });
});

describe("the answer of the next payer", () => {
  test("opens what the first one left, the patient's share before what was denied", () => {
    const sums = new ClaimSums();
    sums.add({ lineNumber: 1, kind: "charge", cents: 1000 });
    for (const [kind, cents] of [
      ["payment", -500],
      ["contractual", -200],
      ["patient_responsibility", -200],
      ["denied", -100],
    ] as const)
      sums.add({ lineNumber: 1, kind, cents });
    const second = [
      { lineNumber: 1, kind: "cob", effect: "posting", cents: -700, group: "OA", carc: "23" },
      { lineNumber: 1, kind: "payment", effect: "posting", cents: -300, group: null, carc: null },
    ] satisfies LedgerDraft[];
    for (const entry of second) sums.add(entry);
    const transfers = transfersFor(second, sums, "after");
    expect(transfers.map(({ kind, cents }) => [kind, cents])).toEqual([
      ["cob", 700],
      ["patient_responsibility", 200],
      ["denied", 100],
    ]);
    for (const entry of transfers) sums.add(entry);
    expect(sums.unanswered(1)).toBe(0);
  });

  test("opens nothing where the first one's answer is not here", () => {
    const sums = new ClaimSums();
    sums.add({ lineNumber: 1, kind: "charge", cents: 1000 });
    const second = [
      { lineNumber: 1, kind: "cob", effect: "posting", cents: -1000, group: "OA", carc: "23" },
    ] satisfies LedgerDraft[];
    sums.add(second[0]!);
    expect(transfersFor(second, sums, "after")).toEqual([]);
  });
});
