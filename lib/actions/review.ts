"use server";

import { defineAction } from "@/lib/auth/define-action";
import { approveClaim, returnClaim } from "@/lib/use-cases/review/approve-claim";
import { signClaim } from "@/lib/use-cases/review/sign-claim";
import { withdrawSignoff } from "@/lib/use-cases/review/withdraw-signoff";

export const signClaimAction = defineAction(signClaim);
export const approveClaimAction = defineAction(approveClaim);
export const returnClaimAction = defineAction(returnClaim);
export const withdrawSignoffAction = defineAction(withdrawSignoff);
