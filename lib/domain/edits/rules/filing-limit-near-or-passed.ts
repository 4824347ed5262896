import { filingDeadline } from "@/lib/domain/payers/filing-deadline";
import { daysBetween } from "@/lib/domain/shared/calendar-date";
import { ALL_ROLES, defineEdit } from "../define-edit";
import type { Severity } from "../severity";

const REVIEW_DAYS = 14;
const INFO_DAYS = 30;

export const filingLimitNearOrPassed = defineEdit({
  id: "filing-limit-near-or-passed",
  rule: "R-C05",
  title: "Filing limit near or passed",
  wrong:
    "The payer takes a first claim only for so long after the service. After the limit it is denied for good, and the patient cannot be billed.",
  severity: "block",
  scope: { roles: ALL_ROLES, payerKinds: null },
  parameters: ["filingLimit", "filingLimitUnit", "filingBasis", "filingRollWeekend", "filingSecondaryBasis"],
  prevents: ["CO-29"],
  sources: ["Payer's filing limit; the contract always wins over a shipped value"],
  check(claim, report) {
    const { asOf, profile } = claim.context;
    const { deadline, source, verified } = filingDeadline(claim.claim, profile);
    if (deadline === null) return;
    const daysLeft = daysBetween(asOf, deadline);
    if (daysLeft > INFO_DAYS) return;
    const severity: Severity = daysLeft < 0 ? "block" : daysLeft <= REVIEW_DAYS ? "review" : "info";
    report.find({
      line: null,
      fields: claim.lines.map((line) => ({ line: line.number, field: "serviceDates" })),
      severity,
      // No count of days: a decision to let it pass must not lapse every midnight.
      message:
        daysLeft < 0
          ? `${profile.payerName} took this claim until ${deadline}; that day has passed.`
          : `${profile.payerName} takes this claim until ${deadline}, in ${severity === "review" ? REVIEW_DAYS : INFO_DAYS} days or less.`,
      because: {
        Deadline: `${deadline}: ${source}; ${verified ? "verified" : "not verified"}`,
        "Days left": `${daysLeft} on ${asOf}`,
      },
    });
  },
});
