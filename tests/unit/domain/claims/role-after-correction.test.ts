import { describe, expect, test } from "vitest";
import { roleAfterCorrection } from "@/lib/domain/claims/infer-claim-role";
import { aClaim, aLine } from "../../../builders/a-claim";

const assisting = aClaim({ lines: [aLine({ modifiers: ["80"] })] });

describe("roleAfterCorrection", () => {
  test("follows an assistant's modifier that comes or goes", () => {
    expect(roleAfterCorrection(aClaim(), assisting)).toBe("assistant");
    expect(roleAfterCorrection({ ...assisting, role: "assistant" }, aClaim())).toBe("surgeon");
  });

  test("leaves a role alone that the claim itself never explained", () => {
    expect(roleAfterCorrection(aClaim({ role: "hospital" }), assisting)).toBe("hospital");
  });

  test("knows the organization's own surgery centres", () => {
    const centre = aClaim({ role: "asc_facility" });
    const options = { ascNpis: [centre.billing.npi!] };
    expect(roleAfterCorrection(centre, { ...centre, placeOfService: "22" }, options)).toBe("asc_facility");
  });
});
