import type { ServiceLine } from "@/lib/domain/claims/claim";
import { defineEdit, PROCEDURE_ROLES } from "../define-edit";

export const authorizationMissing = defineEdit({
  id: "authorization-missing",
  rule: "R-A01",
  title: "No prior authorization",
  wrong:
    "This payer wants an authorization for the code before the service, and the claim carries none. It is denied, and the patient cannot be billed.",
  severity: "block",
  scope: { roles: PROCEDURE_ROLES, payerKinds: null },
  parameters: ["authRequiredCodes", "authRequiredWhenSecondary"],
  prevents: ["CO-197"],
  sources: [
    "Payer's prior-authorization list; the default is the usual one of plans other than Original Medicare",
  ],
  check(claim, report) {
    const { authorization, payer, lines } = claim.claim;
    const { authRequiredCodes, authRequiredWhenSecondary } = claim.parameters;
    if (authorization !== null || authRequiredCodes.length === 0) return;
    if (payer.responsibility !== "P" && !authRequiredWhenSecondary) return;
    let without: ServiceLine[] | null = null;
    let covered = 0;
    for (const line of lines) {
      if (!authRequiredCodes.includes(line.code)) continue;
      if (line.authorizations.length > 0) covered += 1;
      else (without ??= []).push(line);
    }
    if (without === null) return;
    const codes = [...new Set(without.map((line) => line.code))].join(", ");
    // With a number on some lines, the others are what is wrong; without any, the claim is.
    const first = covered > 0 ? without[0]! : null;
    report.find({
      line: first,
      fields: [
        ...(first === null
          ? [{ line: null, field: "authorization" }]
          : without.map((line) => ({ line: line.number, field: "authorizations" }))),
        ...without.map((line) => ({ line: line.number, field: "code" })),
      ],
      message: `${claim.context.profile.payerName} wants a prior authorization for ${codes}, and ${first === null ? "the claim carries none" : `line ${first.number} carries none`}.`,
    });
  },
});
