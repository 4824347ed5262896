import type { WorkKind } from "@/lib/domain/denials/open-work";
import type { DenialCategory } from "@/lib/domain/denials/outcome";
import { Prisma } from "../generated/client";
import type { TenantTx } from "../tenant-transaction";
import { APPEAL_DECIDED } from "./appeal-decided";

/** Which denials are judged again; null is any. */
export interface JudgingSelection {
  statuses: readonly string[];
  payerId: string | null;
  /** Those whose next window closed before this day. */
  closedBefore: string | null;
}

/** What decides tier, score and deadline of a denial, beside its payer's profile, and what the queue shows of it now. */
export interface DenialToJudgeAgain {
  id: string;
  payerId: string;
  responsibility: string;
  frequency: string;
  serviceFrom: string | null;
  serviceTo: string | null;
  kind: WorkKind;
  category: DenialCategory;
  amountCents: number;
  decidingCarc: string | null;
  decidingCode: string | null;
  appealDecided: boolean;
  /** Day of the payment that denied (BPR16); of one without a day, the day that its posting took. */
  remittedOn: string | null;
  tier: string | null;
  score: number | null;
  deadline: string | null;
  deadlineSource: string | null;
}

function selected({ statuses, payerId, closedBefore }: JudgingSelection): Prisma.Sql {
  return Prisma.sql`d.status = any(${[...statuses]}) and (${closedBefore}::date is null or d.deadline < ${closedBefore}::date)
    and (${payerId}::uuid is null or exists (select from claim c where c.organization_id = d.organization_id
      and c.id = d.claim_id and c.payer_id = ${payerId}::uuid))`;
}

/** How many denials the selection has. */
export async function countDenialsToJudge(tx: TenantTx, selection: JudgingSelection): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from denial_item d where ${selected(selection)}`;
  return rows[0]?.count ?? 0;
}

/** The next denials of the selection behind `afterId`, in id order, locked until the transaction ends. */
export async function lockDenialsToJudge(
  tx: TenantTx,
  selection: JudgingSelection,
  afterId: string | null,
  limit: number,
): Promise<DenialToJudgeAgain[]> {
  return tx.$queryRaw<DenialToJudgeAgain[]>`
    select d.id, c.payer_id as "payerId", d.responsibility, c.frequency, c.service_from::text as "serviceFrom",
      c.service_to::text as "serviceTo", d.kind, d.category, d.amount_cents::float8 as "amountCents",
      d.deciding_carc as "decidingCarc", d.deciding_code as "decidingCode", y.posted_on::text as "remittedOn",
      ${APPEAL_DECIDED} as "appealDecided", d.tier, d.score, d.deadline::text as "deadline", d.deadline_source as "deadlineSource"
    from denial_item d
    join claim c on c.organization_id = d.organization_id and c.id = d.claim_id
    join remittance_claim r on r.organization_id = d.organization_id and r.id = d.remittance_claim_id
    join remittance_payment y on y.organization_id = r.organization_id and y.id = r.payment_id
    where ${selected(selection)} and (${afterId}::uuid is null or d.id > ${afterId}::uuid)
    order by d.id limit ${limit} for update of d`;
}

/** What the queue sorts and warns by. */
export interface JudgedFigures {
  tier: string;
  /** Cents to be expected from an hour of work. */
  score: number;
  deadline: string | null;
  deadlineSource: string | null;
}

/** Writes new figures of locked denials; what people see of the work itself, and its version, stays. */
export async function saveJudgedFigures(
  tx: TenantTx,
  figures: readonly (JudgedFigures & { id: string })[],
): Promise<void> {
  if (figures.length === 0) return;
  await tx.$executeRaw`
    update denial_item d set tier = f.tier, score = f.score, deadline = f.deadline,
      deadline_source = f."deadlineSource", updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb)
      as f(id uuid, tier text, score int, deadline date, "deadlineSource" text)
    where d.id = f.id`;
}
