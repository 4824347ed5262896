"use client";

import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { Provider } from "@/lib/domain/claims/claim";
import { CLAIM_FIELDS } from "@/lib/domain/claims/claim-fields";
import { frequencyInWords, placeInWords } from "@/lib/domain/code-sets/plain-labels";
import { formatDiagnosis } from "@/lib/format/codes";
import { formatCents } from "@/lib/format/money";
import { formatDate } from "@/lib/format/dates";
import { RESPONSIBILITY_WORDS, ROLE_WORDS, diagnosisLetter, personName } from "../claim-words";
import { FieldFlag } from "../form/field-flag";
import { ServiceLines } from "../form/service-lines";
import { PointerLight } from "../form/pointer-light";
import { useField } from "../form/use-field";
import { useWorkbench } from "../workbench-context";

/** The claim as a plain table: one row a field, in the order of the file. For reading aloud, searching and printing. */
export function ClaimTable() {
  const { claim, head } = useWorkbench().screen;
  const coded = (code: string, words: string | null) => `${code}${words ? ` ${words}` : ""}`;
  const rows: [field: string, label: string, value: ReactNode][] = [
    ["claimNumber", "Claim number", claim.claimNumber],
    ["role", "Billed as", ROLE_WORDS[head.role] ?? head.role],
    [
      "patient",
      "Patient",
      `${personName(claim.patient)}, born ${claim.patient.birthDate ? formatDate(claim.patient.birthDate) : "unknown"}`,
    ],
    ["subscriber", "Member id", claim.subscriber.memberId],
    ["payer", "Payer", `${claim.payer.name} (${RESPONSIBILITY_WORDS[claim.payer.responsibility]})`],
    ["billing", "Billing provider", providerInWords(claim.billing)],
    ["rendering", "Rendering provider", providerInWords(claim.rendering)],
    ["facility", "Service facility", providerInWords(claim.facility)],
    ["referring", "Referring provider", providerInWords(claim.referring)],
    ["supervising", "Supervising provider", providerInWords(claim.supervising)],
    [
      "diagnoses",
      "Diagnoses",
      claim.diagnoses
        .map((code, index) => `${diagnosisLetter(index + 1)} ${formatDiagnosis(code)}`)
        .join(", "),
    ],
    ["authorization", "", claim.authorization],
    ["referral", "", claim.referral],
    ["frequency", "", coded(claim.frequency, frequencyInWords(claim.frequency))],
    ["payerControlNumber", "", claim.payerControlNumber],
    ["placeOfService", "", coded(claim.placeOfService, placeInWords(claim.placeOfService))],
    ["note", "", claim.note],
    ["delayReason", "", claim.delayReason],
    ["chargeCents", "", formatCents(claim.chargeCents)],
  ];
  return (
    <PointerLight>
      <div className="grid gap-4">
        <div className="overflow-hidden rounded-lg border border-line shadow-low">
          <ServiceLines />
        </div>
        <table className="w-full border-collapse overflow-hidden rounded-lg border border-line bg-surface">
          <caption className="sr-only">Fields of the claim</caption>
          <tbody>
            {rows.map(([field, label, value]) => (
              <FieldRow key={field} field={field} label={label || labelOf(field)}>
                {value}
              </FieldRow>
            ))}
          </tbody>
        </table>
      </div>
    </PointerLight>
  );
}

function FieldRow({ field, label, children }: { field: string; label: string; children: ReactNode }) {
  const light = useField({ line: null, field });
  return (
    <tr className={cn("border-b border-line last:border-b-0", light.className)}>
      <th scope="row" className="w-56 px-3 py-1.5 text-left font-normal text-muted">
        {label}
      </th>
      <td className="px-3 py-1.5 break-words">{children || <span className="text-faint">none</span>}</td>
      <td className="w-8 pr-2">
        <FieldFlag reference={{ line: null, field }} findings={light.findings} />
      </td>
    </tr>
  );
}

function labelOf(field: string): string {
  const label = CLAIM_FIELDS[field]?.label ?? field;
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
}

function providerInWords(provider: Provider | null): string | null {
  if (provider === null) return null;
  const taxonomy = provider.taxonomy ? `, ${provider.taxonomy}` : "";
  return `${provider.name}, NPI ${provider.npi ?? "missing"}${taxonomy}`;
}
