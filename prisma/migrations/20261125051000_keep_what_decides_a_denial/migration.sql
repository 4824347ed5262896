-- Why: windows pass and payers' limits change, so running denials are judged again each day; the reason and the code that
--   decide how a denial is worked are kept with it, so that this needs no second look at the remittance.
-- Locks: ACCESS EXCLUSIVE on denial_item for a moment; nothing is rewritten.
-- Backfill: none; the next remittance of a claim writes them, and no version that was in use wrote denials.
-- Rollback: drop the two columns.
ALTER TABLE "denial_item" ADD COLUMN     "deciding_carc" TEXT,
ADD COLUMN     "deciding_code" TEXT;
