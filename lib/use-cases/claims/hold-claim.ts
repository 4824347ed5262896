import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { setLock } from "@/lib/data/claims/claim-records";
import { findMemberName } from "@/lib/data/claims/people";
import { LOCK_MINUTES } from "@/lib/domain/claims/work-queues";
import { defineUseCase } from "../define-use-case";
import { lockClaim, requireMember } from "./claim-for-update";

/**
 * Takes or renews the soft lock of an open claim. It warns colleagues and stops nobody: what keeps two corrections from
 * overwriting each other is the version. Answers who holds it.
 */
export const holdClaim = defineUseCase({
  name: "claims.hold",
  permission: "claims.correct",
  input: z.strictObject({ claimId: z.uuid() }),
  async run({ tx, actor, now }, { claimId }) {
    const memberId = requireMember(actor);
    const record = await lockClaim(tx, claimId);
    const others =
      record.lockedById !== null &&
      record.lockedById !== memberId &&
      record.lockedUntil !== null &&
      record.lockedUntil > now;
    if (others) {
      return {
        mine: false,
        holder: await findMemberName(tx, record.lockedById!),
        until: record.lockedUntil!.toISOString(),
      };
    }
    const until = new Date(now.getTime() + LOCK_MINUTES * 60_000);
    await setLock(tx, claimId, memberId, until);
    return { mine: true, holder: actor.name, until: until.toISOString() };
  },
});

/** Gives the soft lock back when the person leaves the claim; does nothing when somebody else holds it. */
export const letGoOfClaim = defineUseCase({
  name: "claims.let_go",
  permission: "claims.correct",
  input: z.strictObject({ claimId: z.uuid() }),
  async run({ tx, actor }, { claimId }) {
    const record = await lockClaim(tx, claimId);
    const mine = record.lockedById !== null && record.lockedById === actor.memberId;
    if (mine) await setLock(tx, claimId, null, null);
    return { released: mine };
  },
});

/** A lead takes the soft lock away from whoever holds it. */
export const breakLock = defineUseCase({
  name: "claims.break_lock",
  permission: "claims.assign",
  input: z.strictObject({ claimId: z.uuid() }),
  async run({ tx, actor }, { claimId }) {
    const record = await lockClaim(tx, claimId);
    await setLock(tx, claimId, null, null);
    await recordEvent(tx, actor, {
      event: "claim.lock_broken",
      subjectType: "claim",
      subjectId: claimId,
      detail: { holderId: record.lockedById },
    });
    return { broken: record.lockedById !== null };
  },
});
