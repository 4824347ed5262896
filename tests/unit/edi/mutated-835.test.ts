import { describe, expect, it } from "vitest";
import { sumCents } from "@/lib/domain/shared/money";
import { create835Reader, read835 } from "@/lib/edi/read-835";
import type { RemittanceEvent } from "@/lib/edi/remittance-events";
import { interchange } from "../../builders/a-remittance-file";
import { mutated, sequence } from "../../builders/mutated-file";
import { REMITTANCE_SCENARIOS } from "../../fixtures/remittance-scenarios";

const MUTATIONS = Number(process.env["DORSAL_MUTATIONS"] ?? 3_000);
const HEAD = ["TRN*1*EFT1*1123456789", "N1*PR*EXAMPLE PLAN", "N1*PE*EXAMPLE GROUP*XX*1234567893", "LX*1"];

const bodies = REMITTANCE_SCENARIOS.map(({ amount, body }) => [`BPR*I*${amount}*C*ACH`, ...HEAD, ...body]);
const original = new TextEncoder().encode(interchange(bodies, { element: "*", component: ":", end: "~" }));

function inTwo(content: Uint8Array, at: number) {
  const reader = create835Reader();
  const events = [...reader.push(content.subarray(0, at)), ...reader.push(content.subarray(at))];
  const last = reader.end();
  return { events: last.report.accepted ? [...events, ...last.events] : [], report: last.report };
}

/** The money of what was read, added up once more from the events. */
function sumsOf(events: readonly RemittanceEvent[]) {
  const amounts = events.flatMap((event) =>
    event.kind === "payment_start" ? event.payment.amountCents : [],
  );
  const paid = events.flatMap((event) =>
    event.kind === "claim" ? event.claim.paidCents : event.kind === "quarantined" ? event.paidCents : [],
  );
  const gaps = events.flatMap((event) => (event.kind === "payment_end" ? event.balance.gapCents : []));
  const provider = events.flatMap((event) =>
    event.kind === "payment_end" ? event.providerAdjustments.map(({ cents }) => cents) : [],
  );
  return {
    amounts: sumCents(amounts),
    paid: sumCents(paid),
    gaps: sumCents(gaps),
    provider: sumCents(provider),
  };
}

describe("broken remittances", () => {
  it("the file they are made of holds every scenario and is read whole", () => {
    const { report } = read835(original);
    expect(report).toMatchObject({ accepted: true, payments: REMITTANCE_SCENARIOS.length, quarantined: 0 });
  });

  it(`${MUTATIONS} mutations: refused with one reason and nothing read, or every cent of the file accounted for`, () => {
    let accepted = 0;
    for (let seed = 1; seed <= MUTATIONS; seed += 1) {
      const random = sequence(seed);
      const content = mutated(original, random);
      const result = read835(content);
      const { events, report } = result;
      const refusals = report.problems.filter((problem) => problem.grade === "refuse").length;
      expect(refusals, `seed ${seed}`).toBe(report.accepted ? 0 : 1);
      const cut = inTwo(content, Math.floor(random() * content.length));
      expect(JSON.stringify(cut), `seed ${seed}`).toBe(JSON.stringify(result));
      if (!report.accepted) {
        expect(events, `seed ${seed}`).toEqual([]);
        continue;
      }
      accepted += 1;
      const count = (kind: RemittanceEvent["kind"]) => events.filter((event) => event.kind === kind).length;
      expect([count("payment_start"), count("payment_end")], `seed ${seed}`).toEqual([
        report.payments,
        report.payments,
      ]);
      expect([count("claim"), count("quarantined")], `seed ${seed}`).toEqual([
        report.claims,
        report.quarantined,
      ]);
      const sums = sumsOf(events);
      expect([sums.amounts, sums.paid], `seed ${seed}`).toEqual([
        report.paymentCents,
        report.claimsPaidCents,
      ]);
      expect(sums.gaps, `seed ${seed}`).toBe(sums.amounts - (sums.paid - sums.provider));
    }
    expect(accepted).toBeGreaterThan(MUTATIONS / 10);
  });
});
