import { imagingInsideStimulatorProcedure } from "@/lib/domain/edits/rules/imaging-inside-stimulator-procedure";
import { aLine } from "@/tests/builders/a-claim";
import { aClaimOf } from "@/tests/builders/a-claim-of";
import { editCases } from "@/tests/builders/edit-cases";

const FOR_STIMULATOR = { facts: { imagingForOtherProcedure: false } };
const FOR_OTHER = { facts: { imagingForOtherProcedure: true } };

editCases(
  imagingInsideStimulatorProcedure,
  {
    "fluoroscopy beside two leads": {
      ...{
        claim: "63650x2 + 77003-26",
        line: 2,
        message: /included in 63650 \(line 1\)/,
        fix: null,
        waitsFor: [],
      },
    },
    "the record says it was for the stimulator": {
      ...{ claim: "63650x2 + 77003-26", line: 2, ...FOR_STIMULATOR, fix: /Take 77003 off/ },
    },
    "a modifier does not pass it": { claim: "63650x2 + 77003-26-59", line: 2 },
    "76000 beside a removal": { claim: "63661 + 76000", line: 2 },
    "77002 in a surgery centre": { claim: "63685 + 77002", line: 2, with: { role: "asc_facility" } },
    "another procedure is billed, but nobody says that the imaging was for it": {
      ...{ claim: "63650 + 77003-26 + 20610", line: 2, waitsFor: ["imagingForOtherProcedure"] },
    },
    "attested, but no other procedure is on the claim": {
      ...{ claim: "63650 + 77003-26", line: 2, ...FOR_OTHER },
    },
    "attested, but the other thing is only a visit": {
      ...{ claim: "63650 + 77003-26 + 99213-25", line: 2, ...FOR_OTHER },
    },
  },
  {
    "leads without imaging": { claim: "63650x2" },
    "imaging for another procedure of the claim, and the record says so": {
      ...{ claim: "63650 + 77003-26-XS + 20610-XS", ...FOR_OTHER },
    },
    "imaging with a block and no stimulator": { claim: "62321 + 77003" },
    "programming and imaging": { claim: "95972 + 76000" },
    "imaging on another day": {
      claim: aClaimOf("63650", {
        lines: [aLine(), aLine({ code: "77003", serviceFrom: "2026-06-05", serviceTo: "2026-06-05" })],
      }),
    },
  },
);
