import { describe, expect, it } from "vitest";
import { applyChanges } from "@/lib/domain/claims/apply-changes";
import { CatalogueIndex, runCatalogue, runEdits } from "@/lib/domain/edits/run-edits";
import { ALL_ROLES, defineEdit } from "@/lib/domain/edits/define-edit";
import { aClaim, aLine } from "@/tests/builders/a-claim";
import { anEditContext } from "@/tests/builders/an-edit-context";

const twoLeads = aClaim({ lines: [aLine(), aLine()] });

describe("running the edits", () => {
  it("a clean trial of one lead with its facts has nothing to say", () => {
    const facts = { stage: "trial", operativeNoteSigned: true, leadsPlaced: 1 } as const;
    expect(runEdits(aClaim(), anEditContext({ facts }))).toEqual({
      findings: [],
      unknowns: [],
      requiredFacts: [],
    });
  });

  it("a finding carries its rule, place, reason, sources of the parameters and the denials it prevents", () => {
    const context = anEditContext({ set: { secondLeadStyle: "two_lines_76" }, facts: { leadsPlaced: 2 } });
    const { findings } = runEdits(twoLeads, context);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      edit: "second-lead-without-modifier",
      rule: "R-U01",
      severity: "block",
      line: 2,
      occurrence: 2,
      fields: [
        { line: 2, field: "modifiers" },
        { line: 1, field: "modifiers" },
      ],
      prevents: ["CO-97", "OA-18", "CO-4"],
    });
    expect(findings[0]!.because["Second lead"]).toBe(
      "Two lines, modifier 76 on the second (set by the practice for AETNA: Set by the practice from 2020-01-01; not verified)",
    );
  });

  it("a proposed fix clears the finding that proposed it", () => {
    const context = anEditContext({ set: { secondLeadStyle: "two_lines_76" }, facts: { leadsPlaced: 2 } });
    const { fix } = runEdits(twoLeads, context).findings[0]!;
    expect(fix!.support).toBe("Operative note, 2026-06-03, page 1: 2 leads placed");
    const fixed = applyChanges(twoLeads, fix!.changes);
    expect(fixed.lines.map((line) => line.modifiers)).toEqual([[], ["76"]]);
    expect(runEdits(fixed, context).findings).toEqual([]);
  });
});

describe("severity by payer", () => {
  it.each(["review", "info"] as const)("a profile can turn a block into %s", (severity) => {
    const context = anEditContext({
      set: { secondLeadStyle: "two_lines_76", editSeverities: { "R-U01": severity } },
    });
    expect(runEdits(twoLeads, context).findings).toMatchObject([{ rule: "R-U01", severity }]);
  });

  it("and turn an edit off", () => {
    const context = anEditContext({
      set: { secondLeadStyle: "two_lines_76", editSeverities: { "R-U01": "off" } },
    });
    expect(runEdits(twoLeads, context).findings).toEqual([]);
  });
});

describe("an edit that throws", () => {
  const broken = defineEdit({
    id: "broken",
    rule: "R-X99",
    title: "Broken",
    wrong: "Never",
    severity: "info",
    scope: { roles: ALL_ROLES, payerKinds: null },
    prevents: [],
    sources: [],
    check(claim, report) {
      report.find({ line: claim.lines[0]!, fields: [], message: "half a finding" });
      throw new Error(`cannot read ${claim.claim.patient.lastName}`);
    },
  });

  it("holds the claim with a finding of its own and tells nothing of the patient", () => {
    const { findings } = runCatalogue(new CatalogueIndex([broken]), aClaim(), anEditContext());
    expect(findings).toMatchObject([
      { edit: "broken", rule: "R-X99", severity: "block", line: null, fix: null },
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/MARLOWE|half a finding/);
  });

  it("does not stop the others", () => {
    const { findings } = runCatalogue(
      new CatalogueIndex([
        broken,
        {
          ...broken,
          id: "other",
          check: (_, report) => report.find({ line: null, fields: [], message: "other" }),
        },
      ]),
      aClaim(),
      anEditContext(),
    );
    expect(findings.map((finding) => finding.edit)).toEqual(["broken", "other"]);
  });
});

describe("facts that hold a release", () => {
  const required = (claim = aClaim(), facts = {}) => runEdits(claim, anEditContext({ facts }));

  it("a surgeon's trial asks for the leads and the signed note; the stage is read from the codes", () => {
    const { requiredFacts, unknowns, findings } = required();
    expect(requiredFacts).toEqual(["leadsPlaced", "operativeNoteSigned"]);
    expect(unknowns.map((unknown) => unknown.fact)).toEqual(["leadsPlaced", "operativeNoteSigned"]);
    expect(findings).toEqual([]);
  });

  it("a lone paddle lead asks for the stage, and not for percutaneous leads", () => {
    const { requiredFacts, unknowns } = required(aClaim({ lines: [aLine({ code: "63655" })] }));
    expect(requiredFacts).toEqual(["stage", "operativeNoteSigned"]);
    expect(unknowns).toContainEqual({ fact: "stage", rules: ["R-T01"] });
  });

  it("a note that is known to be unsigned still holds", () => {
    const { requiredFacts } = required(aClaim(), { operativeNoteSigned: false, leadsPlaced: 1 });
    expect(requiredFacts).toEqual(["operativeNoteSigned"]);
  });

  it.each(["assistant", "anaesthesia", "asc_facility", "hospital"] as const)(
    "an %s claim asks for none",
    (role) => {
      expect(required(aClaim({ role })).requiredFacts).toEqual([]);
    },
  );

  it("a programming visit and a void ask for none", () => {
    expect(required(aClaim({ lines: [aLine({ code: "95972" })] })).requiredFacts).toEqual([]);
    expect(required(aClaim({ frequency: "8" })).requiredFacts).toEqual([]);
  });

  it("the profile decides which", () => {
    const context = anEditContext({
      set: { requiredFacts: ["trialReliefPercent", "psychologicalEvaluationDate"] },
    });
    expect(runEdits(aClaim(), context).requiredFacts).toEqual(["psychologicalEvaluationDate"]);
  });
});

describe("a void", () => {
  it("repeats what was sent, faults included, and is not held for them", () => {
    const context = anEditContext({ set: { secondLeadStyle: "two_lines_76" } });
    expect(runEdits({ ...twoLeads, frequency: "8" }, context).findings).toEqual([]);
    expect(runEdits({ ...twoLeads, frequency: "7" }, context).findings).toHaveLength(1);
  });
});
