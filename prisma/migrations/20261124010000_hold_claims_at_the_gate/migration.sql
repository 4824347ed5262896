-- Why: nothing with a blocking finding may leave by any path. lib/domain/claims/release-gate.ts decides; this trigger
--   holds the same line for a path that forgets to ask: a script, a later use case, a hand in psql.
--   It runs with the rights and row-level security of whoever updates, so it sees one organization's rows only.
-- Locks: creating a trigger takes SHARE ROW EXCLUSIVE on claim for a moment; nothing is rewritten.
-- Backfill: none; claims that have left before are not judged again.
-- Rollback: DROP TRIGGER claim_release_gate ON claim; DROP FUNCTION refuse_unready_release();
CREATE FUNCTION refuse_unready_release() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' OR OLD.status <> 'ready' THEN
    RAISE EXCEPTION 'only a ready claim is released' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT FROM claim_finding f
    WHERE f.organization_id = NEW.organization_id AND f.claim_id = NEW.id
      AND f.severity = 'block' AND f.status = 'open'
  ) THEN
    RAISE EXCEPTION 'a blocking finding holds the claim' USING ERRCODE = 'check_violation';
  END IF;
  -- An override counts while it stands, not because a finding row says so.
  IF EXISTS (
    SELECT FROM claim_finding f
    WHERE f.organization_id = NEW.organization_id AND f.claim_id = NEW.id
      AND f.severity = 'block' AND f.status = 'overridden'
      AND NOT EXISTS (
        SELECT FROM finding_override o
        WHERE o.organization_id = f.organization_id AND o.claim_id = f.claim_id AND o.edit = f.edit
          AND o.evidence_hash = f.evidence_hash AND o.withdrawn_at IS NULL
      )
  ) THEN
    RAISE EXCEPTION 'a blocking finding was passed without an override' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT FROM claim_missing_fact m
    WHERE m.organization_id = NEW.organization_id AND m.claim_id = NEW.id AND m.required
  ) THEN
    RAISE EXCEPTION 'a required fact is unknown' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.has_scs AND NOT EXISTS (
    SELECT FROM claim_signoff s
    WHERE s.organization_id = NEW.organization_id AND s.claim_id = NEW.id AND s.kind = 'coder'
      AND s.version_number = NEW.current_version AND s.withdrawn_at IS NULL
  ) THEN
    RAISE EXCEPTION 'no coder has signed this version' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.has_scs
    AND (SELECT o.requires_second_review FROM organization o WHERE o.id = NEW.organization_id)
    AND NOT EXISTS (
      SELECT FROM claim_signoff s
      WHERE s.organization_id = NEW.organization_id AND s.claim_id = NEW.id AND s.kind = 'second'
        AND s.version_number = NEW.current_version AND s.withdrawn_at IS NULL
        AND NOT EXISTS (
          SELECT FROM claim_signoff c
          WHERE c.organization_id = s.organization_id AND c.claim_id = s.claim_id AND c.kind = 'coder'
            AND c.version_number = s.version_number AND c.withdrawn_at IS NULL AND c.member_id = s.member_id
        )
    ) THEN
    RAISE EXCEPTION 'no second person has signed this version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER claim_release_gate
  BEFORE UPDATE OF status ON claim FOR EACH ROW
  WHEN (NEW.status = 'released' AND OLD.status IS DISTINCT FROM 'released')
  EXECUTE FUNCTION refuse_unready_release();

CREATE TRIGGER claim_release_gate_insert
  BEFORE INSERT ON claim FOR EACH ROW
  WHEN (NEW.status = 'released')
  EXECUTE FUNCTION refuse_unready_release();
