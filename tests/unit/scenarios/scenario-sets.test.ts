import { describe, expect, it } from "vitest";
import { runEdits } from "@/lib/domain/edits/run-edits";
import type { Severity } from "@/lib/domain/edits/severity";
import { scenarioCases } from "../../fixtures/scenarios";

describe("the usual days of a stimulator practice", () => {
  it.each(scenarioCases())("$scenario", ({ claim, context, expect: wanted }) => {
    const { findings, requiredFacts } = runEdits(claim, context);
    const found = (severity: Severity) =>
      findings
        .filter((finding) => finding.severity === severity)
        .map(({ rule, line }) => (line === null ? rule : `${rule} line ${line}`))
        .sort();
    const messages = findings.map(({ rule, message }) => `${rule}: ${message}`).join("\n");
    expect(
      {
        block: found("block"),
        review: found("review"),
        info: found("info"),
        asks: [...requiredFacts].sort(),
      },
      messages,
    ).toEqual({
      ...{
        block: [...wanted.block].sort(),
        review: [...wanted.review].sort(),
        info: [...wanted.info].sort(),
      },
      asks: [...wanted.asks].sort(),
    });
  });

  it("every scenario name is its own", () => {
    const names = scenarioCases().map(({ scenario }) => scenario);
    expect(new Set(names).size).toBe(names.length);
  });
});
