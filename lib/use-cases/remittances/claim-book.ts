import {
  listLedgerSums,
  listPriorRemittances,
  listSentLines,
  type PostingClaim,
  type PriorRemittance,
} from "@/lib/data/remittances/posting-reads";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { ClaimSums } from "@/lib/domain/remittances/ledger-transfers";
import type { SentLine } from "@/lib/domain/remittances/match-lines";

/** One claim while its answers are posted: what was sent, what was answered before, and the sums of its entries. */
export interface ClaimBook {
  claim: PostingClaim;
  lines: SentLine[];
  /** Earlier answers, oldest first, those of this chunk behind the stored ones. */
  prior: PriorRemittance[];
  sums: ClaimSums;
  /** Lines that answers of one payment have, by payment: a payer may split a claim into several CLPs. */
  taken: Map<string, Set<number>>;
}

/** Books of stored claims; one query of each kind for all of them. */
export async function openBooks(
  tx: TenantTx,
  claims: readonly PostingClaim[],
): Promise<Map<string, ClaimBook>> {
  const books = new Map(claims.map((claim) => [claim.claimId, emptyBook(claim)]));
  if (books.size === 0) return books;
  const ids = [...books.keys()];
  for (const { claimId, ...line } of await listSentLines(tx, ids)) books.get(claimId)!.lines.push(line);
  for (const row of await listPriorRemittances(tx, ids)) books.get(row.claimId)!.prior.push(row);
  for (const { claimId, ...sum } of await listLedgerSums(tx, ids)) books.get(claimId)!.sums.add(sum);
  return books;
}

/** The book of a claim that nothing is stored of. */
export function emptyBook(claim: PostingClaim): ClaimBook {
  return { claim, lines: [], prior: [], sums: new ClaimSums(), taken: new Map() };
}
