import { describe, expect, it } from "vitest";
import { whyDenialNotAssigned, type DenialAssignmentAsked } from "@/lib/domain/denials/denial-assignment";
import { DENIAL_QUEUE_NAMES, DENIAL_QUEUES, denialQueueOf } from "@/lib/domain/denials/denial-queues";
import { DENIAL_STATUSES } from "@/lib/domain/denials/lifecycle";
import { suggestNextStep, type NextStepInput } from "@/lib/domain/denials/next-step";
import { personEvents, questionsOf, whatIsWrongWith } from "@/lib/domain/denials/person-step";

describe("the queues of denials", () => {
  it("hold each status exactly once", () => {
    const held = DENIAL_QUEUE_NAMES.flatMap((name) => [...DENIAL_QUEUES[name].statuses]);
    expect([...held].sort()).toEqual([...DENIAL_STATUSES].sort());
    expect(denialQueueOf("upheld")).toBe("to_work");
    expect(denialQueueOf("appealed")).toBe("waiting");
  });
});

describe("an assignment", () => {
  const asked: DenialAssignmentAsked = {
    ...{ status: "open", version: 3, seenVersion: 3, ownerId: null, toMemberId: "me", askedById: "me" },
    mayAssignOthers: false,
  };
  it.each<[string, Partial<DenialAssignmentAsked>, string | null]>([
    ["takes what nobody has", {}, null],
    ["gives back one's own", { ownerId: "me", toMemberId: null }, null],
    ["is not another's to give", { ownerId: "you", toMemberId: null }, "Only a denial lead"],
    ["is a lead's to give", { ownerId: "you", mayAssignOthers: true }, null],
    ["of an old version changes nothing", { version: 4 }, "Somebody changed it"],
    [
      "of an old version changes nothing for a lead either",
      { version: 4, mayAssignOthers: true },
      "Somebody",
    ],
    ["of a settled denial changes nothing", { status: "written_off" }, "It is settled"],
    ["to whom it belongs changes nothing", { ownerId: "me" }, "It is assigned that way"],
  ])("%s", (_title, change, reason) => {
    const why = whyDenialNotAssigned({ ...asked, ...change });
    if (reason === null) expect(why).toBeNull();
    else expect(why).toContain(reason);
  });
});

describe("what a person records", () => {
  it("never includes what only posted money says", () => {
    for (const status of DENIAL_STATUSES)
      for (const event of ["paid", "denied_again", "taken_back"])
        expect(personEvents(status)).not.toContain(event);
    expect(personEvents("overturned")).toEqual(["call_with_outcome"]);
  });

  const step = {
    event: "call_with_outcome",
    actedOn: "2026-06-01",
    reference: "C-77",
    contact: "Ana",
    note: "",
  };
  it.each([
    [{ note: "They reprocess it by Friday" }, null],
    [{ note: "soon" }, ["note"]],
    [{ reference: "", contact: "", note: "They reprocess it" }, ["reference", "contact"]],
    [{ actedOn: "2026-06-25", note: "They reprocess it" }, ["actedOn"]],
    [{ event: "appeal_sent", reference: "", contact: "" }, null],
    [{ event: "written_off", note: "" }, ["note"]],
  ])("%j lacks %j", (change, lacks) => {
    const wrong = whatIsWrongWith({ ...step, ...change }, "2026-06-24");
    expect(wrong === null ? null : Object.keys(wrong)).toEqual(lacks);
  });

  it("asks for a day only where something happened outside", () => {
    expect(questionsOf("records_sent").day).toBe(true);
    expect(questionsOf("work_started").day).toBe(false);
  });
});

describe("the next step", () => {
  const asked: NextStepInput = {
    kind: "denied",
    ...{ category: "INCLUSIVE", paths: ["appeal", "corrected_claim"], remarks: [], windows: [] },
    ...{ isIntegral: false, wasUpheld: false },
  };
  const open = { route: "appeal", isOpen: true } as const;
  const closed = { route: "appeal", isOpen: false } as const;
  it.each<[string, Partial<NextStepInput>, string]>([
    ["is the reason's usual way", { windows: [open] }, "appeal_sent"],
    ["is the next way where a window is closed", { windows: [closed] }, "corrected_claim_sent"],
    [
      "gives up where all are closed",
      { windows: [closed, { route: "corrected_claim", isOpen: false }] },
      "written_off",
    ],
    ["is a new claim where nothing was processed", { remarks: ["MA130"] }, "new_claim_sent"],
    ["is a new claim for what was never processed", { kind: "not_processed" }, "new_claim_sent"],
    [
      "is no new claim behind the filing limit",
      { kind: "not_processed", paths: ["rebill"], windows: [{ route: "first_claim", isOpen: false }] },
      "written_off",
    ],
    ["concedes what is part of the implant", { isIntegral: true }, "written_off"],
    ["sends records where documents lack", { category: "DOC", paths: [] }, "records_sent"],
    [
      "corrects the claim where the modifier is wrong",
      { category: "MODIFIER", paths: [] },
      "corrected_claim_sent",
    ],
    [
      "is the next level after a decision against us",
      { category: "MODIFIER", paths: ["corrected_claim", "appeal"], wasUpheld: true },
      "appeal_sent",
    ],
  ])("%s", (_title, change, event) => {
    expect(suggestNextStep({ ...asked, ...change }).event).toBe(event);
  });

  it("names what to have at hand, and what the payer warns of", () => {
    const step = suggestNextStep({ ...asked, category: "MEDNEC", paths: ["appeal"], remarks: ["N211"] });
    expect(step.needs.join()).toContain("Psychological evaluation");
    expect(step.cautions.join()).toContain("N211");
    expect(step.cautions.join()).toContain("peer-to-peer");
  });
});
