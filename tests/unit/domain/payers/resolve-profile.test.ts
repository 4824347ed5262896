import { describe, expect, it } from "vitest";
import { PARAMETERS, PARAMETER_NAMES, parameterValuesSchema } from "@/lib/domain/payers/parameters";
import { PAYER_PRESETS, presetByKey } from "@/lib/domain/payers/presets";
import { resolveProfile, type PracticeVersion, type ProfileInput } from "@/lib/domain/payers/resolve-profile";

const resolve = (input: Partial<ProfileInput> = {}) =>
  resolveProfile({
    ...{ kind: "commercial", preset: null, payerName: "A PAYER", practiceVersions: [] },
    ...{ dateOfService: "2026-06-03" },
    ...input,
  } as ProfileInput);

const version = (
  effectiveFrom: string,
  parameters: Record<string, unknown>,
  verified: Record<string, unknown> = {},
): PracticeVersion => ({ effectiveFrom, parameters, verified });

describe("the most specific value counts", () => {
  it.each([
    ["general", {}, null, "general"],
    ["kind over general", { kind: "medicare" }, 12, "kind"],
    ["preset over kind", { kind: "commercial", preset: "aetna" }, 120, "preset"],
    [
      "practice over preset",
      { preset: "aetna", practiceVersions: [version("2026-01-01", { filingLimit: 60 })] },
      60,
      "practice",
    ],
  ] as const)("%s", (_, input, limit, level) => {
    const { values, origins } = resolve(input);
    expect([values.filingLimit, origins.filingLimit.level]).toEqual([limit, level]);
  });

  it("every parameter has a value and an origin", () => {
    const { values, origins } = resolve();
    for (const name of PARAMETER_NAMES) {
      expect(values[name], name).not.toBeUndefined();
      expect(origins[name].source, name).not.toBe("");
    }
  });
});

describe("versions are chosen by date of service", () => {
  const practiceVersions = [
    version("2026-01-01", { filingLimit: 60, maxLeads: 3 }),
    version("2026-04-01", { filingLimit: 45 }),
    version("2026-07-01", { filingLimit: 30 }),
  ];

  it.each([
    ["2025-12-31", null],
    ["2026-01-01", 60],
    ["2026-03-31", 60],
    ["2026-04-01", 45],
    ["2026-06-03", 45],
    ["2026-07-01", 30],
    [null, 30],
  ])("%s takes %s", (dateOfService, limit) => {
    expect(resolve({ practiceVersions, dateOfService }).values.filingLimit).toBe(limit);
  });

  it("what a newer version does not name stays as an older one set it", () => {
    expect(resolve({ practiceVersions }).values.maxLeads).toBe(3);
  });

  it("of two versions from one day the later one counts", () => {
    const twice = [version("2026-01-01", { maxLeads: 3 }), version("2026-01-01", { maxLeads: 4 })];
    expect(resolve({ practiceVersions: twice }).values.maxLeads).toBe(4);
  });

  it("null takes a setting back, except where null is a value", () => {
    const practice = (parameters: Record<string, unknown>) => [
      version("2026-01-01", { maxLeads: 4, filingLimit: 60 }),
      version("2026-02-01", parameters),
    ];
    expect(resolve({ practiceVersions: practice({ maxLeads: null }) }).origins.maxLeads.level).toBe(
      "general",
    );
    const { values, origins } = resolve({
      preset: "aetna",
      practiceVersions: practice({ filingLimit: null }),
    });
    expect([values.filingLimit, origins.filingLimit.level]).toEqual([null, "practice"]);
  });

  it("a stored value that no longer fits is not trusted", () => {
    const { values, origins } = resolve({ practiceVersions: [version("2026-01-01", { maxLeads: "many" })] });
    expect([values.maxLeads, origins.maxLeads.level]).toEqual([2, "general"]);
  });
});

describe("verified", () => {
  it.each([
    [{}, false, "Set by the practice from 2026-01-01"],
    [{ maxLeads: { source: "Contract of 2026, page 4" } }, true, "Contract of 2026, page 4"],
    [{ maxLeads: true }, true, "Set by the practice from 2026-01-01"],
    [{ maxLeads: null }, false, "Set by the practice from 2026-01-01"],
  ])("%j: %s", (verified, expected, source) => {
    const { origins } = resolve({ practiceVersions: [version("2026-01-01", { maxLeads: 4 }, verified)] });
    expect(origins.maxLeads).toEqual({ level: "practice", source, verified: expected });
  });

  it("no shipped preset claims to be checked", () => {
    for (const preset of PAYER_PRESETS)
      for (const [name, shipped] of Object.entries(preset.values))
        expect(shipped.verified, `${preset.key} ${name}`).toBe(false);
  });
});

describe("shipped values", () => {
  it("fit their own schemas", () => {
    for (const name of PARAMETER_NAMES) {
      const { schema, general, kinds } = PARAMETERS[name];
      for (const shipped of [general, ...Object.values(kinds)])
        expect(schema.safeParse(shipped.value).success, name).toBe(true);
    }
    for (const preset of PAYER_PRESETS) {
      const values = Object.fromEntries(
        Object.entries(preset.values).map(([name, one]) => [name, one.value]),
      );
      expect(parameterValuesSchema.safeParse(values).success, preset.key).toBe(true);
    }
  });

  it("a preset is found by its key, each key once", () => {
    expect(presetByKey("aetna")?.label).toBe("Aetna");
    expect(presetByKey("nobody")).toBeNull();
    expect(presetByKey(null)).toBeNull();
    expect(new Set(PAYER_PRESETS.map((preset) => preset.key)).size).toBe(PAYER_PRESETS.length);
  });

  it("unknown parameters and wrong values are refused", () => {
    expect(parameterValuesSchema.safeParse({ maxLeads: 3 }).success).toBe(true);
    expect(parameterValuesSchema.safeParse({ maxLead: 3 }).success).toBe(false);
    expect(parameterValuesSchema.safeParse({ maxLeads: 99 }).success).toBe(false);
    expect(
      parameterValuesSchema.safeParse({ editSeverities: { "R-U01": "off", "R-N03": "review" } }).success,
    ).toBe(true);
    expect(parameterValuesSchema.safeParse({ editSeverities: { "U-01": "off" } }).success).toBe(false);
  });
});
