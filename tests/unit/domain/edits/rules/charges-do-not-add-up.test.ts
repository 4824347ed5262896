import { chargesDoNotAddUp } from "@/lib/domain/edits/rules/charges-do-not-add-up";
import { aClaim, aLine } from "@/tests/builders/a-claim";
import { editCases } from "@/tests/builders/edit-cases";

editCases(
  chargesDoNotAddUp,
  {
    "a total below its lines": {
      ...{ claim: "63650", with: { chargeCents: 900_000 }, line: null, fix: null },
      message: /total is 9,000\.00, its lines add up to 9,500\.00/,
    },
    "one cent too much": { claim: "63650 + 63685", with: { chargeCents: 1_900_001 }, line: null },
    "a procedure for nothing": {
      ...{ claim: aClaim({ lines: [aLine(), aLine({ code: "63685", chargeCents: 0 })] }), line: 2 },
      message: /Line 2 \(63685\) is a procedure without a charge/,
    },
    "also on a void": { claim: "63650", with: { chargeCents: 1, frequency: "8" }, line: null },
  },
  {
    "a total of its lines": { claim: "63650x2 + 63685" },
    "a device for nothing": { claim: aClaim({ lines: [aLine(), aLine({ code: "C1778", chargeCents: 0 })] }) },
    "a quality code for nothing": {
      claim: aClaim({ lines: [aLine(), aLine({ code: "G8427", chargeCents: 0 })] }),
    },
  },
);
