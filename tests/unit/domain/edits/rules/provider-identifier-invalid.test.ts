import { providerIdentifierInvalid } from "@/lib/domain/edits/rules/provider-identifier-invalid";
import { aClaim, aLine, aProvider } from "@/tests/builders/a-claim";
import { editCases } from "@/tests/builders/edit-cases";

const billing = (npi: string | null, taxonomy: string | null = "208VP0014X") => ({
  billing: { ...aProvider({ npi, taxonomy }), taxId: "123456789" },
});

editCases(
  providerIdentifierInvalid,
  {
    "a check digit that does not fit": {
      ...{ claim: "63650", with: billing("1234567890"), line: null, fix: null },
      message: /NPI of the billing provider, 1234567890, is mistyped/,
    },
    "no number at all": { claim: "63650", with: billing(null), line: null, message: /has no NPI/ },
    "a rendering provider's": {
      claim: "63650",
      with: { rendering: aProvider({ npi: "1457382911" }) },
      line: null,
    },
    "a line's own rendering provider's": {
      ...{ claim: aClaim({ lines: [aLine({ rendering: aProvider({ npi: "1234567890" }) })] }), line: 1 },
    },
    "a referring provider's": {
      claim: "63650",
      with: { referring: aProvider({ npi: "1234567894" }) },
      line: null,
    },
    "nine digits": { claim: "63650", with: billing("123456789"), line: null },
    "a first digit that no NPI has, though the check digit fits": {
      ...{ claim: "63650", with: billing("3234567891"), line: null },
    },
    letters: { claim: "63650", with: billing("12345678A3"), line: null },
    "no taxonomy where the payer wants one": {
      ...{
        claim: "63650",
        with: billing("1234567893", null),
        line: null,
        kind: "medicaid",
        message: /taxonomy/,
      },
    },
    "also on a void": { claim: "63650", with: { ...billing("1234567890"), frequency: "8" }, line: null },
  },
  {
    "CMS's own example": { claim: "63650", with: billing("1234567893") },
    "no taxonomy where nobody asks": { claim: "63650", with: billing("1234567893", null) },
    "a surgery centre without a rendering provider": {
      claim: "63650",
      with: { role: "asc_facility", rendering: null },
    },
    "a referring provider without a number": {
      claim: "63650",
      with: { referring: aProvider({ npi: null }) },
    },
    "a service facility without a number": { claim: "63650", with: { facility: aProvider({ npi: null }) } },
  },
);
