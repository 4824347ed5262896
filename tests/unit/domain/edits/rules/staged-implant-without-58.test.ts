import { stagedImplantWithout58 } from "@/lib/domain/edits/rules/staged-implant-without-58";
import { aLine } from "@/tests/builders/a-claim";
import { aClaimOf } from "@/tests/builders/a-claim-of";
import { aPriorService } from "@/tests/builders/an-edit-context";
import { editCases } from "@/tests/builders/edit-cases";

const TRIAL = { history: [aPriorService()] };
const DOCUMENTED = { history: [aPriorService({ stage: "trial" })] };
const FACT = { facts: { trialDate: "2026-06-01" } };

editCases(
  stagedImplantWithout58,
  {
    "generator on day 8 after a trial in the history": {
      ...{ claim: "63685 dos=2026-06-09", line: 1, ...TRIAL, fix: null },
      message: /Line 1 of 2026-06-09 is 8 days after the trial of 2026-06-01 and lacks modifier 58/,
    },
    "the whole implant, the trial is recorded: one finding, one fix for all lines": {
      ...{ claim: "63650x2 + 63685 dos=2026-06-09", line: 1, ...FACT, fix: /58 on lines 1 and 2/ },
    },
    "day 10 is the last day": { claim: "63650x2 + 63685 dos=2026-06-11", line: 1, ...DOCUMENTED, fix: /58/ },
    "day 1": { claim: "63650x2 + 63685 dos=2026-06-02", line: 1, ...TRIAL },
    "only the second line lacks it": {
      ...{ claim: "63650-58x2 + 63685 dos=2026-06-09", line: 2, ...FACT, fix: /58 on line 2/ },
    },
    "78 does not say planned": { claim: "63685-78 dos=2026-06-09", line: 1, ...FACT },
    "a paddle recorded as permanent": {
      ...{ claim: "63655 dos=2026-06-09 @22", line: 1 },
      facts: { trialDate: "2026-06-01", stage: "permanent" },
    },
    "trial and implant on one claim": {
      line: 2,
      claim: aClaimOf("63650", {
        lines: [
          aLine({ serviceFrom: "2026-06-01", serviceTo: "2026-06-01" }),
          aLine({ code: "63685", serviceFrom: "2026-06-09", serviceTo: "2026-06-09" }),
        ],
      }),
    },
  },
  {
    "58 is there": { claim: "63650-58x2 + 63685-58 dos=2026-06-09", ...TRIAL },
    "day 11": { claim: "63650x2 + 63685 dos=2026-06-12", ...TRIAL },
    "another group's trial": {
      ...{ claim: "63685 dos=2026-06-09", history: [aPriorService({ billingNpi: "1992000017" })] },
    },
    "the surgery centre's claim of the trial is not the surgeon's": {
      ...{ claim: "63685 dos=2026-06-09", history: [aPriorService({ role: "asc_facility" })] },
    },
    "what went before was a permanent implant": {
      ...{ claim: "63650 + 63685 dos=2026-06-09" },
      history: [aPriorService(), aPriorService({ code: "63685" })],
    },
    "what went before was recorded as permanent": {
      ...{ claim: "63650 + 63685 dos=2026-06-09", history: [aPriorService({ stage: "permanent" })] },
    },
    "a second trial": { claim: "63650 dos=2026-06-09", ...TRIAL },
    "a lone paddle whose stage nobody knows waits": {
      ...{ claim: "63655 dos=2026-06-09 @22", ...TRIAL, waitsFor: ["stage"] },
    },
    "without any history the day of the trial is asked": {
      ...{ claim: "63650 + 63685 dos=2026-06-09", history: null, waitsFor: ["trialDate"] },
    },
    "the surgery centre's own claim": {
      ...{ claim: "63650x2 + 63685 dos=2026-06-09", with: { role: "asc_facility" }, ...FACT },
    },
    "the same day": { claim: "63650 + 63685 dos=2026-06-01", ...FACT },
  },
);
