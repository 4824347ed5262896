import { describe, expect, it } from "vitest";
import { linkAnswer, standingDecisions, type LinkedAnswer } from "@/lib/domain/remittances/link-answers";

const answer = (id: string, over: Partial<LinkedAnswer> = {}): LinkedAnswer => ({
  ...{ id, statusCode: "1", payerControlNumber: "ICN", chargeCents: 1000, paidCents: 400 },
  ...{ decidedOn: "2026-03-10", reversesId: null, isReversed: false, isCorrected: false },
  ...over,
});
const reversal = (id: string, over: Partial<LinkedAnswer> = {}): LinkedAnswer =>
  answer(id, { statusCode: "22", chargeCents: -1000, paidCents: -400, decidedOn: "2026-04-10", ...over });

describe("a reversal", () => {
  it("takes back the newest answer with its charge, by the payer's number before the money", () => {
    const prior = [answer("a"), answer("b", { payerControlNumber: "OTHER" })];
    expect(linkAnswer(prior, reversal("r")).reverses?.id).toBe("a");
    expect(linkAnswer(prior, reversal("r", { payerControlNumber: "NEW" })).reverses?.id).toBe("b");
  });

  it("takes back nothing decided after it, nothing of another charge, and no answer with neither number nor money", () => {
    const later = answer("later", { decidedOn: "2026-05-10" });
    const other = answer("other", { chargeCents: 900 });
    const stranger = answer("stranger", { payerControlNumber: "X", paidCents: 1 });
    expect(linkAnswer([later, other, stranger], reversal("r")).reverses).toBeNull();
  });

  it("that came first takes back the answer of an earlier day that comes after it, once", () => {
    const early = reversal("r");
    expect(linkAnswer([early], answer("a")).takenBackBy?.id).toBe("r");
    expect(linkAnswer([early, answer("a")], answer("b")).takenBackBy).toBeNull();
    expect(standingDecisions([early, answer("a"), answer("b")]).map(({ id }) => id)).toEqual(["b"]);
  });

  it("is not of its own correction, which may say the same amounts on the same day", () => {
    const links = linkAnswer([reversal("r")], answer("a", { decidedOn: "2026-04-10" }));
    expect(links).toEqual({ reverses: null, corrects: null, takenBackBy: null });
  });
});

it("what was taken back is corrected by the next answer, once", () => {
  const prior = [answer("a", { isReversed: true }), reversal("r", { reversesId: "a" })];
  expect(linkAnswer(prior, answer("b")).corrects?.id).toBe("a");
  const corrected = prior.map((one) => ({ ...one, isCorrected: one.id === "a" }));
  expect(linkAnswer(corrected, answer("c")).corrects).toBeNull();
});

it("forwarded and predetermined claims are no decisions that stand", () => {
  const prior = [answer("a"), answer("f", { statusCode: "23" }), answer("p", { statusCode: "25" })];
  expect(standingDecisions(prior).map(({ id }) => id)).toEqual(["a"]);
});
