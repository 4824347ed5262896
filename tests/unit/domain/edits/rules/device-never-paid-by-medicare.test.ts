import { deviceNeverPaidByMedicare } from "@/lib/domain/edits/rules/device-never-paid-by-medicare";
import { editCases } from "@/tests/builders/edit-cases";

const MEDICARE = { kind: "medicare" } as const;

editCases(
  deviceNeverPaidByMedicare,
  {
    "the generator with two arrays": {
      claim: "63685 + L8687",
      line: 2,
      ...MEDICARE,
      message: /L8687/,
      fix: null,
    },
    "on the first day of 2014": { claim: "63650 + L8680 dos=2014-01-01", line: 2, ...MEDICARE },
    "lead contacts in the office": { claim: "63650x2 + L8680x16 @11", line: 2, ...MEDICARE },
    "in the surgery centre": { claim: "63650 + L8680", line: 2, ...MEDICARE, with: { role: "asc_facility" } },
  },
  {
    "L8679, which Medicare knows": { claim: "63685 + L8679", ...MEDICARE },
    "a commercial payer": { claim: "63685 + L8687" },
    "a Medicare Advantage plan": { claim: "63685 + L8687", kind: "medicare_advantage" },
    "before 2014": { claim: "63650 + L8680 dos=2013-12-31", ...MEDICARE },
  },
);
