import type { RuleProperties } from "json-rules-engine";
import { codesOfFeeSchedule } from "@/lib/domain/code-sets/fee-schedule";

// The conditions of twenty edits as json-rules-engine takes them: nested all/any over facts that are handed to it ready
// made (codes of the claim, sums, days). What messages and fixes would need is left out, which favours it.

type Conditions = RuleProperties["conditions"];

const test = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
const is = (fact: string, value: unknown) => test(fact, "equal", value);
const oneOf = (fact: string, value: unknown) => test(fact, "in", value);
const over = (fact: string, value: unknown) => test(fact, "greaterThan", value);
const holds = (fact: string, value: string) => test(fact, "contains", value);
const lacks = (fact: string, value: string) => test(fact, "doesNotContain", value);
const anyOf = (fact: string, values: readonly string[]) => ({
  any: values.map((value) => holds(fact, value)),
});
const theFact = (fact: string) => ({ fact });

const DISTINCT = ["59", "XE", "XS", "XP", "XU"];
const DISTINCT_PAIRS = DISTINCT.flatMap((one, at) => DISTINCT.slice(at + 1).map((other) => [one, other]));
const SURGERY = ["63650", "63655", "63661", "63662", "63663", "63664", "63685", "63688"];
const GENERATORS = ["63685", "L8679", "L8685", "L8686", "L8687", "L8688", "C1820", "C1822", "C1826", "C1767"];

/** Asked once for each line, with the facts of the line and its claim. */
const LINE_CONDITIONS: Record<string, Conditions> = {
  "R-U04": {
    all: [
      oneOf("code", ["63655", "63663", "63664", "63685", "63688", "95970", "95971", "95972"]),
      over("units", 1),
    ],
  },
  "R-N03": { all: [oneOf("code", ["77003", "77002", "76000"]), anyOf("codes", SURGERY)] },
  "R-N05": {
    any: [
      { all: [is("code", "95970"), anyOf("codes", ["95971", "95972"])] },
      { all: [is("code", "95971"), holds("codes", "95972")] },
    ],
  },
  "R-N07": { all: [is("code", "63661"), holds("codes", "63650")] },
  "R-N09": {
    all: [
      is("code", "63688"),
      holds("codes", "63685"),
      ...DISTINCT.map((modifier) => lacks("modifiers", modifier)),
      ...DISTINCT.map((modifier) => lacks("generatorModifiers", modifier)),
    ],
  },
  "R-M01": {
    all: [
      is("allowLateralModifiers", false),
      oneOf(
        "code",
        codesOfFeeSchedule((row) => !row.isBilateral),
      ),
      anyOf("modifiers", ["50", "LT", "RT"]),
    ],
  },
  "R-M03": {
    any: DISTINCT_PAIRS.map((pair) => ({ all: pair.map((modifier) => holds("modifiers", modifier)) })),
  },
  "R-M05": {
    all: [
      oneOf(
        "code",
        codesOfFeeSchedule((row) => !row.splits),
      ),
      anyOf("modifiers", ["26", "TC"]),
    ],
  },
  "R-M09": {
    all: [
      oneOf(
        "code",
        codesOfFeeSchedule((row) => row.assistant === "never"),
      ),
      anyOf("modifiers", ["80", "81", "82", "AS"]),
    ],
  },
  "R-T02": { all: [is("stage", "trial"), oneOf("code", GENERATORS)] },
  "R-A01": {
    all: [
      is("hasAuthorization", false),
      is("hasLineAuthorization", false),
      is("responsibility", "P"),
      oneOf("code", theFact("authRequiredCodes")),
    ],
  },
  "R-D01": { all: [is("pointerCount", 0)] },
  "R-P02": {
    all: [oneOf("code", theFact("officeNotAllowedCodes")), test("place", "notIn", ["19", "21", "22", "24"])],
  },
  "R-P07": {
    all: [is("payerKind", "medicare"), oneOf("code", ["L8680", "L8685", "L8686", "L8687", "L8688"])],
  },
  "R-C07": {
    any: [
      over("serviceDay", theFact("asOfDay")),
      test("serviceDay", "lessThan", theFact("birthDay")),
      over("serviceDay", theFact("lastDay")),
    ],
  },
};

/** Asked once for each claim. */
const CLAIM_CONDITIONS: Record<string, Conditions> = {
  "R-U03": { any: [over("units63661", 1), over("units63662", 1)] },
  "R-U01": {
    all: [
      over("leadUnits", 1),
      {
        any: [
          { all: [is("secondLeadStyle", "units2_one_line"), over("leadLines", 1)] },
          {
            all: [
              test("secondLeadStyle", "notEqual", "units2_one_line"),
              {
                any: [
                  over("mostLeadUnits", 1),
                  lacks("secondLeadModifiers", theFact("wantedModifier") as never),
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  "R-G01": {
    all: [
      is("stage", "permanent"),
      is("hasPermanentLineWithout58", true),
      test("daysSinceTrial", "greaterThanInclusive", 1),
      test("daysSinceTrial", "lessThanInclusive", 10),
    ],
  },
  "R-C05": { all: [test("daysToLimit", "lessThanInclusive", 30)] },
  "R-C06": {
    any: [test("chargeCents", "notEqual", theFact("lineCents")), over("surgicalLinesWithoutCharge", 0)],
  },
};

const rulesOf = (conditions: Record<string, Conditions>): RuleProperties[] =>
  Object.entries(conditions).map(([rule, condition]) => ({ conditions: condition, event: { type: rule } }));

export const LINE_RULES = rulesOf(LINE_CONDITIONS);
export const CLAIM_RULES = rulesOf(CLAIM_CONDITIONS);
export const COMPARED: ReadonlySet<string> = new Set([
  ...Object.keys(LINE_CONDITIONS),
  ...Object.keys(CLAIM_CONDITIONS),
]);
