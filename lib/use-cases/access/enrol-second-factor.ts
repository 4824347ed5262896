import { toString as qrToString } from "qrcode";
import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { lockAccount, revokeSessionsOfAccount, updateAccount } from "@/lib/data/access/account-records";
import { findOpenSession, raiseAssurance } from "@/lib/data/access/session-records";
import { withAuth, withAuthOf } from "@/lib/data/tenant-transaction";
import { AppError } from "@/lib/domain/shared/app-error";
import { openSecret, sealSecret } from "@/lib/files/secrets";
import { requirePassword } from "./check-again";
import { defineAccountUseCase, type AccountContext } from "./define-account-use-case";
import { acceptedStep, newTotpSecret, totpUri } from "./totp";
import { codeSchema, totpContext } from "./verify-second-factor";

const OFFER_MINUTES = 15;
/** A secret on offer is sealed for the person and for this use; it cannot be put into the database as it is. */
const offerContext = (userId: string): string => `totp offer ${userId}`;

async function accountOf(context: AccountContext) {
  const account = await withAuth((tx) => lockAccount(tx, context.userId));
  if (!account) throw new AppError("not_signed_in", "This account is not there any more.");
  return account;
}

/**
 * Offers a new secret for an authenticator app, as a QR code and as text to type. Nothing is stored until a code
 * proves that the app has it: a page that is left half-way changes nothing.
 */
export const offerSecondFactor = defineAccountUseCase({
  name: "account.offer_second_factor",
  input: z.strictObject({}),
  async run(context) {
    const account = await accountOf(context);
    const secret = newTotpSecret();
    const until = context.now.getTime() + OFFER_MINUTES * 60_000;
    const uri = totpUri(secret, account.email);
    return {
      offer: sealSecret(JSON.stringify({ secret, until }), offerContext(context.userId)).toString(
        "base64url",
      ),
      manualKey: secret.replace(/(.{4})(?=.)/g, "$1 "),
      qrSvg: await qrToString(uri, { type: "svg", margin: 1, errorCorrectionLevel: "M" }),
      isReplacement: account.totpConfirmedAt !== null,
    };
  },
});

function openOffer(userId: string, offer: string, now: Date): string {
  let content: { secret: string; until: number };
  try {
    content = JSON.parse(openSecret(Buffer.from(offer, "base64url"), offerContext(userId))) as typeof content;
  } catch {
    throw new AppError("invalid_input", "This QR code is not one of yours.", {
      next: "Reload the page for a new one.",
    });
  }
  if (now.getTime() > content.until)
    throw new AppError("not_allowed_now", "This QR code is too old.", {
      next: "Reload the page for a new one.",
    });
  return content.secret;
}

/**
 * Sets the offered secret as the person's second factor once a code proves it. Replacing a device needs the old one
 * to have been used in this session, and the password. Other sessions of the person end.
 */
export const enrolSecondFactor = defineAccountUseCase({
  name: "account.enrol_second_factor",
  input: z.strictObject({
    offer: z.string().max(1000),
    code: codeSchema,
    currentPassword: z.string().max(200).optional(),
  }),
  async run(context, { offer, code, currentPassword }) {
    const { actor, userId, now } = context;
    const secret = openOffer(userId, offer, now);
    const step = acceptedStep(secret, code, null, now);
    if (step === null)
      throw new AppError("invalid_input", "This code does not fit the QR code.", {
        next: "Check that the telephone's clock is right, and enter the code that is shown now.",
        fields: { code: "Does not fit. Enter the code that is shown now." },
      });
    const isReplacement = (await accountOf(context)).totpConfirmedAt !== null;
    if (isReplacement) await requirePassword(userId, currentPassword ?? "", now);
    await withAuthOf(actor, async (tx) => {
      const account = await lockAccount(tx, userId);
      const session = await findOpenSession(tx, actor.organizationId, actor.sessionId);
      const wasEnrolled = account?.totpConfirmedAt != null;
      // Whoever knows the password only must not put an own device in the place of the enrolled one.
      if (!session || wasEnrolled !== isReplacement || (wasEnrolled && session.assurance < 2)) {
        throw new AppError("second_factor_needed", "Enter the code of your present device first.", {
          next: "If it is lost, an administrator can reset your second factor.",
        });
      }
      await updateAccount(tx, userId, {
        totpSecret: new Uint8Array(sealSecret(secret, totpContext(userId))),
        totpConfirmedAt: now,
        totpLastStep: step,
        failedAttempts: 0,
        lockedUntil: null,
      });
      await raiseAssurance(tx, actor.organizationId, actor.sessionId);
      await revokeSessionsOfAccount(tx, userId, actor.sessionId, now);
      await recordEvent(tx, actor, {
        event: wasEnrolled ? "second_factor.replaced" : "second_factor.enrolled",
        subjectType: "member",
        subjectId: actor.memberId,
      });
    });
    return { enrolled: true };
  },
});
