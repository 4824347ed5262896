import { describe, expect, it } from "vitest";
import { inferPayer } from "@/lib/domain/payers/infer-payer";

describe("a first guess at a payer", () => {
  it.each([
    ["MEDICARE PART B", "MB", "medicare", "medicare"],
    ["NORIDIAN JE PART B", null, "medicare", "medicare"],
    ["UNITEDHEALTHCARE MEDICARE ADVANTAGE", "16", "medicare_advantage", "uhc_ma"],
    ["HUMANA MEDICARE", "CI", "medicare_advantage", "humana_ma"],
    ["HUMANA GOLD PLUS MEDICARE HMO", "HM", "medicare_advantage", "humana_ma"],
    ["AETNA", "CI", "commercial", "aetna"],
    ["CIGNA HEALTHCARE", "CI", "commercial", "cigna"],
    ["UNITEDHEALTHCARE", "CI", "commercial", "uhc"],
    ["ANTHEM BLUE CROSS", "BL", "commercial", "anthem"],
    ["BLUE CROSS BLUE SHIELD", "BL", "commercial", "bcbs"],
    ["SOME LOCAL BLUES PLAN", "BL", "commercial", "bcbs"],
    ["HEALTH FIRST MEDICAID", "MC", "medicaid", "medicaid"],
    ["TRICARE EAST", "CH", "tricare", "tricare"],
    ["PINNACLE WORKERS COMPENSATION FUND", "WC", "workers_comp", null],
    ["STATEWIDE WORKERS' COMP FUND", "ZZ", "workers_comp", null],
    ["VETERANS AFFAIRS CCN", "VA", "va", null],
    ["ROADSIDE AUTO INSURANCE", "AM", "auto", null],
    ["A PLAN NOBODY KNOWS", "CI", "commercial", null],
    ["A PLAN NOBODY KNOWS", null, "commercial", null],
    ["A PLAN NOBODY KNOWS", "ZZ", "other", null],
    ["FEDERAL EMPLOYEE PROGRAM", "FI", "commercial", "fep"],
  ])("%s, indicator %s: %s, %s", (name, filingIndicator, kind, preset) => {
    expect(inferPayer({ id: null, name, filingIndicator })).toEqual({ kind, preset });
  });

  it("does not mind lower case", () => {
    expect(inferPayer({ id: null, name: "Aetna", filingIndicator: "CI" }).preset).toBe("aetna");
  });
});
