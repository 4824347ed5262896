/** One claim behind a figure, with what it adds to both sides of it. */
export interface BehindClaim {
  claimId: string;
  claimNumber: string;
  patientName: string;
  payerName: string;
  lineSummary: string;
  serviceFrom: string | null;
  /** The day that puts it there. */
  on: string | null;
  numerator: number;
  denominator: number;
  /** Denial categories of its lines, where the figure is of denials. */
  categories: string[];
  /** Cents beside numerator and denominator: denied of worked lines, else 0. */
  cents: number;
  /** Lines of it that the figure looks at. */
  lines: number;
  /** Lines of which nobody can say what was to come in. */
  unknownLines: number;
}

export interface BehindTotals {
  claimCount: number;
  numerator: number;
  denominator: number;
  lines: number;
  cents: number;
  unknownLines: number;
}

export interface BehindPage {
  limit: number;
  offset: number;
}

/** Reads a CTE `shown` (organization_id, claim_id, day, service_day, numerator, denominator, categories, cents, lines, unknown). */
export const CLAIM_LIST = `select s.claim_id as "claimId", c.claim_number as "claimNumber",
    p.last_name || coalesce(', ' || p.first_name, '') as "patientName", y.name as "payerName",
    c.line_summary as "lineSummary", coalesce(s.service_day, c.service_from)::text as "serviceFrom",
    s.day::text as "on", s.numerator::float8 as numerator, s.denominator::float8 as denominator,
    coalesce(s.categories, '{}') as categories, s.cents::float8 as cents, s.lines::int as lines,
    s.unknown::int as "unknownLines"
  from (select * from shown order by numerator desc, denominator desc, claim_id, service_day limit $1 offset $2) s
  join claim c on c.organization_id = s.organization_id and c.id = s.claim_id
  join patient p on p.organization_id = c.organization_id and p.id = c.patient_id
  join payer y on y.organization_id = c.organization_id and y.id = c.payer_id
  order by s.numerator desc, s.denominator desc, s.claim_id, s.service_day`;

export const CLAIM_TOTALS = `select count(*)::int as "claimCount", coalesce(sum(numerator), 0)::float8 as numerator,
    coalesce(sum(denominator), 0)::float8 as denominator, coalesce(sum(lines), 0)::int as lines,
    coalesce(sum(cents), 0)::float8 as cents, coalesce(sum(unknown), 0)::int as "unknownLines"
  from shown`;
