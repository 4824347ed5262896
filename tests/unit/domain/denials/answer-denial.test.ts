import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stepsOfAnswer, type DenialAnswer } from "@/lib/domain/denials/answer-denial";
import { DENIAL_STATUSES, type DenialStatus } from "@/lib/domain/denials/lifecycle";
import { WORK_KINDS } from "@/lib/domain/denials/open-work";

/** What is left of 1000 cents is denied; the rest was paid. */
const anAnswer = (
  deniedCents: number,
  deniedBeforeCents = 1000,
  more: Partial<DenialAnswer> = {},
): DenialAnswer => {
  const work = deniedCents > 0 ? "denied" : null;
  return { work, deniedCents, deniedBeforeCents, paidCents: 1000 - deniedCents, isDecided: true, ...more };
};
const eventsOf = (status: DenialStatus, deniedCents: number, more: Partial<DenialAnswer> = {}) =>
  stepsOfAnswer(status, anAnswer(deniedCents, 1000, more)).map(({ event, to }) => `${event} > ${to}`);

describe("an answer of the payer", () => {
  test.each(DENIAL_STATUSES)("that pays closes a denial that is %s", (status) => {
    const steps = stepsOfAnswer(status, anAnswer(0));
    expect(steps.at(-1)?.to ?? status).toBe("closed");
  });

  test("that pends, or that nobody can read, wins nothing and closes nothing", () => {
    for (const status of DENIAL_STATUSES) {
      expect(eventsOf(status, 0, { isDecided: false, paidCents: 0 })).toEqual([]);
      expect(eventsOf(status, 0, { isDecided: false, paidCents: 500 })).toEqual([]);
    }
    expect(eventsOf("appealed", 400, { isDecided: false })).toEqual(["upheld > upheld"]);
    expect(eventsOf("open", 400, { isDecided: false })).toEqual([]);
  });

  test("that leaves everything to the patient closes without a win", () => {
    expect(eventsOf("open", 0, { paidCents: 0 })).toEqual(["moved_to_patient > closed"]);
    expect(eventsOf("appealed", 0, { paidCents: 0 })).toEqual(["moved_to_patient > closed"]);
    expect(eventsOf("written_off", 0, { paidCents: 0 })).toEqual([]);
  });

  test("that denies again upholds what was with the payer, in part where less is denied", () => {
    for (const status of ["corrected", "rebilled", "records_sent", "appealed"] as const) {
      expect(eventsOf(status, 1000)).toEqual(["upheld > upheld"]);
      expect(eventsOf(status, 400)).toEqual(["partly_overturned > partly_overturned"]);
    }
  });

  test("that denies again opens what was paid, and changes nothing that is being worked or was given up", () => {
    expect(eventsOf("closed", 500)).toEqual(["denied_again > open"]);
    expect(eventsOf("overturned", 1000)).toEqual(["denied_again > open"]);
    for (const status of ["open", "in_progress", "upheld", "written_off"] as const)
      expect(eventsOf(status, 1000)).toEqual([]);
  });

  test("that gives part of it unasked says so", () => {
    expect(eventsOf("open", 400)).toEqual(["partly_overturned > partly_overturned"]);
  });

  test("that processed nothing sends back what was sent, opens what was settled, and wins nothing", () => {
    const work = "not_processed";
    expect(eventsOf("corrected", 0, { work })).toEqual(["corrected_claim_rejected > in_progress"]);
    expect(eventsOf("rebilled", 0, { work })).toEqual(["new_claim_rejected > in_progress"]);
    expect(eventsOf("closed", 0, { work })).toEqual(["denied_again > open"]);
    for (const status of ["open", "in_progress", "upheld", "appealed", "written_off"] as const)
      expect(eventsOf(status, 0, { work })).toEqual([]);
    expect(eventsOf("corrected", 0, { work: "unclear" })).toEqual([]);
  });

  test("never makes a move that the lifecycle does not know", () => {
    const cents = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(
        fc.constantFrom(...DENIAL_STATUSES),
        cents,
        cents,
        fc.boolean(),
        fc.constantFrom(0, 500),
        fc.constantFrom(null, ...WORK_KINDS),
        (status, deniedCents, deniedBeforeCents, isDecided, paidCents, work) => {
          const steps = stepsOfAnswer(status, { work, deniedCents, deniedBeforeCents, isDecided, paidCents });
          let now = status;
          for (const step of steps) {
            expect(step.from).toBe(now);
            now = step.to;
          }
        },
      ),
    );
  });
});
