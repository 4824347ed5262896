import type { Provider, ServiceLine } from "@/lib/domain/claims/claim";
import { ALL_ROLES, defineEdit } from "../define-edit";
import type { EditReport } from "../edit-report";
import { hasValidCheckDigit } from "../npi-check-digit";

export const providerIdentifierInvalid = defineEdit({
  id: "provider-identifier-invalid",
  rule: "R-P17",
  title: "Provider number missing or mistyped",
  wrong:
    "Billing and rendering provider need a National Provider Identifier, its check digit must fit, and some payers want the billing taxonomy. Else the claim is rejected before anybody reads it.",
  severity: "block",
  scope: { roles: ALL_ROLES, payerKinds: null },
  onVoid: true,
  parameters: ["billingTaxonomyRequired"],
  prevents: ["CO-206", "CO-207", "CO-16"],
  sources: ["CMS: NPI check digit standard", "837P implementation guide: billing provider"],
  check(claim, report) {
    const { billing, rendering, referring, facility, supervising } = claim.claim;
    judge(report, billing, "billing", "billing provider", null);
    judge(report, rendering, "rendering", "rendering provider", null);
    // These may be named without a number; a number that is there must fit.
    if (referring?.npi != null) judge(report, referring, "referring", "referring provider", null);
    if (supervising?.npi != null) judge(report, supervising, "supervising", "supervising provider", null);
    if (facility?.npi != null) judge(report, facility, "facility", "service facility", null);
    for (const line of claim.lines) judge(report, line.rendering, "rendering", "rendering provider", line);
    if (billing.taxonomy === null && claim.parameters.billingTaxonomyRequired) {
      report.find({
        line: null,
        fields: [{ line: null, field: "billing" }],
        message: `${claim.context.profile.payerName} wants the billing provider's taxonomy code, and the claim carries none.`,
      });
    }
  },
});

function judge(
  report: EditReport,
  provider: Provider | null,
  field: string,
  words: string,
  line: ServiceLine | null,
): void {
  if (provider === null) return;
  const { npi } = provider;
  if (npi !== null && hasValidCheckDigit(npi)) return;
  const where = line === null ? "" : ` of line ${line.number}`;
  report.find({
    line,
    fields: [{ line: line === null ? null : line.number, field }],
    message:
      npi === null
        ? `The ${words}${where} has no NPI.`
        : `The NPI of the ${words}${where}, ${npi}, is mistyped: its check digit does not fit.`,
  });
}
