import { describe, expect, it } from "vitest";
import { filingDeadline } from "@/lib/domain/payers/filing-deadline";
import type { ParameterValues } from "@/lib/domain/payers/parameters";
import type { PayerKind } from "@/lib/domain/payers/payer";
import { resolveProfile } from "@/lib/domain/payers/resolve-profile";
import type { Claim } from "@/lib/domain/claims/claim";
import { aClaim, aLine } from "@/tests/builders/a-claim";

function deadlineOf(
  set: Partial<ParameterValues>,
  claim: Partial<Claim> = {},
  kind: PayerKind = "commercial",
) {
  const profile = resolveProfile({
    ...{ kind, preset: null, payerName: "A PAYER", dateOfService: "2026-01-05" },
    practiceVersions: [{ effectiveFrom: "2020-01-01", parameters: set, verified: {} }],
  });
  return filingDeadline(
    aClaim({ lines: [aLine({ serviceFrom: "2026-01-05", serviceTo: "2026-01-09" })], ...claim }),
    profile,
  );
}

describe("until when a payer takes a first claim", () => {
  it.each<[Partial<ParameterValues>, string, string]>([
    [{ filingLimit: 90 }, "2026-04-05", "days from the first day"],
    [{ filingLimit: 90, filingBasis: "last_service_day" }, "2026-04-09", "days from the last day"],
    [{ filingLimit: 12, filingLimitUnit: "months" }, "2027-01-05", "months"],
    [
      { filingLimit: 90, filingRollWeekend: true },
      "2026-04-06",
      "a Sunday moves to Monday where the payer says so",
    ],
    [{ filingLimit: 1, filingLimitUnit: "months" }, "2026-02-05", "one month"],
  ])("%j -> %s: %s", (set, expected) => {
    expect(deadlineOf(set).deadline).toBe(expected);
  });

  it("a month that lacks the day ends earlier", () => {
    const lines = [aLine({ serviceFrom: "2026-01-31", serviceTo: "2026-01-31" })];
    expect(deadlineOf({ filingLimit: 1, filingLimitUnit: "months" }, { lines }).deadline).toBe("2026-02-28");
  });

  it("Original Medicare: one year, moved off a weekend", () => {
    const lines = [aLine({ serviceFrom: "2025-06-06", serviceTo: "2025-06-06" })];
    expect(deadlineOf({}, { lines }, "medicare").deadline).toBe("2026-06-08");
  });
});

describe("no deadline is shown", () => {
  const second = { payer: { ...aClaim().payer, responsibility: "S" } } as const;

  it.each([
    [{}, {}, /No limit is known/],
    [{ filingLimit: 90 }, { frequency: "7" }, /corrected claims/],
    [{ filingLimit: 90 }, { frequency: "8" }, /corrected claims/],
    [{ filingLimit: 90 }, second, /first payer's remittance/],
    [{ filingLimit: 90 }, { lines: [aLine({ serviceFrom: null, serviceTo: null })] }, /no date of service/],
  ])("%j %j: %s", (set, claim, source) => {
    const result = deadlineOf(set, claim);
    expect(result.deadline).toBeNull();
    expect(result.source).toMatch(source);
  });

  it("except for a second payer that counts from the service", () => {
    expect(deadlineOf({ filingLimit: 90, filingSecondaryBasis: "service_day" }, second).deadline).toBe(
      "2026-04-05",
    );
  });
});

describe("where the limit is from", () => {
  it("is said in words, and whether somebody checked it", () => {
    expect(deadlineOf({ filingLimit: 90 })).toMatchObject({
      source: "90 days from the first day of service. Set by the practice from 2020-01-01",
      verified: false,
    });
  });
});
