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

/** A payment whose claims go into the ledger. */
export interface PaymentPosting {
  payment: RemittancePayment;
  postedOn: string;
}

/** Payments that are posted together, in file order. */
export interface Posting {
  organizationId: string;
  payments: ReadonlyMap<string, PaymentPosting>;
  parties: PostingParties;
  /** The rows of their claims are there already, from when they were held; else they are written now. */
  areKept: boolean;
}

/** A claim of a payment that can be read; `id` is that of its row where it was held. */
export type PostableRemittance = Pick<StagedRemittance, "ordinal" | "segment" | "byteStart" | "byteEnd"> & {
  id?: string;
  paymentId: string;
  content: RemittanceClaim;
};

/** What the posting of some claims came to. */
export interface PostedChunk {
  posted: PostedClaim[];
  books: Map<string, ClaimBook>;
  /** How many claims each payment brought that nobody had sent. */
  bornOf: Map<string, number>;
}

/**
 * Posts some claims, in file order: finds or makes the claim of each, matches its lines, and writes rows and
 * entries, each kind in one statement. The same order as in the file counts: a correction stands behind its reversal.
 */
export async function postChunk(
  tx: TenantTx,
  posting: Posting,
  staged: readonly PostableRemittance[],
): Promise<PostedChunk> {
  const finder = await ClaimFinder.load(
    tx,
    staged.map(({ content }) => content),
  );
  const chunk = new Chunk(posting, finder);
  const placed = staged.map((remittance) => ({ remittance, ...chunk.place(remittance) }));
  const stored = placed.filter(({ claim }) => !chunk.born.has(claim.claimId)).map(({ claim }) => claim);
  const books = await openBooks(tx, stored);
  for (const { id } of chunk.born.values()) books.set(id, emptyBook(chunk.claims.get(id)!));
  const posted = placed.map(({ remittance, claim, kind }) => {
    const book = books.get(claim.claimId)!;
    chunk.completeBorn(book, remittance.content);
    const { payment, postedOn } = posting.payments.get(remittance.paymentId)!;
    const context = posting.parties.contextOf(claim.payerId, remittance.content, payment);
    return postClaim(book, { staged: remittance, postedOn, matchKind: kind, context });
  });
  await insertPostingParties(tx, posting.organizationId, posting.parties.takeAdded());
  await write(tx, posting, [...chunk.born.values()], posted);
  return { posted, books, bornOf: chunk.bornOf };
}

async function write(
  tx: TenantTx,
  { organizationId, areKept }: Posting,
  born: readonly BornClaim[],
  posted: readonly PostedClaim[],
): Promise<void> {
  await insertBornClaims(tx, organizationId, born);
  const rows = posted.map(({ row }) => row);
  if (areKept) await decideHeldClaims(tx, rows);
  else await insertRemittanceClaims(tx, organizationId, rows);
  await insertRemittanceLines(
    tx,
    organizationId,
    posted.flatMap(({ lines }) => lines),
  );
  const entries = posted.flatMap(({ row, postedOn, entries: drafts }) =>
    drafts.map((entry): NewLedgerEntry => {
      const { claimId, paymentId } = row;
      return { ...entry, id: newId(), claimId, paymentId, postedOn, remittanceClaimId: row.id };
    }),
  );
  await appendEntries(tx, organizationId, entries);
}

class Chunk {
  /** Claims that this chunk makes, by id. */
  readonly born = new Map<string, BornClaim>();
  readonly claims = new Map<string, PostingClaim>();
  readonly bornOf = new Map<string, number>();

  constructor(
    private readonly posting: Posting,
    private readonly finder: ClaimFinder,
  ) {}

  /** The claim that a CLP answers; one that nobody sent is made. */
  place({ paymentId, content: claim }: PostableRemittance) {
    const { parties, payments } = this.posting;
    const { payment } = payments.get(paymentId)!;
    const found = this.finder.find(claim, parties.entityOf(payment)?.id ?? null);
    if (found !== null)
      return {
        claim: found.claim,
        kind: this.born.has(found.claim.claimId) ? ("born" as const) : found.kind,
      };
    const made = this.bear(claim, paymentId);
    this.finder.add(made);
    return { claim: made, kind: "born" as const };
  }

  private bear(claim: RemittanceClaim, paymentId: string): PostingClaim {
    const { parties, payments } = this.posting;
    const { payment, postedOn } = payments.get(paymentId)!;
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
    this.bornOf.set(paymentId, (this.bornOf.get(paymentId) ?? 0) + 1);
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
