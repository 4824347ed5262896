import { advanceStaging } from "@/lib/data/imports/staged-claims";
import {
  insertStagedPayments,
  insertStagedRemittances,
  type StagedPayment,
  type StagedRemittance,
} from "@/lib/data/remittances/staged-remittances";
import { withTenant, withTenantSql } from "@/lib/data/tenant-transaction";
import { hasUnstorableText, storableText } from "@/lib/domain/imports/storable-claim";
import { holdingGaps } from "@/lib/domain/remittances/hold-payment";
import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";
import type { PaymentStart, ReadRemittanceClaim, RemittanceEvent } from "@/lib/edi/remittance-events";
import { reportProgress } from "@/lib/jobs/job-progress";
import type { OpenFile } from "../imports/import-file";
import { readRemittanceFile } from "./read-remittance-file";

/** Claims that are staged together; what a kill can cost. */
export const CHUNK_REMITTANCES = 1000;
const CHUNK_BYTES = 4_000_000;

export interface StagingAttempt {
  organizationId: string;
  importId: string;
  jobId: string | null;
  basis: string;
  /** Claims of the file, and those that an interrupted run has staged. */
  total: number;
  stagedBefore: number;
  signal: AbortSignal | undefined;
}

/**
 * Second reading of a remittance file: stages its payments and claims as they are, chunk by chunk, behind what is staged
 * already. Nothing is decided here: matching and posting see the database as it is when the import is published. False
 * when another run of the same import got ahead of this one.
 */
export async function stageRemittances(open: OpenFile, attempt: StagingAttempt): Promise<boolean> {
  const stager = new Stager(attempt);
  await readRemittanceFile(open, attempt.signal, (events) => stager.take(events));
  await stager.flush();
  return !stager.overtaken;
}

class Stager {
  overtaken = false;
  private claims: StagedRemittance[] = [];
  private payments: StagedPayment[] = [];
  private bytes = 0;
  private done: number;
  private last: number;
  private start: PaymentStart | null = null;

  constructor(private readonly attempt: StagingAttempt) {
    this.done = attempt.stagedBefore;
    this.last = attempt.stagedBefore;
  }

  async take(events: readonly RemittanceEvent[]): Promise<void> {
    for (const event of events) {
      if (this.overtaken) return;
      if (event.kind === "payment_start") this.start = event;
      else if (event.kind === "payment_end") {
        const { payment, segment } = this.start!;
        const { ordinal, providerAdjustments: adjustments, balance } = event;
        this.payments.push({ ordinal, payment: storable(payment), adjustments, balance, segment });
      } else if (event.ordinal > this.attempt.stagedBefore) {
        this.claims.push(stagedOf(event, this.start!.ordinal));
        this.last = event.ordinal;
        this.bytes += event.byteEnd - event.byteStart;
      }
      if (this.claims.length >= CHUNK_REMITTANCES || this.bytes >= CHUNK_BYTES) await this.flush();
    }
  }

  async flush(): Promise<void> {
    const { organizationId, importId, jobId, basis, total } = this.attempt;
    if (this.overtaken) return;
    if (this.claims.length === 0 && this.payments.length === 0) return;
    const { claims, payments } = this;
    const step = { basis, from: this.done, to: this.last };
    this.claims = [];
    this.payments = [];
    this.bytes = 0;
    this.done = step.to;
    this.overtaken = !(await withTenantSql({ organizationId }, async (sql) => {
      if (!(await advanceStaging(sql, importId, step))) return false;
      await insertStagedPayments(sql, { organizationId, importId }, payments);
      await insertStagedRemittances(sql, { organizationId, importId }, claims);
      return true;
    }));
    if (jobId === null || this.overtaken) return;
    await withTenant({ organizationId }, (tx) => reportProgress(tx, jobId, { done: this.done, total }));
  }
}

type ClaimEvent = Exclude<RemittanceEvent, { kind: "payment_start" | "payment_end" }>;

function stagedOf(event: ClaimEvent, paymentOrdinal: number): StagedRemittance {
  const { ordinal, segment, byteStart, byteEnd, problems } = event;
  const place = { ordinal, paymentOrdinal, segment, byteStart, byteEnd };
  if (event.kind === "quarantined") {
    const { chargeCents, paidCents } = event;
    return {
      ...place,
      ...{ content: null, claimNumber: storableText(event.claimNumber), chargeCents, paidCents, gaps: [] },
      problems,
    };
  }
  const unstorableAs = whyUnstorable(event.claim);
  return unstorableAs === null
    ? { ...place, ...contentOf(event), problems }
    : unstorable(event, paymentOrdinal, unstorableAs);
}

function contentOf({ claim }: ReadRemittanceClaim) {
  const { claimNumber, chargeCents, paidCents } = claim;
  return { content: claim, claimNumber, chargeCents, paidCents, gaps: holdingGaps(claim) };
}

const MAX_UNITS = 999_999_999;

function whyUnstorable(claim: RemittanceClaim): string | null {
  if (hasUnstorableText(JSON.stringify(claim))) return "The claim holds characters that are not text.";
  const large = claim.lines.find((line) => Math.max(line.unitsPaid, line.unitsSubmitted) > MAX_UNITS);
  return large === undefined ? null : `Line ${large.number} has more units than can be stored.`;
}

function unstorable(event: ReadRemittanceClaim, paymentOrdinal: number, message: string): StagedRemittance {
  const { ordinal, claim, segment, byteStart, byteEnd } = event;
  return {
    ...{ ordinal, paymentOrdinal, content: null, claimNumber: storableText(claim.claimNumber) },
    ...{ chargeCents: claim.chargeCents, paidCents: claim.paidCents, gaps: [] },
    problems: [{ grade: "quarantine", segment, element: null, loop: "2100", message }],
    ...{ segment, byteStart, byteEnd },
  };
}

/** Names in the head of a payment are for people only: what cannot be stored of them is left out. */
function storable<T>(value: T): T {
  if (!hasUnstorableText(JSON.stringify(value))) return value;
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === "string" ? storableText(part) : part,
  ) as T;
}
