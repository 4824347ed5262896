import type { TenantTx } from "@/lib/data/tenant-transaction";
import {
  listAnsweredClaims,
  listFacilityNpis,
  listPostedPayments,
  type AnsweredClaim,
  type PostedPayment,
} from "@/lib/data/xray/answered-claims";
import { answerOf, type Answer } from "@/lib/domain/xray/answer";
import { STIMULATOR_CODES } from "@/lib/domain/xray/line-scope";
import { ProfileBook } from "../claims/edit-contexts";

/** So many answers are in memory as their files had them; of each only what the figures need is kept. */
const CHUNK = 500;

export interface ReadAnswers {
  answers: Answer[];
  /** Our claims of a claim of the figures (`claimKey`). */
  claimIds: Map<string, Set<string>>;
}

/** A claim of the figures: its number is unique under a billing provider only. */
export function claimKey({ payee, claimNumber }: { payee: string; claimNumber: string }): string {
  return `${payee} ${claimNumber.trim().toUpperCase()}`;
}

/** Every posted answer to a stimulator claim, chunk by chunk, boiled down to what an X-ray needs. */
export async function readAnswers(tx: TenantTx): Promise<ReadAnswers> {
  const profiles = await ProfileBook.load(tx);
  const facilities = await listFacilityNpis(tx);
  const answers: Answer[] = [];
  const claimIds = new Map<string, Set<string>>();
  const take = ({ payment, order }: Placed, row: AnsweredClaim): void => {
    const { claim } = row;
    const days = claim.lines.flatMap(({ serviceFrom }) => serviceFrom ?? []).sort();
    const npis = [payment.payment.payee.npi, claim.renderingNpi];
    const answer = answerOf({
      ...{ payment: payment.payment, claim, order: answers.length, paymentOrder: order },
      profile: profiles.profileOn(row.payerId, days[0] ?? claim.serviceFrom),
      isOwnFacility: npis.some((npi) => npi !== null && facilities.has(npi)),
    });
    if (answer === null) return;
    answers.push(answer);
    const key = claimKey(answer);
    claimIds.set(key, (claimIds.get(key) ?? new Set()).add(row.claimId));
  };
  const payments = (await listPostedPayments(tx)).map((payment, order) => ({ payment, order }));
  for (const group of groupsOf(payments)) await readGroup(tx, group, take);
  return { answers, claimIds };
}

interface Placed {
  payment: PostedPayment;
  order: number;
}

/** Payments that make up about a chunk together; one that is larger stands alone. */
function groupsOf(payments: readonly Placed[]): Placed[][] {
  const groups: Placed[][] = [];
  let size = CHUNK;
  for (const placed of payments) {
    if (size >= CHUNK) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)!.push(placed);
    size += placed.payment.claimCount;
  }
  return groups;
}

async function readGroup(
  tx: TenantTx,
  group: readonly Placed[],
  take: (placed: Placed, row: AnsweredClaim) => void,
): Promise<void> {
  const byId = new Map(group.map((placed) => [placed.payment.id, placed]));
  let ids = [...byId.keys()];
  for (let afterOrdinal = 0; ;) {
    const asked = { paymentIds: ids, afterOrdinal, codes: STIMULATOR_CODES, limit: CHUNK };
    const rows = await listAnsweredClaims(tx, asked);
    for (const row of rows) take(byId.get(row.paymentId)!, row);
    if (rows.length < CHUNK) return;
    const last = rows.at(-1)!;
    ids = ids.slice(ids.indexOf(last.paymentId));
    afterOrdinal = last.ordinal;
  }
}
