import { describe, expect, it } from "vitest";
import { appealDeadline, correctedClaimDeadline } from "@/lib/domain/denials/appeal-deadline";
import type { ParameterValues } from "@/lib/domain/payers/parameters";
import type { PayerKind } from "@/lib/domain/payers/payer";
import { resolveProfile } from "@/lib/domain/payers/resolve-profile";
import { aClaim, aLine } from "@/tests/builders/a-claim";

function profileOf(
  set: Partial<ParameterValues>,
  kind: PayerKind = "commercial",
  preset: string | null = null,
) {
  return resolveProfile({
    ...{ kind, preset, payerName: "A PAYER", dateOfService: "2026-01-05" },
    practiceVersions: [{ effectiveFrom: "2020-01-01", parameters: set, verified: {} }],
  });
}

describe("until when a payer takes an appeal", () => {
  it.each<[Partial<ParameterValues>, string | null]>([
    [{ appealLimit: 180 }, "2026-08-29"],
    [{ appealLimit: 12, appealLimitUnit: "months" }, "2027-03-02"],
    [{ appealLimit: 180, appealReceiptDays: 5 }, "2026-09-03"],
    [{ appealLimit: 180, filingRollWeekend: true }, "2026-08-31"],
    [{}, null],
  ])("%j after a remittance of 2026-03-02: %s", (set, deadline) => {
    expect(appealDeadline("2026-03-02", profileOf(set)).deadline).toBe(deadline);
  });

  it("Medicare: 120 days from the fifth day after the notice, off weekends and holidays", () => {
    const { deadline, source, verified } = appealDeadline("2026-03-02", profileOf({}, "medicare"));
    // 2026-03-02 + 5 + 120 = 2026-07-05, a Sunday.
    expect(deadline).toBe("2026-07-06");
    expect(source).toBe(
      "120 days from the remittance of 2026-03-02, received 5 days after it. Redetermination: 120 days from receipt of the remittance",
    );
    expect(verified).toBe(false);
  });

  it.each([
    ["aetna", "2026-08-29"],
    ["uhc", "2027-03-02"],
    ["anthem", "2026-05-01"],
    ["workers_comp_ca", "2026-05-31"],
    ["humana", null],
  ])("the shipped profile %s says %s, unverified", (preset, deadline) => {
    const told = appealDeadline("2026-03-02", profileOf({}, "commercial", preset));
    expect(told.deadline).toBe(deadline);
    expect(told.verified).toBe(false);
  });

  it("is not told without a payment date", () => {
    expect(appealDeadline(null, profileOf({ appealLimit: 180 }))).toMatchObject({
      deadline: null,
      source: "The remittance has no payment date.",
    });
  });
});

describe("until when a payer takes a corrected claim", () => {
  const claim = aClaim({ lines: [aLine({ serviceFrom: "2026-01-05", serviceTo: "2026-01-05" })] });

  it.each<[Partial<ParameterValues>, string | null, string]>([
    [
      { filingLimit: 90 },
      "2026-04-05",
      "Corrected claims as first ones: 90 days from the first day of service",
    ],
    [
      { correctedBasis: "remittance", correctedLimit: 180 },
      "2026-08-29",
      "180 days from the remittance of 2026-03-02",
    ],
    [
      { correctedBasis: "service_day", correctedLimit: 12, correctedLimitUnit: "months" },
      "2027-01-05",
      "12 months from the first day of service",
    ],
    [{ correctedBasis: "remittance" }, null, "No limit is known"],
    [{}, null, "Corrected claims as first ones: No limit is known"],
  ])("%j: %s", (set, deadline, source) => {
    const told = correctedClaimDeadline(claim, "2026-03-02", profileOf(set));
    expect(told.deadline).toBe(deadline);
    expect(told.source).toContain(source);
  });

  it("a claim that is itself a replacement has the same window", () => {
    const replacement = { ...claim, frequency: "7" as const };
    expect(correctedClaimDeadline(replacement, null, profileOf({ filingLimit: 90 })).deadline).toBe(
      "2026-04-05",
    );
  });

  it("Medicare: a reopening within a year of the decision", () => {
    expect(correctedClaimDeadline(claim, "2026-03-02", profileOf({}, "medicare")).deadline).toBe(
      "2027-03-02",
    );
  });

  it("is verified only where both the basis and the limit are", () => {
    const verified = { filingLimit: { source: "Contract" } };
    const profile = resolveProfile({
      ...{ kind: "commercial", preset: null, payerName: "A PAYER", dateOfService: "2026-01-05" },
      practiceVersions: [{ effectiveFrom: "2020-01-01", parameters: { filingLimit: 90 }, verified }],
    });
    expect(correctedClaimDeadline(claim, null, profile).verified).toBe(false);
  });
});
