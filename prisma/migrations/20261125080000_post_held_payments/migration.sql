-- Why: a person may post a payment that is held because it does not add up. Its difference becomes an entry of its own, so
--   that the ledger is still worth what the bank received; who did it and why stands with the payment.
--   What a remittance said stays as it was: of a held payment's rows only what posting decides is filled in, once, in the
--   transaction that posts it; a posted payment stays posted.
-- Locks: ALTER TABLE and the triggers take ACCESS EXCLUSIVE on the three tables for a moment; nothing is rewritten.
-- Backfill: none. Payments held before keep no adjustments outside of claims and cannot be posted by hand.
-- Rollback: drop the triggers and the two new functions, make assert_payment_adds_up anew as 20261125020000 had it, drop
--   the columns. Payments that were posted by hand then no longer pass its check when they are touched.
-- AlterTable
ALTER TABLE "remittance_payment" ADD COLUMN     "post_reason" TEXT,
ADD COLUMN     "posted_by_id" UUID,
ADD COLUMN     "posted_by_name" TEXT;

CREATE OR REPLACE FUNCTION assert_payment_adds_up() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_catalog, pg_temp AS $$
DECLARE
  claims_cents bigint;
  provider_cents bigint;
  cash_cents bigint;
  gap_cents bigint;
  has_gap boolean;
BEGIN
  SELECT coalesce(sum(c.paid_cents), 0) INTO claims_cents FROM remittance_claim c
  WHERE c.organization_id = NEW.organization_id AND c.payment_id = NEW.id;
  SELECT coalesce(sum(a.cents), 0) INTO provider_cents FROM provider_adjustment a
  WHERE a.organization_id = NEW.organization_id AND a.payment_id = NEW.id;
  SELECT
    coalesce(-sum(e.cents) FILTER (WHERE e.kind IN ('payment', 'recoupment', 'interest', 'provider_adjustment', 'payment_gap')), 0),
    coalesce(-sum(e.cents) FILTER (WHERE e.kind = 'payment_gap'), 0),
    coalesce(bool_or(e.kind IN ('payment_gap', 'claim_gap')), false)
  INTO cash_cents, gap_cents, has_gap FROM ledger_entry e
  WHERE e.organization_id = NEW.organization_id AND e.payment_id = NEW.id;
  IF has_gap AND NEW.post_reason IS NULL THEN
    RAISE EXCEPTION 'a difference is posted by a person with a reason' USING ERRCODE = 'check_violation';
  END IF;
  IF claims_cents - provider_cents + gap_cents <> NEW.amount_cents OR cash_cents <> NEW.amount_cents THEN
    RAISE EXCEPTION 'a posted payment does not add up' USING ERRCODE = 'check_violation';
  END IF;
  -- What became of each claim's charge is explained to the cent: paid, adjusted, denied, moved on, or named as its gap. A
  -- claim that was only forwarded explains nothing but what it paid. One sum over both tables: no join to be planned badly.
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

CREATE FUNCTION refuse_second_posting() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.status = 'posted' AND
    (NEW.status, NEW.payment_key, NEW.billing_entity_id, NEW.posted_at, NEW.post_reason, NEW.posted_by_id, NEW.posted_by_name)
    IS DISTINCT FROM
    (OLD.status, OLD.payment_key, OLD.billing_entity_id, OLD.posted_at, OLD.post_reason, OLD.posted_by_id, OLD.posted_by_name)
  THEN
    RAISE EXCEPTION 'a payment is posted once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER remittance_payment_posted_once
  BEFORE UPDATE ON remittance_payment FOR EACH ROW EXECUTE FUNCTION refuse_second_posting();

CREATE FUNCTION refuse_late_answer() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.claim_id IS NOT NULL OR NOT EXISTS (
    SELECT FROM remittance_payment p
    WHERE p.organization_id = OLD.organization_id AND p.id = OLD.payment_id
      AND p.status = 'posted' AND p.xmin = pg_current_xact_id()::xid
  ) THEN
    RAISE EXCEPTION 'only the posting of a held payment decides on its claims' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER remittance_claim_decided_once
  BEFORE UPDATE ON remittance_claim FOR EACH ROW EXECUTE FUNCTION refuse_late_answer();
CREATE TRIGGER provider_adjustment_tied_once
  BEFORE UPDATE ON provider_adjustment FOR EACH ROW EXECUTE FUNCTION refuse_late_answer();
