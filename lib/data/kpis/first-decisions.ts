import { IS_TRUE_DUPLICATE, isScs, isVoided, scoped } from "./kpi-scope";
import type { Counted } from "./recount";

/**
 * First decisions: a claim's lines of the scope (line numbers from 1), and as line 0 the claim itself by the first
 * decisions on its surgical lines. The rules of lib/domain/kpis/scope.ts, held together by a test.
 */
const NOW = `
  lines as (
    select d.claim_id, d.line_number, d.initial_on as day, c.payer_id, d.code,
      case when d.initial_denied then coalesce(d.initial_category, 'ADMIN_OTHER') else '' end as category,
      d.initial_denied::int as denied, d.initial_outcome, d.initial_charge_cents as charge_cents,
      case when not d.initial_denied then 0
        when d.initial_outcome = 'PARTIAL' then d.initial_denied_cents
        else d.initial_charge_cents end as denied_cents,
      d.code = any(${scoped("$2", "surgicalCodes")}) as is_surgical
    from determination d
    join claim c on c.organization_id = d.organization_id and c.id = d.claim_id
    where d.claim_id = any($1::uuid[]) and d.line_number > 0 and d.responsibility = 'P'
      and c.frequency = '1' and c.claim_role <> all(${scoped("$2", "facilityRoles")})
      and d.initial_outcome <> all(${scoped("$2", "undecided")})
      and not ${IS_TRUE_DUPLICATE}
      and ${isScs("d.code", "$2")} and not ${isVoided("$2")}
  ),
  now as materialized (
    select claim_id, line_number, day, payer_id, code, category, denied, 0 as passed, charge_cents,
      denied_cents::bigint as denied_cents
    from lines
    union all
    select claim_id, 0, min(day), payer_id, '', '', max(denied),
      bool_and(initial_outcome = any(${scoped("$2", "settled")}))::int, sum(charge_cents)::bigint,
      sum(denied_cents)::bigint
    from lines where is_surgical group by claim_id, payer_id
  )`;

const ofLine = (value: string): string => `case when line_number > 0 then ${value} else 0 end`;
const ofClaim = (value: string): string => `case when line_number = 0 then ${value} else 0 end`;

export const FIRST_DECISIONS: Counted = {
  rows: "kpi_first_decision",
  key: ["line_number"],
  columns: [
    ...["claim_id", "line_number", "day", "payer_id", "code", "category", "denied", "passed"],
    ...["charge_cents", "denied_cents"],
  ],
  sums: "kpi_month",
  dimensions: {
    month: "date_trunc('month', day)::date",
    payer_id: "payer_id",
    code: "code",
    category: "category",
  },
  measures: {
    lines: ofLine("1"),
    denied_lines: ofLine("denied"),
    charge_cents: ofLine("charge_cents"),
    denied_cents: ofLine("denied_cents"),
    claims: ofClaim("1"),
    denied_claims: ofClaim("denied"),
    passed_claims: "passed",
  },
  now: NOW,
};
