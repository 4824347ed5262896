import { generatorExchangeWithRemoval } from "@/lib/domain/edits/rules/generator-exchange-with-removal";
import { editCases } from "@/tests/builders/edit-cases";

const SAME = { facts: { generatorPocket: "same" } } as const;
const SEPARATE = { facts: { generatorPocket: "separate" } } as const;

editCases(
  generatorExchangeWithRemoval,
  {
    "exchange in the same pocket": {
      ...{ claim: "63685 + 63688", line: 2, ...SAME, fix: /Take 63688 off/, message: /one pocket/ },
    },
    "marked as separate although the record says one pocket": {
      ...{ claim: "63685 + 63688-XS", line: 2, ...SAME, fix: /Take 63688 off/ },
    },
    "a second pocket without a modifier, to a payer of 59": {
      ...{ claim: "63685 + 63688", line: 2, ...SEPARATE, fix: /modifier 59 on line 2/ },
    },
    "the same to Medicare, which wants XS": {
      ...{ claim: "63685 + 63688", line: 2, ...SEPARATE, kind: "medicare", fix: /modifier XS/ },
    },
    "nobody knows the pocket and no modifier is there": { claim: "63685 + 63688", line: 2, fix: null },
    "76 says nothing of a pocket": { claim: "63685 + 63688-76", line: 2, ...SEPARATE },
  },
  {
    "exchange alone": { claim: "63685", ...SAME },
    "a second pocket with XS": { claim: "63685 + 63688-XS", ...SEPARATE },
    "the modifier on the other line of the pair": { claim: "63685-59 + 63688", ...SEPARATE },
    "marked, and nobody has looked up the pocket": {
      ...{ claim: "63685 + 63688-XS", waitsFor: ["generatorPocket"] },
    },
    "removal alone": { claim: "63688" },
    "explant of leads and generator": { claim: "63661 + 63688" },
  },
);
