import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayReview, maySign, releaseReasons, type GateClaim } from "@/lib/domain/claims/release-gate";

const ready = (overrides: Partial<GateClaim> = {}): GateClaim => ({
  status: "ready",
  hasScs: true,
  currentVersion: 3,
  findings: [],
  missingRequiredFacts: [],
  signoffs: [
    { kind: "coder", versionNumber: 3, memberId: "ana" },
    { kind: "second", versionNumber: 3, memberId: "bo" },
  ],
  correctorIds: ["ana"],
  isCorrected: true,
  ...overrides,
});
const lead = { role: "lead_coder" } as const;
const codes = (claim: GateClaim, actor: { role: "lead_coder" | "coder" } = lead, secondReview = true) =>
  releaseReasons(claim, actor, secondReview).map((reason) => reason.code);

describe("releaseReasons", () => {
  test("a clean claim with both signatures may leave", () => {
    expect(codes(ready())).toEqual([]);
  });

  test.each<[string, Partial<GateClaim>, string[]]>([
    [
      "a blocking finding",
      { findings: [{ rule: "R-U01", severity: "block", line: 2, overridden: false }] },
      ["blocking_finding"],
    ],
    [
      "an overridden blocking finding",
      { findings: [{ rule: "R-U01", severity: "block", line: 2, overridden: true }] },
      [],
    ],
    [
      "a finding to review",
      { findings: [{ rule: "R-C05", severity: "review", line: null, overridden: false }] },
      [],
    ],
    ["an unknown required fact", { missingRequiredFacts: ["Leads placed"] }, ["missing_fact"]],
    ["no signature at all", { signoffs: [] }, ["no_coder_signoff", "no_second_signoff"]],
    [
      "a coder who signed the version before",
      {
        signoffs: [
          { kind: "coder", versionNumber: 2, memberId: "ana" },
          { kind: "second", versionNumber: 3, memberId: "bo" },
        ],
      },
      ["signoff_of_old_version"],
    ],
    [
      "a reviewer who signed the version before",
      {
        signoffs: [
          { kind: "coder", versionNumber: 3, memberId: "ana" },
          { kind: "second", versionNumber: 2, memberId: "bo" },
        ],
      },
      ["no_second_signoff"],
    ],
    [
      "a reviewer who is the coder",
      {
        correctorIds: [],
        signoffs: [
          { kind: "coder", versionNumber: 3, memberId: "ana" },
          { kind: "second", versionNumber: 3, memberId: "ana" },
        ],
      },
      ["reviewer_is_coder"],
    ],
    ["a reviewer who corrected it", { correctorIds: ["ana", "bo"] }, ["reviewer_is_coder"]],
    ["a claim still in second review", { status: "in_review" }, ["status"]],
    ["a claim that left already", { status: "released" }, ["status"]],
    ["a general claim that nobody touched", { hasScs: false, isCorrected: false, signoffs: [] }, []],
    ["a general claim with a correction", { hasScs: false, signoffs: [] }, ["no_coder_signoff"]],
  ])("%s", (_title, overrides, expected) => {
    expect(codes(ready(overrides))).toEqual(expected);
  });

  describe("an override of a blocking finding", () => {
    const overridden = { rule: "R-U01", severity: "block", line: 2, overridden: true, overriddenById: "lee" };
    const coder = (memberId: string) => ({ kind: "coder", versionNumber: 3, memberId });
    const general = (signer: string, finding = overridden) =>
      ready({ hasScs: false, findings: [finding], signoffs: [coder(signer)] });

    test("needs a signature that is not its author's where four eyes are asked", () => {
      expect(codes(general("lee"))).toEqual(["override_needs_another"]);
      expect(codes(general("ana"))).toEqual([]);
      expect(codes(general("lee"), lead, false)).toEqual([]);
      expect(codes(general("lee", { ...overridden, severity: "review" }))).toEqual([]);
    });

    test("is no second signature: the reviewer's own counts", () => {
      const second = { kind: "second", versionNumber: 3, memberId: "bo" };
      expect(codes(ready({ findings: [overridden], signoffs: [coder("lee"), second] }))).toEqual([]);
      const older = { ...second, versionNumber: 2 };
      expect(codes(ready({ findings: [overridden], signoffs: [coder("lee"), older] }))).toEqual([
        "no_second_signoff",
        "override_needs_another",
      ]);
    });
  });

  test("a role without release is refused whatever the claim", () => {
    expect(codes(ready(), { role: "coder" })).toEqual(["role"]);
  });

  test("an organization without second review asks for the coder only", () => {
    const claim = ready({ signoffs: [{ kind: "coder", versionNumber: 3, memberId: "ana" }] });
    expect(codes(claim, lead, false)).toEqual([]);
  });

  test("no claim with an open blocking finding ever passes", () => {
    const finding = fc.record({
      rule: fc.constant("R-X01"),
      severity: fc.constantFrom("block", "review", "info"),
      line: fc.option(fc.nat(4), { nil: null }),
      overridden: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(finding, { maxLength: 5 }),
        fc.boolean(),
        fc.boolean(),
        (findings, hasScs, secondReview) => {
          const blocked = findings.some((entry) => entry.severity === "block" && !entry.overridden);
          expect(codes(ready({ findings, hasScs }), lead, secondReview).includes("blocking_finding")).toBe(
            blocked,
          );
        },
      ),
    );
  });
});

describe("maySign", () => {
  const by = (overriddenById: string | null, severity = "block", hasScs = false) =>
    ready({
      hasScs,
      findings: [{ rule: "R-U01", severity, line: 1, overridden: overriddenById !== null, overriddenById }],
    });

  test("is denied to who alone let a blocking finding pass", () => {
    expect(maySign("lee", by("lee"), true)).toBe(false);
    expect(maySign("ana", by("lee"), true)).toBe(true);
    expect(maySign("lee", by("lee", "review"), true)).toBe(true);
    expect(maySign("lee", by(null), true)).toBe(true);
  });

  test("is given where a second person signs, or where nobody asks for four eyes", () => {
    expect(maySign("lee", by("lee", "block", true), true)).toBe(true);
    expect(maySign("lee", by("lee"), false)).toBe(true);
  });
});

describe("mayReview", () => {
  test("the coder of this version and every corrector may not, anybody else may", () => {
    const claim = ready({ correctorIds: ["cy"] });
    expect(["ana", "bo", "cy"].map((member) => mayReview(member, claim))).toEqual([false, true, false]);
  });
});
