import { filingLimitNearOrPassed } from "@/lib/domain/edits/rules/filing-limit-near-or-passed";
import { editCases } from "@/tests/builders/edit-cases";

const UHC = { set: { filingLimit: 90 }, payerName: "UNITEDHEALTHCARE" };
const CLAIM = { claim: "63650 dos=2026-01-05" };

editCases(
  filingLimitNearOrPassed,
  {
    "five days after the last day": {
      ...{ ...CLAIM, ...UHC, asOf: "2026-04-10", line: null, fix: null },
      message: /UNITEDHEALTHCARE took this claim until 2026-04-05; that day has passed/,
    },
    "the day after": { ...CLAIM, ...UHC, asOf: "2026-04-06", line: null },
    "the last day": {
      ...CLAIM,
      ...UHC,
      asOf: "2026-04-05",
      line: null,
      severity: "review",
      message: /until 2026-04-05, in 14 days or less/,
    },
    "14 days left": { ...CLAIM, ...UHC, asOf: "2026-03-22", line: null, severity: "review" },
    "15 days left": {
      ...CLAIM,
      ...UHC,
      asOf: "2026-03-21",
      line: null,
      severity: "info",
      message: /in 30 days or less/,
    },
    "30 days left": { ...CLAIM, ...UHC, asOf: "2026-03-06", line: null, severity: "info" },
    "Medicare's year": { ...CLAIM, kind: "medicare", asOf: "2027-01-06", line: null },
    "a payer's profile can lower it": {
      ...{ ...CLAIM, asOf: "2026-04-10", line: null, severity: "review" },
      set: { filingLimit: 90, editSeverities: { "R-C05": "review" } },
    },
    "but not raise a warning": {
      ...{ ...CLAIM, asOf: "2026-03-21", line: null, severity: "info" },
      set: { filingLimit: 90, editSeverities: { "R-C05": "block" } },
    },
  },
  {
    "31 days left": { ...CLAIM, ...UHC, asOf: "2026-03-05" },
    "a limit that nobody knows": { ...CLAIM, asOf: "2027-06-01" },
    "a replacement, which has a window of its own": {
      ...{ ...CLAIM, ...UHC, asOf: "2026-04-10", with: { frequency: "7" } },
    },
    "a historical file, judged as of its own day": { ...CLAIM, ...UHC, asOf: "2026-01-09" },
  },
);
