import { tryPublishLock } from "@/lib/data/imports/import-records";
import { BALANCES } from "@/lib/data/kpis/balances";
import { COLLECTED_LINES } from "@/lib/data/kpis/collected-lines";
import { deleteDueMarks, listDueMarks, withRelatedClaims } from "@/lib/data/kpis/due-claims";
import { FIRST_DECISIONS } from "@/lib/data/kpis/first-decisions";
import { compact, recount } from "@/lib/data/kpis/recount";
import { JOB_LIMITS, withTenant } from "@/lib/data/tenant-transaction";
import { COUNTING_RULES } from "@/lib/domain/kpis/counting-rules";

const COUNTED = [FIRST_DECISIONS, BALANCES, COLLECTED_LINES];
/** Claims counted in one transaction: a publication that waits for its lock waits no longer. */
const MARKS_AT_ONCE = 1_000;

/**
 * Counts the next claims that were marked. Answers how many marks it took: 0 when nothing waits, or an import is being
 * published, whose turn it is. For the worker, as itself.
 */
export async function countDueFigures(organizationId: string, marksAtOnce = MARKS_AT_ONCE): Promise<number> {
  return withTenant(
    { organizationId },
    async (tx) => {
      if (!(await tryPublishLock(tx, organizationId))) return 0;
      const marks = await listDueMarks(tx, marksAtOnce);
      const claimIds = [...new Set(marks.map(({ claimId }) => claimId))];
      const related = await withRelatedClaims(tx, claimIds, COUNTING_RULES);
      for (const counted of COUNTED) await recount(tx, counted, organizationId, related, COUNTING_RULES);
      await deleteDueMarks(
        tx,
        marks.map(({ id }) => id),
      );
      return marks.length;
    },
    JOB_LIMITS,
  );
}

/** Puts the appended changes of all sums together; the sums stay the same. Answers how many rows went. */
export async function compactFigures(organizationId: string): Promise<number> {
  return withTenant(
    { organizationId },
    async (tx) => {
      let goneCount = 0;
      for (const counted of COUNTED) goneCount += await compact(tx, counted, organizationId);
      return goneCount;
    },
    JOB_LIMITS,
  );
}
