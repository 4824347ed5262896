import { firstDiagnosisTooWeak } from "@/lib/domain/edits/rules/first-diagnosis-too-weak";
import { editCases } from "@/tests/builders/edit-cases";

editCases(
  firstDiagnosisTooWeak,
  {
    "pain, unspecified": { claim: "63650 dx=R52", line: 1, message: /points first at R52/, fix: null },
    "low back pain on lead and generator: one finding": { claim: "63650x2 + 63685 dx=M5450", line: 1 },
    "thoracic spine pain and neck pain": { claim: "63650 dx=M546,M542", line: 1 },
    "acute pain after a procedure": { claim: "63655 dx=G8918 @22", line: 1 },
    "a second diagnosis that nobody grouped does not help": { claim: "63650 dx=M5459,Z8739", line: 1 },
    "tier 2 where the payer takes only tier 1": {
      ...{ claim: "63650 dx=M5416", line: 1, set: { supportingDiagnosisTiers: [1] } },
    },
  },
  {
    "complex regional pain": { claim: "63650 dx=G90521" },
    "low back pain first, post-laminectomy second": { claim: "63650 dx=M5450,M961" },
    radiculopathy: { claim: "63650 dx=M5416" },
    "diabetic neuropathy": { claim: "63650 dx=E1142" },
    "a device complication": { claim: "63685 dx=T85122A" },
    "a payer that takes tier 3": { claim: "63650 dx=M5450", set: { supportingDiagnosisTiers: [1, 2, 3] } },
    "a visit for low back pain": { claim: "99213 dx=M5450" },
    "an anaesthetist's claim": { claim: "01942 dx=M5450", with: { role: "anaesthesia" } },
  },
);
