import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stepsOfAnswer } from "@/lib/domain/denials/answer-denial";
import { DENIAL_STATUSES, type DenialStatus } from "@/lib/domain/denials/lifecycle";

const eventsOf = (status: DenialStatus, deniedCents: number, deniedBeforeCents = 1000) =>
  stepsOfAnswer(status, { deniedCents, deniedBeforeCents }).map(({ event, to }) => `${event} > ${to}`);

describe("an answer of the payer", () => {
  test.each(DENIAL_STATUSES)("that pays closes a denial that is %s", (status) => {
    const steps = stepsOfAnswer(status, { deniedCents: 0, deniedBeforeCents: 1000 });
    expect(steps.at(-1)?.to ?? status).toBe("closed");
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

  test("never makes a move that the lifecycle does not know", () => {
    const cents = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(
        fc.constantFrom(...DENIAL_STATUSES),
        cents,
        cents,
        (status, deniedCents, deniedBeforeCents) => {
          const steps = stepsOfAnswer(status, { deniedCents, deniedBeforeCents });
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
