import { CODE_LIVES, codeFaultOn } from "@/lib/domain/code-sets/code-validity";
import { ALL_ROLES, defineEdit } from "../define-edit";

export const codeNotValidOnServiceDate = defineEdit({
  id: "code-not-valid-on-service-date",
  rule: "R-C11",
  title: "Code not valid on the day of service",
  wrong:
    "The code had been deleted by the day of service, or did not exist yet. The line is rejected or denied.",
  severity: "block",
  scope: { roles: ALL_ROLES, payerKinds: null },
  codes: [...CODE_LIVES.editions[0]!.rows.keys()],
  tables: ["codeLives"],
  prevents: ["CO-181"],
  sources: ["CPT and HCPCS code changes by year"],
  check(claim, report) {
    for (const line of claim.lines) {
      if (line.serviceFrom === null) continue;
      const fault = codeFaultOn(line.code, line.serviceFrom);
      if (fault === null) continue;
      const { life } = fault;
      const why =
        fault.kind === "deleted"
          ? `was last valid on ${life.to}${life.instead === null ? " and nothing took its place" : `; now it is ${life.instead}`}`
          : `is valid only from ${life.from} on`;
      report.find({
        line,
        fields: [
          { line: line.number, field: "code" },
          { line: line.number, field: "serviceDates" },
        ],
        message: `${line.code} on line ${line.number} ${why}.`,
      });
    }
  },
});
