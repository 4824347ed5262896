"use server";

import { defineAction } from "@/lib/auth/define-action";
import { changePassword } from "@/lib/use-cases/access/change-password";
import { enrolSecondFactor, offerSecondFactor } from "@/lib/use-cases/access/enrol-second-factor";
import { endSession, signOut, signOutEverywhere } from "@/lib/use-cases/access/own-sessions";
import { verifySecondFactor } from "@/lib/use-cases/access/verify-second-factor";

// What leads to the second factor, or out, asks for the password only.
export const verifySecondFactorAction = defineAction(verifySecondFactor, { assurance: 1 });
export const offerSecondFactorAction = defineAction(offerSecondFactor, { assurance: 1 });
export const enrolSecondFactorAction = defineAction(enrolSecondFactor, { assurance: 1 });
export const signOutAction = defineAction(signOut, { assurance: 1, endsSession: true });

export const signOutEverywhereAction = defineAction(signOutEverywhere, { endsSession: true });
export const endSessionAction = defineAction(endSession);
export const changePasswordAction = defineAction(changePassword);
