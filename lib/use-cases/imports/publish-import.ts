import { recordEvent, recordEvents } from "@/lib/audit/record-event";
import {
  lockImport,
  readImportBasis,
  takePublishLock,
  updateImport,
  type ImportRecord,
} from "@/lib/data/imports/import-records";
import * as contents from "@/lib/data/imports/publish-contents";
import * as claims from "@/lib/data/imports/publish-staged";
import {
  deleteStagedClaims,
  listStagedContents,
  replaceStagedClaims,
} from "@/lib/data/imports/staged-claims";
import { JOB_LIMITS, withTenant, type TenantTx } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { isImportRunning } from "@/lib/domain/imports/import-status";
import type { Claim } from "@/lib/domain/claims/claim";
import { AppError } from "@/lib/domain/shared/app-error";
import type { ClaimSource, ReadClaim } from "@/lib/edi/types";
import { finishJob } from "@/lib/jobs/job-progress";
import { orderReEdit } from "../claims/order-re-edit";
import { countArrivals } from "../kpis/count-first-decisions";
import { bookOf, decideClaims } from "./decide-claims";
import type { ImportAttempt } from "./stage-file";

/** The basis of an attempt as text: what was stored, and the day that the edits take for today. */
export function basisText(asOf: string, stored: string): string {
  return `${asOf} ${stored}`;
}

/**
 * Publishes what is staged, in one transaction: all of it becomes visible at once or nothing does. Decisions that no
 * longer hold are made anew inside of it. False when everything must be staged anew, because what all decisions rest on
 * moved or another run took over. Throws when the written claims do not add up to the file.
 */
export async function publishImport(
  actor: Actor,
  attempt: ImportAttempt,
  times: { now: Date; arrivedAt: Date },
): Promise<boolean> {
  const { organizationId, importId } = attempt;
  return withTenant(
    { organizationId },
    async (tx) => {
      await takePublishLock(tx, organizationId);
      const record = await lockImport(tx, importId);
      if (record === null || record.status === "published") return true;
      if (!isImportRunning(record.status) || record.basis !== attempt.basis) return false;
      if (record.progressDone !== record.progressTotal) return false;
      if (basisText(attempt.asOf, await readImportBasis(tx)) !== attempt.basis) return false;
      await unpackAndRenew(tx, attempt);
      await write(tx, actor, attempt, record, times);
      return true;
    },
    JOB_LIMITS,
  );
}

/** Unpacks the staged claims and decides anew on those whose patient or stored claim has moved since. */
async function unpackAndRenew(tx: TenantTx, attempt: ImportAttempt): Promise<void> {
  const { importId, organizationId, survey, isHistory, asOf } = attempt;
  await claims.lockStaged(tx, importId);
  await claims.unpackStaged(tx, importId);
  const outdated = await claims.listOutdated(tx);
  if (outdated.length === 0) return;
  const events = (await listStagedContents(tx, importId, outdated)).map((row): ReadClaim => ({
    ...{
      kind: "claim",
      ordinal: row.ordinal,
      claim: row.content as Claim,
      source: row.source as ClaimSource,
    },
    ...{ segment: row.segment, byteStart: row.byteStart, byteEnd: row.byteEnd, problems: [] },
  }));
  const renewed = await decideClaims(tx, { importId, isHistory, asOf, survey, book: bookOf(survey) }, events);
  await replaceStagedClaims(tx, { organizationId, importId }, renewed);
  await claims.lockStaged(tx, importId);
  await claims.unpackStaged(tx, importId);
}

async function write(
  tx: TenantTx,
  actor: Actor,
  attempt: ImportAttempt,
  record: ImportRecord,
  { now, arrivedAt }: { now: Date; arrivedAt: Date },
): Promise<void> {
  const { organizationId, importId, survey } = attempt;
  const scope = { organizationId, importId };
  const entityIds = await claims.insertEntities(tx, scope, survey.newEntities());
  const payerIds = await claims.insertPayers(tx, scope, survey.newPayers());
  await claims.insertPeople(tx, scope);
  await claims.placeStaged(tx);
  const added = await claims.insertClaims(tx, scope, arrivedAt);
  const changed = await claims.updateClaims(tx);
  const confirmed = await claims.confirmClaims(tx, scope, record.fileName);
  const versions = await contents.insertVersions(tx, scope, record.createdByName);
  await contents.writeDetails(tx, scope);
  const closedRows = await contents.closeWorkBackRows(tx, importId);
  const quarantined = await contents.insertQuarantined(tx, scope);
  const unchanged = await contents.sumUnchanged(tx, importId);
  const posted = sumOf(added, changed, confirmed, unchanged);
  reconcile(record, posted, quarantined, versions === added.count + changed.count + confirmed.count);
  const flagged = await contents.countFlagged(tx);
  await recordEvents(tx, actor, [
    ...entityIds.map((id) => eventOf("billing_entity.added", "billing_entity", id, importId)),
    ...payerIds.map((id) => eventOf("payer.added", "payer", id, importId)),
    ...(await contents.listChangedClaims(tx)).map((claim) => ({
      event: claim.outcome === "version" ? "claim.re_exported" : "claim.correction_confirmed",
      ...{ subjectType: "claim", subjectId: claim.claimId },
      detail: { importId, versionNumber: claim.versionNumber },
    })),
  ]);
  await recordEvent(tx, actor, {
    ...{ event: "import.published", subjectType: "import", subjectId: importId },
    detail: {
      ...{ postedCount: posted.count, postedCents: posted.cents, newCount: added.count },
      ...{ quarantinedCount: quarantined.count, quarantinedCents: quarantined.cents },
      ...{ changedCount: changed.count, confirmedCount: confirmed.count, unchangedCount: unchanged.count },
      ...{ flaggedCount: flagged, closedRowCount: closedRows, isHistory: attempt.isHistory },
    },
  });
  await countArrivals(tx, organizationId);
  await deleteStagedClaims(tx, importId);
  await updateImport(tx, importId, {
    ...{ status: "published", publishedAt: now, finishedAt: now },
    ...{ claimsPosted: posted.count, centsPosted: posted.cents, claimsNew: added.count },
    ...{ claimsQuarantined: quarantined.count, centsQuarantined: quarantined.cents },
    ...{ claimsChanged: changed.count + confirmed.count, claimsUnchanged: unchanged.count },
    claimsFlagged: flagged,
  });
  if (attempt.jobId !== null) await finishJob(tx, attempt.jobId);
  // Other open claims of the same patients have more history now.
  await orderReEdit({ tx, actor }, { importId });
}

function sumOf(...parts: claims.Written[]): claims.Written {
  return {
    count: parts.reduce((sum, part) => sum + part.count, 0),
    cents: parts.reduce((sum, part) => sum + part.cents, 0),
  };
}

/** Posted + quarantined = the file, in count and cents, or nothing is kept. */
function reconcile(
  record: ImportRecord,
  posted: claims.Written,
  quarantined: claims.Written,
  everyClaimHasItsVersion: boolean,
): void {
  const count = posted.count + quarantined.count;
  const cents = posted.cents + quarantined.cents;
  if (count === record.claimsTotal && cents === record.centsTotal && everyClaimHasItsVersion) return;
  throw new AppError(
    "unexpected",
    `The file holds ${record.claimsTotal} claims, but ${count} would have been saved with another sum. Nothing was saved.`,
    { next: "Import the file again; if it fails again, tell the people who run Dorsal." },
  );
}

function eventOf(event: string, subjectType: string, subjectId: string, importId: string) {
  return { event, subjectType, subjectId, detail: { importId } };
}
