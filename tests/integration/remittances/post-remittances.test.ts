import { beforeEach, describe, expect, test } from "vitest";
import { aClaim, aLine } from "../../builders/a-claim";
import {
  aDeniedLine,
  aPayment,
  aProviderAdjustment,
  aRemittanceClaim,
  aRemittanceLine,
  anAdjustment,
  theRemittanceOf,
  theReversalOf,
} from "../../builders/a-remittance";
import { aTenant, twoTenants, type TestTenant } from "../bench/a-tenant";
import { claimsOf, fileOf, importFile, receive, rowCounts, viewOf } from "../imports/import-a-file";
import { importRemittance, ledgerOf, linesOf, paymentsOf, remittanceText } from "./post-a-remittance";
import { withTenant } from "@/lib/data/tenant-transaction";
import { runImport } from "@/lib/use-cases/imports/run-import";

let mine: TestTenant;

beforeEach(async () => {
  mine = await aTenant();
});

const history = (...claims: ReturnType<typeof aClaim>[]) =>
  importFile(mine, fileOf(claims), { isHistory: true });

describe("a payment that balances", () => {
  test("is posted on its claim, line by line, to the cent of what the bank received", async () => {
    const claim = aClaim({
      lines: [aLine({ controlNumber: "L1" }), aLine({ code: "63685", controlNumber: "L2" })],
    });
    await history(claim);
    const view = await importRemittance(mine, [
      aPayment([
        theRemittanceOf(claim, {}, (number) =>
          number === 1 ? {} : { adjustments: [anAdjustment("CO-197", 950_000)] },
        ),
      ]),
    ]);
    expect(view).toMatchObject({
      ...{ kind: "835", status: "published", claimsTotal: 1, claimsPosted: 1, claimsQuarantined: 0 },
      ...{ centsTotal: 320_000, centsPosted: 320_000, paymentsTotal: 1, paymentsHeld: 0, claimsNew: 0 },
    });
    expect(await linesOf(mine, "HP-1001")).toEqual({
      ...{ "1 charge": 950_000, "1 contractual": -550_000, "1 patient_responsibility": -80_000 },
      ...{ "1 payment": -320_000, "2 charge": 950_000, "2 denied": -950_000 },
    });
    expect(await paymentsOf(mine)).toMatchObject([
      { status: "posted", amountCents: 320_000n, claimCount: 1, bornCount: 0, deniedCount: 1, gaps: [] },
    ]);
    const lines = await withTenant(mine, (tx) => tx.remittanceLine.findMany({ orderBy: { number: "asc" } }));
    expect(lines).toMatchObject([
      { claimLine: 1, matchKind: "control_number", outcome: "PAID", paidCents: 320_000n },
      { claimLine: 2, outcome: "DENIED", category: "AUTH", primaryCarc: "197", countsAsDenied: true },
    ]);
  });

  test("in the same bytes answers with the first import; in another file it was posted before", async () => {
    const claim = aClaim();
    await history(claim);
    const payments = [aPayment([theRemittanceOf(claim)])];
    const text = remittanceText(payments);
    const first = await importFile(mine, text, { fileName: "first.835" });
    expect(await receive(mine, text)).toMatchObject({
      importId: first.id,
      alreadyImported: true,
      jobId: null,
    });
    const before = await ledgerOf(mine);
    const again = await importFile(mine, remittanceText(payments), { fileName: "second.835" });
    expect(again).toMatchObject({
      ...{ status: "published", claimsPosted: 1, claimsUnchanged: 1, paymentsKnown: 1, centsPosted: 320_000 },
    });
    expect(again.problems.at(-1)!.message).toContain("was posted before, with the file first.835");
    expect(await ledgerOf(mine)).toEqual(before);
    expect(await paymentsOf(mine)).toHaveLength(1);
  });

  test("is another organization's business alone", async () => {
    const { mine: one, other } = await twoTenants();
    await importFile(one, fileOf([aClaim()]), { isHistory: true });
    await importFile(other, fileOf([aClaim()]), { isHistory: true });
    await importRemittance(one, [aPayment([theRemittanceOf(aClaim())])]);
    expect(await ledgerOf(other)).toEqual({});
    expect(await paymentsOf(other)).toEqual([]);
    // The same payment is new to the other one.
    await importRemittance(other, [aPayment([theRemittanceOf(aClaim())])]);
    expect(await ledgerOf(other)).toMatchObject({ payment: -320_000 });
  });
});

describe("a payment that does not balance", () => {
  const off = () => aPayment([theRemittanceOf(aClaim())], { amountCents: 320_001 });

  test("is held with its exact gap, and nothing of it is in the ledger; the one beside it is posted", async () => {
    await history(aClaim(), aClaim({ claimNumber: "HP-2" }));
    const good = aPayment([theRemittanceOf(aClaim({ claimNumber: "HP-2" }))], {
      trace: "EFT2",
      controlNumber: "0002",
    });
    const view = await importRemittance(mine, [off(), good]);
    expect(view).toMatchObject({
      ...{ status: "published", claimsTotal: 2, claimsPosted: 1, claimsQuarantined: 1, paymentsHeld: 1 },
      ...{ centsTotal: 640_000, centsPosted: 320_000, centsQuarantined: 320_000 },
    });
    const [held, posted] = await paymentsOf(mine);
    expect(held).toMatchObject({ status: "held", gapCents: 1n, postedAt: null, claimCount: 1 });
    expect(held!.gaps).toEqual([
      {
        ...{ level: "payment", claimNumber: null, line: null, cents: 1 },
        message: "The payment says $3,200.01, its claims less provider adjustments come to $3,200.00.",
      },
    ]);
    expect(posted!.status).toBe("posted");
    expect(await ledgerOf(mine, "HP-1001")).toEqual({});
    expect(await ledgerOf(mine)).toMatchObject({ payment: -320_000 });
    const claims = await withTenant(mine, (tx) =>
      tx.remittanceClaim.findMany({ where: { paymentId: held!.id } }),
    );
    expect(claims).toMatchObject([{ claimId: null, outcome: null, claimNumber: "HP-1001" }]);
  });

  test("does not stand in the way of its corrected file", async () => {
    await history(aClaim());
    await importRemittance(mine, [off()]);
    await importRemittance(mine, [aPayment([theRemittanceOf(aClaim())])]);
    expect((await paymentsOf(mine)).map((payment) => payment.status)).toEqual(["held", "posted"]);
    expect(await ledgerOf(mine)).toMatchObject({ payment: -320_000 });
  });

  test("names the claim and the line where they do not explain themselves", async () => {
    await history(aClaim());
    const claim = aRemittanceClaim({ lines: [aRemittanceLine({ paidCents: 320_100 })], paidCents: 320_100 });
    await importRemittance(mine, [aPayment([claim])]);
    const [held] = await paymentsOf(mine);
    expect(held!.gaps).toMatchObject([
      { level: "claim", claimNumber: "HP-1001", cents: 100 },
      { level: "line", claimNumber: "HP-1001", line: 1, cents: 100 },
    ]);
  });

  test("is posted where the claim's own adjustments explain what its lines leave", async () => {
    await history(aClaim());
    const claim = aRemittanceClaim({
      ...{ lines: [aRemittanceLine({ adjustments: [], paidCents: 0 })], paidCents: 0 },
      adjustments: [anAdjustment("CO-29", 950_000)],
    });
    await importRemittance(mine, [aPayment([claim], { amountCents: 0 })]);
    expect(await linesOf(mine, "HP-1001")).toEqual({ "1 charge": 950_000, "1 denied": -950_000 });
  });
});

describe("a reversal with its correction", () => {
  const denied = () => aRemittanceClaim({ lines: [aDeniedLine("CO-97")] });

  test("takes the first answer back in its own kinds and leaves the second, in one file or two", async () => {
    await history(aClaim());
    await importRemittance(mine, [aPayment([denied()])]);
    expect(await ledgerOf(mine)).toEqual({ charge: 950_000, denied: -950_000 });
    await importRemittance(mine, [
      aPayment([theReversalOf(denied()), aRemittanceClaim()], { trace: "EFT2", paidOn: "2026-07-24" }),
    ]);
    expect(await ledgerOf(mine)).toEqual({
      ...{ charge: 950_000, contractual: -550_000, patient_responsibility: -80_000, payment: -320_000 },
    });
    const rows = await withTenant(mine, (tx) => tx.remittanceClaim.findMany({ orderBy: { id: "asc" } }));
    const byStatus = new Map(rows.map((row) => [`${row.statusCode} ${row.outcome}`, row]));
    const first = byStatus.get("1 DENIED")!;
    expect(byStatus.get("22 REVERSAL")).toMatchObject({ reversesId: first.id, deniedCents: -950_000n });
    expect(byStatus.get("1 PAID")).toMatchObject({ correctsId: first.id, reversesId: null });
  });

  test("of an answer that was never here leaves the claim as the correction says", async () => {
    await history(aClaim());
    await importRemittance(mine, [aPayment([theReversalOf(denied()), aRemittanceClaim()])]);
    const { charge: _charge, ...sums } = await ledgerOf(mine);
    expect(Object.values(await ledgerOf(mine)).reduce((a, b) => a + b, 0)).toBe(0);
    expect(sums).toMatchObject({ payment: -320_000 });
  });
});

describe("money outside of claims", () => {
  test("lies on the claim whose payer number it names, else on the payment; interest is beside the balance", async () => {
    await history(aClaim());
    await importRemittance(mine, [
      aPayment([aRemittanceClaim()], {}, [
        aProviderAdjustment("WO", 20_000),
        aProviderAdjustment("L6", -1_500, { reference: null }),
        aProviderAdjustment("FB", 10_000, { reference: "OTHER" }),
      ]),
    ]);
    expect(await ledgerOf(mine, "HP-1001")).toMatchObject({ recoupment: 20_000, payment: -320_000 });
    expect(await ledgerOf(mine)).toMatchObject({ recoupment: 30_000, interest: -1_500 });
    expect((await paymentsOf(mine))[0]).toMatchObject({ amountCents: 291_500n, providerCents: 28_500n });
  });
});

describe("the answer of a second payer", () => {
  test("on the claim of the first opens what that one left, and counts nothing twice", async () => {
    await history(aClaim());
    await importRemittance(mine, [aPayment([aRemittanceClaim()])]);
    const second = aRemittanceClaim({
      ...{ statusCode: "2", payerControlNumber: "S-1" },
      lines: [
        aRemittanceLine({ adjustments: [anAdjustment("OA-23", 870_000), anAdjustment("PR-2", 30_000)] }),
      ],
    });
    await importRemittance(mine, [
      aPayment([second], { trace: "S", payer: { name: "SECOND MUTUAL", id: "77777" } }),
    ]);
    expect(await ledgerOf(mine)).toEqual({
      ...{ charge: 950_000, contractual: -550_000, patient_responsibility: -30_000, payment: -370_000 },
    });
  });
});

describe("a remittance without its claim", () => {
  test("makes the claim, which is in no worklist; when the claim file comes it is that claim's first version", async () => {
    await importRemittance(mine, [aPayment([theRemittanceOf(aClaim())])]);
    expect(await claimsOf(mine)).toMatchObject([
      { claim_number: "HP-1001", status: "remittance_only", current_version: 0, charge_cents: 950_000 },
    ]);
    const [born] = await claimsOf(mine);
    const view = await history(aClaim());
    expect(view).toMatchObject({ status: "published", claimsChanged: 1, claimsNew: 0 });
    expect(await claimsOf(mine)).toMatchObject([{ id: born!.id, status: "filed", current_version: 1 }]);
    expect(await linesOf(mine, "HP-1001")).toMatchObject({ "1 charge": 950_000, "1 payment": -320_000 });
    const claim = await withTenant(mine, (tx) =>
      tx.claim.findFirstOrThrow({ include: { remittances: true } }),
    );
    expect(claim).toMatchObject({ origin: "remittance" });
    expect(claim.remittances).toHaveLength(1);
    expect(await rowCounts(mine)).toMatchObject({ claim: 1, claim_version: 1, claim_line: 1 });
  });

  test("in two parts makes one claim of both", async () => {
    const whole = aClaim({ lines: [aLine(), aLine({ code: "63685", chargeCents: 100_000 })] });
    const parts = [aRemittanceLine(), aRemittanceLine({ code: "63685", chargeCents: 100_000 })].map((line) =>
      aRemittanceClaim({ lines: [line] }),
    );
    await importRemittance(mine, [aPayment(parts)]);
    expect(await claimsOf(mine)).toMatchObject([{ charge_cents: whole.chargeCents }]);
    const sums = await ledgerOf(mine);
    expect(sums.charge).toBe(whole.chargeCents);
    expect(Object.values(sums).reduce((a, b) => a + b, 0)).toBe(0);
  });
});

describe("a killed import", () => {
  function dyingAt(count: number): AbortSignal {
    let asked = 0;
    const throwIfAborted = () => {
      asked += 1;
      if (asked >= count) throw new Error("killed");
    };
    return { throwIfAborted } as AbortSignal;
  }

  test("goes on behind the last complete chunk and posts each claim once", async () => {
    const claims = Array.from({ length: 1_500 }, (_, index) =>
      aRemittanceClaim({ claimNumber: `K-${index}`, payerControlNumber: `P-${index}` }),
    );
    const text = remittanceText([aPayment(claims)]);
    const pieces = Math.ceil(Buffer.byteLength(text) / 65_536);
    const { importId, jobId } = await receive(mine, text);
    const job = { organizationId: mine.organizationId, importId, jobId };
    await expect(runImport(job, { signal: dyingAt(2 * pieces) })).rejects.toThrow("killed");
    const half = await viewOf(mine, importId);
    expect(half).toMatchObject({ status: "staging", progressDone: 1000, progressTotal: 1500 });
    expect(await ledgerOf(mine)).toEqual({});
    await runImport(job);
    expect(await viewOf(mine, importId)).toMatchObject({
      ...{ status: "published", claimsPosted: 1500, claimsNew: 1500, centsPosted: 1500 * 320_000 },
    });
    expect(await ledgerOf(mine)).toMatchObject({ payment: -1500 * 320_000, charge: 1500 * 950_000 });
    const left = await withTenant(mine, (tx) => tx.stagedRemittance.count());
    expect(left).toBe(0);
  });
});
