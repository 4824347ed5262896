import { recordEvent, recordEvents } from "@/lib/audit/record-event";
import { listPayersToEdit } from "@/lib/data/claims/edit-records";
import { listEntities } from "@/lib/data/imports/arrival-records";
import {
  lockImport,
  takePublishLock,
  updateImport,
  type ImportRecord,
  type StoredProblem,
} from "@/lib/data/imports/import-records";
import { listPostedPayments } from "@/lib/data/remittances/posting-reads";
import {
  deleteStagedRemittances,
  insertUnreadableRemittances,
  listStagedPayments,
  type StagedPaymentSummary,
} from "@/lib/data/remittances/staged-remittances";
import { JOB_LIMITS, withTenant, type TenantTx } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { isImportRunning } from "@/lib/domain/imports/import-status";
import { paymentKey } from "@/lib/domain/remittances/payment-key";
import { AppError } from "@/lib/domain/shared/app-error";
import { finishJob } from "@/lib/jobs/job-progress";
import {
  groupsOf,
  postPayments,
  preparePayment,
  type PaymentResult,
  type PreparedPayment,
} from "./post-payments";
import { partyEvents, PostingParties } from "./posting";
import type { StagingAttempt } from "./stage-remittances";

/**
 * Publishes what is staged of a remittance file, in one transaction: each payment is posted whole, held whole, or was
 * posted by an earlier file. False when another run took over. Throws when what was written does not add up to the file.
 */
export async function publishRemittances(
  actor: Actor,
  attempt: StagingAttempt,
  times: { now: Date; today: string },
): Promise<boolean> {
  const { organizationId, importId } = attempt;
  return withTenant(
    { organizationId },
    async (tx) => {
      await takePublishLock(tx, organizationId);
      const record = await lockImport(tx, importId);
      if (record === null || record.status === "published") return true;
      if (!isImportRunning(record.status) || record.basis !== attempt.basis) return false;
      if (record.progressDone !== record.progressTotal) return false;
      await publish(tx, actor, attempt, record, times);
      return true;
    },
    JOB_LIMITS,
  );
}

interface Totals {
  posted: { count: number; cents: number };
  held: { count: number; cents: number };
  known: { count: number; cents: number };
  born: number;
  denied: number;
  paymentsHeld: number;
  paymentsKnown: number;
}

async function publish(
  tx: TenantTx,
  actor: Actor,
  { organizationId, importId, jobId }: StagingAttempt,
  record: ImportRecord,
  { now, today }: { now: Date; today: string },
): Promise<void> {
  const payments = await listStagedPayments(tx, importId);
  const keys = payments.map((staged) => paymentKey(staged.payment));
  const postedBefore = new Map(
    (
      await listPostedPayments(
        tx,
        keys.flatMap((key) => key ?? []),
      )
    ).map((row) => [row.paymentKey, row.fileName]),
  );
  const parties = new PostingParties(await listEntities(tx), await listPayersToEdit(tx));
  const totals = noTotals();
  const problems: StoredProblem[] = [];
  const prepared: PreparedPayment[] = [];
  const input = {
    ...{ organizationId, importId, parties, now, today, actor },
    fallbackDay: record.fileDate ?? today,
  };
  for (const [index, staged] of payments.entries()) {
    const key = keys[index] ?? null;
    const firstFile = key === null ? undefined : postedBefore.get(key);
    if (firstFile !== undefined) {
      addKnown(totals, staged);
      problems.push(knownProblem(staged, firstFile));
      continue;
    }
    const payment = preparePayment(staged, key, input);
    prepared.push(payment);
    if (key !== null && payment.row.status === "posted") postedBefore.set(key, record.fileName);
  }
  const results: PaymentResult[] = [];
  for (const group of groupsOf(prepared)) {
    const posted = await postPayments(tx, group, input);
    for (const [index, result] of posted.entries()) add(totals, group[index]!.staged, result);
    results.push(...posted);
  }
  const paymentCount = payments.length;
  await finish(tx, { actor, record, totals, problems, results, parties, jobId, now, paymentCount });
}

interface Finish {
  actor: Actor;
  record: ImportRecord;
  totals: Totals;
  problems: StoredProblem[];
  results: PaymentResult[];
  parties: PostingParties;
  jobId: string | null;
  now: Date;
  paymentCount: number;
}

async function finish(tx: TenantTx, input: Finish): Promise<void> {
  const { actor, record, totals, results, now } = input;
  const scope = { organizationId: actor.organizationId, importId: record.id };
  const unreadable = await insertUnreadableRemittances(tx, scope);
  reconcile(record, totals);
  const importId = record.id;
  await recordEvents(tx, actor, [
    ...partyEvents(input.parties, importId),
    ...results.map(({ status, paymentId, claimCount, bornCount }) => ({
      event: `remittance.${status}`,
      ...{ subjectType: "remittance", subjectId: paymentId },
      detail: { importId, claimCount, bornCount },
    })),
  ]);
  await recordEvent(tx, actor, {
    ...{ event: "import.published", subjectType: "import", subjectId: record.id },
    detail: {
      ...{ postedCount: totals.posted.count, postedCents: totals.posted.cents },
      ...{ heldCount: totals.held.count, heldCents: totals.held.cents, unreadableCount: unreadable.count },
      ...{ unchangedCount: totals.known.count, paymentCount: input.paymentCount },
      ...{ heldPaymentCount: totals.paymentsHeld, bornCount: totals.born },
    },
  });
  await deleteStagedRemittances(tx, record.id);
  await updateImport(tx, record.id, {
    ...{ status: "published", publishedAt: now, finishedAt: now },
    claimsPosted: totals.posted.count + totals.known.count,
    centsPosted: totals.posted.cents + totals.known.cents,
    ...{ claimsQuarantined: totals.held.count, centsQuarantined: totals.held.cents },
    ...{ claimsNew: totals.born, claimsUnchanged: totals.known.count, claimsFlagged: totals.denied },
    ...{ paymentsTotal: input.paymentCount, paymentsHeld: totals.paymentsHeld },
    ...{ paymentsKnown: totals.paymentsKnown, problems: [...record.problems, ...input.problems] },
  });
  if (input.jobId !== null) await finishJob(tx, input.jobId);
}

function noTotals(): Totals {
  const none = () => ({ count: 0, cents: 0 });
  return {
    ...{ posted: none(), held: none(), known: none() },
    ...{ born: 0, denied: 0, paymentsHeld: 0, paymentsKnown: 0 },
  };
}

const sizeOf = (staged: StagedPaymentSummary): number => staged.claimCount + staged.unreadable.length;

function add(totals: Totals, staged: StagedPaymentSummary, result: PaymentResult): void {
  const sum = result.status === "posted" ? totals.posted : totals.held;
  sum.count += sizeOf(staged);
  sum.cents += staged.paidCents;
  totals.born += result.bornCount;
  totals.denied += result.deniedCount;
  totals.paymentsHeld += Number(result.status === "held");
}

function addKnown(totals: Totals, staged: StagedPaymentSummary): void {
  totals.known.count += sizeOf(staged);
  totals.known.cents += staged.paidCents;
  totals.paymentsKnown += 1;
}

function knownProblem({ payment, segment }: StagedPaymentSummary, fileName: string): StoredProblem {
  const day = payment.paidOn === null ? "" : ` of ${payment.paidOn}`;
  return {
    ...{ grade: "warning", segment, element: "TRN02", loop: null },
    message: `Payment ${payment.trace}${day} was posted before, with the file ${fileName}. It was not posted again.`,
  };
}

/** Posted + held = the file, in count and cents, or nothing is kept. */
function reconcile(record: ImportRecord, { posted, held, known }: Totals): void {
  const count = posted.count + held.count + known.count;
  const cents = posted.cents + held.cents + known.cents;
  if (count === record.claimsTotal && cents === record.centsTotal) return;
  throw new AppError(
    "unexpected",
    `The file holds ${record.claimsTotal} claims, but ${count} would have been saved with another sum. Nothing was saved.`,
    { next: "Import the file again; if it fails again, tell the people who run Dorsal." },
  );
}
