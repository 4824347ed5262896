-- Why: payments of remittance files (835) are posted into a ledger; determinations, denial work and dashboard facts follow
--   from it. A claim may now come from a remittance alone (claim.origin, status remittance_only).
--   What a ledger is for is kept by the database itself: entries are never changed or removed by anybody (trigger), and a
--   posted payment is worth exactly what it says, to the cent, when its transaction commits (constraint trigger).
-- Locks: ALTER TABLE on claim and import_file takes ACCESS EXCLUSIVE for a moment (a constant default rewrites nothing);
--   foreign keys take SHARE ROW EXCLUSIVE on claim, payer, billing_entity and import_file for a moment. The rest is new.
-- Backfill: none. Claims that left before have no charge in the ledger until their first remittance posts it.
-- Rollback: drop the new tables, then the two functions, then the columns; the version before does not read them.
-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'claim_file';

-- AlterTable
ALTER TABLE "import_file" ADD COLUMN     "payments_held" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "payments_known" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "payments_total" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "determination" (
    "organization_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "responsibility" TEXT NOT NULL,
    "line_number" INTEGER NOT NULL,
    "payer_id" UUID NOT NULL,
    "code" TEXT NOT NULL DEFAULT '',
    "initial_outcome" TEXT NOT NULL,
    "initial_category" TEXT,
    "initial_group" TEXT,
    "initial_carc" TEXT,
    "initial_denied" BOOLEAN NOT NULL,
    "initial_charge_cents" BIGINT NOT NULL,
    "initial_paid_cents" BIGINT NOT NULL,
    "initial_allowed_cents" BIGINT NOT NULL,
    "initial_denied_cents" BIGINT NOT NULL,
    "initial_on" DATE NOT NULL,
    "current_outcome" TEXT NOT NULL,
    "current_category" TEXT,
    "current_denied" BOOLEAN NOT NULL,
    "current_paid_cents" BIGINT NOT NULL,
    "current_allowed_cents" BIGINT NOT NULL,
    "current_denied_cents" BIGINT NOT NULL,
    "current_on" DATE NOT NULL,
    "final_outcome" TEXT,
    "final_on" DATE,
    "is_second_lead" BOOLEAN NOT NULL DEFAULT false,
    "initial_remittance_id" UUID NOT NULL,
    "current_remittance_id" UUID NOT NULL,

    CONSTRAINT "determination_pkey" PRIMARY KEY ("organization_id","claim_id","responsibility","line_number")
);

-- CreateTable
CREATE TABLE "denial_item" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "responsibility" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "tier" TEXT,
    "score" INTEGER,
    "deadline" DATE,
    "deadline_source" TEXT,
    "owner_id" UUID,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "remittance_claim_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "denial_item_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "denial_note" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "member_id" UUID,
    "actor_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "denial_note_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "denial_action" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "acted_on" DATE NOT NULL,
    "member_id" UUID,
    "actor_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "denial_action_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID,
    "line_number" INTEGER NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL,
    "effect" TEXT NOT NULL DEFAULT 'posting',
    "cents" BIGINT NOT NULL,
    "adjustment_group" TEXT,
    "carc" TEXT,
    "posted_on" DATE NOT NULL,
    "payment_id" UUID,
    "remittance_claim_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "kpi_fact" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "payer_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "claim_role" TEXT NOT NULL,
    "responsibility" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "lines" INTEGER NOT NULL,
    "first_lines" INTEGER NOT NULL,
    "first_denied" INTEGER NOT NULL,
    "charge_cents" BIGINT NOT NULL,
    "first_charge_cents" BIGINT NOT NULL,
    "first_denied_cents" BIGINT NOT NULL,
    "paid_cents" BIGINT NOT NULL,
    "allowed_cents" BIGINT NOT NULL,
    "patient_cents" BIGINT NOT NULL,
    "contractual_cents" BIGINT NOT NULL,
    "denied_cents" BIGINT NOT NULL,
    "payment_id" UUID,

    CONSTRAINT "kpi_fact_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "remittance_payment" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "control_number" TEXT NOT NULL,
    "trace" TEXT,
    "trace_origin" TEXT,
    "payment_key" TEXT,
    "payer_id" UUID,
    "payer_name" TEXT NOT NULL,
    "payee_name" TEXT NOT NULL,
    "payee_npi" TEXT,
    "payee_tax_id" TEXT,
    "billing_entity_id" UUID,
    "amount_cents" BIGINT NOT NULL,
    "method" TEXT,
    "handling" TEXT,
    "paid_on" DATE,
    "produced_on" DATE,
    "posted_on" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "gap_cents" BIGINT NOT NULL DEFAULT 0,
    "gaps" JSONB NOT NULL DEFAULT '[]',
    "claim_count" INTEGER NOT NULL,
    "quarantined_count" INTEGER NOT NULL DEFAULT 0,
    "born_count" INTEGER NOT NULL DEFAULT 0,
    "unapplied_count" INTEGER NOT NULL DEFAULT 0,
    "denied_count" INTEGER NOT NULL DEFAULT 0,
    "charge_cents" BIGINT NOT NULL,
    "paid_cents" BIGINT NOT NULL,
    "provider_cents" BIGINT NOT NULL DEFAULT 0,
    "posted_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "remittance_payment_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "remittance_claim" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "claim_id" UUID,
    "match_kind" TEXT,
    "claim_number" TEXT NOT NULL,
    "status_code" TEXT NOT NULL,
    "payer_control_number" TEXT,
    "responsibility" TEXT NOT NULL,
    "charge_cents" BIGINT NOT NULL,
    "paid_cents" BIGINT NOT NULL,
    "allowed_cents" BIGINT NOT NULL DEFAULT 0,
    "patient_cents" BIGINT NOT NULL DEFAULT 0,
    "denied_cents" BIGINT NOT NULL DEFAULT 0,
    "outcome" TEXT,
    "category" TEXT,
    "content" JSONB NOT NULL,
    "segment" INTEGER NOT NULL,
    "byte_start" BIGINT NOT NULL,
    "byte_end" BIGINT NOT NULL,
    "reverses_id" UUID,
    "corrects_id" UUID,

    CONSTRAINT "remittance_claim_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "remittance_line" (
    "organization_id" UUID NOT NULL,
    "remittance_claim_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "claim_id" UUID NOT NULL,
    "claim_line" INTEGER,
    "match_kind" TEXT,
    "code" TEXT NOT NULL,
    "modifiers" TEXT[],
    "submitted_code" TEXT,
    "units" DECIMAL(12,3) NOT NULL,
    "units_submitted" DECIMAL(12,3) NOT NULL,
    "charge_cents" BIGINT NOT NULL,
    "paid_cents" BIGINT NOT NULL,
    "allowed_cents" BIGINT NOT NULL,
    "patient_cents" BIGINT NOT NULL,
    "contractual_cents" BIGINT NOT NULL,
    "denied_cents" BIGINT NOT NULL,
    "outcome" TEXT,
    "category" TEXT,
    "counts_as_denied" BOOLEAN NOT NULL DEFAULT false,
    "is_second_lead" BOOLEAN NOT NULL DEFAULT false,
    "primary_group" TEXT,
    "primary_carc" TEXT,
    "remarks" TEXT[],
    "why" TEXT,
    "service_from" DATE,

    CONSTRAINT "remittance_line_pkey" PRIMARY KEY ("organization_id","remittance_claim_id","number")
);

-- CreateTable
CREATE TABLE "provider_adjustment" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "reference" TEXT,
    "cents" BIGINT NOT NULL,
    "claim_id" UUID,

    CONSTRAINT "provider_adjustment_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "staged_payment" (
    "organization_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "payment" JSONB NOT NULL,
    "adjustments" JSONB NOT NULL,
    "balance" JSONB NOT NULL,
    "segment" INTEGER NOT NULL,

    CONSTRAINT "staged_payment_pkey" PRIMARY KEY ("organization_id","import_id","ordinal")
);

-- CreateTable
CREATE TABLE "staged_remittance" (
    "organization_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "payment_ordinal" INTEGER NOT NULL,
    "content" JSONB,
    "claim_number" TEXT,
    "charge_cents" BIGINT NOT NULL,
    "paid_cents" BIGINT NOT NULL,
    "gaps" JSONB NOT NULL DEFAULT '[]',
    "problems" JSONB NOT NULL DEFAULT '[]',
    "segment" INTEGER NOT NULL,
    "byte_start" BIGINT NOT NULL,
    "byte_end" BIGINT NOT NULL,

    CONSTRAINT "staged_remittance_pkey" PRIMARY KEY ("organization_id","import_id","ordinal")
);

-- CreateIndex
CREATE INDEX "determination_organization_id_initial_on_line_number_idx" ON "determination"("organization_id", "initial_on", "line_number");

-- CreateIndex
CREATE INDEX "denial_item_organization_id_status_deadline_id_idx" ON "denial_item"("organization_id", "status", "deadline", "id");

-- CreateIndex
CREATE INDEX "denial_item_organization_id_status_score_id_idx" ON "denial_item"("organization_id", "status", "score" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "denial_item_organization_id_claim_id_key" ON "denial_item"("organization_id", "claim_id");

-- CreateIndex
CREATE INDEX "denial_note_organization_id_item_id_created_at_idx" ON "denial_note"("organization_id", "item_id", "created_at");

-- CreateIndex
CREATE INDEX "denial_action_organization_id_item_id_created_at_idx" ON "denial_action"("organization_id", "item_id", "created_at");

-- CreateIndex
CREATE INDEX "ledger_entry_organization_id_claim_id_line_number_idx" ON "ledger_entry"("organization_id", "claim_id", "line_number");

-- CreateIndex
CREATE INDEX "ledger_entry_organization_id_payment_id_idx" ON "ledger_entry"("organization_id", "payment_id");

-- CreateIndex
CREATE INDEX "kpi_fact_organization_id_day_payer_id_code_idx" ON "kpi_fact"("organization_id", "day", "payer_id", "code");

-- CreateIndex
CREATE INDEX "remittance_payment_organization_id_posted_on_id_idx" ON "remittance_payment"("organization_id", "posted_on", "id");

-- CreateIndex
CREATE INDEX "remittance_payment_organization_id_payer_id_posted_on_idx" ON "remittance_payment"("organization_id", "payer_id", "posted_on");

-- CreateIndex
CREATE UNIQUE INDEX "remittance_payment_organization_id_import_id_ordinal_key" ON "remittance_payment"("organization_id", "import_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "remittance_payment_organization_id_payment_key_key" ON "remittance_payment"("organization_id", "payment_key");

-- CreateIndex
CREATE INDEX "remittance_claim_organization_id_claim_id_ordinal_idx" ON "remittance_claim"("organization_id", "claim_id", "ordinal");

-- CreateIndex
CREATE INDEX "remittance_claim_organization_id_payer_control_number_idx" ON "remittance_claim"("organization_id", "payer_control_number");

-- CreateIndex
CREATE UNIQUE INDEX "remittance_claim_organization_id_payment_id_ordinal_key" ON "remittance_claim"("organization_id", "payment_id", "ordinal");

-- CreateIndex
CREATE INDEX "remittance_line_organization_id_claim_id_claim_line_idx" ON "remittance_line"("organization_id", "claim_id", "claim_line");

-- CreateIndex
CREATE INDEX "provider_adjustment_organization_id_claim_id_idx" ON "provider_adjustment"("organization_id", "claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "provider_adjustment_organization_id_payment_id_ordinal_key" ON "provider_adjustment"("organization_id", "payment_id", "ordinal");

-- CreateIndex
CREATE INDEX "staged_remittance_organization_id_import_id_payment_ordinal_idx" ON "staged_remittance"("organization_id", "import_id", "payment_ordinal");

-- AddForeignKey
ALTER TABLE "determination" ADD CONSTRAINT "determination_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "determination" ADD CONSTRAINT "determination_organization_id_payer_id_fkey" FOREIGN KEY ("organization_id", "payer_id") REFERENCES "payer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "denial_item" ADD CONSTRAINT "denial_item_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "denial_note" ADD CONSTRAINT "denial_note_organization_id_item_id_fkey" FOREIGN KEY ("organization_id", "item_id") REFERENCES "denial_item"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "denial_action" ADD CONSTRAINT "denial_action_organization_id_item_id_fkey" FOREIGN KEY ("organization_id", "item_id") REFERENCES "denial_item"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_organization_id_payment_id_fkey" FOREIGN KEY ("organization_id", "payment_id") REFERENCES "remittance_payment"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_organization_id_remittance_claim_id_fkey" FOREIGN KEY ("organization_id", "remittance_claim_id") REFERENCES "remittance_claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_fact" ADD CONSTRAINT "kpi_fact_organization_id_payer_id_fkey" FOREIGN KEY ("organization_id", "payer_id") REFERENCES "payer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remittance_payment" ADD CONSTRAINT "remittance_payment_organization_id_import_id_fkey" FOREIGN KEY ("organization_id", "import_id") REFERENCES "import_file"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remittance_payment" ADD CONSTRAINT "remittance_payment_organization_id_payer_id_fkey" FOREIGN KEY ("organization_id", "payer_id") REFERENCES "payer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remittance_payment" ADD CONSTRAINT "remittance_payment_organization_id_billing_entity_id_fkey" FOREIGN KEY ("organization_id", "billing_entity_id") REFERENCES "billing_entity"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remittance_claim" ADD CONSTRAINT "remittance_claim_organization_id_payment_id_fkey" FOREIGN KEY ("organization_id", "payment_id") REFERENCES "remittance_payment"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remittance_claim" ADD CONSTRAINT "remittance_claim_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remittance_claim" ADD CONSTRAINT "remittance_claim_organization_id_reverses_id_fkey" FOREIGN KEY ("organization_id", "reverses_id") REFERENCES "remittance_claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remittance_claim" ADD CONSTRAINT "remittance_claim_organization_id_corrects_id_fkey" FOREIGN KEY ("organization_id", "corrects_id") REFERENCES "remittance_claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remittance_line" ADD CONSTRAINT "remittance_line_organization_id_remittance_claim_id_fkey" FOREIGN KEY ("organization_id", "remittance_claim_id") REFERENCES "remittance_claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remittance_line" ADD CONSTRAINT "remittance_line_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_adjustment" ADD CONSTRAINT "provider_adjustment_organization_id_payment_id_fkey" FOREIGN KEY ("organization_id", "payment_id") REFERENCES "remittance_payment"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_adjustment" ADD CONSTRAINT "provider_adjustment_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staged_payment" ADD CONSTRAINT "staged_payment_organization_id_import_id_fkey" FOREIGN KEY ("organization_id", "import_id") REFERENCES "import_file"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staged_remittance" ADD CONSTRAINT "staged_remittance_organization_id_import_id_fkey" FOREIGN KEY ("organization_id", "import_id") REFERENCES "import_file"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- No role may change the past of the money, the owner included. Statement triggers fire also where no row is in sight.
CREATE FUNCTION refuse_ledger_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only: a correction is another entry' USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER ledger_entry_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry FOR EACH STATEMENT
  EXECUTE FUNCTION refuse_ledger_change();

-- Entries of a payment are written in the transaction that posts it, and checked at its end. They run with the rights and
-- row-level security of whoever posts, so they see one organization's rows only.
CREATE FUNCTION refuse_late_entries() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT organization_id, payment_id FROM added WHERE payment_id IS NOT NULL) e
    JOIN remittance_payment p ON p.organization_id = e.organization_id AND p.id = e.payment_id
    WHERE p.status <> 'posted' OR p.xmin <> pg_current_xact_id()::xid
  ) THEN
    RAISE EXCEPTION 'only the posting of a payment writes its entries' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER ledger_entry_of_posting
  AFTER INSERT ON ledger_entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refuse_late_entries();

CREATE FUNCTION assert_payment_adds_up() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_catalog, pg_temp AS $$
DECLARE
  claims_cents bigint;
  provider_cents bigint;
  cash_cents bigint;
BEGIN
  SELECT coalesce(sum(c.paid_cents), 0) INTO claims_cents FROM remittance_claim c
  WHERE c.organization_id = NEW.organization_id AND c.payment_id = NEW.id;
  SELECT coalesce(sum(a.cents), 0) INTO provider_cents FROM provider_adjustment a
  WHERE a.organization_id = NEW.organization_id AND a.payment_id = NEW.id;
  SELECT coalesce(-sum(e.cents), 0) INTO cash_cents FROM ledger_entry e
  WHERE e.organization_id = NEW.organization_id AND e.payment_id = NEW.id
    AND e.kind IN ('payment', 'recoupment', 'interest', 'provider_adjustment');
  IF claims_cents - provider_cents <> NEW.amount_cents OR cash_cents <> NEW.amount_cents THEN
    RAISE EXCEPTION 'a posted payment does not add up' USING ERRCODE = 'check_violation';
  END IF;
  -- What became of each claim's charge is explained to the cent: paid, adjusted, denied or moved on. A claim that was only
  -- forwarded explains nothing but what it paid. One sum over both tables: no join that could be planned badly.
  IF EXISTS (
    SELECT FROM (
      SELECT c.id, CASE WHEN c.outcome IN ('FORWARDED', 'PREDETERMINATION') THEN c.paid_cents ELSE c.charge_cents END AS cents
      FROM remittance_claim c WHERE c.organization_id = NEW.organization_id AND c.payment_id = NEW.id
      UNION ALL
      SELECT e.remittance_claim_id, e.cents
      FROM ledger_entry e
      WHERE e.organization_id = NEW.organization_id AND e.payment_id = NEW.id AND e.remittance_claim_id IS NOT NULL
        AND e.kind <> 'charge' AND e.effect <> 'transfer'
    ) sums GROUP BY id HAVING sum(cents) <> 0
  ) THEN
    RAISE EXCEPTION 'a posted claim does not add up' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER remittance_payment_adds_up
  AFTER INSERT OR UPDATE ON remittance_payment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status = 'posted')
  EXECUTE FUNCTION assert_payment_adds_up();
