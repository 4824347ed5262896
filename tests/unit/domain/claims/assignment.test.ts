import { expect, test } from "vitest";
import { whyNotAssigned, type AssignmentAsked } from "@/lib/domain/claims/assignment";

const asked: AssignmentAsked = {
  status: "needs_coding",
  assignedToId: null,
  toMemberId: "rosa",
  askedById: "rosa",
  mayAssignOthers: false,
};

test.each<[string, Partial<AssignmentAsked>]>([
  ["a coder takes what nobody has", {}],
  ["a coder gives their own back", { assignedToId: "rosa", toMemberId: null }],
  ["a lead gives anybody's to anybody", { assignedToId: "imani", toMemberId: "tom", mayAssignOthers: true }],
])("allowed: %s", (_, change) => {
  expect(whyNotAssigned({ ...asked, ...change })).toBeNull();
});

test.each<[string, Partial<AssignmentAsked>, string]>([
  ["what has left", { status: "released" }, "It has left the worklist."],
  ["what was filed", { status: "filed", mayAssignOthers: true }, "It has left the worklist."],
  ["no change", { assignedToId: "rosa" }, "It is assigned that way already."],
  ["a colleague's claim", { assignedToId: "imani" }, "Only a lead coder gives claims to other people."],
  ["work for a colleague", { toMemberId: "imani" }, "Only a lead coder gives claims to other people."],
])("left as it is: %s", (_, change, reason) => {
  expect(whyNotAssigned({ ...asked, ...change })).toBe(reason);
});
