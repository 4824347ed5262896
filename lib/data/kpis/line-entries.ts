/**
 * Common table expression `line_entries`: entries of the claims `$1` by line. What an answer books on the claim as a whole
 * (line 0: it has no lines, or one that matches none) is spread over the lines by their charges: over all entries together,
 * so that a claim which is explained to the cent is so on each line. What came outside of an answer is left out: a takeback
 * from a later payment is the cash side of a reversal that is booked on the lines.
 */
export const LINE_ENTRIES = `
  shares as (
    select l.claim_id, l.line_number, l.charge_cents,
      sum(l.charge_cents) over (partition by l.claim_id order by l.line_number) as upto,
      sum(l.charge_cents) over (partition by l.claim_id) as total
    from claim_line l where l.claim_id = any($1::uuid[])
  ),
  whole_entries as (
    select e.*, sum(e.cents) over (partition by e.claim_id, e.kind = 'charge' order by e.posted_on, e.id) as booked
    from ledger_entry e
    where e.claim_id = any($1::uuid[]) and e.line_number = 0 and e.remittance_claim_id is not null
  ),
  line_entries as materialized (
    select e.organization_id, e.claim_id, e.line_number, e.kind, e.effect, e.posted_on, e.remittance_claim_id, e.cents
    from ledger_entry e where e.claim_id = any($1::uuid[]) and e.line_number > 0
    union all
    select e.organization_id, e.claim_id, s.line_number, e.kind, e.effect, e.posted_on, e.remittance_claim_id,
      ${shareOf("e.booked")} - ${shareOf("(e.booked - e.cents)")}
    from whole_entries e join shares s on s.claim_id = e.claim_id and s.total > 0
  )`;

/** The part of an amount of the claim that is the line's; `s` is its row of `shares`. The parts add up to the amount. */
function shareOf(cents: string): string {
  return `(floor(s.upto * ${cents} / s.total) - floor((s.upto - s.charge_cents) * ${cents} / s.total))::bigint`;
}
