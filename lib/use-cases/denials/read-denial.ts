import { findDenial, type DenialRecord } from "@/lib/data/denials/denial-records";
import {
  findDeniedClaim,
  findDenyingAnswer,
  listAnsweredLines,
  type AnsweredLine,
  type DeniedClaim,
  type DenyingAnswer,
} from "@/lib/data/denials/denial-money";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import type { JudgedDenial } from "@/lib/domain/denials/judge-denial";
import type { EffectiveProfile } from "@/lib/domain/payers/parameters";
import { AppError } from "@/lib/domain/shared/app-error";
import { dateInZone, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import { ProfileBook } from "../claims/edit-contexts";
import { denialNotFound } from "./denial-for-update";
import { judgeAtHand } from "./judge-stored-denial";

export interface ReadDenial {
  record: DenialRecord;
  claim: DeniedClaim;
  answer: DenyingAnswer;
  lines: AnsweredLine[];
  judged: JudgedDenial;
  profile: EffectiveProfile;
  today: CalendarDate;
  timeZone: string;
}

/** A denial with its claim, the answer that denied, and what it is worth today. Throws `not_found`. */
export async function readDenial(tx: TenantTx, itemId: string, now: Date): Promise<ReadDenial> {
  const record = await findDenial(tx, itemId);
  if (record === null) throw denialNotFound();
  const claim = await findDeniedClaim(tx, record.claimId);
  const answer = await findDenyingAnswer(tx, record.remittanceClaimId);
  if (claim === null || answer === null)
    throw new AppError("unexpected", "What this denial is about is missing.");
  const lines = await listAnsweredLines(tx, record.remittanceClaimId);
  const { timeZone } = await readOrganizationSettings(tx);
  const today = dateInZone(now, timeZone);
  const book = await ProfileBook.load(tx);
  const profile = book.profileOn(claim.payerId, claim.serviceFrom);
  const { frequency, serviceFrom, serviceTo } = claim;
  const judged = judgeAtHand(
    { ...record, frequency, serviceFrom, serviceTo, remittedOn: answer.postedOn },
    profile,
    today,
  );
  return { record, claim, answer, lines, judged, profile, today, timeZone };
}
