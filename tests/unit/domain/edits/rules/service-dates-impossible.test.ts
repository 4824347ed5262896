import { serviceDatesImpossible } from "@/lib/domain/edits/rules/service-dates-impossible";
import { aClaim, aLine } from "@/tests/builders/a-claim";
import { editCases } from "@/tests/builders/edit-cases";

const person = (overrides: Partial<ReturnType<typeof aClaim>["patient"]>) => ({
  patient: { ...aClaim().patient, ...overrides },
});
const spanning = (code: string, units: number, unitBasis = "UN") =>
  aClaim({
    lines: [aLine({ code, units, unitBasis, serviceFrom: "2026-06-03", serviceTo: "2026-06-04" })],
  });

editCases(
  serviceDatesImpossible,
  {
    "a day to come": {
      ...{ claim: "63650 dos=2027-01-01", line: 1, message: /2027-01-01 has not come yet/, fix: null },
    },
    "tomorrow, on every line: told once": { claim: "63650 + 63685 dos=2026-06-25", line: 1 },
    "before the patient was born": { claim: "63650", with: person({ birthDate: "2026-06-04" }), line: 1 },
    "after the patient died": { claim: "63650", with: person({ deathDate: "2026-06-02" }), line: 1 },
    "one unit of a procedure over two days": {
      claim: spanning("63650", 1),
      line: 1,
      message: /1 unit of 63650 from/,
    },
    "last day before the first": {
      ...{ claim: aClaim({ lines: [aLine({ serviceTo: "2026-06-01" })] }), line: 1 },
    },
    "no day at all": { claim: aClaim({ lines: [aLine({ serviceFrom: null, serviceTo: null })] }), line: 1 },
    "two things wrong on two lines": {
      ...{ line: 1, count: 2 },
      claim: aClaim({
        lines: [
          aLine({ serviceFrom: null, serviceTo: null }),
          aLine({ serviceFrom: "2027-01-01", serviceTo: "2027-01-01" }),
        ],
      }),
    },
  },
  {
    "a past day": { claim: "63650" },
    today: { claim: "63650 dos=2026-06-24" },
    "the day of birth and of death": {
      claim: "63650",
      with: person({ birthDate: "2026-06-03", deathDate: "2026-06-03" }),
    },
    "a birth date that nobody sent": { claim: "63650", with: person({ birthDate: null }) },
    "anaesthesia past midnight": { claim: spanning("01942", 1, "MJ") },
    "care of a month": { claim: spanning("99490", 1) },
    "a stay of two days": { claim: spanning("99232", 2) },
    "a hospital's line without its own day": {
      claim: aClaim({
        role: "hospital",
        lines: [aLine(), aLine({ code: "C1778", serviceFrom: null, serviceTo: null })],
      }),
    },
    "a historical file, judged as of its own day": { claim: "63650", asOf: "2026-06-03" },
  },
);
