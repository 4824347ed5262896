import { describe, expect, it } from "vitest";
import { denialsWorked, type DenialActionRow } from "@/lib/domain/kpis/denials-worked";

const act = (lineId: string, event: DenialActionRow["event"], on = "2026-05-10"): DenialActionRow => ({
  ...{ claimId: `claim-${lineId[0]}`, lineId, event, on, deniedCents: 500_000 },
});

describe("denials worked", () => {
  it("counts each line once, and appeals apart from corrections", () => {
    const { worked, appealed, corrected } = denialsWorked(
      [
        act("A1", "work_started"),
        act("A1", "call_with_outcome"),
        act("A1", "appeal_sent"),
        act("A2", "corrected_claim_sent"),
        act("B1", "appeal_sent"),
        act("C1", "work_started"),
      ],
      null,
    );
    expect(worked).toEqual({ lines: 3, claims: 2, deniedCents: 1_500_000, lineIds: ["A1", "A2", "B1"] });
    expect(appealed).toMatchObject({ lines: 2, claims: 2, lineIds: ["A1", "B1"] });
    expect(corrected).toMatchObject({ lines: 1, lineIds: ["A2"] });
  });

  it("taking over, writing off and what a payer says are no work", () => {
    const events = ["work_started", "work_put_back", "written_off", "upheld", "overturned", "paid"] as const;
    expect(
      denialsWorked(
        events.map((event) => act("A1", event)),
        null,
      ).worked.lines,
    ).toBe(0);
  });

  it("holds both days of the period", () => {
    const actions = ["2026-04-30", "2026-05-01", "2026-05-31", "2026-06-01"].map((on, at) =>
      act(`A${at}`, "records_sent", on),
    );
    expect(denialsWorked(actions, { from: "2026-05-01", to: "2026-05-31" }).worked.lineIds).toEqual([
      "A1",
      "A2",
    ]);
  });
});
