import {
  findChainHead,
  findUnsealedEvents,
  insertSeals,
  takeSealingLock,
  type SealRow,
} from "@/lib/data/audit-trail";
import { JOB_LIMITS, withTenant } from "@/lib/data/tenant-transaction";
import { genesisHash, linkHash, type ChainHead } from "./audit-chain";

const BATCH = 1000;

/**
 * Chains the organization's committed audit rows that have no seal yet, up to one batch.
 * Answers how many it sealed, the new end of the chain, and whether more are waiting. Needs the worker's login.
 * Rows that commit late are found by the transaction that wrote them, not by their time. Two sealers at once cannot
 * fork the chain: the lock turns the second away, and (organization_id, previous_hash) is unique.
 */
export async function sealEvents(
  organizationId: string,
  batch: number = BATCH,
): Promise<{ sealed: number; head: ChainHead | null; more: boolean }> {
  return withTenant(
    { organizationId },
    async (tx) => {
      if (!(await takeSealingLock(tx, organizationId))) return { sealed: 0, head: null, more: false };
      const last = await findChainHead(tx, organizationId);
      const { events, completeBelowXid } = await findUnsealedEvents(
        tx,
        organizationId,
        last?.sealedBelowXid ?? 0n,
        batch,
      );
      let sequence = last?.sequence ?? 0n;
      let previousHash = last?.hash ?? genesisHash(organizationId);
      const seals: SealRow[] = events.map((event) => {
        sequence += 1n;
        const hash = linkHash(organizationId, sequence, previousHash, event);
        const seal = { sequence, eventId: event.id, previousHash, hash, sealedBelowXid: completeBelowXid };
        previousHash = hash;
        return seal;
      });
      if (seals.length > 0) await insertSeals(tx, organizationId, seals);
      const head = sequence === 0n ? null : { sequence: String(sequence), hash: previousHash };
      return { sealed: seals.length, head, more: events.length === batch };
    },
    JOB_LIMITS,
  );
}
