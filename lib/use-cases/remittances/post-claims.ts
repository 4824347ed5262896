import { lockDenialsOf } from "@/lib/data/denials/posted-denials";
import { markToCount } from "@/lib/data/kpis/due-claims";
import { updatePaymentCounts } from "@/lib/data/remittances/posting-writes";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { isDenialRunning } from "@/lib/domain/denials/denial-queues";
import { countFirstDecisions } from "../kpis/count-first-decisions";
import type { ClaimBook } from "./claim-book";
import { determineClaims } from "./determine-claims";
import { postChunk, type PaymentPosting, type PostableRemittance } from "./post-chunk";
import type { PostedClaim } from "./post-claim";
import { CHUNK_REMITTANCES } from "./stage-remittances";
import { workOnDenials } from "./work-on-denials";

/** A payment whose claims go into the ledger. */
export interface PaymentRun extends PaymentPosting {
  actor: Actor;
  /** The payer as the payment names it; null: that of most of its claims. */
  payerId: string | null;
  /** The practice's today: windows are judged with it. */
  today: string;
}

export interface PostedCounts {
  bornCount: number;
  unappliedCount: number;
  deniedCount: number;
}

/** Posts the claims of a payment in file order; `next` answers those behind a position, `CHUNK_REMITTANCES` while there are. */
export async function postClaims(
  tx: TenantTx,
  run: PaymentRun,
  next: (after: number) => Promise<readonly PostableRemittance[]>,
): Promise<PostedCounts> {
  const counts = { bornCount: 0, unappliedCount: 0, deniedCount: 0 };
  const payers = new Map<string, number>();
  for (let after = 0; ;) {
    const claims = await next(after);
    if (claims.length === 0) break;
    const { posted, books, bornCount } = await postChunk(tx, run, claims);
    await decide(tx, run, posted, books);
    counts.bornCount += bornCount;
    for (const { row: claim, isUnapplied, adjudication } of posted) {
      const { payerId } = books.get(claim.claimId!)!.claim;
      payers.set(payerId, (payers.get(payerId) ?? 0) + 1);
      counts.unappliedCount += Number(isUnapplied);
      counts.deniedCount += Number(adjudication.classified.deniedCents > 0);
    }
    after = claims.at(-1)!.ordinal;
    // Most payments are small: they are read with one look.
    if (claims.length < CHUNK_REMITTANCES) break;
  }
  const mostly = [...payers].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  await updatePaymentCounts(tx, run.paymentId, { ...counts, payerId: run.payerId ?? mostly });
  return counts;
}

/** What follows from a posted chunk: decisions, denial work, key figures. */
async function decide(
  tx: TenantTx,
  { actor, organizationId, paymentId, postedOn, parties, today }: PaymentRun,
  posted: readonly PostedClaim[],
  books: ReadonlyMap<string, ClaimBook>,
): Promise<void> {
  const denials = new Map((await lockDenialsOf(tx, [...books.keys()])).map((item) => [item.claimId, item]));
  const settled = [...denials.values()].filter((item) => !isDenialRunning(item.status));
  const determined = await determineClaims(tx, {
    ...{ organizationId, paymentId, postedOn, posted, books },
    settledClaims: new Set(settled.map((item) => item.claimId)),
  });
  await workOnDenials(tx, determined, { actor, parties, denials, postedOn, today });
  const claimIds = determined.map(({ book }) => book.claim.claimId);
  await countFirstDecisions(tx, organizationId, claimIds);
  await markToCount(tx, organizationId, claimIds);
}
