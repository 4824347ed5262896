import { listOrganizationIds } from "@/lib/data/audit-trail";
import { asWorker } from "@/lib/data/tenant-transaction";
import { logger } from "@/lib/logger";
import { compactFigures, countDueFigures } from "@/lib/use-cases/kpis/count-due-figures";

/** Counts what is marked in all organizations, to the end; what fails for one does not keep the others waiting. */
export async function countFigures(signal?: AbortSignal): Promise<void> {
  await forAll("kpis.not_counted", signal, async (organizationId) => {
    while (!signal?.aborted && (await countDueFigures(organizationId)) > 0);
  });
}

/** Puts appended changes together in all organizations. */
export async function compactAllFigures(signal?: AbortSignal): Promise<void> {
  await forAll("kpis.not_compacted", signal, async (organizationId) => {
    const rowCount = await compactFigures(organizationId);
    if (rowCount > 0) logger.info("kpis.compacted", { organizationId, rowCount });
  });
}

async function forAll(
  failure: string,
  signal: AbortSignal | undefined,
  run: (organizationId: string) => Promise<void>,
): Promise<void> {
  for (const organizationId of await asWorker(listOrganizationIds)) {
    if (signal?.aborted) return;
    try {
      await run(organizationId);
    } catch (error) {
      logger.error(failure, { organizationId, error });
    }
  }
}
