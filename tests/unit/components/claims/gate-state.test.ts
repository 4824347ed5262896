import { describe, expect, test } from "vitest";
import { gateState, ownSignature } from "@/components/claims/gate/gate-state";
import type { ClaimScreen, GateView, SignoffView } from "@/lib/domain/claims/claim-screen";
import type { ClaimStatus } from "@/lib/domain/claims/lifecycle";

const OPEN: GateView = {
  ...{ content: [], release: [], needsSecondSignoff: true },
  ...{ maySign: true, mayReview: false },
};
const block = { code: "blocking_finding", message: "R-U01 blocks line 2." } as const;

/** The part of the screen that the gate reads. */
function aScreen(
  status: ClaimStatus,
  gate: Partial<GateView> = {},
  signoffs: SignoffView[] = [],
): ClaimScreen {
  return {
    head: { status, currentVersion: 2 },
    gate: { ...OPEN, ...gate },
    signoffs,
  } as unknown as ClaimScreen;
}

function aSignoff(overrides: Partial<SignoffView> = {}): SignoffView {
  return {
    ...{ id: "s", versionNumber: 2, kind: "coder", note: null, memberId: "rosa" },
    ...{ actorName: "Rosa", createdAt: "", withdrawnAt: null },
    ...overrides,
  };
}

describe("gateState", () => {
  test("says what holds the claim, and counts it", () => {
    expect(gateState(aScreen("needs_coding", { content: [block] }))).toEqual({
      kind: "held",
      title: "One thing holds this claim",
      reasons: [block.message],
    });
    expect(gateState(aScreen("needs_coding", { content: [block, { ...block, message: "B" }] })).title).toBe(
      "2 things hold this claim",
    );
  });

  test("asks for the signature only when nothing holds the content", () => {
    expect(gateState(aScreen("needs_coding")).kind).toBe("to-sign");
    expect(gateState(aScreen("in_review", { mayReview: true })).kind).toBe("to-review");
  });

  test("leaves the signature to a colleague where the person's own override needs another pair of eyes", () => {
    const words = (maySign: boolean) =>
      gateState(aScreen("needs_coding", { maySign, needsSecondSignoff: false })).reasons[0];
    expect(words(false)).toMatch(/colleague/);
    expect(words(true)).toMatch(/^Sign it/);
  });

  test("a ready claim that something holds is never called ready", () => {
    expect(gateState(aScreen("ready")).kind).toBe("ready");
    expect(gateState(aScreen("ready", { release: [block] })).kind).toBe("held");
  });

  test.each(["released", "filed"] as const)("a %s claim has left", (status) => {
    expect(gateState(aScreen(status, { content: [block] })).kind).toBe("gone");
  });
});

describe("ownSignature", () => {
  test("is the latest own signature under the present version", () => {
    expect(ownSignature(aScreen("in_review", {}, [aSignoff()]), "rosa")).toBe("coder");
    const both = [aSignoff(), aSignoff({ kind: "second", memberId: "imani" })];
    expect(ownSignature(aScreen("ready", {}, both), "imani")).toBe("second");
    expect(ownSignature(aScreen("ready", {}, both), "rosa")).toBe("coder");
  });

  test.each([
    ["of somebody else", aSignoff({ memberId: "imani" })],
    ["of an earlier version", aSignoff({ versionNumber: 1 })],
    ["withdrawn already", aSignoff({ withdrawnAt: "2026-06-03T10:00:00Z" })],
    ["of another kind", aSignoff({ kind: "returned" })],
  ])("none to take back: %s", (_, signoff) => {
    expect(ownSignature(aScreen("in_review", {}, [signoff]), "rosa")).toBeNull();
  });

  test("none to take back once the claim has left", () => {
    expect(ownSignature(aScreen("released", {}, [aSignoff()]), "rosa")).toBeNull();
  });
});
