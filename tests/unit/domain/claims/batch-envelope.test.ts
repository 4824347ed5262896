import { describe, expect, test } from "vitest";
import { batchParties } from "@/lib/domain/claims/batch-envelope";

const from = (
  submitterId: string | null,
  receiverId: string | null = "CLEARHOUSE",
  taxId: string | null = "123456789",
) => ({
  submitterId,
  receiverId,
  taxId,
});

describe("batchParties", () => {
  test.each([
    ["what the claims name", [from("HARBOR")], { senderId: "HARBOR", receiverId: "CLEARHOUSE" }],
    [
      "what most of them name",
      [from("OLD", "A"), from("HARBOR", "B"), from("HARBOR", "B")],
      { senderId: "HARBOR", receiverId: "B" },
    ],
    [
      "of equally common ones the first",
      [from("ONE"), from("TWO")],
      { senderId: "ONE", receiverId: "CLEARHOUSE" },
    ],
    [
      "the tax id where no submitter is named",
      [from(null)],
      { senderId: "123456789", receiverId: "CLEARHOUSE" },
    ],
    ["blanks name nobody", [from("  ", " ", null)], { senderId: "DORSAL", receiverId: "RECEIVER" }],
    [
      "at most 15 characters",
      [from("A-VERY-LONG-SUBMITTER-ID")],
      { senderId: "A-VERY-LONG-SUB", receiverId: "CLEARHOUSE" },
    ],
  ])("%s", (_, claims, parties) => {
    expect(batchParties(claims)).toEqual(parties);
  });
});
