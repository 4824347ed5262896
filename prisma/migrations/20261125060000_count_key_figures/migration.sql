-- Why: the dashboards' figures. First decisions, open balances and collections stand once a claim (that is what a figure
--   opens), and as signed sums over all claims that are appended, so that a dashboard costs months, payers and codes.
--   kpi_fact counted otherwise than the definitions say (voids, duplicates, the denied part of a line) and goes.
-- Locks: foreign keys take SHARE ROW EXCLUSIVE on claim and payer for a moment; the index on denial_action holds its
--   writers while it is built. The rest is new.
-- Backfill: every claim that left is marked to be counted; the worker counts them in the background.
-- Rollback: drop the new tables and make kpi_fact anew as 20261125020000 had it; what it held can be appended only anew.
--   The version before posts into kpi_fact: it must be stopped before this runs.
-- DropForeignKey
ALTER TABLE "kpi_fact" DROP CONSTRAINT "kpi_fact_organization_id_payer_id_fkey";

-- DropTable
DROP TABLE "kpi_fact";

-- CreateTable
CREATE TABLE "kpi_first_decision" (
    "organization_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "line_number" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "payer_id" UUID NOT NULL,
    "code" TEXT NOT NULL DEFAULT '',
    "category" TEXT NOT NULL DEFAULT '',
    "denied" INTEGER NOT NULL,
    "passed" INTEGER NOT NULL DEFAULT 0,
    "charge_cents" BIGINT NOT NULL,
    "denied_cents" BIGINT NOT NULL,

    CONSTRAINT "kpi_first_decision_pkey" PRIMARY KEY ("organization_id","claim_id","line_number")
);

-- CreateTable
CREATE TABLE "kpi_month" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "payer_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "lines" INTEGER NOT NULL,
    "denied_lines" INTEGER NOT NULL,
    "charge_cents" BIGINT NOT NULL,
    "denied_cents" BIGINT NOT NULL,
    "claims" INTEGER NOT NULL,
    "denied_claims" INTEGER NOT NULL,
    "passed_claims" INTEGER NOT NULL,

    CONSTRAINT "kpi_month_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "kpi_due" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,

    CONSTRAINT "kpi_due_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "kpi_balance" (
    "organization_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "service_day" DATE NOT NULL,
    "month" DATE NOT NULL,
    "payer_id" UUID NOT NULL,
    "open_cents" BIGINT NOT NULL,
    "credit_cents" BIGINT NOT NULL,
    "patient_cents" BIGINT NOT NULL,
    "open_claims" INTEGER NOT NULL,

    CONSTRAINT "kpi_balance_pkey" PRIMARY KEY ("organization_id","claim_id","service_day","month")
);

-- CreateTable
CREATE TABLE "kpi_receivable" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "service_day" DATE NOT NULL,
    "payer_id" UUID NOT NULL,
    "open_cents" BIGINT NOT NULL,
    "credit_cents" BIGINT NOT NULL,
    "patient_cents" BIGINT NOT NULL,
    "open_claims" INTEGER NOT NULL,

    CONSTRAINT "kpi_receivable_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "kpi_collected_line" (
    "organization_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "line_number" INTEGER NOT NULL,
    "service_day" DATE NOT NULL,
    "payer_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "unit_rank" TEXT NOT NULL,
    "claim_role" TEXT NOT NULL,
    "is_scs" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "allowed_cents" BIGINT NOT NULL,
    "due_cents" BIGINT NOT NULL,
    "paid_cents" BIGINT NOT NULL,
    "patient_cents" BIGINT NOT NULL,

    CONSTRAINT "kpi_collected_line_pkey" PRIMARY KEY ("organization_id","claim_id","line_number")
);

-- CreateTable
CREATE TABLE "kpi_collection" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "payer_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "unit_rank" TEXT NOT NULL,
    "claim_role" TEXT NOT NULL,
    "is_scs" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "allowed_cents" BIGINT NOT NULL,
    "lines" INTEGER NOT NULL,
    "due_cents" BIGINT NOT NULL,
    "paid_cents" BIGINT NOT NULL,
    "patient_cents" BIGINT NOT NULL,

    CONSTRAINT "kpi_collection_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "kpi_first_decision_organization_id_day_line_number_idx" ON "kpi_first_decision"("organization_id", "day", "line_number");

-- CreateIndex
CREATE INDEX "kpi_month_organization_id_month_payer_id_idx" ON "kpi_month"("organization_id", "month", "payer_id");

-- CreateIndex
CREATE INDEX "kpi_balance_organization_id_service_day_month_idx" ON "kpi_balance"("organization_id", "service_day", "month");

-- CreateIndex
CREATE INDEX "kpi_receivable_organization_id_month_service_day_idx" ON "kpi_receivable"("organization_id", "month", "service_day");

-- CreateIndex
CREATE INDEX "kpi_collected_line_organization_id_is_scs_service_day_idx" ON "kpi_collected_line"("organization_id", "is_scs", "service_day");

-- CreateIndex
CREATE INDEX "kpi_collection_organization_id_month_idx" ON "kpi_collection"("organization_id", "month");

-- CreateIndex
CREATE INDEX "denial_action_organization_id_acted_on_idx" ON "denial_action"("organization_id", "acted_on");

-- AddForeignKey
ALTER TABLE "kpi_first_decision" ADD CONSTRAINT "kpi_first_decision_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_first_decision" ADD CONSTRAINT "kpi_first_decision_organization_id_payer_id_fkey" FOREIGN KEY ("organization_id", "payer_id") REFERENCES "payer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_month" ADD CONSTRAINT "kpi_month_organization_id_payer_id_fkey" FOREIGN KEY ("organization_id", "payer_id") REFERENCES "payer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_due" ADD CONSTRAINT "kpi_due_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_balance" ADD CONSTRAINT "kpi_balance_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_balance" ADD CONSTRAINT "kpi_balance_organization_id_payer_id_fkey" FOREIGN KEY ("organization_id", "payer_id") REFERENCES "payer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_receivable" ADD CONSTRAINT "kpi_receivable_organization_id_payer_id_fkey" FOREIGN KEY ("organization_id", "payer_id") REFERENCES "payer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_collected_line" ADD CONSTRAINT "kpi_collected_line_organization_id_claim_id_fkey" FOREIGN KEY ("organization_id", "claim_id") REFERENCES "claim"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_collected_line" ADD CONSTRAINT "kpi_collected_line_organization_id_payer_id_fkey" FOREIGN KEY ("organization_id", "payer_id") REFERENCES "payer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_collection" ADD CONSTRAINT "kpi_collection_organization_id_payer_id_fkey" FOREIGN KEY ("organization_id", "payer_id") REFERENCES "payer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Claims are under row-level security by now; a new database has none.
DO $$
BEGIN
  PERFORM set_config('app.system_scope', 'on', true);
  INSERT INTO "kpi_due" ("organization_id", "id", "claim_id")
  SELECT "organization_id", gen_random_uuid(), "id" FROM "claim" WHERE "status" IN ('released', 'filed', 'remittance_only');
  PERFORM set_config('app.system_scope', '', true);
END
$$;
