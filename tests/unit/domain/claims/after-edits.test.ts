import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAfterEdits } from "@/lib/domain/claims/after-edits";
import { CLAIM_STATUSES, nextClaimStatus, type ClaimStatus } from "@/lib/domain/claims/lifecycle";
import { releaseReasons, type GateClaim } from "@/lib/domain/claims/release-gate";

const finding = (severity: string, overridden = false) => ({ rule: "R-U01", severity, line: 1, overridden });
const signed = { kind: "coder", versionNumber: 3, memberId: "ana" };
const second = { kind: "second", versionNumber: 3, memberId: "bo" };
const claim = (overrides: Partial<GateClaim> = {}): GateClaim => ({
  status: "ready",
  hasScs: true,
  currentVersion: 3,
  findings: [],
  missingRequiredFacts: [],
  signoffs: [signed, second],
  correctorIds: [],
  isCorrected: false,
  ...overrides,
});
const general: Partial<GateClaim> = { hasScs: false, signoffs: [], status: "needs_coding" };

describe("eventAfterEdits", () => {
  test.each<[string, Partial<GateClaim>, string | null]>([
    ["a signed claim that is clean stays", {}, null],
    ["a signed claim that is blocked goes back", { findings: [finding("block")] }, "re_edited_blocked"],
    ["so does one in review", { status: "in_review", findings: [finding("block")] }, "re_edited_blocked"],
    ["and one that misses a required fact", { missingRequiredFacts: ["Stage"] }, "re_edited_blocked"],
    ["an overridden block stays", { findings: [finding("block", true)] }, null],
    ["a finding to review leaves a signature standing", { findings: [finding("review")] }, null],
    [
      "a general claim that nobody had to sign goes to a coder when something flags it",
      { ...general, status: "ready", findings: [finding("review")] },
      "re_edited_blocked",
    ],
    ["a general claim that nothing flags moves on", { ...general }, "unflagged"],
    ["information alone brings nobody", { ...general, findings: [finding("info")] }, "unflagged"],
    ["one that is still flagged stays", { ...general, findings: [finding("review")] }, null],
    ["one that somebody corrected stays", { ...general, isCorrected: true }, null],
    ["a stimulator claim never moves on unsigned", { status: "needs_coding", signoffs: [] }, null],
    [
      "one that a reviewer sent back stays with its coder",
      { ...general, signoffs: [{ kind: "returned", versionNumber: 3, memberId: "bo" }] },
      null,
    ],
    [
      "sent back as an older version it moves on",
      { ...general, signoffs: [{ kind: "returned", versionNumber: 2, memberId: "bo" }] },
      "unflagged",
    ],
    ["what has left stays", { status: "released", findings: [finding("block")] }, null],
    ["what was filed stays", { status: "filed", findings: [finding("block")] }, null],
  ])("%s", (_, overrides, event) => {
    expect(eventAfterEdits(claim(overrides))).toBe(event);
  });

  const anyClaim = fc.record<GateClaim>({
    status: fc.constantFrom<ClaimStatus>(...CLAIM_STATUSES),
    hasScs: fc.boolean(),
    currentVersion: fc.constant(3),
    findings: fc.array(
      fc.record({
        rule: fc.constant("R-U01"),
        severity: fc.constantFrom("block", "review", "info"),
        line: fc.constant(1),
        overridden: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    missingRequiredFacts: fc.array(fc.constant("Stage"), { maxLength: 1 }),
    signoffs: fc.subarray([signed, second, { kind: "returned", versionNumber: 3, memberId: "bo" }]),
    correctorIds: fc.constant([]),
    isCorrected: fc.boolean(),
  });

  test("law: every event has a row in the lifecycle, and settles in one step", () => {
    fc.assert(
      fc.property(anyClaim, (before) => {
        const event = eventAfterEdits(before);
        if (event === null) return;
        const status = nextClaimStatus(before.status, event);
        const signoffs = event === "re_edited_blocked" ? [] : before.signoffs;
        expect(eventAfterEdits({ ...before, status, signoffs })).toBeNull();
      }),
    );
  });

  test("law: a claim that the edits leave ready is held by signatures of policy only", () => {
    fc.assert(
      fc.property(anyClaim, (before) => {
        const event = eventAfterEdits(before);
        const status = event === null ? before.status : nextClaimStatus(before.status, event);
        if (status !== "ready") return;
        const codes = releaseReasons({ ...before, status }, { role: "lead_coder" }, false).map(
          (each) => each.code,
        );
        expect(codes).toEqual([]);
      }),
    );
  });
});
