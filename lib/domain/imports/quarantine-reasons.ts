/**
 * Why a claim of an accepted file is not posted. It keeps its place in the file, so nothing is lost: the practice
 * corrects it in its own system and exports it again.
 */
export const QUARANTINE_REASONS = {
  unreadable: {
    label: "Cannot be read",
    next: "Correct the claim in your billing system where the problem is named, then export it again.",
  },
  no_billing_provider: {
    label: "No billing provider",
    next: "Give the billing provider an NPI or a tax number in your billing system, then export the claim again.",
  },
  billing_entity_inactive: {
    label: "Billing entity switched off",
    next: "An administrator can switch the billing entity on again in the organization's settings.",
  },
  no_service_date: {
    label: "No date of service",
    next: "Give the claim's lines a date of service in your billing system, then export it again.",
  },
  not_storable: {
    label: "Holds what cannot be stored",
    next: "Correct the value that the problem names in your billing system, then export the claim again.",
  },
  number_twice: {
    label: "Claim number used twice",
    next: "Give one of the two claims its own number in your billing system, then export both again.",
  },
  open_here: {
    label: "Open work here",
    next: "The claim is being worked on here. Release it, or import the file as open work instead of history.",
  },
} as const satisfies Record<string, { label: string; next: string }>;

export type QuarantineReason = keyof typeof QUARANTINE_REASONS;

export function isQuarantineReason(code: string): code is QuarantineReason {
  return Object.hasOwn(QUARANTINE_REASONS, code);
}
