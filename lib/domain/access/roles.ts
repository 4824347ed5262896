export const ROLES = [
  "coder",
  "lead_coder",
  "authorization_specialist",
  "denial_specialist",
  "denial_lead",
  "physician",
  "compliance_officer",
  "leader",
  "administrator",
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Record<Role, string> = {
  coder: "Coder",
  lead_coder: "Lead coder",
  authorization_specialist: "Authorization specialist",
  denial_specialist: "Denial specialist",
  denial_lead: "Denial lead",
  physician: "Physician",
  compliance_officer: "Compliance officer",
  leader: "Practice leader",
  administrator: "Administrator",
};
