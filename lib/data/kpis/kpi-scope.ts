/** What the key figures look at, from the core (lib/domain/kpis/counting-rules.ts): the data floor decides nothing. */
export interface KpiScope {
  surgicalCodes: readonly string[];
  /** Count only where the patient's device is spinal. */
  programmingCodes: readonly string[];
  facilityRoles: readonly string[];
  /** Outcomes that are no decision. */
  undecided: readonly string[];
  /** Outcomes of claims that a new claim takes the place of. */
  unprocessed: readonly string[];
  /** Outcomes with which a line passed at once. */
  settled: readonly string[];
  /** Statuses of claims that are with a payer, or were. */
  left: readonly string[];
  /** Outcomes whose allowed amount is what was to come in. */
  allowedAsDecided: readonly string[];
  /** Outcomes whose money is in another line. */
  nothingOfItsOwn: readonly string[];
  /** Kinds of entries that settle a charge; what was denied or pended stays receivable. */
  settling: readonly string[];
  /** Statuses of a denial in which a person gave up what is still denied. */
  givenUp: readonly string[];
  /** Of these: to the patient. */
  movedToPatient: readonly string[];
}

/** The scope as one JSON parameter; `scoped` reads it in SQL. */
export function scopeJson(scope: KpiScope): string {
  return JSON.stringify(scope);
}

/** The codes or words of one part of the scope, which is parameter `$n` as JSON. */
export function scoped(parameter: string, part: keyof KpiScope): string {
  return `array(select jsonb_array_elements_text(${parameter}::jsonb -> '${part}'))`;
}

/** A void, or a claim that a later void with the same number took back: neither counts. `c` is the claim. */
export function isVoided(scopeParameter: string): string {
  return `(c.frequency = '8' or exists (
    select from claim v where v.organization_id = c.organization_id and v.billing_entity_id = c.billing_entity_id
      and v.claim_number = c.claim_number and v.frequency = '8' and v.cycle > c.cycle
      and v.status = any(${scoped(scopeParameter, "left")})))`;
}

/**
 * Of a claim and those sent in its place one is owed: the newest corrected claim that a payer answered, else the first. One
 * that the payer did not process, or took for a copy of what it corrects, is owed by the new claim sent after it. All others of the chain are superseded. `c` is
 * the claim.
 */
export function isSuperseded(scopeParameter: string): string {
  const other = `v.organization_id = c.organization_id and v.billing_entity_id = c.billing_entity_id
      and v.claim_number = c.claim_number and v.responsibility = c.responsibility
      and v.status = any(${scoped(scopeParameter, "left")})`;
  const isAnswered = (claim: string) => `exists (select from ledger_entry a
      where a.organization_id = ${claim}.organization_id and a.claim_id = ${claim}.id)`;
  const isUnprocessed = (claim: string) => `exists (select from determination u
      where u.organization_id = ${claim}.organization_id and u.claim_id = ${claim}.id and u.line_number = 0
        and u.responsibility = ${claim}.responsibility
        and (u.current_outcome = any(${scoped(scopeParameter, "unprocessed")})
          or ${claim}.frequency = '7' and u.current_outcome = 'DENIED' and u.current_category = 'DUP'))`;
  return `(exists (select from claim v where ${other} and v.cycle > c.cycle and v.frequency = '7'
      and ${isAnswered("v")} and not ${isUnprocessed("v")})
    or exists (select from claim b where b.organization_id = c.organization_id
      and b.billing_entity_id = c.billing_entity_id and b.claim_number = c.claim_number and b.cycle > c.cycle
      and b.frequency = '7' and ${isUnprocessed("b")} and exists (select from claim v where ${other}
        and v.cycle > b.cycle and v.frequency not in ('7', '8')))
    or ${isUnprocessed("c")} and exists (select from claim v where ${other} and v.cycle > c.cycle
      and v.frequency <> '8')
    or c.frequency = '7' and (not ${isAnswered("c")} or ${isUnprocessed("c")})
      and exists (select from claim v where ${other} and v.cycle < c.cycle and v.frequency <> '8'
        and not ${isUnprocessed("v")}))`;
}

/** A line that the payer did not process of a claim that it did: the new claim sent for it owes it. `l` is the line. */
export function isLineSuperseded(scopeParameter: string): string {
  return `(exists (select from determination u where u.organization_id = c.organization_id and u.claim_id = c.id
      and u.line_number = l.line_number and u.responsibility = c.responsibility
      and u.current_outcome = any(${scoped(scopeParameter, "unprocessed")}))
    and exists (select from claim v where v.organization_id = c.organization_id
      and v.billing_entity_id = c.billing_entity_id and v.claim_number = c.claim_number
      and v.responsibility = c.responsibility and v.status = any(${scoped(scopeParameter, "left")})
      and v.cycle > c.cycle and v.frequency not in ('7', '8')))`;
}

/** A claim sent to a second payer in a file of its own asks for the same money once more. `c` is the claim. */
export const HAS_FIRST_PAYER = `(c.responsibility = 'P' or exists (select from determination f
      where f.organization_id = c.organization_id and f.claim_id = c.id and f.responsibility = 'P'))`;

/** Denied as a copy; a second lead taken for one has another category. */
export const isDeniedAsCopy = (determination: string): string =>
  `coalesce(${determination}.initial_denied and ${determination}.initial_category = 'DUP'
    and ${determination}.initial_carc = '18', false)`;

/**
 * A second copy that the payer rightly denied: another line with the patient, code and day was decided, and not as a copy.
 * `d`: determination, `c`: its claim.
 */
export const IS_TRUE_DUPLICATE = `(${isDeniedAsCopy("d")} and c.frequency <> '7' and exists (
    select from claim oc
    join determination o on o.organization_id = oc.organization_id and o.claim_id = oc.id
    join claim_line ol on ol.organization_id = o.organization_id and ol.claim_id = o.claim_id
      and ol.line_number = o.line_number
    join claim_line dl on dl.organization_id = d.organization_id and dl.claim_id = d.claim_id
      and dl.line_number = d.line_number
    where oc.organization_id = c.organization_id and oc.patient_id = c.patient_id and o.code = d.code
      and (o.claim_id <> d.claim_id or o.line_number <> d.line_number)
      and coalesce(ol.service_from, oc.service_from) = coalesce(dl.service_from, c.service_from)
      and o.initial_outcome is not null and not ${isDeniedAsCopy("o")}))`;

/**
 * A line of a claim has a code of one part of the scope. A sum within the claim: as `exists` it is planned as a walk through
 * all lines with these codes wherever the planner knows too little.
 */
export function hasLineOf(claim: string, scopeParameter: string, part: keyof KpiScope): string {
  return `coalesce((select bool_or(k.code = any(${scoped(scopeParameter, part)})) from claim_line k
      where k.organization_id = ${claim}.organization_id and k.claim_id = ${claim}.id), false)`;
}

/** Of a programming code: the patient had a spinal stimulator placed or worked on by the day of the claim `c`. */
export function isSpinal(scopeParameter: string): string {
  return `exists (
    select from claim p where p.organization_id = c.organization_id and p.patient_id = c.patient_id
      and (p.id = c.id or p.service_from <= c.service_from)
      and ${hasLineOf("p", scopeParameter, "surgicalCodes")})`;
}

/** The code of a line is of the playbook; `code` is a column, `c` the claim. */
export function isScs(code: string, scopeParameter: string): string {
  return `(${code} = any(${scoped(scopeParameter, "surgicalCodes")})
    or case when ${code} = any(${scoped(scopeParameter, "programmingCodes")})
      then ${isSpinal(scopeParameter)} else false end)`;
}
