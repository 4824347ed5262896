import { countUnsealed, findChainHead, readChain } from "@/lib/data/audit-trail";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { genesisHash, linkHash, type ChainHead } from "./audit-chain";

export type ChainProblemKind =
  /** The row does not say what was sealed. */
  | "edited"
  /** A sealed row, or a seal, is gone. */
  | "deleted"
  /** A row, or a seal, that the sealing job did not put there. */
  | "inserted"
  /** The noted end of the chain is not in it any more. */
  | "cut";

export interface ChainProblem {
  kind: ChainProblemKind;
  /** Place in the chain; null for a row outside it. */
  sequence: string | null;
  eventId: string | null;
}

export interface ChainReport {
  ok: boolean;
  sealedCount: number;
  /** Keep it outside the database: the next verification takes it as `noted`. */
  head: ChainHead | null;
  problems: ChainProblem[];
  unsealedCount: number;
  /** Seconds since the oldest row that waits for its seal; 0 when none waits. */
  oldestUnsealedSeconds: number;
}

const BATCH = 2000;
/** Enough to see what happened; a broken link breaks nothing after it, because each link is checked by its own words. */
const MAX_PROBLEMS = 100;

/** Walks the organization's whole audit chain and reports every edit, deletion, insertion and cut. */
export async function verifyChain(
  tx: TenantTx,
  organizationId: string,
  noted: readonly ChainHead[] = [],
): Promise<ChainReport> {
  const problems: ChainProblem[] = [];
  const add = (kind: ChainProblemKind, sequence: bigint | null, eventId: string | null) =>
    problems.push({ kind, sequence: sequence === null ? null : String(sequence), eventId });
  const toMeet = new Map(noted.map((head) => [head.sequence, head.hash]));

  let sequence = 0n;
  let previousHash = genesisHash(organizationId);
  let sealedCount = 0;
  for (;;) {
    const links = await readChain(tx, organizationId, sequence, BATCH);
    for (const link of links) {
      if (link.sequence !== sequence + 1n) add("deleted", sequence + 1n, null);
      else if (link.previousHash !== previousHash) add("inserted", link.sequence, link.eventId);
      if (!link.sealed) add("deleted", link.sequence, link.eventId);
      else if (linkHash(organizationId, link.sequence, link.previousHash, link.sealed) !== link.hash) {
        add("edited", link.sequence, link.eventId);
      }
      const met = String(link.sequence);
      if (toMeet.get(met) === link.hash) toMeet.delete(met);
      sequence = link.sequence;
      previousHash = link.hash;
      sealedCount += 1;
    }
    if (links.length < BATCH) break;
  }
  for (const missing of toMeet.keys()) add("cut", BigInt(missing), null);

  const last = await findChainHead(tx, organizationId);
  const waiting = await countUnsealed(tx, organizationId, last?.sealedBelowXid ?? 0n);
  for (const id of waiting.insertedIds) add("inserted", null, id);
  return {
    ok: problems.length === 0,
    sealedCount,
    head: sequence === 0n ? null : { sequence: String(sequence), hash: previousHash },
    problems: problems.slice(0, MAX_PROBLEMS),
    unsealedCount: waiting.unsealed,
    oldestUnsealedSeconds: Math.floor(waiting.oldestSeconds),
  };
}
