"use client";

import type { FindingView } from "@/lib/domain/claims/claim-screen";
import type { FieldReference } from "@/lib/domain/edits/finding";
import { fieldKey, heaviest } from "../field-key";
import { useWorkbench } from "../workbench-context";

const SOFT = { block: "bg-danger-soft", review: "bg-warning-soft", info: "bg-info-soft" };
const RING = {
  block: "ring-2 ring-inset ring-danger-ink",
  review: "ring-2 ring-inset ring-warning-ink",
  info: "ring-2 ring-inset ring-info-ink",
};

export interface FieldLight {
  findings: FindingView[];
  /** Tint of a field that findings name, with a ring while its finding is the selected one. */
  className: string;
}

/** What the findings say about one field of the form. */
export function useField(reference: FieldReference): FieldLight {
  const { findingsByField, selected } = useWorkbench();
  const findings = findingsByField.get(fieldKey(reference)) ?? [];
  const chosen = findings.find((finding) => finding.evidenceHash === selected);
  const severity = chosen?.severity ?? heaviest(findings);
  if (severity === null) return { findings, className: "" };
  return { findings, className: chosen ? `${SOFT[severity]} ${RING[severity]}` : SOFT[severity] };
}
