import { describe, expect, it } from "vitest";
import { withLineControlNumbers } from "@/lib/domain/claims/line-control-numbers";
import { read837 } from "@/lib/edi/read-837";
import type { ReadClaim } from "@/lib/edi/types";
import { write837 } from "@/lib/edi/write-837";
import { aClaimFile } from "../../builders/a-claim-file";
import { aClaim, aLine, aProvider } from "../../builders/a-claim";
import { mutated, sequence } from "../../builders/mutated-file";

const MUTATIONS = Number(process.env["DORSAL_MUTATIONS"] ?? 3_000);

describe("broken files", () => {
  it(`${MUTATIONS} mutations: refused with one reason, or read and written back to the same claims`, () => {
    const coordinated = aClaim({
      otherPayers: [
        { name: "MEDICARE", id: "00590", responsibility: "S", filingIndicator: "MB", paidCents: 10_050 },
      ],
      referring: aProvider({ name: "REED, ANNE", npi: "1234567893" }),
      note: "SECOND OPINION ON FILE",
      lines: [aLine({ units: 2 }), aLine({ code: "63685", authorizations: ["B77"] })],
    });
    const original = aClaimFile([coordinated, aClaim({ claimNumber: "HP-1002" })]);
    let accepted = 0;
    for (let seed = 1; seed <= MUTATIONS; seed += 1) {
      const { events, report } = read837(mutated(original, sequence(seed)));
      const refusals = report.problems.filter((problem) => problem.grade === "refuse").length;
      expect(refusals, `seed ${seed}`).toBe(report.accepted ? 0 : 1);
      if (!report.accepted) {
        expect(events, `seed ${seed}`).toEqual([]);
        continue;
      }
      accepted += 1;
      expect(events.length, `seed ${seed}`).toBe(report.claims + report.quarantined);
      const claims = events.filter((event): event is ReadClaim => event.kind === "claim");
      const envelope = { senderId: "S", receiverId: "R", submitter: null, receiver: null };
      const more = { controlNumber: 1, at: new Date(0), usage: "T" as const };
      const again = read837(
        new TextEncoder().encode(write837({ claims, envelope: { ...envelope, ...more } })),
      );
      const typed = again.events
        .filter((event): event is ReadClaim => event.kind === "claim")
        .map(({ claim }) => claim);
      expect(typed, `seed ${seed}`).toEqual(claims.map(({ claim }) => withLineControlNumbers(claim)));
    }
    expect(accepted).toBeGreaterThan(MUTATIONS / 10);
  });
});
