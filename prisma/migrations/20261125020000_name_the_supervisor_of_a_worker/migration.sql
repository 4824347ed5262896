-- Why: a worker that its supervisor starts again frees the jobs of its killed predecessor at once, instead of waiting
--   until the predecessor has been silent for 15 seconds. For that a worker says who started it.
-- Locks: ALTER TABLE takes ACCESS EXCLUSIVE on worker_heartbeat for a moment: a column without a default rewrites nothing.
-- Backfill: none. Rows without it are freed by their silence, as before.
-- Rollback: ALTER TABLE worker_heartbeat DROP COLUMN started_by;
ALTER TABLE "worker_heartbeat" ADD COLUMN     "started_by" TEXT;
