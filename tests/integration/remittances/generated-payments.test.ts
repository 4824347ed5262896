import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import { LEDGER_KINDS, type LedgerKind } from "@/lib/domain/remittances/ledger-kinds";
import { sumCents } from "@/lib/domain/shared/money";
import { aRemittanceFile, type WholePayment } from "../../builders/a-remittance-file";
import { payment } from "../../builders/generated-payments";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { importFile } from "../imports/import-a-file";

/** `DORSAL_REMITTANCES=10000` takes a minute: the suite takes a quarter of it. */
const PAYMENTS = Number(process.env["DORSAL_REMITTANCES"] ?? 2_500);
const CASH = Object.keys(LEDGER_KINDS).filter((kind) => LEDGER_KINDS[kind as LedgerKind].isCash);

/** What a payment came to, by its trace. */
interface Sums {
  trace: string;
  status: string;
  /** BPR02; CLP04 summed; PLB summed; what the ledger says came in. */
  bpr: number;
  clp: number;
  plb: number;
  ledger: number;
  /** Claims whose entries do not explain their charge. */
  unexplained: number;
}

let tenant: TestTenant;

function sumsOf(): Promise<Sums[]> {
  return withTenant(
    tenant,
    (tx) => tx.$queryRaw<Sums[]>`
      select y.trace, y.status, y.amount_cents::float8 as bpr,
        (select coalesce(sum(c.paid_cents), 0)::float8 from remittance_claim c where c.payment_id = y.id) as clp,
        (select coalesce(sum(a.cents), 0)::float8 from provider_adjustment a where a.payment_id = y.id) as plb,
        (select coalesce(-sum(e.cents), 0)::float8 from ledger_entry e
          where e.payment_id = y.id and e.kind = any(${CASH})) as ledger,
        (select count(*)::int from (
          select c.id from remittance_claim c
          left join ledger_entry e on e.payment_id = y.id and e.remittance_claim_id = c.id
            and e.kind <> 'charge' and e.effect <> 'transfer'
          where c.payment_id = y.id group by c.id, c.charge_cents having c.charge_cents + coalesce(sum(e.cents), 0) <> 0
        ) off) as unexplained
      from remittance_payment y`,
  );
}

beforeEach(async () => {
  tenant = await aTenant();
});

describe("generated remittances in the database", () => {
  test(`${PAYMENTS.toLocaleString("en-US")}: ledger = BPR = sum of CLP less PLB, and every claim explains its charge`, async () => {
    const payments = fc.sample(payment, { numRuns: PAYMENTS, seed: 835 }).map((each, at): WholePayment => {
      const number = String(at + 1).padStart(5, "0");
      return {
        ...each,
        payment: { ...each.payment, controlNumber: number, trace: `EFT${number}` },
        // Most claims are answered once, some by several payments: a number stands for one claim, not for hundreds.
        claims: each.claims.map((claim, index) => {
          const first = index === 3 ? Math.max(0, at - 400) : at;
          return { ...claim, claimNumber: `G${first}-${index}`, payerControlNumber: `ICN${number}-${index}` };
        }),
      };
    });
    const text = aRemittanceFile(payments);
    const view = await importFile(tenant, text, { fileName: "generated.835" });
    expect(view).toMatchObject({ status: "published", claimsQuarantined: 0 });
    const sums = new Map((await sumsOf()).map((row) => [row.trace, row]));
    expect(sums.size).toBe(PAYMENTS);
    const wrong = payments.flatMap(({ payment: { trace, amountCents }, claims, providerAdjustments }) => {
      const stored = sums.get(trace!)!;
      const clp = sumCents(claims.map(({ paidCents }) => paidCents));
      const plb = sumCents(providerAdjustments.map(({ cents }) => cents));
      const said = { trace, status: "posted", bpr: amountCents, clp, plb, ledger: clp - plb, unexplained: 0 };
      return JSON.stringify(stored) === JSON.stringify(said) ? [] : [{ stored, said }];
    });
    expect(wrong).toEqual([]);
  }, 300_000);
});
