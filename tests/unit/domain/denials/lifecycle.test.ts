import { describe, expect, it } from "vitest";
import {
  DENIAL_LIFECYCLE,
  DENIAL_STATUSES,
  SUBSTANTIVE_EVENTS,
  allowedDenialEvents,
  nextDenialStatus,
  undoneDenialStatus,
  type DenialEvent,
  type DenialStatus,
  type DenialStep,
} from "@/lib/domain/denials/lifecycle";

/** Follows events from "open". */
const follow = (...events: DenialEvent[]) => events.reduce<DenialStatus>(nextDenialStatus, "open");

describe("a denial's way", () => {
  it.each<[DenialEvent[], DenialStatus]>([
    [["work_started", "appeal_sent", "overturned", "paid"], "closed"],
    [["corrected_claim_sent", "upheld", "appeal_sent", "partly_overturned", "written_off"], "written_off"],
    [["records_sent", "call_with_outcome"], "records_sent"],
    [["appeal_sent", "peer_to_peer_held", "appeal_dismissed"], "upheld"],
    [["appeal_sent", "upheld", "appeal_sent"], "appealed"],
    [["new_claim_sent", "new_claim_rejected"], "in_progress"],
    [["overturned"], "overturned"],
    [["written_off", "overturned", "paid", "taken_back"], "open"],
    [["moved_to_patient", "reopened"], "in_progress"],
  ])("%j ends %s", (events, status) => {
    expect(follow(...events)).toBe(status);
  });

  it.each<[DenialStatus, string]>([
    ["open", "paid"],
    ["in_progress", "appeal_dismissed"],
    ["corrected", "peer_to_peer_held"],
    ["overturned", "written_off"],
    ["closed", "appeal_sent"],
    ["written_off", "appeal_sent"],
    ["open", "constructor"],
  ])("%s cannot be %s", (status, event) => {
    expect(() => nextDenialStatus(status, event)).toThrow(/cannot be/);
  });

  it("every status is reached from open, and closed is reached from every status", () => {
    const reachable = (start: DenialStatus) => {
      const seen = new Set<DenialStatus>([start]);
      const queue = [start];
      while (queue.length > 0) {
        const status = queue.pop()!;
        for (const event of allowedDenialEvents(status)) {
          const next = nextDenialStatus(status, event);
          if (!seen.has(next)) queue.push(next);
          seen.add(next);
        }
      }
      return seen;
    };
    expect([...reachable("open")].sort()).toEqual([...DENIAL_STATUSES].sort());
    for (const status of DENIAL_STATUSES) expect(reachable(status)).toContain("closed");
  });

  it("only known statuses follow, and every substantive event is in the table", () => {
    const events = new Set(DENIAL_STATUSES.flatMap(allowedDenialEvents));
    for (const status of DENIAL_STATUSES) {
      for (const next of Object.values(DENIAL_LIFECYCLE[status])) expect(DENIAL_STATUSES).toContain(next);
    }
    for (const event of SUBSTANTIVE_EVENTS) expect(events).toContain(event);
    expect(SUBSTANTIVE_EVENTS.has("work_started")).toBe(false);
  });
});

describe("undo", () => {
  const step = (event: DenialStep["event"], from: DenialStatus, by: DenialStep["by"] = "person") => ({
    ...{ event, from, by },
  });

  it("brings back the status before the newest move, one move at a time", () => {
    const steps = [step("work_started", "open"), step("appeal_sent", "in_progress")];
    expect(undoneDenialStatus(steps)).toBe("in_progress");
    expect(undoneDenialStatus([...steps, step("undone", "appealed")])).toBe("open");
  });

  it("finds nothing where all is undone or nothing was done", () => {
    expect(() => undoneDenialStatus([])).toThrow("Nothing was done");
    const steps = [step("work_started", "open"), step("undone", "in_progress")];
    expect(() => undoneDenialStatus(steps)).toThrow("Nothing was done");
  });

  it("stops at what a remittance brought", () => {
    const steps = [step("appeal_sent", "in_progress"), step("upheld", "appealed", "payer")];
    expect(() => undoneDenialStatus(steps)).toThrow("came with a remittance");
  });
});
