import { createHash } from "node:crypto";
import type { ChainedEvent } from "@/lib/data/audit-trail";

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** What the first row of an organization's chain points back to. */
export function genesisHash(organizationId: string): string {
  return sha256(`dorsal audit chain of ${organizationId}`);
}

/** The bytes of a row that the chain binds: a JSON array of its values in a fixed order. */
export function canonicalEvent(event: ChainedEvent): string {
  return JSON.stringify([
    event.id,
    event.occurredAt,
    event.memberId,
    event.actorName,
    event.event,
    event.subjectType,
    event.subjectId,
    event.detail,
    event.requestId,
    event.insertedXid,
  ]);
}

/** Hash of one link: its organization, its place, everything before it, and the row. */
export function linkHash(
  organizationId: string,
  sequence: bigint,
  previousHash: string,
  event: ChainedEvent,
): string {
  return sha256(`${organizationId}\n${sequence}\n${previousHash}\n${canonicalEvent(event)}`);
}

/** The end of a chain; noted outside the database it shows when the end was cut off. */
export interface ChainHead {
  sequence: string;
  hash: string;
}
