import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import { findClaim } from "@/lib/data/claims/claim-records";
import { findDeniedClaim } from "@/lib/data/denials/denial-money";
import { findDenialOfClaim, listClaimAnswers } from "@/lib/data/remittances/eob-records";
import { listLedgerSums, listSentLines } from "@/lib/data/remittances/posting-reads";
import { can } from "@/lib/domain/access/permissions";
import { CLAIM_OUTCOME_LABELS, answerInWords } from "@/lib/domain/remittances/answer-words";
import { LEDGER_KINDS } from "@/lib/domain/remittances/ledger-kinds";
import type { BornClaimView, ClaimAnswers } from "@/lib/domain/remittances/remittance-screen";
import { sumCents } from "@/lib/domain/shared/money";
import { claimNotFound } from "../claims/claim-for-update";
import { defineUseCase, type UseCaseContext } from "../define-use-case";

/**
 * What payers answered to a claim, newest first, for whoever may see remittances; and the claim itself where nothing but
 * remittances know it. Throws `not_found`.
 */
export const getClaimAnswers = defineUseCase({
  name: "remittances.get_claim_answers",
  permission: "claims.view",
  input: z.strictObject({ claimId: z.uuid() }),
  async run(context, { claimId }): Promise<ClaimAnswers> {
    const { tx, actor } = context;
    const record = await findClaim(tx, claimId);
    if (record === null) throw claimNotFound();
    const rows = can(actor, "remittances.view") ? await listClaimAnswers(tx, claimId) : [];
    return {
      answers: rows.map(({ outcome, statusCode, ...answer }) => ({
        ...answer,
        outcome,
        words: outcome === null ? answerInWords(statusCode) : CLAIM_OUTCOME_LABELS[outcome],
      })),
      denialId: can(actor, "denials.view") ? await findDenialOfClaim(tx, claimId) : null,
      born: record.status === "remittance_only" ? await readBorn(context, claimId) : null,
    };
  },
});

async function readBorn({ tx, actor }: UseCaseContext, claimId: string): Promise<BornClaimView> {
  const claim = await findDeniedClaim(tx, claimId);
  if (claim === null) throw claimNotFound();
  await recordRead(tx, actor, { subjectType: "claim", subjectId: claimId });
  const sums = (await listLedgerSums(tx, [claimId])).filter(({ kind }) => LEDGER_KINDS[kind].isOfClaim);
  const { claimNumber, patientName, payerName, chargeCents, serviceFrom, serviceTo } = claim;
  return {
    ...{ claimNumber, patientName, payerName, chargeCents, serviceFrom, serviceTo },
    lines: (await listSentLines(tx, [claimId])).map(
      ({ number, code, modifiers, units, chargeCents: cents }) => {
        return { number, code, modifiers, units, chargeCents: cents };
      },
    ),
    balanceCents: sumCents(sums.map(({ cents }) => cents)),
  };
}
