import { listReplacedClaims, lockDenialsOf } from "@/lib/data/denials/posted-denials";
import { markToCount } from "@/lib/data/kpis/due-claims";
import { updatePaymentCounts, type PaymentCounts } from "@/lib/data/remittances/posting-writes";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { isDenialRunning, RUNNING_DENIAL_STATUSES } from "@/lib/domain/denials/denial-queues";
import { UNDECIDED } from "@/lib/domain/denials/join-determinations";
import { countFirstDecisions } from "../kpis/count-first-decisions";
import type { ClaimBook } from "./claim-book";
import { determineClaims } from "./determine-claims";
import { postChunk, type PaymentPosting, type PostableRemittance, type Posting } from "./post-chunk";
import type { PostedClaim } from "./post-claim";
import { CHUNK_REMITTANCES } from "./stage-remittances";
import { workOnDenials } from "./work-on-denials";

/** Payments whose claims go into the ledger, by id. */
export interface PostingRun extends Posting {
  payments: ReadonlyMap<string, PostedPayment>;
  actor: Actor;
  /** The practice's today: windows are judged with it. */
  today: string;
}

export interface PostedPayment extends PaymentPosting {
  /** The payer as the payment names it; null: that of most of its claims. */
  payerId: string | null;
}

export type PostedCounts = Omit<PaymentCounts, "payerId">;

/**
 * Posts the claims of payments in file order; `next` answers those behind a position, `CHUNK_REMITTANCES` while there
 * are. Answers what each payment came to.
 */
export async function postClaims(
  tx: TenantTx,
  run: PostingRun,
  next: (after: number) => Promise<readonly PostableRemittance[]>,
): Promise<Map<string, PostedCounts>> {
  const tally = new Tally(run);
  if (run.payments.size === 0) return tally.counts;
  for (let after = 0; ;) {
    const claims = await next(after);
    if (claims.length === 0) break;
    const { posted, books, bornOf } = await postChunk(tx, run, claims);
    await decide(tx, run, posted, books);
    tally.add(posted, books, bornOf);
    after = claims.at(-1)!.ordinal;
    // Most payments are small: they are read with one look.
    if (claims.length < CHUNK_REMITTANCES) break;
  }
  await updatePaymentCounts(
    tx,
    [...tally.counts].map(([paymentId, counts]) => {
      return { ...counts, paymentId, payerId: tally.payerOf(paymentId) };
    }),
  );
  return tally.counts;
}

/** What the posted claims of each payment come to. */
class Tally {
  readonly counts: Map<string, PostedCounts>;
  private readonly payers = new Map<string, Map<string, number>>();

  constructor(private readonly run: PostingRun) {
    this.counts = new Map(
      [...run.payments.keys()].map((id) => [id, { bornCount: 0, unappliedCount: 0, deniedCount: 0 }]),
    );
  }

  add(
    posted: readonly PostedClaim[],
    books: ReadonlyMap<string, ClaimBook>,
    bornOf: ReadonlyMap<string, number>,
  ): void {
    for (const [paymentId, born] of bornOf) this.counts.get(paymentId)!.bornCount += born;
    for (const { row, isUnapplied, adjudication } of posted) {
      const counts = this.counts.get(row.paymentId)!;
      counts.unappliedCount += Number(isUnapplied);
      counts.deniedCount += Number(adjudication.classified.deniedCents > 0);
      const { payerId } = books.get(row.claimId!)!.claim;
      const payers = this.payers.get(row.paymentId) ?? new Map<string, number>();
      this.payers.set(row.paymentId, payers.set(payerId, (payers.get(payerId) ?? 0) + 1));
    }
  }

  payerOf(paymentId: string): string | null {
    const mostly = [...(this.payers.get(paymentId) ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0];
    return this.run.payments.get(paymentId)!.payerId ?? mostly ?? null;
  }
}

/** What follows from a posted chunk: decisions, denial work, key figures. */
async function decide(
  tx: TenantTx,
  { actor, organizationId, parties, today }: PostingRun,
  posted: readonly PostedClaim[],
  books: ReadonlyMap<string, ClaimBook>,
): Promise<void> {
  const denials = await lockDenialsOf(tx, [...books.keys()], RUNNING_DENIAL_STATUSES);
  const settled = denials.filter((item) => !isDenialRunning(item.status));
  const determined = await determineClaims(tx, {
    ...{ organizationId, posted, books },
    settledClaims: new Set(settled.map((item) => item.claimId)),
  });
  const claimIds = determined.map(({ book }) => book.claim.claimId);
  const replaced = await listReplacedClaims(tx, claimIds, [...UNDECIDED]);
  await workOnDenials(tx, determined, { actor, parties, denials, replaced, today });
  await countFirstDecisions(tx, organizationId, claimIds);
  await markToCount(tx, organizationId, claimIds);
}
