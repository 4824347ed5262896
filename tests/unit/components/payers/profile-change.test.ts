import { describe, expect, it } from "vitest";
import { PARAMETER_GROUPS } from "@/components/payers/parameter-groups";
import { parameterInWords } from "@/components/payers/parameter-words";
import { toChange } from "@/components/payers/profile-change";
import { versionDifferences, type VersionRecord } from "@/components/payers/version-differences";
import { PARAMETERS, PARAMETER_NAMES } from "@/lib/domain/payers/parameters";

describe("toChange", () => {
  it("sends what was touched and nothing else", () => {
    const change = toChange(
      {
        filingLimit: { mode: "set", value: 120 },
        filingLimitUnit: { mode: "keep", value: "days" },
        filingRollWeekend: { mode: "reset", value: true },
      },
      null,
    );
    expect(change).toEqual({ parameters: { filingLimit: 120, filingRollWeekend: null }, verified: {} });
  });

  it("marks the values that were set as checked, never one that was taken back", () => {
    const change = toChange(
      {
        filingLimit: { mode: "set", value: 120 },
        filingRollWeekend: { mode: "reset", value: true },
      },
      "  Contract 2026 ",
    );
    expect(change.verified).toEqual({ filingLimit: { source: "Contract 2026" } });
  });
});

describe("groups of parameters", () => {
  it("show every parameter exactly once", () => {
    const shown = PARAMETER_GROUPS.flatMap((group) => group.names);
    expect([...shown].sort()).toEqual([...PARAMETER_NAMES].sort());
  });
});

describe("parameterInWords", () => {
  it("says every shipped default in words, never as code", () => {
    for (const name of PARAMETER_NAMES) {
      const words = parameterInWords(PARAMETERS[name].input, PARAMETERS[name].general.value);
      expect(words, name).not.toMatch(/[_{}[\]]|undefined|null|object/);
      expect(words, name).not.toBe("");
    }
  });

  it("tells an unknown limit from a limit of none", () => {
    expect(parameterInWords(PARAMETERS.filingLimit.input, null)).toBe("Not known");
    expect(parameterInWords(PARAMETERS.authRequiredCodes.input, [])).toBe("None");
  });
});

describe("versionDifferences", () => {
  const payer = { kind: "commercial", preset: null, name: "AETNA" } as const;
  const version = (
    id: string,
    effectiveFrom: string,
    parameters: Record<string, unknown>,
  ): VersionRecord => ({
    ...{ id, effectiveFrom, parameters, verified: {}, note: null },
    ...{ actorName: "Irene Castellan", createdAt: "2026-06-01T12:00:00Z" },
  });

  it("compares each version with what was in force on its first day before it", () => {
    const second = version("b", "2026-03-01", { maxLeads: 4 });
    const first = version("a", "2026-01-01", { maxLeads: 3 });
    const [newest, oldest] = versionDifferences(payer, [second, first]);
    expect(newest!.differences).toMatchObject([{ before: "3", after: "4", isReset: false }]);
    expect(oldest!.differences).toMatchObject([{ before: "2", after: "3", isReset: false }]);
  });

  it("does not let a later date of service reach back", () => {
    const later = version("b", "2026-06-01", { maxLeads: 4 });
    const earlier = version("a", "2026-01-01", { maxLeads: 3 });
    expect(versionDifferences(payer, [later, earlier])[1]!.differences[0]!.after).toBe("3");
  });

  it("says that a setting was taken back, and that an unknown limit is a value", () => {
    const [taken] = versionDifferences(payer, [version("a", "2026-01-01", { maxLeads: null })]);
    expect(taken!.differences[0]).toMatchObject({ after: "2", isReset: true });
    const [unknown] = versionDifferences(payer, [version("a", "2026-01-01", { filingLimit: null })]);
    expect(unknown!.differences[0]).toMatchObject({ after: "Not known", isReset: false });
  });
});
