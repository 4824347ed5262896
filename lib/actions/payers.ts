"use server";

import { defineAction } from "@/lib/auth/define-action";
import { changeProfile } from "@/lib/use-cases/payers/change-profile";
import { setPayerKind } from "@/lib/use-cases/payers/set-payer-kind";

export const changeProfileAction = defineAction(changeProfile);
export const setPayerKindAction = defineAction(setPayerKind);
