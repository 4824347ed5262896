import { isDeepStrictEqual } from "node:util";
import { recordEvents, type AuditRecord } from "@/lib/audit/record-event";
import { listClaims, lockClaims, type ClaimRecord } from "@/lib/data/claims/claim-records";
import { listActiveOverrides, listClaimsToEdit, writeEditedRows } from "@/lib/data/claims/edit-records";
import { listFindings, listMissingFacts } from "@/lib/data/claims/finding-records";
import { withdrawSignoffs } from "@/lib/data/review/signoff-records";
import { eventAfterEdits } from "@/lib/domain/claims/after-edits";
import { nextClaimStatus, type ClaimStatus } from "@/lib/domain/claims/lifecycle";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import { readGateClaims } from "../review/read-gate";
import type { UseCaseContext } from "../define-use-case";
import { saveClaim } from "./claim-for-update";
import { loadEditContexts, ProfileBook } from "./edit-contexts";
import { evaluateClaim, overrideKey, type Evaluation } from "./evaluate-claims";

export interface ReEdited {
  claimId: string;
  status: ClaimStatus;
  /** Something that people see is different now: a finding, a missing fact, the deadline or the status. */
  changed: boolean;
  /** It was signed, or needed no signature, and has to be coded again. */
  sentBack: boolean;
  evaluation: Evaluation;
}

/**
 * Runs the edits on stored claims again, without saving: with today's facts, history, profiles and overrides. Claims
 * that are not in the database are left out.
 */
export async function evaluateStoredClaims(
  { tx }: Pick<UseCaseContext, "tx">,
  claimIds: readonly string[],
  today: CalendarDate,
  book?: ProfileBook,
): Promise<Map<string, Evaluation & { versionNumber: number }>> {
  const claims = await listClaimsToEdit(tx, claimIds);
  const contexts = await loadEditContexts(
    tx,
    claims.map((claim) => ({ ...claim, asOf: today })),
    book ?? (await ProfileBook.load(tx)),
  );
  const overrides = Map.groupBy(await listActiveOverrides(tx, claimIds), (row) => row.claimId);
  return new Map(
    claims.map(({ claimId, claim, versionNumber }, index) => {
      const standing = (overrides.get(claimId) ?? []).map((row) => overrideKey(row.edit, row.evidenceHash));
      return [claimId, { ...evaluateClaim(claim, contexts[index]!, new Set(standing)), versionNumber }];
    }),
  );
}

/**
 * Runs the edits on open claims again and saves what they say; released and filed ones are left as they are. A signed
 * claim that something holds now goes back to coding and its signatures fall; a claim that only its findings brought to
 * a coder moves on when none is left. Takes the row locks; doing it twice changes nothing more.
 */
export async function reEditClaims(
  context: UseCaseContext,
  claimIds: readonly string[],
  today: CalendarDate,
  book?: ProfileBook,
): Promise<ReEdited[]> {
  const { tx, actor } = context;
  if (claimIds.length === 0) return [];
  const records = (await lockClaims(tx, [...claimIds])).filter(isOpen);
  const ids = records.map((record) => record.id);
  const before = await readRuns(context, records);
  const evaluations = await evaluateStoredClaims(context, ids, today, book);
  const rewritten = [...evaluations].filter(
    ([claimId, evaluation]) => !before.get(claimId)!.isSame(evaluation),
  );
  await writeEditedRows(
    tx,
    actor.organizationId,
    rewritten.map(([claimId, evaluation]) => ({ claimId, ...evaluation })),
  );
  const gates = await readGateClaims(tx, records);
  const moved: AuditRecord[] = [];
  const results: ReEdited[] = [];
  for (const record of records) {
    const evaluation = evaluations.get(record.id)!;
    const event = eventAfterEdits(gates.get(record.id)!);
    const status = event === null ? record.status : nextClaimStatus(record.status, event);
    const changed = event !== null || shownOf(evaluation) !== before.get(record.id)!.shown;
    if (event === "re_edited_blocked")
      await withdrawSignoffs(tx, record.id, ["coder", "second"], context.now);
    if (changed)
      await saveClaim(tx, record, {
        status,
        // Back to the one who signed: they know the claim.
        ...(event === "re_edited_blocked"
          ? { signedById: null, assignedToId: record.signedById ?? record.assignedToId }
          : {}),
      });
    if (event !== null)
      moved.push({
        event: event === "unflagged" ? "claim.unflagged" : "claim.sent_back",
        subjectType: "claim",
        subjectId: record.id,
        detail: {
          versionNumber: record.currentVersion,
          from: record.status,
          to: status,
          blockCount: evaluation.blockCount,
          missingCount: evaluation.missingCount,
        },
      });
    results.push({
      claimId: record.id,
      status,
      changed,
      sentBack: event === "re_edited_blocked",
      evaluation,
    });
  }
  await recordEvents(tx, actor, moved);
  return results;
}

function isOpen(record: ClaimRecord): boolean {
  return record.status !== "released" && record.status !== "filed";
}

/**
 * `reEditClaims` for those of many claims whose stored findings are not today's any more (a day has passed, a colleague's
 * claim was released, the catalogue is newer); nothing is locked or written for the others.
 */
export async function reEditStaleClaims(
  context: UseCaseContext,
  claimIds: readonly string[],
  today: CalendarDate,
): Promise<ReEdited[]> {
  const records = (await listClaims(context.tx, claimIds)).filter(isOpen);
  const book = await ProfileBook.load(context.tx);
  const before = await readRuns(context, records);
  const now = await evaluateStoredClaims(
    context,
    records.map((record) => record.id),
    today,
    book,
  );
  const stale = [...now].filter(([claimId, evaluation]) => !before.get(claimId)!.isSame(evaluation));
  return reEditClaims(
    context,
    stale.map(([claimId]) => claimId),
    today,
    book,
  );
}

/** What the last run left on a claim. */
interface StoredRun {
  /** What people see of it, as text to compare. */
  shown: string;
  /** The new run would write the very same rows. */
  isSame: (next: Evaluation & { versionNumber: number }) => boolean;
}

async function readRuns(
  { tx }: UseCaseContext,
  records: readonly ClaimRecord[],
): Promise<Map<string, StoredRun>> {
  const ids = records.map((record) => record.id);
  const findings = Map.groupBy(await listFindings(tx, ids), (row) => row.claimId);
  const missing = Map.groupBy(await listMissingFacts(tx, ids), (row) => row.claimId);
  return new Map(
    records.map((record) => {
      const stored = findings.get(record.id) ?? [];
      const shown = shownOf({
        filingDeadline: record.filingDeadline,
        findings: stored.map(({ finding, evidenceHash, status }) => ({
          edit: finding.edit,
          evidenceHash,
          status,
        })),
        missingFacts: missing.get(record.id) ?? [],
      });
      const contents = new Map(stored.map((row) => [`${row.finding.edit} ${row.evidenceHash}`, row]));
      return [
        record.id,
        {
          shown,
          isSame: (next) =>
            shownOf(next) === shown &&
            next.findings.every((row) => {
              const old = contents.get(`${row.edit} ${row.evidenceHash}`);
              return old?.versionNumber === next.versionNumber && isDeepStrictEqual(old.finding, row.content);
            }),
        },
      ];
    }),
  );
}

function shownOf(run: {
  filingDeadline: string | null;
  findings: { edit: string; evidenceHash: string; status: string }[];
  missingFacts: { fact: string; rules: string[]; required: boolean }[];
}): string {
  return JSON.stringify([
    run.filingDeadline,
    run.findings.map((finding) => `${finding.edit} ${finding.evidenceHash} ${finding.status}`).sort(),
    run.missingFacts.map((row) => `${row.fact} ${[...row.rules].sort().join()} ${row.required}`).sort(),
  ]);
}
