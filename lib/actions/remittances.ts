"use server";

import { defineAction } from "@/lib/auth/define-action";
import { postHeldPayment } from "@/lib/use-cases/remittances/post-held-payment";

export const postHeldPaymentAction = defineAction(postHeldPayment);
