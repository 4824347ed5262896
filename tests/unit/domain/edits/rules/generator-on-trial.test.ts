import { generatorOnTrial } from "@/lib/domain/edits/rules/generator-on-trial";
import { editCases } from "@/tests/builders/edit-cases";

const TRIAL = { facts: { stage: "trial" } } as const;

editCases(
  generatorOnTrial,
  {
    "a generator on a recorded trial": {
      ...{ claim: "63650x2 + 63685", line: 2, ...TRIAL, fix: /Take 63685 off/ },
      message: /the record says that 2026-06-03 was a trial/,
    },
    "a generator device to a commercial payer": { claim: "63650x2 + L8687", line: 2, ...TRIAL },
    "a generator device in a hospital": {
      ...{ claim: "63650x2 + C1820", line: 2, ...TRIAL, with: { role: "hospital" } },
    },
    "a claim of nothing else keeps its line": { claim: "63685", line: 1, ...TRIAL, fix: null },
  },
  {
    "a generator on a permanent implant": { claim: "63650x2 + 63685", facts: { stage: "permanent" } },
    "leads on a trial": { claim: "63650x2", ...TRIAL },
    "a trial kit on a trial": { claim: "63650x2 + C1897x2", ...TRIAL, with: { role: "hospital" } },
    "nothing recorded: leads and generator are a permanent implant": { claim: "63650x2 + 63685" },
    "nothing recorded, a generator device without its procedure": {
      ...{ claim: "63650x2 + L8687", waitsFor: ["stage"] },
    },
    "an exchange": { claim: "63685" },
  },
);
