import { newId } from "@/lib/data/new-id";
import { insertBornClaims, type BornClaim } from "@/lib/data/remittances/born-claims";
import { insertPostingParties } from "@/lib/data/remittances/posting-parties";
import type { PostingClaim } from "@/lib/data/remittances/posting-reads";
import {
  appendEntries,
  decideHeldClaims,
  insertRemittanceClaims,
  insertRemittanceLines,
  type NewLedgerEntry,
} from "@/lib/data/remittances/posting-writes";
import type { StagedRemittance } from "@/lib/data/remittances/staged-remittances";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { bornColumns, bornLine } from "@/lib/domain/remittances/born-claim";
import { negated } from "@/lib/domain/remittances/ledger-entries";
import { responsibilityOfStatus } from "@/lib/domain/denials/determination";
import { REVERSAL, type RemittanceClaim, type RemittancePayment } from "@/lib/domain/remittances/remittance";
import { emptyBook, openBooks, type ClaimBook } from "./claim-book";
import { ClaimFinder } from "./find-claims";
import { postClaim, type PostedClaim } from "./post-claim";
import type { PostingParties } from "./posting";

export interface PaymentPosting {
  organizationId: string;
  paymentId: string;
  payment: RemittancePayment;
  postedOn: string;
  parties: PostingParties;
  /** The rows of its claims are there already, from when it was held; else they are written now. */
  areKept: boolean;
}

/** A claim of a payment that can be read; `id` is that of its row where it was held. */
export type PostableRemittance = Pick<StagedRemittance, "ordinal" | "segment" | "byteStart" | "byteEnd"> & {
  id?: string;
  content: RemittanceClaim;
};

/** What the posting of some claims of a payment came to. */
export interface PostedChunk {
  posted: PostedClaim[];
  books: Map<string, ClaimBook>;
  bornCount: number;
}

/**
 * Posts some claims of a payment, in file order: finds or makes the claim of each, matches its lines, and writes rows and
 * entries, each kind in one statement. The same order as in the file counts: a correction stands behind its reversal.
 */
export async function postChunk(
  tx: TenantTx,
  posting: PaymentPosting,
  staged: readonly PostableRemittance[],
): Promise<PostedChunk> {
  const finder = await ClaimFinder.load(
    tx,
    staged.map(({ content }) => content),
  );
  const chunk = new Chunk(posting, finder);
  const placed = staged.map((remittance) => ({ remittance, ...chunk.place(remittance.content) }));
  const stored = placed.filter(({ claim }) => !chunk.born.has(claim.claimId)).map(({ claim }) => claim);
  const books = await openBooks(tx, stored);
  for (const { id } of chunk.born.values()) books.set(id, emptyBook(chunk.claims.get(id)!));
  const posted = placed.map(({ remittance, claim, kind }) => {
    const book = books.get(claim.claimId)!;
    chunk.completeBorn(book, remittance.content);
    const context = posting.parties.contextOf(claim.payerId, remittance.content, posting.payment);
    return postClaim(book, { staged: remittance, paymentId: posting.paymentId, matchKind: kind, context });
  });
  await insertPostingParties(tx, posting.organizationId, posting.parties.takeAdded());
  await write(tx, posting, [...chunk.born.values()], posted);
  return { posted, books, bornCount: chunk.born.size };
}

async function write(
  tx: TenantTx,
  { organizationId, paymentId, postedOn, areKept }: PaymentPosting,
  born: readonly BornClaim[],
  posted: readonly PostedClaim[],
): Promise<void> {
  await insertBornClaims(tx, organizationId, born);
  const rows = posted.map(({ row }) => row);
  if (areKept) await decideHeldClaims(tx, paymentId, rows);
  else await insertRemittanceClaims(tx, organizationId, rows);
  await insertRemittanceLines(
    tx,
    organizationId,
    posted.flatMap(({ lines }) => lines),
  );
  const entries = posted.flatMap(({ row, entries: drafts }) =>
    drafts.map((entry): NewLedgerEntry => {
      return { ...entry, id: newId(), claimId: row.claimId, remittanceClaimId: row.id };
    }),
  );
  await appendEntries(tx, { organizationId, paymentId, postedOn }, entries);
}

class Chunk {
  /** Claims that this chunk makes, by id. */
  readonly born = new Map<string, BornClaim>();
  readonly claims = new Map<string, PostingClaim>();

  constructor(
    private readonly posting: PaymentPosting,
    private readonly finder: ClaimFinder,
  ) {}

  /** The claim that a CLP answers; one that nobody sent is made. */
  place(claim: RemittanceClaim) {
    const { parties, payment } = this.posting;
    const found = this.finder.find(claim, parties.entityOf(payment)?.id ?? null);
    if (found !== null)
      return {
        claim: found.claim,
        kind: this.born.has(found.claim.claimId) ? ("born" as const) : found.kind,
      };
    const made = this.bear(claim);
    this.finder.add(made);
    return { claim: made, kind: "born" as const };
  }

  private bear(claim: RemittanceClaim): PostingClaim {
    const { parties, payment, postedOn } = this.posting;
    const entity = parties.entityOrNew(payment)!;
    const payer = parties.payerOrNew(payment, claim);
    const columns = bornColumns(claim, {
      ...{ entityKind: entity.kind, postedOn },
      responsibility: responsibilityOfStatus(claim.statusCode) ?? "P",
    });
    const born: BornClaim = {
      ...columns,
      // Its lines and charge come with each CLP that brings some: a payer may split a claim.
      ...{ lines: [], chargeCents: 0, id: newId(), billingEntityId: entity.id, cycle: 1, payerId: payer.id },
    };
    this.born.set(born.id, born);
    const posting: PostingClaim = {
      ...{ claimId: born.id, billingEntityId: entity.id, claimNumber: born.claimNumber, cycle: 1 },
      ...{ frequency: born.frequency, responsibility: born.responsibility, chargeCents: 0 },
      ...{
        serviceFrom: born.serviceFrom,
        serviceTo: born.serviceTo,
        payerId: payer.id,
        claimRole: born.claimRole,
        currentVersion: 0,
      },
    };
    this.claims.set(born.id, posting);
    return posting;
  }

  /** Adds what a CLP tells of a claim that this chunk makes: the lines of its first CLP, and of each part of a split. */
  completeBorn(book: ClaimBook, claim: RemittanceClaim): void {
    const born = this.born.get(book.claim.claimId);
    const isFirst = book.prior.length === 0;
    const isPart = book.prior.length > 0 && book.prior.every((prior) => prior.statusCode !== REVERSAL);
    if (born === undefined || (!isFirst && !isPart)) return;
    if (isPart && book.prior.some((prior) => prior.chargeCents === claim.chargeCents)) return;
    const source = claim.statusCode === REVERSAL ? negated(claim) : claim;
    for (const line of source.lines) {
      const added = bornLine(source, line, born.lines.length + 1);
      born.lines.push(added);
      book.lines.push({ ...added, number: added.lineNumber, controlNumber: line.controlNumber });
    }
    born.chargeCents += source.chargeCents;
    book.claim.chargeCents = born.chargeCents;
  }
}
