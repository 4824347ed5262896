import type { DenialEvent, DenialStatus } from "@/lib/domain/denials/lifecycle";
import { toDateColumn } from "../calendar-columns";
import { newId } from "../new-id";
import type { TenantTx } from "../tenant-transaction";

/** What was written down with a step; null where it was not asked or left empty. */
export interface StepDetail {
  actedOn: string | null;
  reference: string | null;
  contact: string | null;
  note: string | null;
}

export interface NewDenialStep {
  organizationId: string;
  itemId: string;
  event: DenialEvent | "undone";
  fromStatus: DenialStatus;
  toStatus: DenialStatus;
  by: "person" | "payer";
  /** The item's version that the step makes: the database takes one step a version. */
  itemVersion: number;
  remittanceClaimId: string;
  actionId: string | null;
  detail: Partial<StepDetail>;
  memberId: string | null;
  actorName: string;
}

/** Writes one move of a denial; answers its id. */
export async function insertDenialStep(tx: TenantTx, step: NewDenialStep): Promise<string> {
  const id = newId();
  await tx.denialStep.create({ data: { id, ...step, detail: { ...step.detail } } });
  return id;
}

/** Keeps a substantive action with its details; answers its id. */
export async function insertDenialAction(
  tx: TenantTx,
  action: {
    organizationId: string;
    itemId: string;
    kind: DenialEvent;
    detail: Partial<StepDetail>;
    actedOn: string;
    memberId: string | null;
    actorName: string;
  },
): Promise<string> {
  const id = newId();
  const { actedOn, detail, ...rest } = action;
  await tx.denialAction.create({
    data: { id, ...rest, detail: { ...detail }, actedOn: toDateColumn(actedOn)! },
  });
  return id;
}

export interface StepRecord {
  id: string;
  event: DenialEvent | "undone";
  from: DenialStatus;
  to: DenialStatus;
  by: "person" | "payer";
  itemVersion: number;
  remittanceClaimId: string;
  memberId: string | null;
  actorName: string;
  createdAt: Date;
  actionId: string | null;
  actedOn: string | null;
  reference: string | null;
  contact: string | null;
  note: string | null;
}

/** Steps of a denial, oldest first, each with its details wherever they are kept. */
export async function listDenialSteps(tx: TenantTx, itemId: string): Promise<StepRecord[]> {
  return tx.$queryRaw<StepRecord[]>`
    select s.id, s.event, s.from_status as "from", s.to_status as "to", s.by, s.item_version as "itemVersion",
      s.remittance_claim_id as "remittanceClaimId", s.member_id as "memberId", s.actor_name as "actorName",
      s.created_at as "createdAt", s.action_id as "actionId",
      coalesce(a.acted_on::text, s.detail ->> 'actedOn') as "actedOn",
      coalesce(a.detail, s.detail) ->> 'reference' as "reference",
      coalesce(a.detail, s.detail) ->> 'contact' as "contact",
      coalesce(a.detail, s.detail) ->> 'note' as "note"
    from denial_step s
    left join denial_action a on a.organization_id = s.organization_id and a.id = s.action_id
    where s.item_id = ${itemId}::uuid
    order by s.item_version`;
}
