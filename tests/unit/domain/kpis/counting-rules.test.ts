import { describe, expect, test } from "vitest";
import { CLAIM_STATUSES } from "@/lib/domain/claims/lifecycle";
import { DENIAL_LIFECYCLE } from "@/lib/domain/denials/lifecycle";
import { LINE_OUTCOMES } from "@/lib/domain/denials/outcome";
import { COUNTING_RULES } from "@/lib/domain/kpis/counting-rules";
import { netCollectionRate } from "@/lib/domain/kpis/net-collection";
import { isInFirstDecisions, isScsLine } from "@/lib/domain/kpis/scope";
import { firstPassPaymentRate } from "@/lib/domain/kpis/first-pass";
import { LEDGER_KINDS } from "@/lib/domain/remittances/ledger-kinds";
import { aDecision, aDeterminationRow } from "@/tests/builders/a-determination-row";

/** What the database counts by is exactly what the core does. */
describe("the rules as data", () => {
  test("codes: those that the core takes for stimulator lines, programming where it is spinal", () => {
    const { surgicalCodes, programmingCodes } = COUNTING_RULES;
    for (const code of surgicalCodes) expect(isScsLine({ code, isSpinal: false })).toBe(true);
    for (const code of programmingCodes) {
      expect(isScsLine({ code, isSpinal: true })).toBe(true);
      expect(isScsLine({ code, isSpinal: false })).toBe(false);
    }
    expect(isScsLine({ code: "99214", isSpinal: true })).toBe(false);
  });

  test("roles: facilities are out of first decisions", () => {
    for (const role of COUNTING_RULES.facilityRoles)
      expect(isInFirstDecisions(aDeterminationRow({ role: role as "hospital" }))).toBe(false);
    expect(isInFirstDecisions(aDeterminationRow())).toBe(true);
  });

  test("outcomes: each is settled, or not, as the core says", () => {
    for (const outcome of LINE_OUTCOMES) {
      const row = aDeterminationRow({ initial: aDecision({ outcome }) });
      expect([outcome, firstPassPaymentRate([row], null).numerator === 1]).toEqual([
        ...[outcome, (COUNTING_RULES.settled as readonly string[]).includes(outcome)],
      ]);
    }
  });

  test("outcomes: what is due is what was allowed, nothing, or what is expected, as the core says", () => {
    const { allowedAsDecided, nothingOfItsOwn } = COUNTING_RULES;
    for (const outcome of LINE_OUTCOMES) {
      const current = aDecision({ outcome, allowedCents: 100, patientCents: 0, countsAsDenied: false });
      const due = netCollectionRate([aDeterminationRow({ current, contractCents: 900 })], null).denominator;
      const expected = allowedAsDecided.includes(outcome) ? 100 : nothingOfItsOwn.includes(outcome) ? 0 : 900;
      expect([outcome, due]).toEqual([outcome, expected]);
    }
  });

  test("statuses and kinds are ones that there are; denied and pended money settles nothing", () => {
    expect(CLAIM_STATUSES).toEqual(expect.arrayContaining(COUNTING_RULES.left));
    expect(Object.keys(LEDGER_KINDS)).toEqual(expect.arrayContaining(COUNTING_RULES.settling));
    expect(COUNTING_RULES.settling).not.toContain("denied");
    expect(COUNTING_RULES.settling).not.toContain("pended");
    // What a person gives up, and only that, ends in these.
    const { moved_to_patient, written_off } = DENIAL_LIFECYCLE.open;
    expect([...COUNTING_RULES.givenUp].sort()).toEqual([moved_to_patient, written_off].sort());
    expect(COUNTING_RULES.movedToPatient).toEqual([moved_to_patient]);
  });
});
