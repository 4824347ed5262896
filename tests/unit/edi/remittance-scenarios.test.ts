import { describe, expect, it } from "vitest";
import { gapsOfClaim } from "@/lib/domain/remittances/balance";
import { read835 } from "@/lib/edi/read-835";
import { interchange } from "../../builders/a-remittance-file";
import { REMITTANCE_SCENARIOS } from "../../fixtures/remittance-scenarios";

const HEAD = ["TRN*1*EFT1*1123456789", "N1*PR*EXAMPLE PLAN", "N1*PE*EXAMPLE GROUP*XX*1234567893", "LX*1"];

describe("what payers send", () => {
  it.each(REMITTANCE_SCENARIOS)("$name", (scenario) => {
    const { amount, body, claims, providerAdjustments = [], gaps = [], gapCents = 0 } = scenario;
    const text = interchange([[`BPR*I*${amount}*C*ACH`, ...HEAD, ...body]]);
    const { events, report } = read835(new TextEncoder().encode(text));
    const read = events.flatMap((event) => (event.kind === "claim" ? [event.claim] : []));
    expect(read).toMatchObject(claims);
    expect(events.at(-1)).toMatchObject({ kind: "payment_end", providerAdjustments, balance: { gapCents } });
    expect(read.flatMap(gapsOfClaim).map(({ claimId, line, cents }) => [claimId, line, cents])).toEqual(gaps);
    expect(report).toMatchObject({ accepted: true, quarantined: 0 });
    expect(report.problems).toHaveLength(gaps.length + (gapCents === 0 ? 0 : 1));
  });
});
