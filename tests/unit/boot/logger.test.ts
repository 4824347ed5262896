import { describe, expect, test } from "vitest";
import { allowedFields, errorFacts, type LogFields } from "@/lib/logger";

const CANARY = "Quillworth, Esmeralda";
const fields = (given: Record<string, unknown>) => allowedFields(given as LogFields);

describe("a log line", () => {
  test("carries ids, counts, times and words of the program", () => {
    const given = {
      claimId: "0198c0de-0000-7000-8000-000000000001",
      claimCount: 3,
      durationMs: 12.5,
      task: "import_claims",
      code: "23505",
      route: "/claims/[claimId]",
      memberId: null,
    };
    expect(fields(given)).toEqual(given);
  });

  test.each([
    ["a key it does not know", { patientName: "Quillworth" }],
    ["a name under an id's key", { patientId: CANARY }],
    ["a sentence under a word's key", { kind: `not found: ${CANARY}` }],
    ["an address with a query", { route: `/claims?patient=${CANARY}` }],
    ["an object", { kind: { name: CANARY } }],
    ["a list", { claimId: [CANARY] }],
    ["text for a number", { claimCount: CANARY }],
  ])("leaves out %s", (_what, given) => {
    expect(fields(given)).toEqual({ leftOut: 1 });
  });

  test("says of an error where and of which kind, never what it said", () => {
    const cause = Object.assign(new Error(`duplicate key (name)=(${CANARY})`), { code: "23505" });
    const error = new TypeError(`cannot insert ${CANARY}\n    at ${CANARY} (/x/y.ts:1:2)\nmember XQZ123456`, {
      cause,
    });
    const facts = errorFacts(error);
    expect(facts.name).toBe("TypeError");
    expect(facts.cause?.code).toBe("23505");
    expect(facts.at?.[0]).toMatch(/logger\.test\.ts:\d+:\d+$/);
    expect(JSON.stringify(facts)).not.toMatch(/Quillworth|Esmeralda|XQZ123456/);
    expect(errorFacts(CANARY)).toEqual({ name: "string" });
  });
});
