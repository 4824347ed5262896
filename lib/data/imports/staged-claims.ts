import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Outcome } from "@/lib/domain/imports/judge-arrival";
import type { TenantSql, TenantTx } from "../tenant-transaction";

/** What publishing needs of a claim beside its content; plain JSON in `staged_claim.row`. */
export interface StagedRow {
  /** The billing entity's numbers, as it is stored or will be. */
  taxId: string;
  npi: string;
  payerCode: string;
  matchKey: string;
  lastName: string;
  firstName: string | null;
  birthDate: string | null;
  sex: string | null;
  memberId: string | null;
  searchName: string;
  searchMemberId: string | null;
  /** First date of service: patient and day are the encounter. */
  serviceDate: string;
  cycle: number | null;
  versionNumber: number;
  claimRole: string;
  frequency: string;
  responsibility: string;
  status: string;
  hasScs: boolean;
  queue: string;
  serviceFrom: string | null;
  serviceTo: string | null;
  filingDeadline: string | null;
  lineSummary: string;
  blockCount: number;
  reviewCount: number;
  infoCount: number;
  missingCount: number;
  fingerprint: string;
  /** Against the version before; null for a claim that was not here. */
  differences: unknown[] | null;
  lines: StagedLine[];
  /** Open work-back rows that this export carries. */
  closes: string[];
  /** Stored claims that the decision saw, with the version it saw. */
  judged: { claimId: string; version: number }[];
  /** `PATIENT_STATE` that the decision saw; empty for somebody who was not known. */
  patientState: string;
}

export interface StagedLine {
  lineNumber: number;
  code: string;
  modifiers: string[];
  units: number;
  chargeCents: number;
  placeOfService: string;
  renderingNpi: string | null;
  serviceFrom: string | null;
  serviceTo: string | null;
}

export interface StagedClaim {
  ordinal: number;
  outcome: Outcome;
  claimNumber: string | null;
  chargeCents: number;
  claimId: string | null;
  seenVersion: number | null;
  row: StagedRow | null;
  /** JSON texts: they are made once, checked, and copied as they are. */
  content: string | null;
  source: string | null;
  findings: unknown[] | null;
  missingFacts: unknown[] | null;
  problems: unknown[] | null;
  reasonCode: string | null;
  segment: number;
  byteStart: number;
  byteEnd: number;
}

const COLUMNS = `ordinal, outcome, claim_number, charge_cents, claim_id, seen_version, "row", content, source, findings,
  missing_facts, problems, reason_code, segment, byte_start, byte_end`;
const TYPED = `ordinal int, outcome text, claim_number text, charge_cents bigint, claim_id uuid, seen_version int,
  "row" jsonb, content jsonb, source jsonb, findings jsonb, missing_facts jsonb, problems jsonb, reason_code text,
  segment int, byte_start bigint, byte_end bigint`;

const ESCAPED: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function text(value: string | null): string {
  if (value === null) return "\\N";
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => ESCAPED[character]!) : value;
}

/** JSON texts hold no tab and no line break of their own. */
function json(value: string | null): string {
  if (value === null) return "\\N";
  return value.includes("\\") ? value.replaceAll("\\", "\\\\") : value;
}

const number = (value: number | null): string => (value === null ? "\\N" : String(value));
const jsonOf = (value: unknown): string => (value === null ? "\\N" : json(JSON.stringify(value)));

function copyLine(claim: StagedClaim): string {
  const { ordinal, outcome, claimNumber, chargeCents, claimId, seenVersion, row, content, source } = claim;
  const { findings, missingFacts, problems, reasonCode, segment, byteStart, byteEnd } = claim;
  return [
    ...[number(ordinal), outcome, text(claimNumber), number(chargeCents), text(claimId), number(seenVersion)],
    ...[jsonOf(row), json(content), json(source), jsonOf(findings), jsonOf(missingFacts), jsonOf(problems)],
    ...[text(reasonCode), number(segment), number(byteStart), number(byteEnd)],
  ].join("\t");
}

/** Copies decided claims into staging by way of a temporary table: row-level security refuses COPY into the table itself. */
export async function copyStagedClaims(
  sql: TenantSql,
  scope: { organizationId: string; importId: string },
  claims: readonly StagedClaim[],
): Promise<void> {
  await sql.query(`create temporary table arriving_copy (${TYPED}) on commit drop`);
  const lines = `${claims.map(copyLine).join("\n")}\n`;
  await pipeline(
    Readable.from([Buffer.from(lines, "utf8")]),
    sql.copyInto(`copy arriving_copy (${COLUMNS}) from stdin`),
  );
  await sql.query(
    `insert into staged_claim (organization_id, import_id, ${COLUMNS})
     select $1::uuid, $2::uuid, ${COLUMNS} from arriving_copy`,
    [scope.organizationId, scope.importId],
  );
}

/**
 * Moves the progress of an import from `from` to `to` if nobody else did, in the transaction of the copied claims:
 * a chunk is there once, however many runs work on the import. False when another run was first.
 */
export async function advanceStaging(
  sql: TenantSql,
  importId: string,
  step: { basis: string; from: number; to: number },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `update import_file set progress_done = $4, version = version + 1
     where id = $1::uuid and status = 'staging' and basis = $2 and progress_done = $3`,
    [importId, step.basis, step.from, step.to],
  );
  return rowCount === 1;
}

/** Throws away what was staged of an import. */
export async function deleteStagedClaims(tx: TenantTx, importId: string): Promise<number> {
  return tx.$executeRaw`delete from staged_claim where import_id = ${importId}::uuid`;
}

/** Puts new decisions in the place of some claims' old ones. */
export async function replaceStagedClaims(
  tx: TenantTx,
  scope: { organizationId: string; importId: string },
  claims: readonly StagedClaim[],
): Promise<void> {
  const ordinals = claims.map((claim) => claim.ordinal);
  await tx.$executeRaw`
    delete from staged_claim where import_id = ${scope.importId}::uuid and ordinal = any(${ordinals}::int[])`;
  const rows = claims.map((claim) => ({
    ...{ ordinal: claim.ordinal, outcome: claim.outcome, claim_number: claim.claimNumber },
    ...{ charge_cents: claim.chargeCents, claim_id: claim.claimId, seen_version: claim.seenVersion },
    ...{ row: claim.row, findings: claim.findings, missing_facts: claim.missingFacts },
    content: claim.content === null ? null : (JSON.parse(claim.content) as unknown),
    source: claim.source === null ? null : (JSON.parse(claim.source) as unknown),
    ...{ problems: claim.problems, reason_code: claim.reasonCode, segment: claim.segment },
    ...{ byte_start: claim.byteStart, byte_end: claim.byteEnd },
  }));
  await tx.$executeRawUnsafe(
    `insert into staged_claim (organization_id, import_id, ${COLUMNS})
     select $1::uuid, $2::uuid, ${COLUMNS} from jsonb_to_recordset($3::jsonb) as r(${TYPED})`,
    scope.organizationId,
    scope.importId,
    JSON.stringify(rows),
  );
}

export interface StagedContent {
  ordinal: number;
  content: unknown;
  source: unknown;
  segment: number;
  byteStart: number;
  byteEnd: number;
}

/** What was read of some staged claims, in file order, to decide on them anew. */
export async function listStagedContents(
  tx: TenantTx,
  importId: string,
  ordinals: readonly number[],
): Promise<StagedContent[]> {
  return tx.$queryRaw<StagedContent[]>`
    select s.ordinal, s.content, s.source, s.segment, s.byte_start::float8 as "byteStart",
      s.byte_end::float8 as "byteEnd"
    from staged_claim s where s.import_id = ${importId}::uuid and s.ordinal = any(${[...ordinals]}::int[])
    order by s.ordinal`;
}
