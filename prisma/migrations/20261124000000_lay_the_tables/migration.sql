-- Why: the first tables. Every tenant table carries organization_id first in its key, in every unique and in every
--   foreign key, so that one organization's rows can never refer to another's.
-- Locks: none that matter, everything is new.
-- Backfill: none.
-- Rollback: drop the database; nothing older knows these tables.
-- Row-level security, policies and grants are not here but in prisma/access.sql, which is stated anew after every
-- migration: a table that a later migration adds is protected without anybody remembering it.

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'America/New_York',
    "requires_second_factor" BOOLEAN NOT NULL DEFAULT true,
    "requires_second_review" BOOLEAN NOT NULL DEFAULT true,
    "billing_mode" TEXT NOT NULL DEFAULT 'inline',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "totp_secret" BYTEA,
    "totp_last_step" BIGINT,
    "totp_confirmed_at" TIMESTAMPTZ(6),
    "failed_attempts" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'invited',
    "invite_hash" TEXT,
    "invite_expires" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "member_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "session" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "assurance" INTEGER NOT NULL DEFAULT 1,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "session_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "billing_entity" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tax_id" TEXT NOT NULL,
    "npi" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'professional',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "billing_entity_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "organization_key" (
    "organization_id" UUID NOT NULL,
    "key_version" INTEGER NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(6),

    CONSTRAINT "organization_key_pkey" PRIMARY KEY ("organization_id","key_version")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "organization_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "use_case" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("organization_id","use_case","key")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "member_id" UUID,
    "actor_name" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "request_id" TEXT NOT NULL,
    "inserted_xid" BIGINT NOT NULL DEFAULT (pg_current_xact_id())::text::bigint,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "organization_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealed_below_xid" BIGINT NOT NULL,
    "sealed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("organization_id","sequence")
);

-- CreateTable
CREATE TABLE "patient" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "last_name" TEXT NOT NULL,
    "first_name" TEXT,
    "birth_date" DATE,
    "sex" TEXT,
    "member_id" TEXT,
    "search_name" TEXT NOT NULL,
    "search_member_id" TEXT,
    "match_key" TEXT NOT NULL,

    CONSTRAINT "patient_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "encounter" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "service_date" DATE NOT NULL,

    CONSTRAINT "encounter_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "claim" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "billing_entity_id" UUID NOT NULL,
    "claim_number" TEXT NOT NULL,
    "cycle" INTEGER NOT NULL DEFAULT 1,
    "patient_id" UUID NOT NULL,
    "encounter_id" UUID NOT NULL,
    "payer_id" UUID NOT NULL,
    "claim_role" TEXT NOT NULL,
    "frequency" TEXT NOT NULL,
    "responsibility" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "has_scs" BOOLEAN NOT NULL,
    "queue" TEXT NOT NULL,
    "charge_cents" BIGINT NOT NULL,
    "service_from" DATE,
    "service_to" DATE,
    "filing_deadline" DATE,
    "line_summary" TEXT NOT NULL,
    "block_count" INTEGER NOT NULL DEFAULT 0,
    "review_count" INTEGER NOT NULL DEFAULT 0,
    "info_count" INTEGER NOT NULL DEFAULT 0,
    "missing_count" INTEGER NOT NULL DEFAULT 0,
    "assigned_to_id" UUID,
    "locked_by_id" UUID,
    "locked_until" TIMESTAMPTZ(6),
    "signed_by_id" UUID,
    "current_version" INTEGER NOT NULL DEFAULT 1,
    "arrived_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "claim_version" (
    "organization_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "source" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "changes" JSONB,
    "differences" JSONB,
    "reason" TEXT,
    "import_id" UUID,
    "byte_start" BIGINT,
    "byte_end" BIGINT,
    "member_id" UUID,
    "actor_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_version_pkey" PRIMARY KEY ("organization_id","claim_id","version_number")
);

-- CreateTable
CREATE TABLE "claim_line" (
    "organization_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "line_number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "modifiers" TEXT[],
    "units" DECIMAL(12,3) NOT NULL,
    "charge_cents" BIGINT NOT NULL,
    "place_of_service" TEXT NOT NULL,
    "rendering_npi" TEXT,
    "service_from" DATE,
    "service_to" DATE,

    CONSTRAINT "claim_line_pkey" PRIMARY KEY ("organization_id","claim_id","line_number")
);

-- CreateTable
CREATE TABLE "claim_finding" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "edit" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "line_number" INTEGER,
    "occurrence" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "evidence_hash" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',

    CONSTRAINT "claim_finding_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "claim_missing_fact" (
    "organization_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "fact" TEXT NOT NULL,
    "rules" TEXT[],
    "required" BOOLEAN NOT NULL,

    CONSTRAINT "claim_missing_fact_pkey" PRIMARY KEY ("organization_id","claim_id","fact")
);

-- CreateTable
CREATE TABLE "clinical_fact" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "encounter_id" UUID NOT NULL,
    "fact" TEXT NOT NULL,
    "value" JSONB,
    "source_kind" TEXT NOT NULL,
    "source_text" TEXT NOT NULL,
    "member_id" UUID,
    "actor_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clinical_fact_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "finding_override" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "edit" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "evidence_hash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(6),

    CONSTRAINT "finding_override_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "claim_signoff" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "member_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(6),

    CONSTRAINT "claim_signoff_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "work_back_row" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "line_number" INTEGER,
    "field" TEXT NOT NULL,
    "old_value" TEXT,
    "new_value" TEXT,
    "status" TEXT NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(6),
    "closed_by_import_id" UUID,

    CONSTRAINT "work_back_row_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "release_batch" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'released',
    "claim_count" INTEGER NOT NULL,
    "charge_cents" BIGINT NOT NULL,
    "file_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handed_over_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "release_batch_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "release_batch_claim" (
    "organization_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "charge_cents" BIGINT NOT NULL,

    CONSTRAINT "release_batch_claim_pkey" PRIMARY KEY ("organization_id","batch_id","claim_id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "byte_size" BIGINT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "key_version" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "import_file" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "is_history" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'received',
    "file_date" DATE,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "claims_total" INTEGER NOT NULL DEFAULT 0,
    "claims_posted" INTEGER NOT NULL DEFAULT 0,
    "claims_quarantined" INTEGER NOT NULL DEFAULT 0,
    "claims_new" INTEGER NOT NULL DEFAULT 0,
    "claims_changed" INTEGER NOT NULL DEFAULT 0,
    "claims_unchanged" INTEGER NOT NULL DEFAULT 0,
    "claims_flagged" INTEGER NOT NULL DEFAULT 0,
    "cents_total" BIGINT NOT NULL DEFAULT 0,
    "cents_posted" BIGINT NOT NULL DEFAULT 0,
    "cents_quarantined" BIGINT NOT NULL DEFAULT 0,
    "progress_done" INTEGER NOT NULL DEFAULT 0,
    "progress_total" INTEGER NOT NULL DEFAULT 0,
    "basis" TEXT,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(6),
    "finished_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "staged_claim" (
    "organization_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "claim_number" TEXT,
    "charge_cents" BIGINT NOT NULL,
    "claim_id" UUID,
    "seen_version" INTEGER,
    "row" JSONB,
    "content" JSONB,
    "source" JSONB,
    "findings" JSONB,
    "missing_facts" JSONB,
    "problems" JSONB,
    "reason_code" TEXT,
    "segment" INTEGER NOT NULL,
    "byte_start" BIGINT NOT NULL,
    "byte_end" BIGINT NOT NULL,

    CONSTRAINT "staged_claim_pkey" PRIMARY KEY ("organization_id","import_id","ordinal")
);

-- CreateTable
CREATE TABLE "quarantined_claim" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "claim_number" TEXT,
    "charge_cents" BIGINT NOT NULL,
    "problems" JSONB NOT NULL,
    "reason_code" TEXT NOT NULL,
    "segment" INTEGER NOT NULL,
    "byte_start" BIGINT NOT NULL,
    "byte_end" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "posted_at" TIMESTAMPTZ(6),
    "claim_id" UUID,

    CONSTRAINT "quarantined_claim_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "background_job" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "message" TEXT,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "background_job_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "worker_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "beat_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("worker_id")
);

-- CreateTable
CREATE TABLE "payer" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payer_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "preset" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "payer_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "payer_profile_version" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payer_id" UUID NOT NULL,
    "effective_from" DATE NOT NULL,
    "parameters" JSONB NOT NULL,
    "verified" JSONB NOT NULL DEFAULT '{}',
    "note" TEXT,
    "member_id" UUID,
    "actor_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payer_profile_version_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "member_organization_id_user_id_key" ON "member"("organization_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_organization_id_email_key" ON "member"("organization_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_organization_id_member_id_idx" ON "session"("organization_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "billing_entity_organization_id_tax_id_npi_key" ON "billing_entity"("organization_id", "tax_id", "npi");

-- CreateIndex
CREATE INDEX "audit_event_organization_id_inserted_xid_idx" ON "audit_event"("organization_id", "inserted_xid");

-- CreateIndex
CREATE INDEX "audit_event_organization_id_occurred_at_idx" ON "audit_event"("organization_id", "occurred_at");

-- CreateIndex
CREATE INDEX "audit_event_organization_id_subject_type_subject_id_occurre_idx" ON "audit_event"("organization_id", "subject_type", "subject_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_organization_id_previous_hash_key" ON "audit_seal"("organization_id", "previous_hash");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_organization_id_event_id_key" ON "audit_seal"("organization_id", "event_id");

-- CreateIndex
CREATE INDEX "patient_organization_id_search_name_idx" ON "patient"("organization_id", "search_name" text_pattern_ops);

-- CreateIndex
CREATE INDEX "patient_organization_id_search_member_id_idx" ON "patient"("organization_id", "search_member_id" text_pattern_ops);

-- CreateIndex
CREATE UNIQUE INDEX "patient_organization_id_match_key_key" ON "patient"("organization_id", "match_key");

-- CreateIndex
CREATE UNIQUE INDEX "encounter_organization_id_patient_id_service_date_key" ON "encounter"("organization_id", "patient_id", "service_date");

-- CreateIndex
CREATE INDEX "claim_organization_id_status_queue_filing_deadline_id_idx" ON "claim"("organization_id", "status", "queue", "filing_deadline", "id");

-- CreateIndex
CREATE INDEX "claim_organization_id_status_filing_deadline_id_idx" ON "claim"("organization_id", "status", "filing_deadline", "id");

-- CreateIndex
CREATE INDEX "claim_organization_id_status_charge_cents_id_idx" ON "claim"("organization_id", "status", "charge_cents" DESC, "id");

-- CreateIndex
CREATE INDEX "claim_organization_id_status_arrived_at_id_idx" ON "claim"("organization_id", "status", "arrived_at", "id");

-- CreateIndex
CREATE INDEX "claim_organization_id_claim_number_idx" ON "claim"("organization_id", "claim_number" text_pattern_ops);

-- CreateIndex
CREATE INDEX "claim_organization_id_patient_id_service_from_idx" ON "claim"("organization_id", "patient_id", "service_from");

-- CreateIndex
CREATE INDEX "claim_organization_id_encounter_id_idx" ON "claim"("organization_id", "encounter_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_organization_id_billing_entity_id_claim_number_cycle_key" ON "claim"("organization_id", "billing_entity_id", "claim_number", "cycle");

-- CreateIndex
CREATE INDEX "claim_line_organization_id_code_service_from_idx" ON "claim_line"("organization_id", "code", "service_from");

-- CreateIndex
CREATE INDEX "claim_finding_organization_id_rule_claim_id_idx" ON "claim_finding"("organization_id", "rule", "claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_finding_organization_id_claim_id_edit_evidence_hash_key" ON "claim_finding"("organization_id", "claim_id", "edit", "evidence_hash");

-- CreateIndex
CREATE INDEX "clinical_fact_organization_id_encounter_id_fact_recorded_at_idx" ON "clinical_fact"("organization_id", "encounter_id", "fact", "recorded_at");

-- CreateIndex
CREATE INDEX "finding_override_organization_id_claim_id_edit_evidence_has_idx" ON "finding_override"("organization_id", "claim_id", "edit", "evidence_hash");

-- CreateIndex
CREATE INDEX "claim_signoff_organization_id_claim_id_created_at_idx" ON "claim_signoff"("organization_id", "claim_id", "created_at");

-- CreateIndex
CREATE INDEX "work_back_row_organization_id_status_created_at_idx" ON "work_back_row"("organization_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "work_back_row_organization_id_claim_id_idx" ON "work_back_row"("organization_id", "claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_batch_organization_id_number_key" ON "release_batch"("organization_id", "number");

-- CreateIndex
CREATE INDEX "release_batch_claim_organization_id_claim_id_idx" ON "release_batch_claim"("organization_id", "claim_id");

-- CreateIndex
CREATE INDEX "import_file_organization_id_created_at_idx" ON "import_file"("organization_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "import_file_organization_id_sha256_key" ON "import_file"("organization_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "quarantined_claim_organization_id_import_id_ordinal_key" ON "quarantined_claim"("organization_id", "import_id", "ordinal");

-- CreateIndex
CREATE INDEX "background_job_organization_id_created_at_idx" ON "background_job"("organization_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "payer_organization_id_payer_code_key" ON "payer"("organization_id", "payer_code");

-- CreateIndex
CREATE INDEX "payer_profile_version_organization_id_payer_id_effective_fr_idx" ON "payer_profile_version"("organization_id", "payer_id", "effective_from", "created_at");

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "billing_entity" ADD CONSTRAINT "billing_entity_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_key" ADD CONSTRAINT "organization_key_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter" ADD CONSTRAINT "encounter_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_organization_id_billing_entity_id_fkey" FOREIGN KEY ("organization_id", "billing_entity_id") REFERENCES "billing_entity"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_organization_id_encounter_id_fkey" FOREIGN KEY ("organization_id", "encounter_id") REFERENCES "encounter"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_organization_id_payer_id_fkey" FOREIGN KEY ("organization_id", "payer_id") REFERENCES "payer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_version" ADD CONSTRAINT "claim_version_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_version" ADD CONSTRAINT "claim_version_organization_id_import_id_fkey" FOREIGN KEY ("organization_id", "import_id") REFERENCES "import_file"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_line" ADD CONSTRAINT "claim_line_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_finding" ADD CONSTRAINT "claim_finding_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_missing_fact" ADD CONSTRAINT "claim_missing_fact_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinical_fact" ADD CONSTRAINT "clinical_fact_organization_id_encounter_id_fkey" FOREIGN KEY ("organization_id", "encounter_id") REFERENCES "encounter"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_override" ADD CONSTRAINT "finding_override_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_signoff" ADD CONSTRAINT "claim_signoff_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_back_row" ADD CONSTRAINT "work_back_row_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_batch" ADD CONSTRAINT "release_batch_organization_id_file_id_fkey" FOREIGN KEY ("organization_id", "file_id") REFERENCES "stored_file"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_batch_claim" ADD CONSTRAINT "release_batch_claim_organization_id_batch_id_fkey" FOREIGN KEY ("organization_id", "batch_id") REFERENCES "release_batch"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_batch_claim" ADD CONSTRAINT "release_batch_claim_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_organization_id_file_id_fkey" FOREIGN KEY ("organization_id", "file_id") REFERENCES "stored_file"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staged_claim" ADD CONSTRAINT "staged_claim_organization_id_import_id_fkey" FOREIGN KEY ("organization_id", "import_id") REFERENCES "import_file"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarantined_claim" ADD CONSTRAINT "quarantined_claim_organization_id_import_id_fkey" FOREIGN KEY ("organization_id", "import_id") REFERENCES "import_file"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payer_profile_version" ADD CONSTRAINT "payer_profile_version_organization_id_payer_id_fkey" FOREIGN KEY ("organization_id", "payer_id") REFERENCES "payer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
