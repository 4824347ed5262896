"use server";

import { defineAction } from "@/lib/auth/define-action";
import {
  addBillingEntity,
  changeBillingEntity,
  setBillingEntityActive,
} from "@/lib/use-cases/access/billing-entities";
import { changeOrganization } from "@/lib/use-cases/access/organization-settings";
import { startKeyRotation } from "@/lib/use-cases/access/rotate-key";

export const changeOrganizationAction = defineAction(changeOrganization);
export const addBillingEntityAction = defineAction(addBillingEntity);
export const changeBillingEntityAction = defineAction(changeBillingEntity);
export const setBillingEntityActiveAction = defineAction(setBillingEntityActive);
export const startKeyRotationAction = defineAction(startKeyRotation);
