import { expect, test } from "vitest";
import { aClaim, aLine } from "../../builders/a-claim";
import {
  aDeniedLine,
  aPayment,
  aRemittanceClaim,
  aRemittanceLine,
  anAdjustment,
  theRemittanceOf,
  theReversalOf,
} from "../../builders/a-remittance";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { fileOf, importFile } from "../imports/import-a-file";
import { importRemittance, ledgerOf } from "./post-a-remittance";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { Claim } from "@/lib/domain/claims/claim";
import type { PaymentToWrite } from "@/lib/edi/write-835";

const denied = aRemittanceClaim({ lines: [aDeniedLine("CO-97")] });
const second = aRemittanceClaim({
  ...{ statusCode: "2", payerControlNumber: "S-1" },
  lines: [aRemittanceLine({ adjustments: [anAdjustment("OA-23", 870_000), anAdjustment("PR-2", 30_000)] })],
});

const HISTORIES: Record<string, PaymentToWrite[]> = {
  "denied, then reversed and paid": [
    aPayment([denied], { trace: "EFT1", paidOn: "2026-06-24" }),
    aPayment([theReversalOf(denied), aRemittanceClaim()], { trace: "EFT2", paidOn: "2026-07-24" }),
  ],
  "paid, taken back, paid again": [
    aPayment([aRemittanceClaim()], { trace: "EFT1", paidOn: "2026-06-24" }),
    aPayment([theReversalOf(aRemittanceClaim())], {
      trace: "EFT2",
      paidOn: "2026-07-24",
      amountCents: -320_000,
    }),
    aPayment([aRemittanceClaim()], { trace: "EFT3", paidOn: "2026-08-24" }),
  ],
  "paid by the first payer, then by the second": [
    aPayment([aRemittanceClaim()], { trace: "EFT1", paidOn: "2026-06-24" }),
    aPayment([second], { trace: "S", paidOn: "2026-07-24", payer: { name: "SECOND MUTUAL", id: "77777" } }),
  ],
};

const split = [
  aRemittanceLine({ chargeCents: 600_000 }),
  aRemittanceLine({ code: "63685", chargeCents: 350_000 }),
].map((line) => aRemittanceClaim({ lines: [line] }));
HISTORIES["paid by the first payer in two parts, then by the second"] = [
  aPayment(split, { trace: "EFT1", paidOn: "2026-06-24" }),
  aPayment(
    [
      aRemittanceClaim({
        ...{ statusCode: "2", payerControlNumber: "S-1" },
        lines: [600_000, 350_000].map((chargeCents, at) =>
          aRemittanceLine({
            ...{ code: at === 0 ? "63650" : "63685", chargeCents },
            adjustments: [
              anAdjustment("OA-23", chargeCents - Math.round(chargeCents * (80 / 950))),
              anAdjustment("PR-2", 10_000),
            ],
          }),
        ),
      }),
    ],
    { trace: "S", paidOn: "2026-07-24", payer: { name: "SECOND MUTUAL", id: "77777" } },
  ),
];

function orders<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

/** The claim that these payments answer. */
function claimOf([first]: readonly PaymentToWrite[]): Claim {
  const isSplit = first!.claims.length > 1;
  return isSplit
    ? aClaim({
        lines: [aLine({ chargeCents: 600_000 }), aLine({ code: "63685", chargeCents: 350_000 })],
        chargeCents: 950_000,
      })
    : aClaim();
}

/** What stands after these files: the books by kind, the decisions and the key figures. */
async function standing(tenant: TestTenant) {
  const decisions = await withTenant(tenant, (tx) =>
    tx.determination.findMany({
      omit: {
        ...{ organizationId: true, claimId: true, payerId: true },
        initialRemittanceId: true,
        currentRemittanceId: true,
      },
      orderBy: [{ responsibility: "asc" }, { lineNumber: "asc" }],
    }),
  );
  const figures = await withTenant(
    tenant,
    (tx) => tx.$queryRaw`
      select line_number, day::text, category, denied, passed, charge_cents, denied_cents from kpi_first_decision
      order by line_number`,
  );
  return { ledger: await ledgerOf(tenant), decisions, figures };
}

test.each(Object.entries(HISTORIES))(
  "%s: whatever order the files come in, books, decisions and figures are those of the payer's days",
  async (_name, payments) => {
    let expected: Awaited<ReturnType<typeof standing>> | null = null;
    for (const order of orders(payments)) {
      const mine = await aTenant();
      await importFile(mine, fileOf([claimOf(payments)]), { isHistory: true });
      for (const payment of order) await importRemittance(mine, [payment]);
      const now = await standing(mine);
      expect(Object.values(now.ledger).reduce((sum, cents) => sum + cents, 0)).toBe(0);
      expect(-now.ledger.payment!).toBe(payments.reduce((sum, { payment }) => sum + payment.amountCents, 0));
      expected ??= now;
      expect(now, order.map(({ payment }) => payment.trace).join(", ")).toEqual(expected);
    }
  },
);

test("a correction that repeats the amounts of what it corrects is not taken for that, where only it came", async () => {
  const mine = await aTenant();
  await importFile(mine, fileOf([aClaim()]), { isHistory: true });
  const deductible = aRemittanceClaim({ lines: [aDeniedLine("PR-1")] });
  const corrected = aRemittanceClaim({
    lines: [
      aRemittanceLine({ adjustments: [anAdjustment("PR-1", 600_000), anAdjustment("CO-45", 350_000)] }),
    ],
  });
  await importRemittance(mine, [aPayment([theReversalOf(deductible), corrected])]);
  const { charge: _charge, ...sums } = await ledgerOf(mine);
  expect(Object.values(await ledgerOf(mine)).reduce((sum, cents) => sum + cents, 0)).toBe(0);
  expect(sums).toEqual({ contractual: -350_000, patient_responsibility: 350_000 });
});

test("a claim that was corrected opens no work when its own answer comes last", async () => {
  const corrected = { ...aClaim(), frequency: "7", payerControlNumber: "2026155000001" };
  const first = aPayment([denied], { trace: "EFT1", paidOn: "2026-06-24" });
  const second = aPayment([theRemittanceOf(corrected, { payerControlNumber: "ICN-7" })], {
    ...{ trace: "EFT2", paidOn: "2026-07-24" },
  });
  for (const order of orders([first, second])) {
    const mine = await aTenant();
    for (const claim of [aClaim(), corrected]) await importFile(mine, fileOf([claim]), { isHistory: true });
    for (const payment of order) await importRemittance(mine, [payment]);
    const items = await withTenant(mine, (tx) => tx.denialItem.findMany());
    expect(items.filter(({ status }) => status !== "closed")).toEqual([]);
  }
});
