import type { AppealDecision, DenialEvent } from "@/lib/domain/denials/lifecycle";
import { Prisma } from "../generated/client";

/** The core's list; a missing or foreign one does not compile. */
const DECISIONS: Record<AppealDecision, true> = {
  upheld: true,
  partly_overturned: true,
  appeal_dismissed: true,
};
const DENIED_AGAIN: DenialEvent = "denied_again";

/**
 * An appeal on denial `d` was decided, the step was not undone, and no new denial came after it. An undo takes back the
 * newest step that stands, like a stack (lib/domain/denials/undo-step.ts).
 */
export const APPEAL_DECIDED = Prisma.sql`exists (select from denial_step s
  where s.organization_id = d.organization_id and s.item_id = d.id and s.from_status = 'appealed'
    and s.event = any(${Object.keys(DECISIONS)})
    and not exists (select from denial_step a where a.organization_id = s.organization_id and a.item_id = s.item_id
      and a.item_version > s.item_version and a.event = ${DENIED_AGAIN})
    and not exists (select from (
        select sum(case when t.event = 'undone' then -1 else 1 end) over (order by t.item_version) as height
        from denial_step t where t.organization_id = s.organization_id and t.item_id = s.item_id
          and t.item_version > s.item_version) later
      where later.height < 0))`;
