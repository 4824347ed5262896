import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { insertFactAnswer, listFactAnswers } from "@/lib/data/claims/fact-records";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import {
  FACTS,
  FACT_NAMES,
  FACT_SOURCE_KINDS,
  type FactName,
  type FactSourceKind,
} from "@/lib/domain/cases/facts";
import type { ClaimStatus } from "@/lib/domain/claims/lifecycle";
import { AppError } from "@/lib/domain/shared/app-error";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { defineUseCase } from "../define-use-case";
import { reEditClaims } from "./re-edit-claims";
import { lockClaimOfPatient } from "./save-correction";

export interface RecordedFact {
  /** False: the same answer from the same source stood there already. */
  recorded: boolean;
  status: ClaimStatus;
  /** Claims whose findings changed with the answer: the encounter's, and others of the patient that look back at it. */
  changedClaims: { claimId: string; status: ClaimStatus; blockCount: number; missingCount: number }[];
}

/**
 * Answers a clinical question of the claim's encounter, with its source; null takes the answer back. All answers stay,
 * the newest counts. The edits run again on every open claim of the patient: those of the encounter read the fact, later
 * ones read the stage in their history. May be recorded at any time, also after the claim has left.
 */
export const recordFact = defineUseCase({
  name: "facts.record",
  permission: "facts.record",
  input: z.strictObject({
    claimId: z.uuid(),
    fact: z.enum(FACT_NAMES as [FactName, ...FactName[]]),
    value: z.union([z.string().max(40), z.number(), z.boolean()]).nullable(),
    sourceKind: z.enum(Object.keys(FACT_SOURCE_KINDS) as [FactSourceKind, ...FactSourceKind[]]),
    sourceText: z
      .string()
      .trim()
      .min(3, "Name the document with its date and page, or whom you asked.")
      .max(200, "At most 200 characters: the document, its date and page."),
  }),
  async run(context, { claimId, fact, value, sourceKind, sourceText }): Promise<RecordedFact> {
    const { tx, actor, now } = context;
    const checked = value === null ? null : checkedValue(fact, value);
    if (!FACTS[fact].sources.includes(sourceKind)) {
      const known = FACTS[fact].sources.map((kind) => FACT_SOURCE_KINDS[kind]).join(", ");
      throw wrong("sourceKind", `This fact is found in: ${known}.`);
    }
    const { record, openClaimIds } = await lockClaimOfPatient(tx, claimId);
    const newest = (await listFactAnswers(tx, record.encounterId)).find((answer) => answer.fact === fact);
    const standing = newest?.value ?? null;
    if (checked === null && standing === null)
      throw new AppError("not_allowed_now", "This fact is unknown already; there is no answer to take back.");
    const same =
      standing === checked && newest?.sourceKind === sourceKind && newest.sourceText === sourceText;
    if (same) return { recorded: false, status: record.status, changedClaims: [] };
    await insertFactAnswer(tx, {
      organizationId: actor.organizationId,
      encounterId: record.encounterId,
      fact,
      value: checked,
      sourceKind,
      sourceText,
      memberId: actor.memberId,
      actorName: actor.name,
      // The newest answer counts: of two people at once the one who came second under the lock is the newest.
      recordedAt: newest && newest.recordedAt >= now ? new Date(newest.recordedAt.getTime() + 1) : now,
    });
    const { timeZone } = await readOrganizationSettings(tx);
    const edited = await reEditClaims(context, openClaimIds, dateInZone(now, timeZone));
    const changed = edited.filter((result) => result.changed);
    await recordEvent(tx, actor, {
      event: checked === null ? "fact.withdrawn" : "fact.recorded",
      subjectType: "claim",
      subjectId: claimId,
      detail: { encounterId: record.encounterId, fact, kind: sourceKind, changedCount: changed.length },
    });
    return {
      recorded: true,
      status: edited.find((result) => result.claimId === claimId)?.status ?? record.status,
      changedClaims: changed.map(({ claimId: id, status, evaluation }) => ({
        claimId: id,
        status,
        blockCount: evaluation.blockCount,
        missingCount: evaluation.missingCount,
      })),
    };
  },
});

function checkedValue(fact: FactName, value: string | number | boolean): string | number | boolean {
  const parsed = FACTS[fact].schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { input } = FACTS[fact];
  const message =
    input.kind === "enum"
      ? `Choose one of: ${input.options.map((option) => option.label).join(", ")}.`
      : input.kind === "number"
        ? `Type a number of ${input.unit} from ${input.min} to ${input.max}.`
        : input.kind === "date"
          ? "Write the date as YYYY-MM-DD."
          : "Answer yes or no.";
  throw wrong("value", message);
}

function wrong(field: string, message: string): AppError {
  return new AppError("invalid_input", message, { fields: { [field]: message } });
}
