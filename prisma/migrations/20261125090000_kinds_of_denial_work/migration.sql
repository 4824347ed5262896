-- Why: what a payer did not process (MA130) or left unexplained is work as well, but no denial: it has other windows and
--   another next step, and stands in no denial rate.
-- Locks: ACCESS EXCLUSIVE on denial_item for a moment; a constant default rewrites nothing. The check reads the table once.
-- Backfill: none; every item so far is a denial.
-- Rollback: drop the column; the version before opens such items not at all.
-- AlterTable
ALTER TABLE "denial_item" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'denied';

ALTER TABLE "denial_item" ADD CONSTRAINT "denial_item_kind" CHECK ("kind" IN ('denied', 'not_processed', 'unclear'));
