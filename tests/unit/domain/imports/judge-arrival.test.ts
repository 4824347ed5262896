import { describe, expect, test } from "vitest";
import { judgeArrival, type Arrival, type StoredCycle } from "@/lib/domain/imports/judge-arrival";

const cycle = (overrides: Partial<StoredCycle> = {}): StoredCycle => ({
  ...{ claimId: "stored", cycle: 1, status: "needs_coding", responsibility: "P" },
  ...{ currentFingerprint: "A", exportedFingerprint: "A", ...overrides },
});
const arrival = (overrides: Partial<Arrival> = {}): Arrival => ({
  ...{ claimId: "arriving", fingerprint: "A", responsibility: "P", ...overrides },
});
const corrected = (overrides: Partial<StoredCycle> = {}) => cycle({ currentFingerprint: "B", ...overrides });
const NEW = { outcome: "new", claimId: "arriving", cycle: 1 };
const NEXT = { outcome: "cycle", claimId: "arriving", cycle: 2 };
const VERSION = { outcome: "version", claimId: "stored" };
const CONFIRMED = { outcome: "confirmed", claimId: "stored" };
const UNCHANGED = { outcome: "unchanged", claimId: "stored" };

interface Row {
  what: string;
  arrives?: Partial<Arrival>;
  stored?: StoredCycle[];
  earlier?: Arrival[];
  isHistory?: boolean;
  verdict: object;
}

const ROWS: Row[] = [
  { what: "a number that was never here is a new claim", verdict: NEW },
  { what: "so is one of history", isHistory: true, verdict: NEW },
  { what: "the same claim again is unchanged", stored: [cycle()], verdict: UNCHANGED },
  ...(["in_review", "ready", "released", "filed"] as const).map((status) => ({
    ...{ what: `also while it is ${status}`, stored: [cycle({ status })], verdict: UNCHANGED },
  })),
  ...(["needs_coding", "in_review", "ready"] as const).map((status) => ({
    what: `changed by the practice while ${status}, the export is its new version`,
    ...{ arrives: { fingerprint: "C" }, stored: [cycle({ status })], verdict: VERSION },
  })),
  {
    what: "the claim as it was before our correction is unchanged: the correction stays",
    ...{ stored: [corrected()], verdict: UNCHANGED },
  },
  {
    what: "an export that carries our correction confirms it",
    ...{ arrives: { fingerprint: "B" }, stored: [corrected()], verdict: CONFIRMED },
  },
  {
    what: "also when the correction was released meanwhile",
    ...{ arrives: { fingerprint: "B" }, stored: [corrected({ status: "released" })], verdict: CONFIRMED },
  },
  {
    what: "an export that carries something else than our correction is a new version",
    ...{ arrives: { fingerprint: "C" }, stored: [corrected()], verdict: VERSION },
  },
  ...(["released", "filed"] as const).map((status) => ({
    what: `changed after it was ${status}, it is the next cycle`,
    ...{ arrives: { fingerprint: "C" }, stored: [cycle({ status })], verdict: NEXT },
  })),
  {
    what: "a changed claim whose second cycle is open changes that cycle",
    arrives: { fingerprint: "C" },
    stored: [
      cycle({ claimId: "first", status: "released" }),
      cycle({ cycle: 2, currentFingerprint: "B", exportedFingerprint: "B" }),
    ],
    verdict: VERSION,
  },
  {
    what: "an old cycle sent again unchanged is recognized behind a newer one",
    stored: [
      cycle({ status: "released" }),
      cycle({ claimId: "second", cycle: 2, currentFingerprint: "B", exportedFingerprint: "B" }),
    ],
    verdict: UNCHANGED,
  },
  {
    what: "the secondary claim under the primary's number is a claim of its own, even before release",
    ...{ arrives: { fingerprint: "C", responsibility: "S" }, stored: [cycle()], verdict: NEXT },
  },
  {
    what: "history cannot change open work",
    ...{ arrives: { fingerprint: "C" }, stored: [cycle()], isHistory: true },
    verdict: { outcome: "quarantined", reason: "open_here" },
  },
  {
    what: "a claim that only remittances know gets its first version, as history or as work",
    ...{ arrives: { fingerprint: "C" }, isHistory: true },
    stored: [cycle({ status: "remittance_only", currentFingerprint: "", exportedFingerprint: "" })],
    verdict: VERSION,
  },
  {
    what: "history changed after history is the next cycle",
    ...{
      arrives: { fingerprint: "C" },
      stored: [cycle({ status: "filed" })],
      isHistory: true,
      verdict: NEXT,
    },
  },
  {
    what: "the same claim twice in a file counts once",
    ...{ earlier: [arrival({ claimId: "stored" })], verdict: UNCHANGED },
  },
  {
    what: "a number twice in a file with different content holds the second one back",
    arrives: { fingerprint: "C" },
    earlier: [arrival({ claimId: "before" })],
    verdict: { outcome: "quarantined", reason: "number_twice" },
  },
  {
    what: "in a file of history both were sent: the second is the next cycle",
    arrives: { fingerprint: "C" },
    ...{ earlier: [arrival({ claimId: "before" })], isHistory: true, verdict: NEXT },
  },
  {
    what: "primary and secondary in one file are two claims",
    arrives: { fingerprint: "C", responsibility: "S" },
    ...{ earlier: [arrival({ claimId: "before" })], verdict: NEXT },
  },
  {
    what: "after a new version in the same file, a third content is held back",
    arrives: { fingerprint: "D" },
    ...{ stored: [cycle()], earlier: [arrival({ claimId: "before", fingerprint: "C" })] },
    verdict: { outcome: "quarantined", reason: "number_twice" },
  },
  {
    what: "each other content of history under one number is a cycle further",
    arrives: { fingerprint: "D" },
    ...{ stored: [cycle({ status: "filed" })], isHistory: true },
    ...{ earlier: [arrival({ claimId: "before", fingerprint: "C" })] },
    verdict: { outcome: "cycle", claimId: "arriving", cycle: 3 },
  },
  {
    what: "a claim that was held back leaves the ones behind it alone",
    ...{ stored: [cycle()], isHistory: true, verdict: UNCHANGED },
    earlier: [arrival({ claimId: "before", fingerprint: "C" })],
  },
];

describe("an arriving claim", () => {
  test.each(ROWS)("$what", ({ arrives = {}, stored = [], earlier = [], isHistory = false, verdict }) => {
    expect(judgeArrival(arrival(arrives), stored, earlier, { isHistory })).toEqual(verdict);
  });

  test("is judged without touching what was handed in", () => {
    const stored = [cycle()];
    judgeArrival(arrival({ fingerprint: "D" }), stored, [arrival({ fingerprint: "C" })], {
      isHistory: false,
    });
    expect(stored).toEqual([cycle()]);
  });
});
