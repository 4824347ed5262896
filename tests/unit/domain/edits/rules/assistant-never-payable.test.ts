import { assistantNeverPayable } from "@/lib/domain/edits/rules/assistant-never-payable";
import { editCases } from "@/tests/builders/edit-cases";

const ASSISTANT = { with: { role: "assistant" } } as const;

editCases(
  assistantNeverPayable,
  {
    "an assistant at a percutaneous lead": {
      ...{ claim: "63650-AS", line: 1, ...ASSISTANT, message: /billed for an assistant \(AS\)/, fix: null },
    },
    "80 at a generator revision": { claim: "63688-80", line: 1, ...ASSISTANT },
    "beside a code that takes one": { claim: "63685-82 + 63650-82", line: 2, ...ASSISTANT },
  },
  {
    "an assistant at a paddle": { claim: "63655-AS @22", ...ASSISTANT },
    "an assistant at a generator": { claim: "63685-80", ...ASSISTANT },
    "the surgeon's own claim": { claim: "63650" },
    "two surgeons": { claim: "63650-62" },
  },
);
