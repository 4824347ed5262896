-- Why: decisions on a claim are read off everything that a payer said of it, in the order of posting. What the classifier
--   made of each answer is kept with it, so that a later classifier does not rewrite a first decision. A payer that only
--   pends has decided nothing yet, and between a reversal and its correction nothing stands: those columns may be null.
-- Locks: ACCESS EXCLUSIVE on determination and remittance_claim for a moment; nothing is rewritten.
-- Backfill: none; no version before wrote determinations, and an answer without this column is classified anew when read.
-- Rollback: drop the two columns; the NOT NULLs only after no row holds a null.
ALTER TABLE "determination" ADD COLUMN     "change" TEXT,
ALTER COLUMN "initial_outcome" DROP NOT NULL,
ALTER COLUMN "initial_denied" DROP NOT NULL,
ALTER COLUMN "initial_charge_cents" DROP NOT NULL,
ALTER COLUMN "initial_paid_cents" DROP NOT NULL,
ALTER COLUMN "initial_allowed_cents" DROP NOT NULL,
ALTER COLUMN "initial_denied_cents" DROP NOT NULL,
ALTER COLUMN "initial_on" DROP NOT NULL,
ALTER COLUMN "current_outcome" DROP NOT NULL,
ALTER COLUMN "current_denied" DROP NOT NULL,
ALTER COLUMN "current_paid_cents" DROP NOT NULL,
ALTER COLUMN "current_allowed_cents" DROP NOT NULL,
ALTER COLUMN "current_denied_cents" DROP NOT NULL,
ALTER COLUMN "current_on" DROP NOT NULL,
ALTER COLUMN "initial_remittance_id" DROP NOT NULL,
ALTER COLUMN "current_remittance_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "remittance_claim" ADD COLUMN     "classified" JSONB;
