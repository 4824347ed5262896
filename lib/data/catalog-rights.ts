/**
 * Who may do what with which table: said a second time, beside prisma/access.sql, so that a grant that slipped in there or
 * by hand differs from it. "app" and "worker" hold the tenant rights; columns in brackets limit a right to them.
 */
export const TENANT_RIGHTS: Record<string, string> = {
  organization: "SELECT, INSERT, UPDATE",
  member: "SELECT, INSERT, UPDATE",
  session: "SELECT, UPDATE (revoked_at)",
  billing_entity: "SELECT, INSERT, UPDATE",
  organization_key: "SELECT, INSERT, UPDATE (retired_at)",
  idempotency_key: "SELECT, INSERT",
  audit_event: "SELECT",
  audit_seal: "SELECT",
  patient: "SELECT, INSERT, UPDATE",
  encounter: "SELECT, INSERT",
  claim: "SELECT, INSERT, UPDATE",
  claim_version: "SELECT, INSERT",
  claim_line: "SELECT, INSERT, UPDATE, DELETE",
  claim_finding: "SELECT, INSERT, UPDATE, DELETE",
  claim_missing_fact: "SELECT, INSERT, UPDATE, DELETE",
  clinical_fact: "SELECT, INSERT",
  finding_override: "SELECT, INSERT, UPDATE (withdrawn_at)",
  claim_signoff: "SELECT, INSERT, UPDATE (withdrawn_at)",
  work_back_row: "SELECT, INSERT, UPDATE (status, closed_at, closed_by_import_id)",
  release_batch: "SELECT, INSERT, UPDATE (status, handed_over_at, version)",
  release_batch_claim: "SELECT, INSERT",
  stored_file: "SELECT, INSERT, UPDATE (storage_key, key_version)",
  import_file: "SELECT, INSERT, UPDATE",
  staged_claim: "SELECT, INSERT, DELETE",
  quarantined_claim: "SELECT, INSERT",
  background_job: "SELECT, INSERT, UPDATE",
  payer: "SELECT, INSERT, UPDATE",
  payer_profile_version: "SELECT, INSERT",
};

/** Rights of one role alone. */
export const ROLE_RIGHTS: readonly { role: string; table: string; rights: string }[] = [
  { role: "dorsal_auth", table: "organization", rights: "SELECT" },
  { role: "dorsal_auth", table: "user_account", rights: "SELECT, INSERT, UPDATE" },
  { role: "dorsal_auth", table: "member", rights: "SELECT, UPDATE" },
  {
    role: "dorsal_auth",
    table: "session",
    rights: "SELECT, INSERT, UPDATE (assurance, last_seen_at, revoked_at)",
  },
  { role: "dorsal_worker", table: "audit_seal", rights: "INSERT" },
  { role: "dorsal_worker", table: "worker_heartbeat", rights: "SELECT, INSERT, UPDATE, DELETE" },
];
