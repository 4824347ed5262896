-- Why: the page of an import lists the claims that it brought, in file order. Without this index each page reads every
--   version of every claim.
-- Locks: CREATE INDEX takes SHARE on claim_version: imports and corrections wait while it is built, readers do not.
-- Backfill: none, the index fills itself.
-- Rollback: DROP INDEX claim_version_organization_id_import_id_byte_start_idx;
CREATE INDEX "claim_version_organization_id_import_id_byte_start_idx" ON "claim_version"("organization_id", "import_id", "byte_start");
