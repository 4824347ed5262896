import { describe, expect, it } from "vitest";
import { runEdits } from "@/lib/domain/edits/run-edits";
import { cleanClaims } from "../../fixtures/clean-claims";

const CLAIMS = cleanClaims();
const MOST_SHOWN = 20;

/** What went wrong, a line a claim; an empty list is what we want to see. */
function wrong(judge: (at: number) => string | null): string[] {
  const lines: string[] = [];
  for (const [at, { name }] of CLAIMS.entries()) {
    const says = judge(at);
    if (says !== null) lines.push(`${name}: ${says}`);
  }
  return lines.length <= MOST_SHOWN ? lines : [...lines.slice(0, MOST_SHOWN), `${lines.length} in all`];
}

describe(`${CLAIMS.length} clean claims`, () => {
  const results = CLAIMS.map(({ claim, context }) => runEdits(claim, context));

  it("are more than two thousand, and each is different", () => {
    expect(CLAIMS.length).toBeGreaterThan(2_000);
    expect(new Set(CLAIMS.map(({ name }) => name)).size).toBe(CLAIMS.length);
  });

  it("none is blocked", () => {
    const blocked = wrong((at) => {
      const blocks = results[at]!.findings.filter(({ severity }) => severity === "block");
      return blocks.length === 0 ? null : blocks.map(({ rule, message }) => `${rule} ${message}`).join(" | ");
    });
    expect(blocked).toEqual([]);
  });

  it("where everything is documented no senior coder is asked either", () => {
    const reviewed = wrong((at) => {
      if (!CLAIMS[at]!.isDocumented) return null;
      const reviews = results[at]!.findings.filter(({ severity }) => severity === "review");
      return reviews.length === 0
        ? null
        : reviews.map(({ rule, message }) => `${rule} ${message}`).join(" | ");
    });
    expect(reviewed).toEqual([]);
  });

  it("facts are asked of the surgeon alone, only those the rules require, only where they matter", () => {
    const misasked = wrong((at) => {
      const asked = [...results[at]!.requiredFacts].sort().join(" ");
      const wanted = CLAIMS[at]!.asks.join(" ");
      return asked === wanted ? null : `asks "${asked}" instead of "${wanted}"`;
    });
    expect(misasked).toEqual([]);
  });

  it("each required fact is listed once, with the rules that wait for it", () => {
    const unlisted = wrong((at) => {
      const { requiredFacts, unknowns } = results[at]!;
      const facts = unknowns.map(({ fact }) => fact);
      const isOnce = new Set(facts).size === facts.length;
      const hasRules = unknowns.every(({ rules }) => rules.length > 0);
      return isOnce && hasRules && requiredFacts.every((fact) => facts.includes(fact))
        ? null
        : facts.join(" ");
    });
    expect(unlisted).toEqual([]);
  });
});
