import type { Actor } from "./actor";
import type { Role } from "./roles";

/**
 * The permission table: one row a permission, in plain words, with the roles that hold it.
 * Code asks `can(actor, permission)`; nothing else decides.
 */
export const PERMISSIONS = {
  "claims.view": {
    does: "See claims, findings and their history",
    roles: [
      "coder",
      "lead_coder",
      "authorization_specialist",
      "denial_specialist",
      "denial_lead",
      "physician",
      "compliance_officer",
      "leader",
      "administrator",
    ],
  },
  "claims.correct": { does: "Correct claims and answer clinical facts", roles: ["coder", "lead_coder"] },
  "facts.record": {
    does: "Record a clinical fact with its source",
    roles: ["coder", "lead_coder", "authorization_specialist", "physician"],
  },
  "findings.override": {
    does: "Override a finding with a reason",
    roles: ["lead_coder", "compliance_officer"],
  },
  "claims.sign": { does: "Sign off a claim as its coder", roles: ["coder", "lead_coder"] },
  "claims.review": {
    does: "Sign off a claim as second reviewer, or send it back",
    roles: ["coder", "lead_coder"],
  },
  "claims.assign": { does: "Assign claims to other people and break locks", roles: ["lead_coder"] },
  "batches.view": {
    does: "See batches",
    roles: ["coder", "lead_coder", "compliance_officer", "leader", "administrator"],
  },
  "batches.release": {
    does: "Release claims into a batch and download its 837",
    roles: ["lead_coder", "administrator"],
  },
  "workback.view": {
    does: "See and export corrections to key into the billing system",
    roles: ["coder", "lead_coder", "administrator", "leader"],
  },
  "imports.view": {
    does: "See imported files and what became of them",
    roles: [
      "coder",
      "lead_coder",
      "denial_specialist",
      "denial_lead",
      "compliance_officer",
      "leader",
      "administrator",
    ],
  },
  "imports.create": { does: "Import files", roles: ["coder", "lead_coder", "denial_lead", "administrator"] },
  "remittances.view": {
    does: "See payments of payers and what they say of each claim",
    roles: [
      "lead_coder",
      "denial_specialist",
      "denial_lead",
      "compliance_officer",
      "leader",
      "administrator",
    ],
  },
  "remittances.post_held": {
    does: "Post a payment that does not add up, with a reason",
    roles: ["denial_lead", "administrator"],
  },
  "denials.view": {
    does: "See denials, what was done about them and what may come of it",
    roles: [
      "lead_coder",
      "authorization_specialist",
      "denial_specialist",
      "denial_lead",
      "physician",
      "compliance_officer",
      "leader",
      "administrator",
    ],
  },
  "denials.work": {
    does: "Take denials, record what was done about them and write notes",
    roles: ["denial_specialist", "denial_lead"],
  },
  "denials.assign": { does: "Assign denials to other people", roles: ["denial_lead"] },
  "kpis.view": {
    does: "See the practice's key figures and the claims behind them",
    roles: ["lead_coder", "denial_lead", "physician", "compliance_officer", "leader", "administrator"],
  },
  "xray.view": {
    does: "See and download the X-ray of remittances, with the claims behind it",
    roles: ["lead_coder", "denial_lead", "compliance_officer", "leader", "administrator"],
  },
  "payers.view": {
    does: "See payer profiles and edits",
    roles: [
      "coder",
      "lead_coder",
      "authorization_specialist",
      "denial_specialist",
      "denial_lead",
      "physician",
      "compliance_officer",
      "leader",
      "administrator",
    ],
  },
  "payers.change": {
    does: "Change and verify payer profile parameters",
    roles: ["lead_coder", "denial_lead", "compliance_officer"],
  },
  "members.view": {
    does: "See members and what each role may do",
    roles: ["lead_coder", "denial_lead", "compliance_officer", "leader", "administrator"],
  },
  "members.manage": { does: "Invite members, change roles, disable", roles: ["administrator"] },
  "organization.view": {
    does: "See the organization and its billing entities",
    roles: ["lead_coder", "denial_lead", "compliance_officer", "leader", "administrator"],
  },
  "organization.manage": {
    does: "Change organization settings, billing entities and keys",
    roles: ["administrator"],
  },
  "audit.view": {
    does: "Read the audit trail and verify its chain",
    roles: ["compliance_officer", "administrator"],
  },
  "account.manage": {
    does: "Manage one's own password, second factor and sessions",
    roles: [
      "coder",
      "lead_coder",
      "authorization_specialist",
      "denial_specialist",
      "denial_lead",
      "physician",
      "compliance_officer",
      "leader",
      "administrator",
    ],
  },
} as const satisfies Record<string, { does: string; roles: readonly Role[] }>;

export type Permission = keyof typeof PERMISSIONS;

/** True when the actor may; the system may everything inside its organization. */
export function can(actor: Pick<Actor, "role">, permission: Permission): boolean {
  if (actor.role === "system") return true;
  return (PERMISSIONS[permission].roles as readonly Role[]).includes(actor.role);
}
