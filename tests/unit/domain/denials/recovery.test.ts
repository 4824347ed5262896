import { describe, expect, it } from "vitest";
import { nextWindow } from "@/lib/domain/denials/judge-denial";
import {
  isIntegralDenial,
  judgeRecovery,
  windowsFor,
  type RecoveryInput,
} from "@/lib/domain/denials/recovery";
import { DENIAL_CATEGORIES } from "@/lib/domain/denials/outcome";
import { resolveProfile } from "@/lib/domain/payers/resolve-profile";

const profile = resolveProfile({
  ...{ kind: "commercial", preset: null, payerName: "A PAYER", dateOfService: "2026-01-05" },
  practiceVersions: [],
});
const until = (deadline: string | null) => ({ deadline, source: "Contract", verified: true });
const deadlines = {
  appeal: until("2026-06-30"),
  corrected_claim: until("2026-04-30"),
  first_claim: until(null),
};
const judge = (over: Partial<RecoveryInput> = {}) =>
  judgeRecovery(
    {
      kind: "denied",
      ...{ category: "INCLUSIVE", openCents: 500_000, on: "2026-05-01", missingDocuments: [] },
      ...{ windows: windowsFor(["appeal", "corrected_claim"], deadlines), isIntegral: false },
      ...over,
    },
    profile,
  );

describe("which windows a denial goes through", () => {
  it.each([
    [["corrected_claim"], ["corrected_claim"]],
    [
      ["appeal", "records", "corrected_claim"],
      ["appeal", "corrected_claim"],
    ],
    [["reopening"], ["corrected_claim"]],
    [["rebill"], ["first_claim"]],
    [["write_off"], []],
    [[], ["appeal", "corrected_claim"]],
  ] as const)("%j: %j", (paths, routes) => {
    expect(windowsFor(paths, deadlines).map(({ route }) => route)).toEqual(routes);
  });
});

describe("the practice guide's three tiers", () => {
  it("technical and in its window: high", () => {
    for (const category of ["INCLUSIVE", "MODIFIER", "CODING_INVALID", "DUP", "POS_BILLING"] as const) {
      expect(judge({ category }).tier).toBe("high");
    }
  });

  it("need, documents and all else in the window: moderate", () => {
    const technical = ["INCLUSIVE", "MODIFIER", "CODING_INVALID", "DUP", "POS_BILLING"];
    for (const category of DENIAL_CATEGORIES.filter((name) => !technical.includes(name))) {
      expect(judge({ category }).tier).toBe("moderate");
    }
  });

  it("one open window is enough, and the day itself still counts", () => {
    expect(judge({ on: "2026-06-30" })).toMatchObject({
      tier: "high",
      tierWhy: "A technical denial within its window: open until 2026-06-30.",
    });
  });

  it("all windows closed: low, and worth nothing", () => {
    expect(judge({ on: "2026-07-01" })).toMatchObject({
      tier: "low",
      tierWhy: "All windows had closed by 2026-06-30; today is 2026-07-01.",
      scoreCents: 0,
    });
  });

  it("a path whose own window has closed does not live by another's", () => {
    const windows = windowsFor(["corrected_claim"], deadlines);
    expect(judge({ category: "MODIFIER", windows }).tier).toBe("low");
  });

  it("core documents gone for good: low", () => {
    expect(judge({ category: "MEDNEC", missingDocuments: ["trial success"] })).toMatchObject({
      tier: "low",
      tierWhy: "The file lacks for good: trial success.",
    });
  });

  it("a window whose last day is not known counts as open and says so", () => {
    expect(judge({ windows: windowsFor(["rebill"], deadlines), category: "ELIG_COB" })).toMatchObject({
      tier: "moderate",
      tierWhy: "Needs a case to be made, within its window: its last day is not known.",
    });
  });

  it("a service that is part of the implant is worth nothing until somebody attests", () => {
    expect(judge({ isIntegral: true })).toMatchObject({ tier: "low", scoreCents: 0 });
    expect(isIntegralDenial("97", "77003")).toBe(true);
    expect(isIntegralDenial("197", "77003")).toBe(false);
    expect(isIntegralDenial("97", "63650")).toBe(false);
  });

  it("a reason that is usually written off is worth nothing", () => {
    expect(judge({ windows: [] })).toMatchObject({ tier: "low", scoreCents: 0 });
  });
});

describe("the score", () => {
  it("is open money times likelihood over effort, with its arithmetic and where it comes from", () => {
    const { scoreCents, arithmetic, parts } = judge();
    expect(scoreCents).toBe(1_350_000);
    expect(arithmetic).toBe("$5,000.00 × 90 % ÷ 20 minutes = $13,500.00 an hour");
    expect(parts).toMatchObject({
      openCents: 500_000,
      likelihoodPercent: 90,
      effortMinutes: 20,
      likelihood: { verified: false },
      effort: { verified: false },
    });
  });

  it("short sure work comes before long unsure work of the same money", () => {
    const [simple, coverage, clinical] = (["MODIFIER", "AUTH", "MEDNEC"] as const).map(
      (category) => judge({ category }).scoreCents,
    );
    expect(simple!).toBeGreaterThan(coverage!);
    expect(coverage!).toBeGreaterThan(clinical!);
  });

  it("a credit is worth nothing", () => {
    expect(judge({ openCents: -500 }).scoreCents).toBe(0);
  });
});

describe("the next window", () => {
  const on = "2026-05-01";
  const window = (deadline: string | null) => ({ route: "appeal" as const, ...until(deadline) });
  it.each([
    ["is the open one that closes first", ["2026-06-30", "2026-05-20", "2026-04-30"], "2026-05-20"],
    ["is one without a known day before one that has closed", ["2026-04-30", null], null],
    ["is the last to have closed where all have", ["2026-04-30", "2026-03-30"], "2026-04-30"],
  ])("%s", (_title, deadlines, expected) => {
    expect(nextWindow(deadlines.map(window), on)).toMatchObject({ deadline: expected });
  });

  it("is none where a denial has no way", () => {
    expect(nextWindow([], on)).toBeNull();
  });
});
