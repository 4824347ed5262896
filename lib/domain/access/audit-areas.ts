/** What audit events are about, by the first word of their name; for filters and headings. */
export const AUDIT_AREAS = {
  access: "Refused by permission",
  audit: "Audit trail",
  batch: "Batches",
  billing_entity: "Billing entities",
  claim: "Claims",
  denial: "Denials",
  import: "Imports",
  invitation: "Invitations",
  key: "Encryption keys",
  member: "Members",
  organization: "Organization settings",
  password: "Passwords",
  payer: "Payers",
  patient: "Patients",
  remittance: "Remittances",
  second_factor: "Second factor",
  session: "Sign-in and sessions",
  work_back: "Work-back rows",
  xray: "X-ray",
} as const satisfies Record<string, string>;

/** "claim.signoff_withdrawn" as words: "Claim: signoff withdrawn". */
export function eventInWords(event: string): string {
  const [area = event, ...rest] = event.split(".");
  const words = rest.join(" ").replaceAll("_", " ");
  const head = area.replaceAll("_", " ");
  return `${head.charAt(0).toUpperCase()}${head.slice(1)}${words ? `: ${words}` : ""}`;
}
